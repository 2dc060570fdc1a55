using System.Text.Json;
using BoneMets.Rules.Server.Changes;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Verification;

/// <summary>Does this content hold up? What the analysis finds, and what the golden cases show of it.</summary>
/// <param name="Solver">Name and version; <c>null</c> when it is not installed: then <c>Open</c> says what was not looked at.</param>
/// <param name="Questions">How many questions about all patients were answered.</param>
/// <param name="LongestList">What is proved is about lists of up to so many elements; <c>null</c> when no list is read.</param>
/// <param name="Workflows">In the order of the library.</param>
/// <param name="Findings">By workflow, then by code and place.</param>
/// <param name="Open">What was asked and not answered: never a pass.</param>
/// <param name="NotVerified">Workflows with errors or without declared inputs: nothing is known of them.</param>
public sealed record VerificationAnswer(
    string? Solver, int Questions, int? LongestList, CoverageTotalsAnswer Coverage, IReadOnlyList<VerifiedWorkflowAnswer> Workflows,
    IReadOnlyList<FindingAnswer> Findings, IReadOnlyList<OpenQuestionAnswer> Open, IReadOnlyList<string> NotVerified);

public sealed record VerifiedWorkflowAnswer(string Workflow, CoverageTotalsAnswer Coverage, int Findings, int Open);

/// <summary>Something that is probably wrong. Its severity is <c>warning</c> or <c>info</c>.</summary>
/// <param name="Example">A smallest patient of whom the workflow decides what the finding says; <c>null</c> where no patient can show it.</param>
public sealed record FindingAnswer(string Workflow, DiagnosticAnswer Diagnostic, ExampleAnswer? Example);

/// <summary>Facts as <c>execute</c> takes them, and the date to decide for when it matters.</summary>
public sealed record ExampleAnswer(JsonElement Facts, string? AsOf);

/// <param name="Subject">The rule, table or pair of rules.</param>
public sealed record OpenQuestionAnswer(string Workflow, string Subject, string Why);

public sealed record CoverageTotalsAnswer(CoverageCountAnswer Rules, CoverageCountAnswer Rows, CoverageCountAnswer Bands, CoverageCountAnswer Conditions);

/// <summary><c>Percent</c> is rounded down, so that 100 is all of them.</summary>
public sealed record CoverageCountAnswer(int Covered, int Total, decimal Percent);

/// <summary>What the golden cases show of one workflow, element by element in the order of its document.</summary>
/// <param name="Cases">How many cases were looked at, those of other workflows that use this one included.</param>
public sealed record CoverageAnswer(string Workflow, int Cases, CoverageTotalsAnswer Totals, IReadOnlyList<CoverageElementAnswer> Elements);

/// <param name="Kind"><c>rule</c>, <c>row</c>, <c>band</c> or <c>condition</c>.</param>
/// <param name="Text">A verdict, a row as its author wrote it, or a condition.</param>
/// <param name="Sides">One; of a condition two, true and false: it is covered when cases show both.</param>
/// <param name="NotRequired">Why nobody misses it; <c>null</c> when it counts.</param>
public sealed record CoverageElementAnswer(
    string Kind, PartAnswer Part, string Text, PlaceAnswer Place, bool IsCovered, string? NotRequired, IReadOnlyList<CoverageSideAnswer> Sides);

/// <param name="Wanted">The case that would show it, in words.</param>
/// <param name="Count">How many cases show it; the first of them are listed, as <c>id</c> or <c>Workflow/id</c>.</param>
public sealed record CoverageSideAnswer(string Name, string Wanted, int Count, IReadOnlyList<string> Cases);

/// <param name="Kind"><c>rule</c>, <c>parameter</c>, <c>table</c>, <c>scoreItem</c> or <c>use</c>.</param>
/// <param name="Name">Of a parameter of a rule <c>rule.parameter</c>.</param>
public sealed record PartAnswer(string Kind, string Name);

/// <param name="Start">Of the part of the expression that is meant; <c>null</c> when the whole value is.</param>
public sealed record PlaceAnswer(string Document, string Pointer, int Line, int Column, int? Start, int? Length);

/// <summary>How well the golden cases guard one workflow against small mistakes in it.</summary>
public sealed record MutationAnswer(
    string Workflow, MutationScoreAnswer Score, IReadOnlyList<MutatedPartAnswer> Parts, IReadOnlyList<SurvivorAnswer> Survivors, IReadOnlyList<EquivalentAnswer> Equivalents);

/// <summary><c>Percent</c> is of killed and survived, rounded down; equivalent and invalid mistakes count for neither.</summary>
public sealed record MutationScoreAnswer(int Killed, int Survived, int Equivalent, int Invalid, decimal Percent);

public sealed record MutatedPartAnswer(PartAnswer Part, MutationScoreAnswer Score);

/// <summary>A small mistake that no golden case notices.</summary>
/// <param name="Before">What its author wrote; <c>After</c> is the mistake.</param>
/// <param name="Suggestion">A case that would notice it; <c>null</c> when none was found.</param>
public sealed record SurvivorAnswer(PartAnswer Part, string Operator, PlaceAnswer Place, string Before, string After, SuggestedCaseAnswer? Suggestion);

/// <summary>It passes with the rules as they are and fails with the mistake; whether the rules are right about it is for a clinician to say.</summary>
/// <param name="Workflow">The one to whose cases it belongs.</param>
/// <param name="Text">The whole case as it would stand in <c>cases.json</c>.</param>
public sealed record SuggestedCaseAnswer(string Workflow, string Id, string Title, string Text);

/// <summary>A mistake that is proved to decide the same, so that no case can notice it.</summary>
public sealed record EquivalentAnswer(PartAnswer Part, string Operator, PlaceAnswer Place, string Before, string After, string Reason);

/// <summary>A change against its base: what is proved to decide the same for all patients, and for whom the decision changes.</summary>
/// <param name="Solver">Name and version; <c>null</c> when it is not installed, so that nothing is proved.</param>
/// <param name="Workflows">Those that the change touches, also through what they build on; a workflow that is not listed is the same.</param>
/// <param name="Impact">Over golden cases and the examples found here, as far as both contents can decide; <c>null</c> when nothing differs.</param>
public sealed record ProofsAnswer(string ContentHash, int Base, string? Solver, IReadOnlyList<ComparedWorkflowAnswer> Workflows, ImpactAnswer? Impact);

/// <param name="Obstacle">Why nothing could be compared; <c>null</c> when it was.</param>
/// <param name="LongestList">What is proved is about lists of up to so many elements; <c>null</c> when it reads no list.</param>
public sealed record ComparedWorkflowAnswer(string Workflow, string? Obstacle, int? LongestList, IReadOnlyList<ComparedDefinitionAnswer> Definitions);

/// <param name="Relation"><c>same</c>: proved for all patients; <c>different</c>: the example shows it; <c>undecided</c>: neither, and never a pass.</param>
/// <param name="Why">Why it is undecided.</param>
public sealed record ComparedDefinitionAnswer(string Name, bool IsRule, string Relation, ExampleAnswer? Example, string? Before, string? After, string? Why);
