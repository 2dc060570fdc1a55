using BoneMets.Rules.Contrasts;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Tests.Spec;
using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Tests.Contrasts;

/// <summary>On the golden cases of what ships: whatever is said is so when the engine is asked again, and nobody's facts stay changed.</summary>
public sealed class ShippedContrastTests
{
    private static readonly RuleEngine Engine = new(RuleLibrary.Load(Path.Combine(SpecTable.Root(), "workflows")).Library, new EngineOptions { Compile = false });

    public static TheoryData<string> Workflows => [.. Engine.Library.Workflows.Select(w => w.Name)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Alternatives_and_questions_hold_when_the_engine_is_asked_again(string workflow)
    {
        var engine = Engine.For(workflow);
        var cases = CaseSuite.Of(Engine.Library, [workflow]).Cases;
        var found = 0;
        // Some of each file, and of each case another rule: all pairs would take minutes.
        for (var i = 0; i < cases.Count; i += Math.Max(1, cases.Count / 4))
        {
            var facts = engine.Facts.Rent();
            Assert.True(engine.Facts.Read(cases[i].Facts.Span, facts, null));
            var (asOf, before) = (cases[i].Case.AsOf ?? new DateOnly(2026, 1, 31), FactsJson.Of(facts).ToJsonString());
            var rules = engine.Decide(facts, asOf).Rules;
            var contrast = RuleContrasts.Of(engine, facts, asOf, rules[i % rules.Count].Name)!;
            // What a list would hold cannot be written down here as one value.
            foreach (var alternative in contrast.Alternatives.Where(a => a.Changes.All(c => c.Type is not ListType)))
            {
                found++;
                Assert.Equal(alternative.Verdict, With(facts, alternative.Changes, () => engine.Judge(facts, asOf)[contrast.Rule.Name]));
            }
            Assert.Equal(before, FactsJson.Of(facts).ToJsonString());
            var questions = NextQuestions.Of(engine, facts, asOf);
            Assert.Equal(engine.Decide(facts, asOf).Missing.Select(m => m.Fact), questions.Select(q => q.Fact).Order(StringComparer.Ordinal));
            Assert.Equal(before, FactsJson.Of(facts).ToJsonString());
            engine.Facts.Return(facts);
        }
        Assert.True(found > 0, "nothing was found for any of the rules that were tried");
    }

    private static Verdict With(FactSet facts, IReadOnlyList<FactChange> changes, Func<Verdict> ask)
    {
        var places = changes.Select(c => FactPlace.Find(facts, c.Fact)!).ToList();
        var before = places.ConvertAll(p => p.Value);
        foreach (var (place, change) in places.Zip(changes)) place.Value = Value(place.Fact, change);
        var verdict = ask();
        foreach (var (place, value) in places.Zip(before)) place.Value = value;
        return verdict;
    }

    private static object Value(FactProperty fact, FactChange change) => fact.Type switch
    {
        BooleanType => change.To!.GetValue<bool>(),
        NumberType => decimal.Parse(change.To!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture),
        DateType => DateOnly.ParseExact(change.To!.GetValue<string>(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => change.To!.GetValue<string>(),
    };
}
