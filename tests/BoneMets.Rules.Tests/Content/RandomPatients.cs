using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Content;

/// <summary>
/// Patients drawn from the fact schemas: half of the numbers stand on a limit that some rule of the library compares this fact with, or one
/// step beside it, the rest anywhere in the plausible range. The same seed gives the same patients.
/// </summary>
internal sealed class RandomPatients
{
    private static readonly Lazy<Dictionary<FactProperty, List<decimal>>> Limits = new(FindLimits);
    private static readonly decimal[] Steps = [0, 0, 0.1m, -0.1m, 1, -1];
#pragma warning disable CA5394 // Random tests, not secrets.
    private readonly Random random;

    public RandomPatients(int seed) => random = new Random(seed);

    public int Next(int below) => random.Next(below);

    /// <summary>Fills every input; each fact is unknown with this probability.</summary>
    public void Fill(FactSet facts, double unknown)
    {
        facts.Clear();
        foreach (var frame in facts.Inputs) Fill(frame, unknown);
    }

    public void Fill(FactFrame frame, double unknown)
    {
        foreach (var property in frame.Schema.Properties)
            if (random.NextDouble() >= unknown) Draw(frame, property, unknown);
    }

    /// <summary>Gives the fact some value.</summary>
    public void Draw(FactFrame frame, FactProperty property, double unknown = 0)
    {
        switch (property.Type)
        {
            case NumberType number: frame.SetNumber(property, Number(property, number.IsInteger)); break;
            case BooleanType: frame.SetBoolean(property, random.Next(2) == 0); break;
            case EnumType words: frame.SetEnumeration(property, words.Values[random.Next(words.Values.Count)]); break;
            case ListType:
                var list = frame.ListAt(property);
                for (var i = random.Next(3); i > 0; i--) Fill(list.Add(), unknown);
                break;
            default: throw new InvalidOperationException($"no values known for {property.Name}");
        }
    }

    private decimal Number(FactProperty property, bool isInteger)
    {
        var (least, most) = (property.Minimum!.Value, property.Maximum!.Value);
        var value = random.Next(2) == 0 && Limits.Value.TryGetValue(property, out var limits)
            ? limits[random.Next(limits.Count)] + Steps[random.Next(Steps.Length)]
            : least + ((most - least) * random.Next(1001) / 1000);
        return Math.Clamp(isInteger ? decimal.Round(value) : decimal.Round(value, 2), least, most);
    }
#pragma warning restore CA5394

    private static Dictionary<FactProperty, List<decimal>> FindLimits()
    {
        var limits = new Dictionary<FactProperty, List<decimal>>();
        foreach (var workflow in Shipped.Library.Workflows.Select(w => w.Bound!))
        {
            foreach (var (operand, limit) in CaseCoverageTests.Limits(workflow).Select(l => (l.Operand, l.Limit)))
            {
                if (operand is not BoundFact fact) continue;
                if (!limits.TryGetValue(fact.Property, out var list)) limits.Add(fact.Property, list = []);
                list.Add(limit);
            }
        }
        return limits;
    }
}
