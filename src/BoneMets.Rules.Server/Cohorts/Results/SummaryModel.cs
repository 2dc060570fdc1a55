using System.Text.Json;

namespace BoneMets.Rules.Server.Cohorts.Results;

/// <summary>What the answers of a run say altogether. What stands once per element of a list is counted once per element, under a name with <c>[*]</c>.</summary>
/// <param name="IsWhole">Every patient of the input has an answer; else this is what there is so far.</param>
/// <param name="Refused">Patients whose line could not be read.</param>
/// <param name="Undetermined">Patients who lack a fact that would decide something.</param>
/// <param name="Errors">Of the refused ones, how many had a finding of each kind; one patient may have several.</param>
/// <param name="Statuses">How many decisions are <c>complete</c>, <c>incomplete</c>, <c>failed</c>.</param>
/// <param name="Missing">Facts that would decide something and are not known, the most frequent first.</param>
public sealed record CohortCounts(
    bool IsWhole, long Patients, long Refused, long Undetermined, IReadOnlyList<ErrorCount> Errors, StatusCounts Statuses, IReadOnlyList<RuleCounts> Rules, IReadOnlyList<OutputCounts> Outputs, IReadOnlyList<MissingCount> Missing);

public sealed record ErrorCount(string Code, string Title, long Patients);

public sealed record StatusCounts(long Complete, long Incomplete, long Failed);

/// <summary>How often a rule came out which way, and what became of its recommendation.</summary>
public sealed record RuleCounts(string Name, long Met, long NotMet, long Undetermined, long Failed, long Recommended, long Pending, long Withheld);

/// <summary>The values of an output: each with its count, and numbers also in classes.</summary>
/// <param name="Unknown">Decisions in which it was undecided.</param>
/// <param name="Values">The most frequent first, at most 50.</param>
/// <param name="OtherValues">How often it was something that is not among <paramref name="Values"/>.</param>
/// <param name="Numbers">Null when there were none.</param>
public sealed record OutputCounts(string Name, long Known, long Unknown, IReadOnlyList<ValueCount> Values, long OtherValues, NumberCounts? Numbers);

/// <param name="Value">A number, a text, true or false; a list as its JSON.</param>
public sealed record ValueCount(JsonElement Value, long Count);

/// <param name="IsRounded">There were so many different numbers that they were rounded to three digits before they were counted.</param>
/// <param name="Classes">Of equal width, without gaps; each holds its lower end, the last one its upper end too.</param>
public sealed record NumberCounts(decimal Least, decimal Most, decimal Mean, decimal Median, bool IsRounded, IReadOnlyList<NumberClass> Classes);

public sealed record NumberClass(decimal From, decimal To, long Count);

public sealed record MissingCount(string Fact, string? Label, string? Unit, long Patients);

/// <param name="Next">What to send as <c>after</c> for those that follow; null when there are no more.</param>
public sealed record UndeterminedPage(long Total, IReadOnlyList<UndeterminedPatient> Patients, string? Next);

/// <param name="Line">As the answer has it.</param>
/// <param name="Missing">The facts that are missing for this patient.</param>
public sealed record UndeterminedPatient(JsonElement Line, JsonElement? Id, IReadOnlyList<string> Missing);
