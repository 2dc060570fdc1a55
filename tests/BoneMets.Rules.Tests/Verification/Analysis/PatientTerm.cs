using System.Globalization;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Verification.Analysis.Solving;
using BoneMets.Rules.Verification.Mutation.Suggestions;

namespace BoneMets.Rules.Tests.Verification.Analysis;

/// <summary>"This very patient" in the solver's terms.</summary>
internal static class PatientTerm
{
    public static Term Of(IReadOnlyList<DeclaredFact> facts, IReadOnlyList<(string Name, FactFrame Frame)> inputs, DateOnly? asOf)
    {
        var others = new OtherTexts();
        return Term.And(facts.Select(f => f.Path == "asOf" ? Is(f, asOf?.DayNumber) : Is(f, others.Named(f, Find(inputs, f)))));
    }

    /// <summary>Texts that no rule names: the solver only tells which of them are equal.</summary>
    private sealed class OtherTexts
    {
        private readonly Dictionary<string, int> first = new(StringComparer.Ordinal);
        private int count;

        public object? Named(DeclaredFact fact, object? value)
        {
            if (fact.Type is not TextType) return value;
            count++;
            if (value is not string text || fact.Words.SkipLast(count).Contains(text, StringComparer.Ordinal)) return value;
            first.TryAdd(text, count);
            return fact.Words[fact.Words.Count - count + first[text] - 1];
        }
    }

    private static Term Is(DeclaredFact fact, object? value) => value switch
    {
        null => Term.Not(fact.Known),
        bool truth => Term.And(fact.Known, truth ? fact.Value : Term.Not(fact.Value)),
        decimal number when fact.Type is NumberType { IsInteger: false } => Term.And(fact.Known, new Term($"(= {fact.Value} {Term.Of(number)})")),
        decimal number => Term.And(fact.Known, Whole(fact.Value, number)),
        int number => Term.And(fact.Known, Whole(fact.Value, number)),
        string word => Term.And(fact.Known, Whole(fact.Value, fact.Words.ToList().IndexOf(word))),
        _ => throw new InvalidOperationException($"no fact is a {value.GetType().Name}"),
    };

    private static Term Whole(Term value, decimal number)
    {
        var text = Math.Abs(number).ToString("0", CultureInfo.InvariantCulture);
        return new Term($"(= {value} {(number < 0 ? $"(- {text})" : text)})");
    }

    /// <summary>Null when the fact is missing: of an object too that is no element of its list.</summary>
    private static object? Find(IReadOnlyList<(string Name, FactFrame Frame)> inputs, DeclaredFact fact)
    {
        var parts = fact.Path.Split('.');
        FactFrame? at = inputs.Single(i => i.Name == parts[0]).Frame;
        for (var i = 1; i < parts.Length && at is not null; i++)
        {
            var (name, index) = parts[i].Split('[') is [var list, var number] ? (list, int.Parse(number[..^1], CultureInfo.InvariantCulture)) : (parts[i], -1);
            var property = at.Schema.Find(name)!;
            if (index >= 0)
            {
                var items = at.Lists[property.Slot]?.Items ?? [];
                at = index < items.Count ? items[index] : null;
                if (at is { Schema.IsScalarElement: true }) return Value(at, at.Schema.Properties[0]);
            }
            else if (property.Type is ObjectType) at = at.Objects[property.Slot];
            else return Value(at, property);
        }
        return null;
    }

    private static object? Value(FactFrame frame, FactProperty property) => FactCell.Read(frame, property) switch
    {
        FactList list => list.Items.Count,
        DateOnly date => date.DayNumber,
        var value => value,
    };
}
