using BoneMets.Rules.Authoring;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Fuzzing;

/// <summary>A text at a place, a cursor in it, and the facts that it is evaluated on when it binds.</summary>
internal sealed record ExpressionInput(int Place, string Text, bool IsCondition, int Cursor, int Facts);

/// <summary>Everything that a text of an author goes through: reading, binding, evaluation, plain English, completion, hover.</summary>
internal sealed class ExpressionTarget : IFuzzTarget<ExpressionInput>
{
    /// <summary>A tenth of what a decision may do, so that whatever takes a second is no work that was counted.</summary>
    private const long Steps = LanguageLimits.ListStepsPerDecision / 10;

    private readonly IReadOnlyList<ExpressionPlace> places = ExpressionPlaces.All();

    /// <summary>How many of them had no errors: few would mean that only the first step is tried.</summary>
    public long Bound { get; private set; }

    public long Evaluated { get; private set; }

    public ExpressionInput Make(Random random)
    {
        // Evaluated are above all the small worlds, whose expressions need nothing but facts; the shipped workflows have the long texts.
        var place = random.Next(random.Chance(60) ? ExpressionPlaces.Small : places.Count);
        var text = ExpressionMutation.Mutated(random, places[place].Text(random), () => places[place].Text(random));
        return new ExpressionInput(place, text, random.Chance(50), random.Next(text.Length + 1), random.Next());
    }

    public string? Fails(ExpressionInput input)
    {
        var (place, text) = (places[input.Place], input.Text);
        if (Wrong(ExpressionParser.ParsePattern(text).Diagnostics, text) is { } inPattern) return inPattern;
        var parsed = ExpressionParser.ParseExpression(text);
        if (Wrong(parsed.Diagnostics, text) is { } inSyntax) return inSyntax;
        var (node, findings) = place.Context.Bind(text, input.IsCondition);
        if (Wrong(findings, text) is { } inMeaning) return inMeaning;
        if (parsed.Root is null && node is not null) return "binds, but cannot be read";
        if (node is null && !findings.Any(f => f.IsError)) return "neither binds nor has an error";
        var cursor = Math.Min(input.Cursor, text.Length);
        var completion = Completions.InExpression(place.Context, text, cursor);
        if (!IsWithin(completion.Start, completion.Length, text)) return $"completes at {completion.Start}, {completion.Length}";
        Completions.InPattern(place.Context, "asOf", text, cursor);
        if (Hovers.At(place.Context, text, cursor) is { } hover && !IsWithin(hover.Span.Start, hover.Span.Length, text)) return $"hovers over {hover.Span}";
        Hovers.SignatureAt(place.Context, text, cursor);
        return node is null ? null : Bind(place, input, node);
    }

    public IEnumerable<ExpressionInput> Smaller(ExpressionInput input) =>
        Shorter.Of(input.Text).Select(shorter => input with { Text = shorter, Cursor = Math.Min(input.Cursor, shorter.Length) });

    public string Show(ExpressionInput input) => $"in {places[input.Place].Workflow.Model.Name}, condition: {input.IsCondition}, cursor {input.Cursor}, facts {input.Facts % places[input.Place].Facts.Count}:\n{CanonicalText(input.Text)}";

    private string? Bind(ExpressionPlace place, ExpressionInput input, BoundNode node)
    {
        Bound++;
        if (PlainEnglish.Of(node).Length == 0) return "has no sentence";
        if (node.Type is BooleanType) ConditionStructure.Of(input.Text, node);
        if (Reads.Definitions(node)) return null;
        Evaluated++;
        var (facts, asOf) = place.Facts[input.Facts % place.Facts.Count];
        var value = new Evaluator(place.Workflow, facts.Inputs, asOf, budget: new EvaluationBudget(Steps)).Evaluate(node);
        SpecWorld.Show(value);
        return null;
    }

    /// <summary>A finding has to be one that an author can use: at a place of the text, in our words.</summary>
    private static string? Wrong(IReadOnlyList<Diagnostic> findings, string text)
    {
        foreach (var found in findings)
        {
            if (found.Span is { } span && !IsWithin(span.Start, span.Length, text)) return $"a finding lies outside of the text: {found} at {span}";
            if (found.Message.Length is 0 or > 4_001 || found.Help?.Length > 4_001) return $"a finding has {found.Message.Length} characters, its help {found.Help?.Length}: {found}";
        }
        return null;
    }

    private static bool IsWithin(int start, int length, string text) => start >= 0 && length >= 0 && start + length <= text.Length;

    private static string CanonicalText(string text) => text.Length > 4_000 ? $"{System.Text.Json.JsonSerializer.Serialize(text[..4_000])} … ({text.Length} characters)" : System.Text.Json.JsonSerializer.Serialize(text);
}
