using System.Globalization;
using BoneMets.Rules.Verification.Analysis.Versions;
using BoneMets.Rules.Verification.Differences;
using BoneMets.Rules.Verification.Impacts;

namespace BoneMets.Rules.Cli.Output;

/// <summary>Two versions of a library for people: what was written, what is proved, whom it concerns.</summary>
internal sealed class ComparisonText(TextWriter writer, Ink ink)
{
    private const int MostPatients = 5;

    public void Write(LibraryComparison comparison)
    {
        foreach (var document in comparison.Documents) Write(document);
        foreach (var obstacle in comparison.Obstacles) writer.WriteLine(ink.Bad(OneLine(obstacle.ToString())));
        foreach (var workflow in comparison.Versions?.Workflows ?? []) Write(workflow);
        if (comparison.Impact is { } impact) Write(impact);
        if (comparison.Obstacles.Count > 0) writer.WriteLine("patients of workflows with errors are not among them");
        foreach (var failed in comparison.Failed) writer.WriteLine($"{ink.Bad("FAILED")} {failed.Workflow} {ink.Heading(failed.Case.Id)} in the newer version");
        writer.WriteLine(comparison.IsSame ? "the documents are the same" : Count(comparison.Documents.Count, "document differs", "documents differ"));
    }

    private void Write(DocumentDifference document)
    {
        writer.WriteLine($"{document.Kind.ToString().ToLowerInvariant(),-8} {ink.Heading(document.Name)}{(document.IsUnreadable ? " (a version of it cannot be read)" : "")}");
        foreach (var part in document.Parts)
        {
            writer.WriteLine($"  {part.Kind.ToString().ToLowerInvariant()} {part.Of.ToString().ToLowerInvariant()} {ink.Heading(part.Name)}{(part.Title is null ? "" : $": {part.Title}")}");
            foreach (var field in part.Fields.Where(_ => part.Kind is PartChange.Changed or PartChange.Moved))
            {
                writer.WriteLine($"    {field.Label}");
                if (field.Before is { } was) writer.WriteLine($"      {ink.Bad("-")} {OneLine(was)}");
                if (field.After is { } isNow) writer.WriteLine($"      {ink.Good("+")} {OneLine(isNow)}");
            }
        }
    }

    private void Write(WorkflowComparison workflow)
    {
        if (workflow.Obstacle is { } obstacle)
        {
            writer.WriteLine($"{ink.Heading(workflow.Workflow)}: nothing proved: {obstacle}");
            return;
        }
        var same = workflow.Definitions.Count(d => d.Relation == Relation.Same);
        var bound = workflow.LongestList is { } longest ? string.Create(CultureInfo.InvariantCulture, $" with lists of up to {longest} elements") : "";
        writer.WriteLine($"{ink.Heading(workflow.Workflow)}: {Count(same, "rule or value is", "rules and values are")} proved to be the same for all patients{bound}");
        foreach (var definition in workflow.Definitions.Where(d => d.Relation == Relation.Different))
        {
            writer.WriteLine($"  {ink.Doubtful("differs")} {ink.Heading(definition.Name)}: {definition.Before} → {definition.After}");
            writer.WriteLine($"    for example {definition.Example!.AsExample()}");
        }
        foreach (var definition in workflow.Definitions.Where(d => d.Relation == Relation.Undecided)) writer.WriteLine($"  {ink.Doubtful("not decided")} {definition.Name}: {definition.Why}");
    }

    private void Write(Impact impact)
    {
        writer.WriteLine($"{impact.Affected.Count.ToString("N0", CultureInfo.InvariantCulture)} of {Count(impact.Tried, "patient", "patients")} of golden cases and examples {(impact.Affected.Count == 1 ? "is" : "are")} decided otherwise");
        foreach (var group in impact.Groups)
        {
            var patients = string.Join(", ", group.Patients.Take(MostPatients).Select(p => p.Patient.Origin)) + (group.Patients.Count > MostPatients ? $" and {group.Patients.Count - MostPatients} more" : "");
            writer.WriteLine($"  {ImpactWords.Of(group.Kind)} {group.Workflow} {ink.Heading(group.Subject)}: {patients}");
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Count(int count, string one, string several) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : several)}";
}
