using BoneMets.Rules.Server.CdsHooks.Cards;
using BoneMets.Rules.Server.CdsHooks.Services;

namespace BoneMets.Rules.System.Tests.CdsHooks;

/// <summary>Texts of authors and of records on a card, and the identity of a card.</summary>
public sealed class CardTextTests
{
    [Theory]
    [InlineData("plain 2.6 mmol/L (2026-01-31)", "plain 2.6 mmol/L (2026-01-31)")]
    [InlineData("2.6 mmol/L", "2.6 mmol/L")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("[x](javascript:y)", @"\[x\](javascript:y)")]
    [InlineData("![x](http://evil.example/a.png)", @"!\[x\](http\://evil.example/a.png)")]
    [InlineData("see https://evil.example and www.evil.example", @"see https\://evil.example and www\.evil.example")]
    [InlineData("a@b.example", "a\\@\u2060b.example")]
    [InlineData("mailto:a@b.example", "mailto:a\\@\u2060b.example")]
    [InlineData("**bold** _it_ ~~no~~ `code` | table", @"\*\*bold\*\* \_it\_ \~\~no\~\~ \`code\` \| table")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("- item", @"\- item")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("1) item", @"1\) item")]
    [InlineData("one\ntwo\r\n\tthree", "one two three")]
    [InlineData("back\\slash", @"back\\slash")]
    [InlineData("right\u202Eleft \u200Bhidden", "rightleft hidden")]
    [InlineData("whole 😀", "whole 😀")]
    public void A_text_is_shown_as_it_is_and_becomes_no_markup(string text, string markdown) => Assert.Equal(markdown, Markdown.Escape(text));

    [Fact]
    public void Half_a_character_is_no_character() => Assert.Equal("half ? character", Markdown.Escape("half " + (char)0xD800 + " character")); // an attribute could not hold it

    [Fact]
    public void A_summary_has_fewer_than_140_characters_and_no_half_one()
    {
        Assert.Equal(new string('a', 139), HookCards.Summary(new string('a', 139)));
        Assert.Equal(139, HookCards.Summary(new string('a', 140)).Length);
        var cut = HookCards.Summary(new string('a', 137) + "😀😀");
        Assert.True(cut.Length < 140 && !cut.Any(char.IsSurrogate));
        Assert.Equal("one two", HookCards.Summary("one\n two"));
    }

    [Theory]
    [InlineData("Rule", "Rule", null)]
    [InlineData("Mirels[patient.lesions[0]].Fixation", "Mirels.Fixation", "patient.lesions[0]")]
    [InlineData("A.B[p.q[12]].C", "A.B.C", "p.q[12]")]
    public void The_element_of_a_list_is_no_part_of_the_name_of_a_rule(string name, string plain, string? element)
    {
        Assert.Equal(plain, CardRules.Plain(name));
        Assert.Equal(element, CardRules.Element(name));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(16_777_215)]
    [InlineData(null)]
    public void A_card_says_by_its_UUID_which_rule_and_release_it_was(int? release)
    {
        var decision = Guid.NewGuid();
        var text = CardId.New("S", "R", CardKind.Recommendation, release, decision);
        var id = CardId.Read(Guid.Parse(text))!.Value;
        Assert.Equal((CardId.SubjectOf("S", "R", CardKind.Recommendation), release ?? 0, CardKind.Recommendation), (id.Subject, id.Release, id.Kind));
        Assert.Equal('8', text[14]); // the version whose content is free
        Assert.Contains(text[19], "89ab");
        Assert.Equal(text, CardId.New("S", "R", CardKind.Recommendation, release, decision));
        Assert.NotEqual(text, CardId.New("S", "R", CardKind.Recommendation, release, Guid.NewGuid()));
        Assert.NotEqual(id.Subject, CardId.SubjectOf("S", "Other", CardKind.Recommendation));
    }

    [Fact]
    public void Other_UUIDs_are_not_read_as_cards()
    {
        Assert.Null(CardId.Read(Guid.Empty));
        Assert.Null(CardId.Read(Guid.NewGuid()));
        Assert.Null(CardId.Read(Guid.CreateVersion7()));
    }
}
