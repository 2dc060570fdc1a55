using System.Globalization;

namespace BoneMets.Rules.Server.Cohorts.Results;

/// <summary>
/// The values that one output had. Numbers and texts are counted one by one as long as there are few different ones; of many, numbers are rounded
/// to three digits and the rarer texts are put together, which <see cref="IsRounded"/> and <see cref="OtherTexts"/> say. Two can be put together.
/// </summary>
internal sealed class Distribution
{
    internal const int MostNumbers = 2_000, MostTexts = 200;

    /// <summary>Decisions in which it was undecided.</summary>
    public long Unknown { get; set; }

    public long True { get; set; }

    public long False { get; set; }

    public Dictionary<decimal, long> Numbers { get; init; } = [];

    public bool IsRounded { get; set; }

    public Dictionary<string, long> Texts { get; init; } = new(StringComparer.Ordinal);

    public long OtherTexts { get; set; }

    public void Add(decimal number, long count = 1)
    {
        var key = IsRounded ? Rounded(number) : number;
        Numbers[key] = Numbers.GetValueOrDefault(key) + count;
        if (!IsRounded && Numbers.Count > MostNumbers) Round();
    }

    public void Add(string text, long count = 1)
    {
        if (Texts.TryGetValue(text, out var known)) Texts[text] = known + count;
        else if (Texts.Count < MostTexts) Texts.Add(text, count);
        else OtherTexts += count;
    }

    public void Add(Distribution other)
    {
        (Unknown, True, False, OtherTexts) = (Unknown + other.Unknown, True + other.True, False + other.False, OtherTexts + other.OtherTexts);
        if (other.IsRounded && !IsRounded) Round();
        foreach (var (number, count) in other.Numbers) Add(number, count);
        // The frequent ones first, so that they are not among the others.
        foreach (var (text, count) in other.Texts.OrderByDescending(t => t.Value)) Add(text, count);
    }

    internal static decimal Rounded(decimal number)
    {
        if (number == 0) return 0;
        var (scale, size) = (1m, Math.Abs(number));
        while (size >= 1000) (size, scale) = (size / 10, scale * 10);
        while (size < 100) (size, scale) = (size * 10, scale / 10);
        return Math.Sign(number) * Normal(Math.Round(size, MidpointRounding.AwayFromZero) * scale);
    }

    private static decimal Normal(decimal number) => decimal.Parse(number.ToString("0.############################", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private void Round()
    {
        IsRounded = true;
        var exact = Numbers.ToList();
        Numbers.Clear();
        foreach (var (number, count) in exact) Add(number, count);
    }
}
