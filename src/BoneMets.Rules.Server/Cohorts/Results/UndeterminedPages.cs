using System.Globalization;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Cohorts.Results;

/// <summary>Who lacks facts, page by page. A place is a partition and how many of its patients were passed.</summary>
internal sealed class UndeterminedPages(RuleStore store, string id)
{
    public async Task<UndeterminedPage> ReadAsync(string? fact, string? after, int limit, CancellationToken cancellation)
    {
        var (partition, passed) = PlaceOf(after);
        var tallies = (await store.CohortResults.TalliesAsync(id, cancellation)).Select(Packing.UnpackJson<Tally>).ToList();
        var numbers = await store.CohortResults.NumbersAsync(id, cancellation);
        var all = new Tally();
        foreach (var tally in tallies) all.Add(tally);
        if (fact is not null && !all.Missing.ContainsKey(fact) && all.Missing.Count > 0)
            throw new ProblemException(ProblemKind.InvalidAction, $"nobody in this run lacks `{fact}`" + (Suggestion.DidYouMean(fact, all.Missing.Keys) is { } near ? $"; {near}" : "; the summary lists what is missing"));
        var found = new List<UndeterminedPatient>();
        foreach (var number in numbers.Where(n => n >= partition))
        {
            if (await store.CohortResults.UndeterminedAsync(id, number, cancellation) is not { } packed) continue;
            var at = 0;
            foreach (var patient in Read(packed))
            {
                at++;
                if ((number == partition && at <= passed) || (fact is not null && !patient.Missing.Contains(fact, StringComparer.Ordinal))) continue;
                if (found.Count == limit) return new UndeterminedPage(Total(all, fact), found, string.Create(CultureInfo.InvariantCulture, $"{number}-{at - 1}"));
                found.Add(patient);
            }
        }
        return new UndeterminedPage(Total(all, fact), found, null);
    }

    private static long Total(Tally all, string? fact) => fact is null ? all.Undetermined : all.Missing.TryGetValue(fact, out var missing) ? missing.Patients : 0;

    private static IEnumerable<UndeterminedPatient> Read(byte[] packed)
    {
        using var reader = new StreamReader(Packing.Opener(packed));
        while (reader.ReadLine() is { } line)
        {
            var patient = JsonSerializer.Deserialize<JsonElement>(line);
            yield return new UndeterminedPatient(
                patient.GetProperty("line"), patient.TryGetProperty("id", out var known) ? known : null, [.. patient.GetProperty("missing").EnumerateArray().Select(m => m.GetString()!)]);
        }
    }

    private static (int Partition, int Passed) PlaceOf(string? after)
    {
        if (after is null) return (0, 0);
        if (after.Split('-') is [var partition, var passed] && int.TryParse(partition, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && int.TryParse(passed, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return (number, count);
        throw new ProblemException(ProblemKind.InvalidAction, "`after` takes the `next` of the page before");
    }
}
