using System.Text.Json;
using System.Text.Json.Serialization;

namespace BoneMets.Rules.Client.Answers;

/// <summary>The missing facts of a decision, the most telling first.</summary>
/// <param name="Reading">What was read from a Bundle; null when the facts were given.</param>
public sealed record Questions(
    string Workflow, string Hash, DateOnly? AsOf, [property: JsonPropertyName("questions")] IReadOnlyList<Question> Items, int? Release = null, BundleReport? Reading = null);

/// <param name="Decides">How many rules an answer decides, on average over <paramref name="Answers"/>.</param>
/// <param name="Always">The rules that every answer decides.</param>
public sealed record Question(
    string Fact, IReadOnlyList<string> Waiting, decimal Decides, IReadOnlyList<string> Always, IReadOnlyList<TriedAnswer> Answers,
    string? Label = null, string? Unit = null, string? Kind = null, Urgency? Urgency = null);

/// <param name="Values">One by one; of a range the first and the last that were tried.</param>
public sealed record TriedAnswer(IReadOnlyList<JsonElement> Values, bool IsRange, IReadOnlyList<DecidedRule> Decides);

public sealed record DecidedRule(string Rule, Verdict Verdict);

/// <summary>Why a rule has its verdict, and the nearest other facts with which it has another one.</summary>
/// <param name="Alternatives">None of a verdict when nothing near these facts reaches it, which proves nothing about other patients.</param>
public sealed record Contrast(
    string Workflow, string Rule, Verdict Verdict, IReadOnlyList<string> Missing, IReadOnlyList<Reason> Conditions, IReadOnlyList<string> WithheldBy, IReadOnlyList<Alternative> Alternatives,
    string? Title = null, string? Expression = null, string? Error = null, string? Hash = null, DateOnly? AsOf = null, int? Release = null, BundleReport? Reading = null);

/// <param name="State"><c>yes</c>, <c>no</c>, <c>open</c>, <c>notComputable</c>, <c>notNeeded</c> or <c>plain</c>.</param>
public sealed record Reason(string State, string Word, string Text, string Readings, IReadOnlyList<Reason> Parts);

public sealed record Alternative(Verdict Verdict, IReadOnlyList<FactChange> Changes, IReadOnlyList<string> WithheldBy, IReadOnlyList<Advice> Given, IReadOnlyList<Advice> NoLongerGiven);

/// <param name="From">Null for unknown.</param>
public sealed record FactChange(string Fact, string Kind, JsonElement? From, JsonElement? To, IReadOnlyList<JsonElement> Others, JsonElement? Through = null, string? Label = null, string? Unit = null);

public sealed record Advice(string Rule, string? Title, Urgency Urgency);

/// <summary>A workflow of the library.</summary>
/// <param name="Inputs">Names of its inputs.</param>
/// <param name="Rules">How many.</param>
/// <param name="Cases">How many golden cases.</param>
/// <param name="ReviewDue">The last day on which it counts as reviewed.</param>
/// <param name="Blocked">It gives no decision now: it was taken out of use, or something that it builds on.</param>
public sealed record WorkflowSummary(
    string Name, string Hash, string Status, IReadOnlyList<string> Tags, string Folder, IReadOnlyList<string> Inputs, int Rules, int Cases, IReadOnlyList<UsedWorkflow> Uses,
    string? Title = null, string? Description = null, DateOnly? ReviewDue = null, bool Blocked = false);

/// <param name="Include">Its rules join the decision; else they are only read.</param>
public sealed record UsedWorkflow(string Workflow, bool Include);
