using BoneMets.Rules.Documents;

namespace BoneMets.Rules;

public sealed record GoldenCaseFile(string Workflow, IReadOnlyList<GoldenCase> Cases, JsonTextNode Node);

/// <summary>A golden case: facts and what the decision must say. It states only what it cares about; what it states is compared exactly.</summary>
public sealed record GoldenCase(
    string Id, string? Title, DateOnly? AsOf, IReadOnlyList<string> Tags, JsonTextNode Facts, GoldenExpectation Expect, string? Why, string? Source, JsonTextNode Node);

/// <summary>
/// <see cref="Outputs"/> map a name to the JSON value expected; <c>null</c> means that it must be undecided.
/// <see cref="Missing"/> is the sorted union of what the undetermined rules under <see cref="Rules"/> lack; null when not stated.
/// </summary>
public sealed record GoldenExpectation(
    IReadOnlyList<KeyValuePair<string, Verdict>> Rules, IReadOnlyList<JsonTextProperty> Outputs,
    IReadOnlyList<string>? Missing, IReadOnlyList<string>? Events, JsonTextNode Node);
