using System.Globalization;
using BoneMets.Rules.Contrasts;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Facts;
using BoneMets.Rules.Server.Language;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Verification.Reasons;

namespace BoneMets.Rules.Server.Contrasts;

/// <summary>Asks the engine, of what is live or of a draft, and says it as the interface does.</summary>
internal static class ContrastAnswers
{
    public static QuestionsAnswer Questions(RuleEngine engine, LibraryWorkflow workflow, int? release, AskQuestions request, CancellationToken cancellation)
    {
        var asked = AskedFacts.Of(workflow, request.Facts, request.Bundle, request.Patient, ExecuteOptions.RequireAsOf(request.AsOf) ?? engine.Today);
        var questions = asked.Ask(engine, workflow.Name, (one, facts) => NextQuestions.Of(one, facts, asked.AsOf, cancellation))!;
        return new QuestionsAnswer(workflow.Name, release, workflow.Bound!.Hash, Date(asked.AsOf), [.. questions.Select(Of)], asked.Report);
    }

    public static ContrastAnswer Contrast(RuleEngine engine, LibraryWorkflow workflow, int? release, AskContrast request, CancellationToken cancellation)
    {
        var asked = AskedFacts.Of(workflow, request.Facts, request.Bundle, request.Patient, ExecuteOptions.RequireAsOf(request.AsOf) ?? engine.Today);
        var contrast = asked.Ask(engine, workflow.Name, (one, facts) => RuleContrasts.Of(one, facts, asked.AsOf, request.Rule, cancellation));
        return contrast is not null ? Of(contrast, release, asked.Report) : throw new ProblemException(ProblemKind.UnknownRule, $"the decision of `{workflow.Name}` on these facts has no rule `{request.Rule}`");
    }

    private static ContrastAnswer Of(RuleContrast contrast, int? release, BundleReport? reading)
    {
        var (decision, rule, reason) = (contrast.Decision, contrast.Rule, DecisionReasons.Of(contrast.Rule, contrast.Decision));
        return new ContrastAnswer(
            decision.Workflow, release, decision.Hash, Date(decision.AsOf), rule.Name, rule.Title, DecisionWriter.VerdictName(rule.Verdict),
            rule.Error?.Message, rule.Missing, reason.Expression, [.. reason.Parts.Select(Of)], contrast.WithheldBy, [.. contrast.Alternatives.Select(Of)], reading);
    }

    private static QuestionAnswer Of(NextQuestion question) => new(
        question.Fact, question.Label, question.Unit, question.Type is { } type ? TypeInfos.NameOf(type) : null, question.Waiting,
        question.Urgency is { } urgency ? EnumWord.Of(urgency) : null, question.Decides, question.Always,
        [.. question.Answers.Select(a => new TriedAnswer(a.Values, a.IsRange, [.. a.Decides.Select(d => new VerdictAnswer(d.Rule, DecisionWriter.VerdictName(d.Verdict)))]))]);

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ReasonAnswer Of(ReasonPart part) => new(EnumWord.Of(part.Tone), part.Word, part.Text, part.Readings, [.. part.Parts.Select(Of)]);

    private static AlternativeAnswer Of(Alternative alternative) => new(
        DecisionWriter.VerdictName(alternative.Verdict), [.. alternative.Changes.Select(c => new FactChangeAnswer(c.Fact, c.Label, c.Unit, TypeInfos.NameOf(c.Type), c.From, c.To, c.Others, c.Through))],
        alternative.WithheldBy, [.. alternative.Given.Select(Of)], [.. alternative.NoLongerGiven.Select(Of)]);

    private static AdviceAnswer Of(RecommendationResult advice) => new(advice.Rule, advice.Title, EnumWord.Of(advice.Urgency));
}
