using System.Text.Json;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Server.Cohorts.Results;

/// <summary>The tallies of the partitions as one answer.</summary>
internal static class Summaries
{
    private const int MostValues = 50, Classes = 20;
    private static readonly decimal[] Steps = [1, 2, 2.5m, 5, 10];

    public static Tally Merged(IEnumerable<byte[]> tallies)
    {
        var all = new Tally();
        foreach (var packed in tallies) all.Add(Packing.UnpackJson<Tally>(packed));
        return all;
    }

    public static CohortCounts Of(Tally tally, bool isWhole) => new(
        isWhole, tally.Patients, tally.Refused, tally.Undetermined,
        [.. tally.Errors.OrderByDescending(e => e.Value).Select(e => new ErrorCount(e.Key, DiagnosticCode.All.TryGetValue(e.Key, out var code) ? code.Title : e.Key, e.Value))],
        new StatusCounts(tally.Statuses.GetValueOrDefault("complete"), tally.Statuses.GetValueOrDefault("incomplete"), tally.Statuses.GetValueOrDefault("failed")),
        [.. tally.Rules.Select(r => new RuleCounts(r.Name, r.Met, r.NotMet, r.Undetermined, r.Failed, r.Recommended, r.Pending, r.Withheld))],
        [.. tally.Outputs.Select(o => Of(o.Name, o.Values))],
        [.. tally.Missing.OrderByDescending(m => m.Value.Patients).ThenBy(m => m.Key, StringComparer.Ordinal).Select(m => new MissingCount(m.Key, m.Value.Label, m.Value.Unit, m.Value.Patients))]);

    private static OutputCounts Of(string name, Distribution all)
    {
        var values = all.Numbers.Select(n => (Value: JsonSerializer.SerializeToElement(n.Key), Count: n.Value))
            .Concat(all.Texts.Select(t => (Value: JsonSerializer.SerializeToElement(t.Key), Count: t.Value)))
            .Concat(all.True > 0 ? [(JsonSerializer.SerializeToElement(true), all.True)] : [])
            .Concat(all.False > 0 ? [(JsonSerializer.SerializeToElement(false), all.False)] : [])
            .OrderByDescending(v => v.Count).ThenBy(v => v.Value.ToString(), StringComparer.Ordinal).ToList();
        var known = values.Sum(v => v.Count) + all.OtherTexts;
        var shown = values.Take(MostValues).Select(v => new ValueCount(v.Value, v.Count)).ToList();
        return new OutputCounts(name, known, all.Unknown, shown, known - shown.Sum(v => v.Count), all.Numbers.Count == 0 ? null : Of(all));
    }

    private static NumberCounts Of(Distribution all)
    {
        var (least, most) = (all.Numbers.Keys.Min(), all.Numbers.Keys.Max());
        var count = all.Numbers.Values.Sum();
        var mean = Math.Round(all.Numbers.Sum(n => n.Key * (n.Value / (decimal)count)), 6, MidpointRounding.AwayFromZero) / 1.000000000000000000000000000000m;
        return new NumberCounts(least, most, mean, Median(all, count), all.IsRounded, InClasses(all, least, most));
    }

    /// <summary>The value of which at least half are no greater.</summary>
    private static decimal Median(Distribution all, long count)
    {
        var seen = 0L;
        foreach (var (number, times) in all.Numbers.OrderBy(n => n.Key))
            if (2 * (seen += times) >= count) return number;
        throw new InvalidOperationException("there are no numbers");
    }

    private static List<NumberClass> InClasses(Distribution all, decimal least, decimal most)
    {
        if (least == most) return [new NumberClass(least, most, all.Numbers.Values.Sum())];
        var width = Width((most - least) / Classes);
        var from = Math.Floor(least / width) * width;
        var classes = new List<NumberClass>();
        for (var at = from; at <= most && (at < most || classes.Count == 0); at += width) classes.Add(new NumberClass(at, at + width, 0));
        foreach (var (number, times) in all.Numbers)
        {
            var index = Math.Min(classes.Count - 1, (int)Math.Floor((number - from) / width));
            classes[index] = classes[index] with { Count = classes[index].Count + times };
        }
        return classes;
    }

    /// <summary>The next number that people count in: 1, 2, 2.5 or 5 of some power of ten.</summary>
    private static decimal Width(decimal atLeast)
    {
        var power = 1m;
        while (power * 10 <= atLeast) power *= 10;
        while (power > atLeast) power /= 10;
        return Steps.Select(s => s * power).First(w => w >= atLeast);
    }
}
