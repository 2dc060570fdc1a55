using System.Text.Json.Nodes;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Fhir.Resources;

namespace BoneMets.Rules.Server.Fhir.Applying;

/// <summary>What is not known and what was not used, as an OperationOutcome: emergencies that are not excluded come first.</summary>
internal static class DataGaps
{
    private const int MostNamed = 12;
    private const string Warning = "warning", Information = "information";

    public static JsonObject Of(Application application)
    {
        var (decision, reading) = (application.Decision, application.Reading);
        List<JsonObject> issues =
        [
            .. decision.Pending.Where(p => p.Urgency == Urgency.Emergency).Select(p => Open(application, p, Warning, "An emergency is not excluded for want of data")),
            .. decision.Pending.Where(p => p.Urgency != Urgency.Emergency).Select(p => Open(application, p, Information, "Not decided for want of data")),
            .. DecisionRemarks.Silent(decision).Select(r => Issue(Information, "incomplete", $"Not decided for want of data: {r.Title ?? r.Name}.", Missing(application, r.Missing))),
            .. DecisionRemarks.Reasons(decision).Select(r => Issue(Information, "suppressed", $"An option is held back, because: {r}")),
            .. reading.Rejected.Select(r => Issue(Warning, "value", Refused(application, r))),
            .. reading.Notes.Select(n => Issue(Warning, "informational", n)),
            .. decision.Notices.Select(n => Issue(Warning, "informational", n.Message)),
            .. application.Request.Unused.Select(u => Issue(Information, "not-supported", $"`{u}` has no effect on this answer")),
        ];
        if (issues.Count == 0 && decision.Status == DecisionStatus.Complete) issues.Add(Issue(Information, "informational", "Every rule is decided, and nothing that was looked for was refused."));
        return Element.Of(("resourceType", "OperationOutcome"), ("id", Application.Gaps), ("issue", Element.List(issues)));
    }

    private static JsonObject Open(Application application, PendingResult open, string severity, string what) =>
        Issue(severity, "incomplete", $"{what}: {open.Title ?? open.Rule}. {open.Text}", Missing(application, open.Missing));

    /// <summary>With what stands there: a dangerous value that is preliminary is no reason to look away.</summary>
    private static string Refused(Application application, FhirRejected refused)
    {
        var said = refused.Value is { } value ? $" (it says {value}{(refused.Date is { } date ? $", of {date}" : "")})" : "";
        var effect = refused.Fact is { } fact ? $"does not count for {application.LabelOf(fact)}" : "was not read";
        return $"{refused.Resource} {effect}: {refused.Reason}{said}{(refused.More > 0 ? $" (and {refused.More} more)" : "")}";
    }

    private static string? Missing(Application application, IReadOnlyList<string> facts)
    {
        var missing = facts.Take(MostNamed).Select(application.LabelOf).ToList();
        if (facts.Count > MostNamed) missing.Add($"and {facts.Count - MostNamed} more");
        return missing.Count > 0 ? $"missing: {string.Join("; ", missing)}" : null;
    }

    private static JsonObject Issue(string severity, string code, string text, string? diagnostics = null) => Element.Of(
        ("severity", severity), ("code", code), ("details", Element.Of(("text", Element.Text(text)))), ("diagnostics", Element.Text(diagnostics)));
}
