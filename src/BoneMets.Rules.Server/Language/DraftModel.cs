using System.Text.Json;
using System.Text.Json.Serialization;
using BoneMets.Rules.Server.Changes;

namespace BoneMets.Rules.Server.Language;

/// <summary>Facts to decide with documents that are being written.</summary>
/// <param name="Facts">The workflow's inputs by name. Absent and <c>null</c> are unknown.</param>
/// <param name="AsOf">The date that the decision is made for, <c>yyyy-MM-dd</c>; today in UTC when left out.</param>
/// <param name="Explain"><c>none</c>, <c>rules</c> (when left out) or <c>full</c>.</param>
public sealed record DecideDraft(
    string Workflow, [property: JsonConverter(typeof(WholeValue))] JsonElement Facts, string? AsOf = null, string? Explain = null,
    long? Change = null, IReadOnlyDictionary<string, string?>? Documents = null);

/// <summary>Facts of which somebody asks what to find out next, with documents that are being written.</summary>
/// <param name="Facts">The workflow's inputs by name. Absent and <c>null</c> are unknown.</param>
/// <param name="AsOf">The date that the decision is made for, <c>yyyy-MM-dd</c>; today in UTC when left out.</param>
public sealed record AskDraftQuestions(
    string Workflow, [property: JsonConverter(typeof(WholeValue))] JsonElement Facts, string? AsOf = null, long? Change = null, IReadOnlyDictionary<string, string?>? Documents = null);

/// <summary>Facts and a rule of which somebody asks why, and what would change it, with documents that are being written.</summary>
/// <param name="Rule">As the decision names it.</param>
/// <param name="Facts">The workflow's inputs by name. Absent and <c>null</c> are unknown.</param>
/// <param name="AsOf">The date that the decision is made for, <c>yyyy-MM-dd</c>; today in UTC when left out.</param>
public sealed record ContrastDraft(
    string Workflow, string Rule, [property: JsonConverter(typeof(WholeValue))] JsonElement Facts, string? AsOf = null, long? Change = null, IReadOnlyDictionary<string, string?>? Documents = null);

/// <param name="Workflows">Whose cases are all listed; all when left out.</param>
public sealed record ReplayDraft(IReadOnlyList<string>? Workflows = null, long? Change = null, IReadOnlyDictionary<string, string?>? Documents = null);

/// <param name="Workflows">All that have cases, whichever were asked for.</param>
/// <param name="Results">Every case of the workflows asked for; of the others those that failed, at most 500 of them.</param>
public sealed record DraftReplayAnswer(int Passed, int Failed, long Milliseconds, IReadOnlyList<ReplayedWorkflowAnswer> Workflows, IReadOnlyList<ReplayedCaseAnswer> Results);

/// <param name="HasErrors">It, or a workflow that it uses, has errors: its cases were not replayed and are not counted.</param>
public sealed record ReplayedWorkflowAnswer(string Workflow, int Passed, int Failed, bool HasErrors);

/// <param name="Status">Of the decision: <c>complete</c>, <c>incomplete</c> or <c>failed</c>; <c>null</c> when there is none, because the facts do not fit.</param>
/// <param name="Expect">What a failed case would have to expect so that it passes: what it states, with what came instead.</param>
public sealed record ReplayedCaseAnswer(string Workflow, string Id, bool Passed, string? Status, IReadOnlyList<DifferenceAnswer> Differences, JsonElement? Expect);

/// <summary>A value as it was sent, numbers to the digit and a name given twice included: whoever reads it says what is wrong with it.</summary>
internal sealed class WholeValue : JsonConverter<JsonElement>
{
    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.Clone();
    }

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options) => value.WriteTo(writer);
}
