using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Decisions;

/// <summary>Facts of a workflow's schemas whose numbers stand on the constants that its rules compare with, or one step beside them.</summary>
internal sealed class RandomFacts
{
    private static readonly decimal[] Steps = [0, 0, 0, 0.1m, -0.1m, 0.01m, -0.01m, 1, -1];
    private readonly List<decimal> constants;
#pragma warning disable CA5394 // Random tests, not secrets.
    private readonly Random random;

    public RandomFacts(BoundWorkflow workflow, int seed)
    {
        random = new Random(seed);
        constants = [.. BoundTree.Roots(workflow).SelectMany(BoundTree.SelfAndDescendants).SelectMany(ConstantsOf), .. workflow.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).OfType<BoundPattern>().SelectMany(EndsOf), 0, 4];
    }

    public void Fill(FactSet facts)
    {
        facts.Clear();
        var unknown = random.Next(10) switch { < 4 => 0, var n => n - 3 };
        foreach (var frame in facts.Inputs) Fill(frame, unknown);
    }

    private void Fill(FactFrame frame, int unknownOutOfTen)
    {
        foreach (var property in frame.Schema.Properties)
        {
            if (random.Next(10) < unknownOutOfTen) continue;
            switch (property.Type)
            {
                case NumberType number:
                    var value = constants[random.Next(constants.Count)] + Steps[random.Next(Steps.Length)];
                    if (number.IsInteger) value = decimal.Round(value);
                    frame.SetNumber(property, Math.Clamp(value, property.Minimum ?? decimal.MinValue, property.Maximum ?? decimal.MaxValue));
                    break;
                case BooleanType: frame.SetBoolean(property, random.Next(2) == 0); break;
                case EnumType words: frame.SetEnumeration(property, words.Values[random.Next(words.Values.Count)]); break;
                case DateType: frame.SetDate(property, new DateOnly(2026, 1, 31).AddDays(random.Next(-400, 400))); break;
                case TextType: frame.SetText(property, random.Next(2) == 0 ? "plain" : "\"quoted\" – ü\u2028"); break;
                case ObjectType: Fill(frame.ObjectAt(property), unknownOutOfTen); break;
            }
        }
    }
#pragma warning restore CA5394

    private static IEnumerable<decimal> ConstantsOf(BoundNode node) => node switch
    {
        BoundConstant { Value: decimal value } => [value],
        BoundPatternTest test => EndsOf(test.Pattern),
        _ => [],
    };

    private static IEnumerable<decimal> EndsOf(BoundPattern pattern) =>
        pattern.Matches is NumberSet set ? set.Intervals.SelectMany(i => new[] { i.Low.Value, i.High.Value }).OfType<decimal>() : [];
}
