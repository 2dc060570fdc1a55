using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Language;

/// <summary>A finding is a line that somebody reads, however long the text is that it is about.</summary>
public sealed class LongQuotationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void A_name_without_end_is_quoted_by_its_beginning(int names)
    {
        var name = new string('n', 9_000 / names);
        var load = SpecWorld.Load(("result", string.Join(" && ", Enumerable.Range(0, names).Select(i => $"{name}{i}"))));
        Assert.NotEmpty(load.Diagnostics);
        Assert.All(load.Diagnostics, d => Assert.InRange(d.Message.Length, 1, 500));
        Assert.Contains("nnnn", load.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_without_end_is_quoted_by_its_beginning_and_the_rest_of_the_message_stays()
    {
        var found = new Diagnostic(DiagnosticCode.UnknownKey, $"there is no key `{new string('k', 1_000_000)}` in `Rules`", $"did you mean `{new string('k', 600)}`?");
        Assert.Equal($"there is no key `{new string('k', 100)}…` in `Rules`", found.Message);
        Assert.Equal($"did you mean `{new string('k', 100)}…`?", found.Help);
    }

    [Fact]
    public void Half_a_character_is_not_left_over()
    {
        var found = new Diagnostic(DiagnosticCode.UnknownKey, $"`{new string('k', 99)}{string.Concat(Enumerable.Repeat("\ud83e\uddb4", 500))}`");
        Assert.Equal($"`{new string('k', 99)}…`", found.Message);
    }

    [Fact]
    public void What_is_not_quoted_ends_after_four_thousand_characters() => Assert.Equal(4_001, new Diagnostic(DiagnosticCode.UnknownKey, new string('a', 5_000)).Message.Length);
}
