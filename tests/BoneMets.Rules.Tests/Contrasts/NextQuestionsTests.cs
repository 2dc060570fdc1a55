namespace BoneMets.Rules.Tests.Contrasts;

public sealed class NextQuestionsTests
{
    [Theory]
    [InlineData("p.a && p.b || p.c", "{}", "p.c 0.5, p.a 0, p.b 0")]
    [InlineData("p.a && p.b", "{}", "p.a 0.5, p.b 0.5")]
    [InlineData("p.a && p.b", """{"a": true}""", "p.b 1")]
    [InlineData("p.a && p.b", """{"a": false}""", "")]
    [InlineData("p.n > 9 && p.b", "{}", "p.b 0.5, p.n 0.5")]
    [InlineData("points >= 6", """{"n": 20}""", "p.kind 1")]
    [InlineData("points >= 6", "{}", "p.kind 0.5, p.n 0.5")]
    [InlineData("p.parts.Any(x => x.hurts)", "{}", "p.parts 0.5")]
    [InlineData("p.parts.Any(x => x.hurts)", """{"parts": [{}, {}]}""", "p.parts[0].hurts 0.5, p.parts[1].hurts 0.5")]
    public void Missing_facts_stand_in_the_order_of_what_they_decide(string rule, string patient, string questions) =>
        Assert.Equal(questions, string.Join(", ", ContrastLibrary.WithRule(rule).Questions($$"""{"p": {{patient}}}""").Select(q => $"{q.Fact} {q.Decides:0.##}")));

    [Fact]
    public void An_emergency_comes_before_many_routine_rules()
    {
        var routine = string.Join(",", Enumerable.Range(0, 5).Select(i => $$$"""{"RuleName": "R{{{i}}}", "Expression": "p.a", "Recommendation": {"Text": "Do.", "Urgency": "routine"}}"""));
        var questions = new ContrastLibrary($$$""" "Rules": [{{{routine}}}, {"RuleName": "E", "Expression": "p.b && p.c", "Recommendation": {"Text": "Now.", "Urgency": "emergency"}}]""").Questions("""{"p": {}}""");
        Assert.Equal(["p.b", "p.c", "p.a"], questions.Select(q => q.Fact));
        Assert.Equal([Urgency.Emergency, Urgency.Emergency, Urgency.Routine], questions.Select(q => q.Urgency!.Value));
        Assert.Equal((5m, 5), (questions[2].Decides, questions[2].Always.Count));
    }

    [Fact]
    public void Answers_with_one_effect_stand_together_and_numbers_as_ranges()
    {
        var questions = ContrastLibrary.WithRule("p.kind is \"y\" or \"z\" && p.n >= 10").Questions("""{"p": {"n": 12}}""");
        var kind = Assert.Single(questions);
        Assert.Equal(["\"x\": R=NotMet", "\"y\",\"z\": R=Met"], kind.Answers.Select(Told));
        var number = Assert.Single(ContrastLibrary.WithRule("p.n >= 10").Questions("""{"p": {}}"""));
        Assert.Equal(["0,9.9 in a row: R=NotMet", "10,100 in a row: R=Met"], number.Answers.Select(Told));
        Assert.Equal(["R"], number.Always);
    }

    private static string Told(Rules.Contrasts.PossibleAnswer answer) =>
        $"{string.Join(",", answer.Values.Select(v => v.ToJsonString()))}{(answer.IsRange ? " in a row" : "")}: {string.Join(", ", answer.Decides.Select(d => $"{d.Rule}={d.Verdict}"))}";
}
