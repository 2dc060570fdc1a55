using System.Globalization;
using System.Text;
using BoneMets.Rules.Bench.Benchmarks;
using BoneMets.Rules.Bench.Measuring;
using BoneMets.Rules.Bench.Workloads;

namespace BoneMets.Rules.Bench.Reporting;

/// <summary>Everything that a run found out, as Markdown.</summary>
internal sealed record Report(DateTimeOffset Date, string Load, AgreementReport Agreement, IReadOnlyList<Section> Sections, IReadOnlyList<MeasuredCase> Cases)
{
    /// <summary>The full report, and the table for the README beside it.</summary>
    public void Write(string directory)
    {
        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, $"{Date.UtcDateTime:yyyy-MM-dd}.md"), Full());
        File.WriteAllText(Path.Combine(directory, "summary.md"), Summary());
    }

    public string Summary()
    {
        var text = new StringBuilder();
        text.Append("| what | measured | goal | met |\n|---|---|---|---|\n");
        foreach (var row in Sections.SelectMany(s => s.Rows).Where(r => r.Goal != "–")) text.Append(CultureInfo.InvariantCulture, $"| {row.What} | {row.Measured} | {row.Goal} | {Mark(row)} |\n");
        var machine = Machine.Describe().ToDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal);
        text.Append(CultureInfo.InvariantCulture, $"\n{machine["Processor"]}, {machine["Cores"]} cores, {machine[".NET"]}, {Date.UtcDateTime:yyyy-MM-dd}, commit {machine["Commit"]}, load before the run {Load}. Ratios are medians of ratios taken inside short interleaved rounds of one run.\n");
        return text.ToString();
    }

    private string Full()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Benchmark of {Date.UtcDateTime:yyyy-MM-dd}\n\n`bench/run.sh` wrote this file.\n\n");
        foreach (var (name, value) in Machine.Describe()) text.Append(CultureInfo.InvariantCulture, $"- {name}: {value}\n");
        text.Append(CultureInfo.InvariantCulture, $"- Load before the run: {Load}\n");
        AppendAgreement(text);
        foreach (var section in Sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {section.Title}\n\n{section.Text}\n\n| what | measured | goal | met | note |\n|---|---|---|---|---|\n");
            foreach (var row in section.Rows) text.Append(CultureInfo.InvariantCulture, $"| {row.What} | {row.Measured} | {row.Goal} | {Mark(row)} | {row.Note} |\n");
        }
        AppendCases(text);
        return text.ToString();
    }

    private void AppendAgreement(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## Agreement\n\nBefore anything was timed, all contestants gave the same verdicts for {Agreement.Patients:#,0} generated patients (checksums below) and (c) and (d) wrote the engine's bytes. ");
        text.Append(CultureInfo.InvariantCulture, $"For {Agreement.Declined:P1} of the patients of the first workload the compiled code on doubles left the decision to exact decimals, because a computed number is a limit itself.\n\n");
        foreach (var (what, sum) in Agreement.Sums) text.Append(CultureInfo.InvariantCulture, $"- {what}: `{sum:x16}`\n");
    }

    private void AppendCases(StringBuilder text)
    {
        if (Cases.Count == 0) return;
        text.Append("\n## BenchmarkDotNet\n\nTime of day per decision on complete patients, one contestant after the other in one process. For ratios use the tables above.\n\n");
        text.Append("| case | mean | standard error | allocated |\n|---|---|---|---|\n");
        foreach (var c in Cases) text.Append(CultureInfo.InvariantCulture, $"| {c.Name} | {Row.ShowTime(c.Nanoseconds)} | {Row.ShowTime(c.Error)} | {Row.Show(Math.Round(c.Bytes))} B |\n");
    }

    private static string Mark(Row row) => row.Met switch { true => "yes", false => "**no**", null => "–" };
}

internal sealed record Section(string Title, string Text, IReadOnlyList<Row> Rows);
