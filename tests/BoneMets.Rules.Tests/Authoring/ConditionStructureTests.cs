using BoneMets.Rules.Authoring;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Authoring;

/// <summary>Conditions taken apart for a builder, and put together again.</summary>
public sealed class ConditionStructureTests
{
    private static readonly AuthoringContext Ward = WardLibrary.Context();

    [Theory]
    [InlineData("ward.smoker", "ward.smoker isTrue")]
    [InlineData("!ward.smoker", "ward.smoker isFalse")]
    [InlineData("!(ward.smoker)", "ward.smoker isFalse")]
    [InlineData("ward.smoker == false", "ward.smoker isFalse")]
    [InlineData("ward.smoker != true", "ward.smoker isFalse")]
    [InlineData("ward.smoker is not false", "ward.smoker isTrue")]
    [InlineData("HighCalcium", "HighCalcium isTrue")]
    [InlineData("ward.calcium > 3", "ward.calcium above 3")]
    [InlineData("9 <= ward.calcium", "ward.calcium atLeast 9")]
    [InlineData("ward.calcium < limit", "ward.calcium below limit")]
    [InlineData("ward.calcium + 1 <= 2", "ward.calcium + 1 atMost 2")]
    [InlineData("ward.grade == \"grade1\"", "ward.grade is \"grade1\"")]
    [InlineData("\"grade1\" != ward.grade", "ward.grade isNot \"grade1\"")]
    [InlineData("ward.grade is \"grade1\" or \"grade2\"", "ward.grade isOneOf \"grade1\" | \"grade2\"")]
    [InlineData("ward.grade is not (\"grade1\" or \"grade2\")", "ward.grade isNotOneOf \"grade1\" | \"grade2\"")]
    [InlineData("ward.grade is not \"grade1\" and not \"grade2\"", "ward.grade isNotOneOf \"grade1\" | \"grade2\"")]
    [InlineData("ward.grade is not \"grade1\"", "ward.grade isNot \"grade1\"")]
    [InlineData("ward.calcium is >= 30 and <= 40", "ward.calcium between 30 | 40")]
    [InlineData("ward.calcium is <= 40 and >= 3", "ward.calcium between 3 | 40")]
    [InlineData("ward.calcium is >= 30", "ward.calcium atLeast 30")]
    [InlineData("ward.calcium is > -1.5", "ward.calcium above -1.5")]
    [InlineData("ward.admitted >= Date(\"2026-01-31\")", "ward.admitted atLeast Date(\"2026-01-31\")")]
    [InlineData("ward.calcium == null", "ward.calcium isNotKnown")]
    [InlineData("ward.calcium is null", "ward.calcium isNotKnown")]
    [InlineData("ward.calcium is not null", "ward.calcium isKnown")]
    [InlineData("!IsKnown(ward.calcium)", "ward.calcium isNotKnown")]
    [InlineData("ward.lesions is not null", "ward.lesions isKnown")]
    [InlineData("ward.calcium is >= 30 and < 40", "other")]
    [InlineData("ward.calcium is null or > 3", "other")]
    [InlineData("ward.note.Contains(\"x\")", "other")]
    [InlineData("ward.smoker ?? false", "other")]
    [InlineData("ward.smoker ? true : false", "other")]
    [InlineData("1 < 2", "other")]
    [InlineData("true", "other")]
    [InlineData("ward.lesions.Any()", "other")]
    [InlineData("ward.smoker && ward.calcium > 3 && HighCalcium", "all(ward.smoker isTrue, ward.calcium above 3, HighCalcium isTrue)")]
    [InlineData("ward.smoker AND ward.calcium > 3", "all(ward.smoker isTrue, ward.calcium above 3)")]
    [InlineData("(ward.smoker || HighCalcium) && !ward.onDialysis", "all(any(ward.smoker isTrue, HighCalcium isTrue), ward.onDialysis isFalse)")]
    [InlineData("((ward.smoker && HighCalcium) && ward.onDialysis)", "all(ward.smoker isTrue, HighCalcium isTrue, ward.onDialysis isTrue)")]
    [InlineData("ward.smoker || ward.calcium > 3 && HighCalcium", "any(ward.smoker isTrue, all(ward.calcium above 3, HighCalcium isTrue))")]
    [InlineData("!(ward.smoker || HighCalcium)", "not(any(ward.smoker isTrue, HighCalcium isTrue))")]
    [InlineData("ward.lesions.Any(l => l.pain == \"severe\" && l.size > 3)", "anyOf l in ward.lesions(all(l.pain is \"severe\", l.size above 3))")]
    [InlineData("!ward.lesions.All((l) => (l.size > 3))", "not(allOf l in ward.lesions(l.size above 3))")]
    [InlineData("ward.lesions.Where(l => l.size > 3).Any(k => k.pain is null)", "anyOf k in ward.lesions.Where(l => l.size > 3)(k.pain isNotKnown)")]
    public void A_condition_is_taken_apart_as_a_builder_shows_it(string text, string expected) => Assert.Equal(expected, Show(text, Structure(Ward, text)!));

    [Theory]
    [InlineData("ward.smoker && HighCalcium", "ward.smoker", "HighCalcium")]
    [InlineData("( ward.smoker ) && ((HighCalcium))", "( ward.smoker )", "((HighCalcium))")]
    [InlineData("(ward.smoker || HighCalcium) && Round(ward.calcium) > (3)", "(ward.smoker || HighCalcium)", "Round(ward.calcium) > (3)")]
    [InlineData("NOT (ward.smoker) AND (HighCalcium)", "NOT (ward.smoker)", "(HighCalcium)")]
    public void Parentheses_belong_to_the_part_that_they_hold(string text, params string[] outer) =>
        Assert.Equal(outer, Structure(Ward, text)!.Operands.Select(o => Slice(text, o.Outer)));

    [Fact]
    public void A_test_says_what_it_is_about_and_with_what()
    {
        var test = Structure(Ward, "ward.grade is \"grade1\" or \"notDone\"")!.Test!;
        Assert.True(test.Subject.IsFact);
        Assert.Equal("ESCC grade", test.Subject.Label);
        Assert.Equal([("grade1", "grade 1"), ("grade2", "grade 2"), ("notDone", "not done")], test.Subject.Typing.Words);
        Assert.Equal([("grade 1", "grade1"), ("not done", "notDone")], test.Values.Select(v => (v.Label, v.Literal!)));
        var number = Structure(Ward, "ward.calcium > limit")!.Test!;
        Assert.Equal((0m, 30m, "mmol/L"), (number.Subject.Typing.Fact!.Minimum, number.Subject.Typing.Fact!.Maximum, Assert.Single(number.Subject.Typing.OtherUnits)));
        Assert.Null(Assert.Single(number.Values).Literal);
        Assert.Equal(("2026-01-31", "-1.5"), (Literal("ward.admitted > Date(\"2026-01-31\")"), Literal("ward.calcium > -1.50")));
        Assert.Null(Structure(Ward, "ward.calcium + 1"));
    }

    [Fact]
    public void Deeper_than_anybody_edits_parts_are_left_as_they_are()
    {
        var text = string.Concat(Enumerable.Repeat("!(true && ", 25)) + "ward.smoker" + new string(')', 25);
        var depth = 0;
        for (var part = Structure(Ward, text)!; part.Operands.Count > 0; part = part.Operands[^1]) depth++;
        Assert.Equal(24, depth);
    }

    /// <summary>Over every condition of the shipped library and of the tables of the language.</summary>
    [Fact]
    public void Every_part_stands_where_it_says_and_the_parts_together_mean_the_whole()
    {
        var shipped = RuleLibrary.Load(Path.Combine(SpecTable.Root(), "workflows")).Library;
        var spec = AuthoringContext.Of(SpecWorld.Load().Library, "Spec")!;
        var seen = 0;
        foreach (var workflow in shipped.Workflows)
        {
            foreach (var rule in workflow.Model.AllRules().Where(r => r.Expression is not null))
                seen += Check(AuthoringContext.Of(shipped, workflow.Name, rule.Name)!, rule.Expression!.Text);
        }
        foreach (var row in SpecTable.All()) seen += Check(spec, row.Expression);
        Assert.True(seen > 500, $"only {seen} parts were seen");
    }

    private static int Check(AuthoringContext context, string text)
    {
        if (Structure(context, text) is not { } whole) return 0;
        var meaning = BoundKey.Of(context.Bind(text).Node!);
        return CheckPart(whole, new TextSpan(0, text.Length));

        int CheckPart(ConditionPart part, TextSpan within)
        {
            Assert.True(part.Outer.Start >= within.Start && part.Outer.End <= within.End && part.Span.Start >= part.Outer.Start && part.Span.End <= part.Outer.End, text);
            Assert.NotEmpty(part.Sentence);
            if (part.Kind is ConditionKind.All or ConditionKind.Any)
            {
                var joined = string.Join(part.Kind == ConditionKind.All ? " && " : " || ", part.Operands.Select(o => Slice(text, o.Outer)));
                var rejoined = text[..part.Span.Start] + joined + text[part.Span.End..];
                Assert.Equal(meaning, BoundKey.Of(context.Bind(rejoined).Node!));
                Assert.True(part.Operands.Zip(part.Operands.Skip(1)).All(p => p.First.Outer.End <= p.Second.Outer.Start), text);
            }
            if (part.Test is { } test)
            {
                foreach (var span in test.Values.Select(v => v.Span).Append(test.Subject.Span)) Assert.True(span.Start >= part.Span.Start && span.End <= part.Span.End && span.Length > 0, text);
            }
            // In parentheses it is the same part.
            var bracketed = text[..part.Outer.Start] + "(" + Slice(text, part.Outer) + ")" + text[part.Outer.End..];
            Assert.Equal(meaning, BoundKey.Of(context.Bind(bracketed).Node!));
            return 1 + part.Operands.Sum(o => CheckPart(o, part.Span));
        }
    }

    private static ConditionPart? Structure(AuthoringContext context, string text) => context.Bind(text).Node is { } node ? ConditionStructure.Of(text, node) : null;

    private static string? Literal(string text) => Assert.Single(Structure(Ward, text)!.Test!.Values).Literal;

    private static string Show(string text, ConditionPart part) => part.Kind switch
    {
        ConditionKind.Test => $"{Slice(text, part.Test!.Subject.Span)} {Camel(part.Test.Operator)} {string.Join(" | ", part.Test.Values.Select(v => Slice(text, v.Span)))}".TrimEnd(),
        ConditionKind.Other => "other",
        ConditionKind.AnyOf or ConditionKind.AllOf => $"{Camel(part.Kind)} {part.Elements!.Variable} in {Slice(text, part.Elements.Span)}({Show(text, part.Operands[0])})",
        _ => $"{Camel(part.Kind)}({string.Join(", ", part.Operands.Select(o => Show(text, o)))})",
    };

    private static string Camel<T>(T value) where T : struct, Enum => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];

    private static string Slice(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
