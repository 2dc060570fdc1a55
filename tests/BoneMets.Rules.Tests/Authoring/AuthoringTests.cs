using BoneMets.Rules.Authoring;
using BoneMets.Rules.Language;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Authoring;

/// <summary>What an author is shown while writing: tables of <c>tests/spec/authoring</c>.</summary>
public sealed class AuthoringTests
{
    public static TheoryData<SpecRow> Sentences => [.. SpecTable.Of("authoring", "sentences", 2)];

    public static TheoryData<SpecRow> CompletionRows => [.. SpecTable.Of("authoring", "completions", 3)];

    [Theory, MemberData(nameof(Sentences))]
    public void An_expression_reads_as_a_sentence(SpecRow row)
    {
        var (node, diagnostics) = WardLibrary.Context().Bind(row.Expression);
        Assert.Empty(diagnostics);
        // A parameter reads by its name; here its own expression is meant.
        if (node is BoundReference { Target: ParameterDefinition parameter }) node = parameter.Expression;
        Assert.Equal(row.Facts, PlainEnglish.Of(node!));
    }

    [Theory, MemberData(nameof(CompletionRows))]
    public void What_makes_sense_at_a_place_is_offered(SpecRow row)
    {
        var offset = row.Expression.IndexOf('|', StringComparison.Ordinal);
        var list = Completions.InExpression(WardLibrary.Context(), row.Expression.Remove(offset, 1), offset);
        var labels = list.Items.Select(i => i.Label).ToHashSet(StringComparer.Ordinal);
        Assert.All(Words(row.Facts), l => Assert.Contains(l, labels));
        Assert.All(Words(row.Expected), l => Assert.DoesNotContain(l, labels));
        Assert.InRange(list.Start, 0, offset);
        Assert.Equal(offset, list.Start + list.Length);
    }

    [Fact]
    public void What_is_inserted_takes_the_place_of_the_word_that_is_being_written()
    {
        const string text = "ward.grade == \"gra";
        var list = Completions.InExpression(WardLibrary.Context(), text, text.Length);
        var item = list.Items.Single(i => i.Label == "grade2");
        Assert.Equal("ward.grade == \"grade2\"", text[..list.Start] + item.Insert);
        Assert.Equal("grade 2", item.Detail);
    }

    [Fact]
    public void A_cell_offers_the_values_of_its_column()
    {
        Assert.Equal(["grade1", "grade2", "notDone", "not", "null", "_"], Completions.InPattern(WardLibrary.Context(), "ward.grade", "", 0).Items.Select(i => i.Label));
        Assert.Equal(["and", "or"], Completions.InPattern(WardLibrary.Context(), "ward.grade", "\"grade1\" ", 9).Items.Select(i => i.Label));
        Assert.Contains(Completions.InPattern(WardLibrary.Context(), "ward.calcium", ">= 30 and ", 10).Items, i => i.Label == "< …");
    }

    [Fact]
    public void Local_parameters_are_in_sight_in_their_rule_only()
    {
        Assert.Contains(Completions.InExpression(WardLibrary.Context("Local"), "", 0).Items, i => i is { Label: "half", Kind: NameKind.LocalParameter });
        Assert.DoesNotContain(Completions.InExpression(WardLibrary.Context(), "", 0).Items, i => i.Label == "half");
        Assert.Null(AuthoringContext.Of(WardLibrary.Library, "Nothing"));
    }

    [Theory]
    [InlineData("ward.calc|ium > 3", "ward.calcium", "a number in mg/dL, 0 to 30 (also sent in mmol/L)", "Calcium: Total calcium in the blood.", null)]
    [InlineData("lim|it > 3", "limit", "a number", null, "10.5")]
    [InlineData("High|Calcium", "HighCalcium", "a rule: true when it is met", "Calcium above the limit", "ward.calcium > limit")]
    [InlineData("ward.lesions.Any(l => l.pa|in == ", "l.pain", "one of mild, severe", "Pain", null)]
    [InlineData("ward.lesions.An|y(l => true)", "list.Any(x => …)", null, "true when the condition holds for at least one element", null)]
    [InlineData("Roun|d(3.14, 1)", "Round(x, digits)", null, "rounded to that many decimal places, half away from zero", null)]
    [InlineData("as|Of", "asOf", "a date", "the day that the decision is for", null)]
    public void A_name_says_what_it_stands_for(string marked, string title, string? detail, string? description, string? expression)
    {
        var offset = marked.IndexOf('|', StringComparison.Ordinal);
        var hover = Hovers.At(WardLibrary.Context(), marked.Remove(offset, 1), offset)!;
        Assert.Equal((title, detail, description, expression), (hover.Title, hover.Detail, hover.Description, hover.Expression));
    }

    [Theory]
    [InlineData("ward.not|hing > 3")]
    [InlineData("3 >| 4")]
    [InlineData("\"te|xt\"")]
    [InlineData("|")]
    public void Where_no_known_name_stands_nothing_is_said(string marked)
    {
        var offset = marked.IndexOf('|', StringComparison.Ordinal);
        Assert.Null(Hovers.At(WardLibrary.Context(), marked.Remove(offset, 1), offset));
    }

    [Theory]
    [InlineData("Round(ward.calcium, |", "Round", 1)]
    [InlineData("Min(1, Max(2, 3), |", "Min", 2)]
    [InlineData("ward.lesions.Any(|", "Any", 0)]
    public void A_call_shows_its_signature_and_the_argument_that_is_being_written(string marked, string name, int argument)
    {
        var offset = marked.IndexOf('|', StringComparison.Ordinal);
        var help = Hovers.SignatureAt(WardLibrary.Context(), marked.Remove(offset, 1), offset)!;
        Assert.Equal((name, argument), (help.Name, help.Argument));
        Assert.NotEmpty(help.Signature);
        Assert.Null(Hovers.SignatureAt(WardLibrary.Context(), "ward.calcium > (3", 17));
    }

    [Theory]
    [InlineData("((((((((((")]
    [InlineData("a<a<a<a<a<")]
    [InlineData("\"\\")]
    [InlineData("$\"{")]
    [InlineData("a?[a?[")]
    [InlineData("l => l => ")]
    [InlineData("ward.lesions.Any(ward.lesions.Any(ward.lesions.Any(")]
    [InlineData("\uD800")]
    public void Unfinished_and_hostile_text_is_answered_at_every_place(string text)
    {
        for (var offset = 0; offset <= text.Length; offset++)
        {
            Assert.NotNull(Completions.InExpression(WardLibrary.Context(), text, offset));
            Assert.NotNull(Completions.InPattern(WardLibrary.Context(), "ward.calcium", text, offset));
            Hovers.At(WardLibrary.Context(), text, offset);
            Hovers.SignatureAt(WardLibrary.Context(), text, offset);
        }
    }

    [Fact]
    public void Every_expression_of_the_tables_has_a_sentence_or_an_error()
    {
        var load = SpecWorld.Load();
        var context = AuthoringContext.Of(load.Library, "Spec")!;
        foreach (var row in SpecTable.All())
            if (context.Bind(row.Expression).Node is { } node) Assert.NotEmpty(PlainEnglish.Of(node));
    }

    [Fact]
    public void Every_condition_of_the_shipped_content_has_a_sentence()
    {
        var library = RuleLibrary.Load(Path.Combine(SpecTable.Root(), "workflows")).Library;
        foreach (var rule in library.Workflows.SelectMany(w => w.Bound!.Rules)) Assert.NotEmpty(PlainEnglish.Of(rule.Condition));
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
