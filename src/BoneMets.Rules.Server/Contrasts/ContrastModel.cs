using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BoneMets.Rules.Server.Facts;
using BoneMets.Rules.Server.Language;

namespace BoneMets.Rules.Server.Contrasts;

/// <summary>Facts, as <c>execute</c> takes them, of which somebody asks what to find out next.</summary>
/// <param name="Facts">The workflow's inputs by name; or a <c>Bundle</c> that says them.</param>
/// <param name="Bundle">A FHIR R4 Bundle, with <c>Patient</c> where it has several.</param>
/// <param name="AsOf">The date that the decision is made for, <c>yyyy-MM-dd</c>; today in UTC when left out.</param>
/// <param name="Release">Null for the live one.</param>
public sealed record AskQuestions(
    [property: JsonConverter(typeof(WholeValueOrNone))] JsonElement? Facts = null, [property: JsonConverter(typeof(WholeValueOrNone))] JsonElement? Bundle = null,
    string? Patient = null, string? AsOf = null, int? Release = null);

/// <summary>Facts and a rule of their decision of which somebody asks why, and what would change it.</summary>
/// <param name="Rule">As the decision names it: <c>Rule</c>, <c>Workflow.Rule</c>, <c>Workflow[patient.lesions[0]].Rule</c>.</param>
/// <param name="Facts">The workflow's inputs by name; or a <c>Bundle</c> that says them.</param>
/// <param name="Bundle">A FHIR R4 Bundle, with <c>Patient</c> where it has several.</param>
/// <param name="AsOf">The date that the decision is made for, <c>yyyy-MM-dd</c>; today in UTC when left out.</param>
/// <param name="Release">Null for the live one.</param>
public sealed record AskContrast(
    string Rule, [property: JsonConverter(typeof(WholeValueOrNone))] JsonElement? Facts = null, [property: JsonConverter(typeof(WholeValueOrNone))] JsonElement? Bundle = null,
    string? Patient = null, string? AsOf = null, int? Release = null);

/// <summary>The missing facts of a decision, the most telling first.</summary>
/// <param name="Reading">What the Bundle said; <c>null</c> when the facts were given.</param>
public sealed record QuestionsAnswer(string Workflow, int? Release, string Hash, string? AsOf, IReadOnlyList<QuestionAnswer> Questions, BundleReport? Reading);

/// <param name="Fact">As <c>missing</c> names it.</param>
/// <param name="Kind"><c>boolean</c>, <c>number</c>, <c>integer</c>, <c>text</c>, <c>date</c>, <c>enum</c>, <c>list</c>; <c>null</c> for what cannot be asked by itself.</param>
/// <param name="Waiting">The rules that wait for it.</param>
/// <param name="Urgency">Of the most urgent recommendation that some answer decides about; <c>null</c> when no answer decides one.</param>
/// <param name="Decides">How many rules an answer decides, on average over <c>Answers</c>.</param>
/// <param name="Always">The rules that every answer decides.</param>
/// <param name="Answers">What was tried, answers with one effect together; empty where no value can be tried.</param>
public sealed record QuestionAnswer(
    string Fact, string? Label, string? Unit, string? Kind, IReadOnlyList<string> Waiting, string? Urgency, decimal Decides, IReadOnlyList<string> Always, IReadOnlyList<TriedAnswer> Answers);

/// <param name="Values">One by one; of a range the first and the last that were tried, in the canonical unit.</param>
/// <param name="IsRange">Everything between was tried at the limits of the rules and evenly, with one effect.</param>
public sealed record TriedAnswer(IReadOnlyList<JsonNode> Values, bool IsRange, IReadOnlyList<VerdictAnswer> Decides);

/// <param name="Verdict"><c>met</c> or <c>notMet</c>.</param>
public sealed record VerdictAnswer(string Rule, string Verdict);

/// <summary>Why a rule has its verdict, and what would change it.</summary>
/// <param name="Expression">As its author wrote it; <c>null</c> when nothing was evaluated, because an include leaves the rule out or what it is about is unknown.</param>
/// <param name="Conditions">Part by part, definitions followed to the facts.</param>
/// <param name="WithheldBy">Rules that hold its recommendation back although it is met.</param>
/// <param name="Alternatives">To be met for a rule that is not, not met for one that is, both for one that is undecided: of each verdict those with the fewest changed facts that were found, each executed. None of a verdict when nothing near these facts reaches it, which proves nothing about other patients.</param>
/// <param name="Reading">What the Bundle said, so that a value can be followed to its resource; <c>null</c> when the facts were given.</param>
public sealed record ContrastAnswer(
    string Workflow, int? Release, string Hash, string? AsOf, string Rule, string? Title, string Verdict, string? Error, IReadOnlyList<string> Missing,
    string? Expression, IReadOnlyList<ReasonAnswer> Conditions, IReadOnlyList<string> WithheldBy, IReadOnlyList<AlternativeAnswer> Alternatives, BundleReport? Reading);

/// <param name="State"><c>yes</c>, <c>no</c>, <c>open</c>, <c>notComputable</c>, <c>notNeeded</c>, or <c>plain</c> for a value that is no truth.</param>
/// <param name="Word">What it came to.</param>
/// <param name="Readings">The facts and definitions that it read with their values; empty when <c>Parts</c> say it.</param>
public sealed record ReasonAnswer(string State, string Word, string Text, string Readings, IReadOnlyList<ReasonAnswer> Parts);

/// <param name="Verdict">What the rule would come to: <c>met</c> or <c>notMet</c>.</param>
/// <param name="WithheldBy">Rules that would hold back its recommendation.</param>
/// <param name="Given">Recommendations of other rules that would be given, and are not.</param>
/// <param name="NoLongerGiven">Recommendations of other rules that are given, and would not be.</param>
public sealed record AlternativeAnswer(string Verdict, IReadOnlyList<FactChangeAnswer> Changes, IReadOnlyList<string> WithheldBy, IReadOnlyList<AdviceAnswer> Given, IReadOnlyList<AdviceAnswer> NoLongerGiven);

/// <param name="From">As it is, in the canonical unit; <c>null</c> for unknown.</param>
/// <param name="To">The nearest value that is enough.</param>
/// <param name="Others">Other words that would do as well, where this is the only change.</param>
/// <param name="Through">The farthest number or date up to which, from <c>To</c> on, all that were tried would do as well, where this is the only change.</param>
public sealed record FactChangeAnswer(string Fact, string? Label, string? Unit, string Kind, JsonNode? From, JsonNode? To, IReadOnlyList<JsonNode> Others, JsonNode? Through);

public sealed record AdviceAnswer(string Rule, string? Title, string Urgency);

/// <summary>A value as it was sent, as <see cref="WholeValue"/>; none when it is left out or <c>null</c>.</summary>
internal sealed class WholeValueOrNone : JsonConverter<JsonElement?>
{
    private static readonly WholeValue Whole = new();

    public override JsonElement? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? null : Whole.Read(ref reader, typeof(JsonElement), options);

    public override void Write(Utf8JsonWriter writer, JsonElement? value, JsonSerializerOptions options)
    {
        if (value is { } known) Whole.Write(writer, known, options);
        else writer.WriteNullValue();
    }
}
