using BoneMets.Rules.Verification.Analysis.Analyzers;

namespace BoneMets.Rules.Tests.Verification.Analysis;

public sealed class GivenAdviceTests
{
    [Theory]
    [InlineData("Give", "W.Give", null)]
    [InlineData("V.Give", "V.Give", null)]
    [InlineData("U.V.Give", "V.Give", null)]
    [InlineData("V[p.items[0]].Give", "V.Give", "p.items[0]")]
    [InlineData("V[p.items[0]].U.Give", "U.Give", "p.items[0]")]
    [InlineData("C[p.groups[1]].D[p.groups[1].items[0]].Give", "D.Give", "p.groups[1].items[0]")]
    public void A_name_in_a_decision_says_whose_advice_it_is_and_about_what(string name, string rule, string? element)
    {
        var advice = GivenAdvice.Of(name, "W");
        Assert.Equal((rule, element), (advice.Rule.ToString(), advice.Element));
    }
}
