using System.Text.Json;

namespace BoneMets.Rules.Bench.Workloads;

/// <summary>Ten numbers per made-up patient, one decimal each, for the second workload.</summary>
internal static class MeasurementGenerator
{
    public static decimal?[][] Create(int count, double withGaps, double missing = 0.15, ulong seed = 20260201)
    {
        var random = new SeededRandom(seed);
        var all = new decimal?[count][];
        for (var i = 0; i < count; i++)
        {
            var gap = random.Chance(withGaps) ? missing : 0;
            all[i] = new decimal?[GeneratedRules.Numbers];
            for (var n = 0; n < GeneratedRules.Numbers; n++)
            {
                var value = random.Number(0m, 100m, 1);
                all[i][n] = random.Chance(gap) ? null : value;
            }
        }
        return all;
    }

    /// <summary>A line of NDJSON, <c>{"id":…,"m":{"n0":…}}</c>.</summary>
    public static byte[] Json(decimal?[] values, int number)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("id", $"patient-{number:D6}");
            json.WriteStartObject("m");
            for (var n = 0; n < values.Length; n++)
                if (values[n] is { } value) json.WriteNumber($"n{n}", value);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return stream.ToArray();
    }
}
