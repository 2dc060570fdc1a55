using System.Text.Json;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.CdsHooks.Requests;
using BoneMets.Rules.Server.CdsHooks.Services;

namespace BoneMets.Rules.Server.CdsHooks.Cards;

/// <summary>Whether a service concerns a patient.</summary>
internal enum Concern
{
    /// <summary>The record was read whole and has nothing that says so.</summary>
    None,

    /// <summary>What was read has nothing that says so, but it may not be all there is.</summary>
    Open,

    /// <summary>Something says so, or sounds like it; or the workflow does not say whom it concerns.</summary>
    Some,
}

/// <summary>
/// Finds whether a service concerns a patient. It does not only when the workflow says whom it concerns, what would say so was there to be read and
/// was read whole, nothing in it says so, nothing of it was refused (but numbers for their age), no word in it sounds like it, and there is no advice.
/// In doubt it does: a warning too many is only a nuisance.
/// </summary>
internal static class PatientRelevance
{
    /// <param name="answer">What was decided, on which data.</param>
    /// <param name="value">Of the workflow's condition on the facts.</param>
    public static Concern Of(HookAnswer answer, Value? value)
    {
        if (answer.Service.Workflow.Relevance is not { } declared || value is null or FaultValue or KnownValue { Content: true }) return Concern.Some;
        var (decision, reading, data) = (answer.Decision, answer.Reading, answer.Data);
        var isSaid = decision.Recommendations.Count + decision.Withheld.Count > 0
            || reading.Rejected.Any(r => r.Fact is null || (declared.Facts.Contains(r.Fact, StringComparer.Ordinal) && !IsOldNumber(answer, r)))
            || data.Items.Where(i => !i.Requirement.IsPatient).Select(i => i.Resource).OfType<JsonElement>().Any(r => HasWord(r, answer.Service.Words));
        if (isSaid) return Concern.Some;
        return reading.Notes.Count > 0 || data.Items.Any(i => !i.IsSettled && i.Requirement.Facts.Any(declared.Facts.Contains)) ? Concern.Open : Concern.None;
    }

    /// <summary>A number that is too old says nothing of today; a metastasis that was seen does not go away.</summary>
    private static bool IsOldNumber(HookAnswer answer, FhirRejected refused) =>
        refused.Kind == FhirRefusal.Age && FactPaths.Find(answer.Service.Workflow, refused.Fact!) is { Type: NumberType };

    private static bool HasWord(JsonElement element, IReadOnlyList<string> words) => words.Count > 0 && element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(p => HasWord(p.Value, words)),
        JsonValueKind.Array => element.EnumerateArray().Any(e => HasWord(e, words)),
        JsonValueKind.String => ClientText.Of(element) is not { } text || words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };
}
