using System.Globalization;

namespace BoneMets.Rules.System.Tests.Server;

/// <summary>A measurement under <c>bench/results</c>, written when <c>BONEMETS_WRITE_REPORTS=1</c> asks for it.</summary>
internal static class MeasurementReport
{
    public static async Task WriteAsync(string name, string text)
    {
        if (Environment.GetEnvironmentVariable("BONEMETS_WRITE_REPORTS") == "1") await File.WriteAllTextAsync(Path.Combine(Repository.Root, "bench", "results", name), text);
    }

    /// <summary>What ran beside: processors that others wanted, on average over the last minute.</summary>
    public static string Machine => string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, load {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known")} before");

    public static string Number(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
