using BoneMets.Rules.Authoring;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Tests.Authoring;

/// <summary>A near name is offered to be written in place of the misspelled one, by the binder that knows both.</summary>
public sealed class FixTests
{
    [Theory]
    [InlineData("ward.calcum > 3", "ward.calcium > 3")]
    [InlineData("wrd.calcium > 3", "ward.calcium > 3")]
    [InlineData("ward.calcium > limt", "ward.calcium > limit")]
    [InlineData("Rond(ward.calcium) > 3", "Round(ward.calcium) > 3")]
    [InlineData("ward.lesions.Anny(l => l.size > 3)", "ward.lesions.Any(l => l.size > 3)")]
    [InlineData("ward.lesions.Any(l => l.siz > 3)", "ward.lesions.Any(l => l.size > 3)")]
    [InlineData("ward.grade == \"grad1\"", "ward.grade == \"grade1\"")]
    [InlineData("ward.grade is \"grade1\" or \"notdne\"", "ward.grade is \"grade1\" or \"notDone\"")]
    public void What_was_meant_can_be_written_by_itself(string wrong, string right)
    {
        var found = Assert.Single(WardLibrary.Context().Bind(wrong).Diagnostics);
        Assert.StartsWith("did you mean `", found.Help, StringComparison.Ordinal);
        Assert.Equal(right, wrong[..found.Fix!.Span.Start] + found.Fix.Insert + wrong[found.Fix.Span.End..]);
        Assert.Empty(WardLibrary.Context().Bind(right).Diagnostics);
    }

    [Theory]
    [InlineData("ward.somethingElse > 3")]
    [InlineData("ward.calcium > \"3\"")]
    [InlineData("ward.calcium >")]
    public void Where_nothing_is_near_nothing_is_offered(string wrong) => Assert.All(WardLibrary.Context().Bind(wrong).Diagnostics, d => Assert.Null(d.Fix));

    [Fact]
    public void A_finding_of_a_document_has_the_fix_too()
    {
        var found = WardLibrary.Reload(w => w.Replace("ward.calcum > ", "ward.calcum > 3", StringComparison.Ordinal)).Diagnostics.Single(d => d.Code == DiagnosticCode.UnknownMember);
        Assert.Equal((new TextSpan(5, 6), "calcium"), (found.Fix!.Span, found.Fix.Insert));
    }
}
