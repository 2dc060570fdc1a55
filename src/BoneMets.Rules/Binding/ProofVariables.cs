using System.Globalization;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>The independent variables of a table proof and the values that matter of each.</summary>
internal sealed class ProofVariables
{
    private readonly Dictionary<string, ProofVariable> byKey = new(StringComparer.Ordinal);

    public List<ProofVariable> All { get; } = [];

    public ProofVariable Get(BoundNode node) => Get(BoundKey.Of(node), node);

    /// <summary>The sign of a difference: -1, 0 or 1; both spellings of a comparison share it.</summary>
    public ProofVariable Sign(BoundNode left, BoundNode right)
    {
        var sign = Get($"sign({BoundKey.Of(left)},{BoundKey.Of(right)})", null, [-1m, 0m, 1m]);
        sign.Compared = [left, right];
        return sign;
    }

    /// <summary>Something that is true or false and about which nothing else is known.</summary>
    public ProofVariable Opaque(BoundNode node) => Get("?" + BoundKey.Of(node), null, [true, false]);

    public static string Print(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        string text => $"\"{text}\"",
        decimal number => ExactNumber.Show(number),
        _ => value.ToString() ?? "",
    };

    private ProofVariable Get(string key, BoundNode? node, IReadOnlyList<object>? fixedPoints = null)
    {
        if (byKey.TryGetValue(key, out var known)) return known;
        var variable = new ProofVariable(key, All.Count, node, fixedPoints);
        byKey.Add(key, variable);
        All.Add(variable);
        return variable;
    }
}

internal sealed class ProofVariable(string key, int index, BoundNode? node, IReadOnlyList<object>? fixedPoints)
{
    private readonly SortedSet<decimal> bounds = [];
    private readonly HashSet<object> words = [];

    public string Key { get; } = key;
    public int Index { get; } = index;

    /// <summary>Of the first 64 variables.</summary>
    public ulong Bit { get; } = index < 64 ? 1UL << index : 0;

    /// <summary>Null for what is only compared: a sign, or something true or false.</summary>
    public BoundNode? Node { get; } = node;

    /// <summary>The two sides of a sign.</summary>
    public IReadOnlyList<BoundNode> Compared { get; internal set; } = [];

    /// <summary>A fact that can take each of its values whatever the others are.</summary>
    public bool IsPlainFact { get; } = node is BoundFact fact && IsRooted(fact) && fact.Type is not DateType;

    /// <summary>Where membership in some set changes, and the ends of the domain; sorted.</summary>
    public IReadOnlySet<decimal> Bounds => bounds;

    /// <summary>Notes the values at which membership in a set changes.</summary>
    public void Watch(ValueSet set)
    {
        if (set is WordSet wordSet) words.UnionWith(wordSet.Values);
        if (set is not NumberSet numbers) return;
        foreach (var interval in numbers.Intervals)
        {
            if (interval.Low.Value is { } low) bounds.Add(low);
            if (interval.High.Value is { } high) bounds.Add(high);
        }
    }

    /// <summary>One value for every class of values that the watched sets tell apart, within the schema's domain.</summary>
    public IReadOnlyList<object> Points()
    {
        if (fixedPoints is not null) return fixedPoints;
        return Node!.Type switch
        {
            BooleanType => [true, false],
            EnumType type => [.. type.Values],
            NumberType or DateType => [.. NumberPoints().Select(p => (object)p)],
            // What no document declares may be of any type when it is met.
            AbsentType => [.. Words(), .. NumberPoints()],
            _ => Words(),
        };
    }

    /// <summary>Some text that nobody named stands for all others; it cannot equal a watched one.</summary>
    private List<object> Words() => [.. words, string.Concat(words.OfType<string>()) + "\u0001"];

    private List<decimal> NumberPoints()
    {
        var property = (Node as BoundFact)?.Property;
        var (minimum, maximum) = (property?.Minimum, property?.Maximum);
        if (minimum is { } least) bounds.Add(least);
        if (maximum is { } most) bounds.Add(most);
        if (bounds.Count == 0) return [0m];
        var whole = Node!.Type is DateType or NumberType { IsInteger: true };
        var result = new SortedSet<decimal>();
        decimal? before = null;
        foreach (var bound in bounds)
        {
            if (whole)
            {
                result.Add(decimal.Floor(bound) - 1);
                result.Add(decimal.Floor(bound));
                result.Add(decimal.Floor(bound) + 1);
                continue;
            }
            result.Add(before is { } last ? last + ((bound - last) / 2) : bound - 1);
            result.Add(bound);
            before = bound;
        }
        if (!whole) result.Add(bounds.Max + 1);
        return [.. result.Where(p => (minimum is null || p >= minimum) && (maximum is null || p <= maximum))];
    }

    private static bool IsRooted(BoundNode node)
    {
        while (node is BoundFact fact) node = fact.Owner;
        return node is BoundInput;
    }
}
