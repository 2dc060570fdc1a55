using System.Globalization;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Verification;
using BoneMets.Rules.Verification.Analysis;
using BoneMets.Rules.Verification.Analysis.Versions;
using BoneMets.Rules.Verification.Coverage;
using BoneMets.Rules.Verification.Mutation;

namespace BoneMets.Rules.Server.Verification;

/// <summary>What verification found, as answers.</summary>
internal static class VerificationAnswers
{
    public static FindingAnswer Of(Finding finding) => new(finding.Workflow, WorkflowPages.Answer(finding.Diagnostic), Example(finding.Example?.AsExample()));

    public static OpenQuestionAnswer Of(OpenQuestion open) => new(open.Workflow, open.Subject, open.Why);

    public static CoverageTotalsAnswer Of(CoverageTotals totals) => new(Count(totals.Rules), Count(totals.Rows), Count(totals.Bands), Count(totals.Conditions));

    public static CoverageElementAnswer Of(CoverageElement element) => new(
        EnumWord.Of(element.Kind), new PartAnswer(EnumWord.Of(element.Part.Kind), element.Part.Name), element.Text, Place(element.Place), element.IsCovered, element.NotRequired,
        [.. element.Sides.Select(s => new CoverageSideAnswer(s.Name, s.Wanted, s.Count, s.Cases))]);

    public static MutationAnswer Of(WorkflowMutation found) => new(
        found.Workflow, Score(found.Score), [.. found.Parts.Select(p => new MutatedPartAnswer(Part(p.Part), Score(p.Score)))],
        [.. found.Results.Where(r => r.Status == MutantStatus.Survived).Select(r => new SurvivorAnswer(
            Part(r.Mutant.Part), r.Mutant.Operator, Place(r.Mutant.Place), r.Mutant.Before, r.Mutant.After,
            r.Suggestion is { } s ? new SuggestedCaseAnswer(s.Workflow, s.Id, s.Title, s.Json) : null))],
        [.. found.Results.Where(r => r.Status == MutantStatus.Equivalent).Select(r => new EquivalentAnswer(
            Part(r.Mutant.Part), r.Mutant.Operator, Place(r.Mutant.Place), r.Mutant.Before, r.Mutant.After, r.Reason!))]);

    public static ComparedWorkflowAnswer Of(WorkflowComparison compared) => new(
        compared.Workflow, compared.Obstacle, compared.LongestList,
        [.. compared.Definitions.Select(d => new ComparedDefinitionAnswer(d.Name, d.IsRule, EnumWord.Of(d.Relation), Example(d.Example?.AsExample()), d.Before, d.After, d.Why))]);

    private static ExampleAnswer? Example(FactsExample? example) => example is null
        ? null
        : new ExampleAnswer(JsonElement.Parse(example.Facts), example.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static CoverageCountAnswer Count(CoverageCount count) => new(count.Covered, count.Total, count.Percent);

    private static MutationScoreAnswer Score(MutationScore score) => new(score.Killed, score.Survived, score.Equivalent, score.Invalid, score.Percent);

    private static PartAnswer Part(MutatedPart part) => new(EnumWord.Of(part.Kind), part.Name);

    private static PlaceAnswer Place(SourcePlace place) => new(place.Document, place.Pointer, place.Line, place.Column, place.Span?.Start, place.Span?.Length);
}
