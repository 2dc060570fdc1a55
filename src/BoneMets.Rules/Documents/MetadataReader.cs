using System.Globalization;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts.Fhir;

namespace BoneMets.Rules.Documents;

/// <summary>Reads <c>Metadata</c> of a workflow. Nothing is required here: a draft may say as little as it likes.</summary>
internal static class MetadataReader
{
    private const string Patient = "Patient";

    public static WorkflowMetadata Read(JsonTextNode node, DiagnosticBag findings, bool strict)
    {
        var reader = new ObjectReader(node, "metadata object", findings, strict);
        var metadata = new WorkflowMetadata
        {
            Purpose = reader.Text("Purpose"),
            IntendedUse = reader.Text("IntendedUse"),
            IntendedUsers = reader.Text("IntendedUsers"),
            IntendedPopulation = reader.Text("IntendedPopulation"),
            OutOfScope = reader.Text("OutOfScope"),
            Developer = Developer(reader, strict),
            Funding = reader.Text("Funding"),
            ApprovalDate = reader.Date("ApprovalDate"),
            LastReviewDate = reader.Date("LastReviewDate"),
            ReviewDue = reader.Date("ReviewDue"),
            EffectivePeriod = Period(reader, strict),
            UseOf = UseOf(reader, strict),
            Version = reader.Text("Version"),
            Experimental = reader.Has("Experimental") ? reader.Flag("Experimental") : null,
            Jurisdiction = Texts(reader, "Jurisdiction", "jurisdiction"),
            Topics = Texts(reader, "Topics", "topic"),
            Copyright = reader.Text("Copyright"),
            Authors = Texts(reader, "Authors", "author"),
            Editors = Texts(reader, "Editors", "editor"),
            Reviewers = Texts(reader, "Reviewers", "reviewer"),
            Endorsers = Texts(reader, "Endorsers", "endorser"),
            Remarks = reader.Text("Remarks"),
            CdsHooks = Hooks(reader, strict),
        };
        if (metadata.LastReviewDate > metadata.ReviewDue)
            reader.Report("LastReviewDate", DiagnosticCode.DatesOutOfOrder,
                $"the last review on `{Day(metadata.LastReviewDate)}` is after the next one, due on `{Day(metadata.ReviewDue)}`", "set `ReviewDue` to the day of the next review");
        reader.Finish();
        return metadata;
    }

    private static WorkflowDeveloper? Developer(ObjectReader metadata, bool strict)
    {
        if (metadata.Object("Developer") is not { } node) return null;
        var reader = new ObjectReader(node, "developer", metadata.Findings, strict);
        var name = reader.Text("Name", required: true);
        var contact = reader.Text("Contact");
        reader.Finish();
        return name is null ? null : new WorkflowDeveloper(name, contact);
    }

    private static EffectivePeriod? Period(ObjectReader metadata, bool strict)
    {
        if (metadata.Object("EffectivePeriod") is not { } node) return null;
        var reader = new ObjectReader(node, "effective period", metadata.Findings, strict);
        var (start, end) = (reader.Date("Start"), reader.Date("End"));
        if (end < start)
            reader.Report("End", DiagnosticCode.DatesOutOfOrder, $"the period ends on `{Day(end)}`, before it begins on `{Day(start)}`", "`Start` and `End` are its first and its last day");
        reader.Finish();
        return new EffectivePeriod(start, end);
    }

    private static Dictionary<PatientAttribute, AuthoredText> UseOf(ObjectReader metadata, bool strict)
    {
        var result = new Dictionary<PatientAttribute, AuthoredText>();
        if (metadata.Object("UseOf") is not { } node) return result;
        var reader = new ObjectReader(node, "declaration of use", metadata.Findings, strict);
        foreach (var attribute in Enum.GetValues<PatientAttribute>())
            if (reader.Authored(attribute.ToString()) is { } use) result.Add(attribute, use);
        reader.Finish();
        return result;
    }

    private static HookDeclaration? Hooks(ObjectReader metadata, bool strict)
    {
        if (metadata.Object("CdsHooks") is not { } node) return null;
        var reader = new ObjectReader(node, "CDS Hooks declaration", metadata.Findings, strict);
        var hooks = Allowed(reader, "Hooks", "hook", HookDeclaration.AllHooks);
        if (hooks.Count == 0) reader.Report("Hooks", DiagnosticCode.MissingKey, "the declaration names no hook that the workflow answers", $"one or more of {string.Join(", ", HookDeclaration.AllHooks)}");
        var required = Allowed(reader, "Required", "type of resource", [.. FhirResourceKind.All.Select(k => k.Name)]);
        var relevant = reader.Expression("RelevantWhen");
        var words = Texts(reader, "RelevantWords", "word");
        if (words.Count > 0 && relevant is null) reader.Report("RelevantWords", DiagnosticCode.MissingKey, "`RelevantWords` needs `RelevantWhen`", "without a condition the workflow concerns everybody");
        reader.Finish();
        return hooks.Count == 0 ? null : new HookDeclaration(hooks, required.Contains(Patient, StringComparer.Ordinal) ? required : [Patient, .. required]) { RelevantWhen = relevant, RelevantWords = words };
    }

    private static List<string> Allowed(ObjectReader owner, string key, string item, IReadOnlyList<string> allowed)
    {
        var words = Words.ByPosition(allowed);
        return [.. owner.Texts(key, item).Where(text => owner.WordOf(text, words) is not null).Select(text => text.Text)];
    }

    private static List<string> Texts(ObjectReader metadata, string key, string item) => [.. metadata.Texts(key, item).Select(t => t.Text)];

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
