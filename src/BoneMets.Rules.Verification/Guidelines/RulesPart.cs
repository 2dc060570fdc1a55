using BoneMets.Rules.Language;
using BoneMets.Rules.Verification.Traceability;

namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>The rules in their order: what each recommends, when, on whose evidence, and which golden cases show it.</summary>
internal sealed class RulesPart(Guideline guideline, LibraryWorkflow workflow)
{
    private const int CasesShown = 5;

    public static IReadOnlyList<Block> Of(Guideline guideline, LibraryWorkflow workflow)
    {
        if (workflow.Model.Rules.Count == 0) return [];
        var part = new RulesPart(guideline, workflow);
        return [part.Overview(), .. workflow.Model.Rules.Select(r => part.Rule(r, null))];
    }

    private Grid Overview() => new("Rules in order", ["Rule", "Urgency", "Name"], workflow.Model.AllRules().Select(r => new GridRow(
        [new PageLink(r.Title ?? r.Name, null, Anchors.Rule(r.Name))], UrgencyOf(r) is { } mark ? [mark] : [], [new Code(r.Name)])));

    private Section Rule(Rule rule, Rule? parent)
    {
        var blocks = new List<Block>();
        if (rule.Recommendation is { } recommendation) blocks.Add(new Paragraph(Filled(recommendation.Text), ParagraphKind.Recommendation));
        blocks.Add(new Terms([.. TermsOf(rule)]));
        blocks.AddRange(rule.Rules.Select(r => Rule(r, rule)));
        return new Section(rule.Title ?? rule.Name, Anchors.Rule(rule.Name), blocks, Lead(rule, parent), parent is null ? SectionKind.Rule : SectionKind.NestedRule, rule.Recommendation?.Urgency);
    }

    private static List<Inline> Lead(Rule rule, Rule? parent)
    {
        var lead = new List<Inline>();
        if (UrgencyOf(rule) is { } urgency) lead.AddRange([urgency, " "]);
        if (rule.Recommendation?.Strength is { } strength) lead.AddRange([new Mark($"{strength.ToString().ToLowerInvariant()} recommendation", MarkKind.Quiet), " "]);
        lead.Add(new Code(rule.Name));
        if (parent is not null) lead.AddRange([" part of ", new Code(parent.Name)]);
        return lead;
    }

    private IEnumerable<Term> TermsOf(Rule rule)
    {
        if (rule.Expression is { } condition) yield return new Term("Condition", [new CodeBlock(condition.Text)]);
        if (rule.Rules.Count > 0) yield return new Term("Condition", [rule.Operator == RuleOperator.And ? "All of its parts below are met." : "At least one of its parts below is met."]);
        if (rule.LocalParams.Count > 0) yield return new Term("In it", Lines(rule.LocalParams.Select(p => (IReadOnlyList<Inline>)[new Code(p.Name), " is ", new Code(p.Expression.Text)])));
        if (rule.WhenUndetermined is { } open) yield return new Term("When undetermined", Filled(open));
        if (rule.ErrorMessage is { } message) yield return new Term("When not met", Filled(message));
        if (Gives(rule.OnSuccess) is { } success) yield return new Term("Gives when met", success);
        if (Gives(rule.OnFailure) is { } failure) yield return new Term("Gives when not met", failure);
        if (rule.Withholds.Count > 0)
            yield return new Term("Withholds", [new Paragraph(["Unless this rule is clearly not met, these recommendations are withheld:"]), .. Lines(rule.Withholds.Select(w => guideline.RuleNamed(workflow, w.Text)))]);
        if (WithheldBy(rule).ToList() is { Count: > 0 } against)
            yield return new Term("Withheld by", [new Paragraph(["Is given only when these rules are clearly not met, as far as they take part in the decision:"]), .. Lines(against)]);
        if (rule.SuccessEvent is { } signal && signal != rule.Name) yield return new Term("Event", [new Code(signal)]);
        if (rule.Evidence.Count > 0) yield return new Term("Evidence", [new Listing([.. rule.Evidence.Select(c => EvidencePart.Full(guideline, c))])]);
        else if (rule.Recommendation is not null) yield return new Term("Evidence", [new Strong("No source is cited.")]);
        yield return new Term("Golden cases", Cases(guideline.CasesOf(workflow, rule)));
    }

    private IReadOnlyList<Inline>? Gives(RuleAction? action) => action switch
    {
        { Expression: { } expression } => [new Code(expression.Text)],
        { RuleName: { } rule } => ["The result of ", .. guideline.RuleNamed(workflow, action.Workflow is null || action.Workflow == workflow.Name ? rule : $"{action.Workflow}.{rule}"), "."],
        _ => null,
    };

    private IEnumerable<IReadOnlyList<Inline>> WithheldBy(Rule rule) =>
        from other in guideline.Library.Workflows
        let isOwn = ReferenceEquals(other, workflow)
        let name = isOwn ? rule.Name : $"{workflow.Name}.{rule.Name}"
        from against in other.Model.AllRules()
        where against.Withholds.Any(w => w.Text == name)
        select guideline.RuleNamed(workflow, isOwn ? against.Name : $"{other.Name}.{against.Name}");

    private IReadOnlyList<Block> Cases(RuleCases cases)
    {
        if (cases.Any == 0) return [new Paragraph([new Strong("No golden case names this rule.")])];
        Inline count = cases.Met.Count == 0 ? new Strong("No golden case expects it to be met") : $"{cases.Met.Count} {(cases.Met.Count == 1 ? "case expects" : "cases expect")} it to be met";
        var others = $", {cases.NotMet} not met, {cases.Undetermined} undetermined{(cases.Failed > 0 ? $", {cases.Failed} failed" : "")}.";
        return [new Paragraph([count, others]), .. cases.Met.Count == 0 ? (Block[])[] : [new Listing([.. cases.Met.Select(c => new ListItem(Case(c), []))], CasesShown)]];
    }

    private List<Inline> Case(TracedCase traced)
    {
        var text = new List<Inline>();
        if (traced.Workflow != workflow.Name) text.AddRange([traced.Workflow, " "]);
        text.Add(new Code(traced.Case.Id));
        if ((traced.Case.Why ?? traced.Case.Title) is { } why) text.Add($" {why}");
        return text;
    }

    private static Block[] Lines(IEnumerable<IReadOnlyList<Inline>> lines) => [new Listing([.. lines.Select(l => new ListItem(l, []))])];

    private static Mark? UrgencyOf(Rule rule) => rule.Recommendation?.Urgency is { } urgency ? new Mark(urgency.ToString().ToLowerInvariant(), KindOf(urgency)) : null;

    private static MarkKind KindOf(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => MarkKind.Emergency,
        Urgency.Urgent => MarkKind.Urgent,
        Urgency.Routine => MarkKind.Routine,
        _ => MarkKind.Info,
    };

    /// <summary>A text with the places that a decision fills in.</summary>
    private static IReadOnlyList<Inline> Filled(AuthoredText text) =>
        [.. MessageText.Split(text.Text, out _).Select(s => s.IsExpression ? (Inline)new Slot(s.In(text.Text)) : new Words(s.In(text.Text)))];
}
