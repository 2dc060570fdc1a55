using BoneMets.Rules.Cli.Exchange;

namespace BoneMets.Rules.Cli.Output;

/// <summary>A change on a server, and what was found about it, in short. The page of the change has the rest.</summary>
internal sealed class ChangeText(TextWriter writer, Ink ink)
{
    public void Write(ChangeAnswer change, string page)
    {
        writer.WriteLine($"change {change.Id} {ink.Heading(change.Title)} on release {change.Base}; it goes live after review");
        foreach (var document in change.Documents) writer.WriteLine($"  {document.Kind,-7}  {document.Name}");
        writer.WriteLine(page);
    }

    public void WriteEvidence(ChangeAnswer change)
    {
        if (change.Evidence is not { } found) return;
        foreach (var error in found.Diagnostics.Where(d => d.Severity == "error")) writer.WriteLine(error);
        WriteCases(found);
        WriteImpact(found.Impact);
        if (found.MissingMetadata.Count > 0) writer.WriteLine($"missing before publication: {found.MissingMetadata.Count}");
        foreach (var missing in found.MissingMetadata) writer.WriteLine($"  {missing.Document}: {missing.Message}");
        writer.WriteLine(found.Against == 0
            ? ink.Good("submitted; nothing found speaks against it")
            : ink.Bad($"submitted, but {found.Against} {(found.Against == 1 ? "finding speaks" : "findings speak")} against it: withdraw this change, mend the folder and publish again"));
    }

    private void WriteCases(Examination found)
    {
        if (found.Cases is not { } cases) writer.WriteLine("golden cases: not replayed, because documents have errors");
        // Without errors every finding against it is a failed case; the answer lists the first of many only.
        else writer.WriteLine($"golden cases: {cases.Passed} passed, {found.Against} failed");
        foreach (var failed in found.Cases?.Failed ?? [])
        {
            writer.WriteLine($"  {ink.Bad("FAILED")} {failed.Workflow} {ink.Heading(failed.Id)}{(failed.Title is null ? "" : $": {failed.Title}")}");
            foreach (var difference in failed.Differences) writer.WriteLine($"    {difference.Subject}: expected {ink.Good(difference.Expected)}, got {ink.Bad(difference.Actual)}");
        }
        // An edited expectation is how a wrong rule passes unseen.
        foreach (var changed in found.CaseChanges.Where(c => c.Kind != "added")) writer.WriteLine($"  {ink.Doubtful($"case {changed.Kind}")} {changed.Workflow} {changed.Id}");
    }

    private void WriteImpact(ImpactFound? impact)
    {
        if (impact is null)
        {
            writer.WriteLine("impact: not known, because this change or its base has errors");
            return;
        }
        writer.WriteLine($"impact: {impact.Affected} of {impact.Tried} golden cases and recorded decisions are decided otherwise");
        foreach (var group in impact.Groups) writer.WriteLine($"  {ImpactWords.Of(group.Kind)} {group.Workflow} {group.Subject}: {group.Count}");
    }
}
