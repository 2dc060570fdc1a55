using System.Globalization;
using System.Text;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>What a soak found, as Markdown.</summary>
internal sealed class SoakReport(string machine, TimeSpan took, int questions, Faults faults, IReadOnlyList<SiteLoad> loads)
{
    private const int Parts = 10;

    public Task WriteAsync() => MeasurementReport.WriteAsync("soak.md", ToString());

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Half an hour under load and faults

            `tests/tools/soak.sh`: {took.TotalMinutes:0.0} minutes, {faults.Rounds} rounds of faults; two server processes, one on SQLite on a disk of a few hundred megabytes, one on PostgreSQL, both under the same load at the same time; {machine}. The load is made on the same machine.

            Every decision was compared, to the byte, with what the evaluator without compiled code says to the same facts ({MeasurementReport.Number(questions)} golden cases of the shipped library, three depths of explanation); of what was being published, with the release that it names. None was wrong, nobody who only asks was refused, nothing took longer than {Soaking.Patience.TotalSeconds:0} s, and no answer was 500. In the end there was of both servers: every recorded decision, once; every draft as it was saved last; every release; and an audit log that is intact.

            ## What was asked

            *Refused*: what has to be written, while something was wrong; asked again afterwards. 429 of batches: a server has few places for them, and one of those who ask reads so slowly that it holds one until the server closes. 401: the clock had ended the session.


            """);
        text.AppendLine("| server | what | answered | refused | median | 99 of 100 | longest |").AppendLine("|---|---|---|---|---|---|---|");
        foreach (var load in loads)
            foreach (var (action, counted) in load.Site.Tally.Actions)
                text.AppendLine(CultureInfo.InvariantCulture, $"| {load.Site.Name} | {action} | {MeasurementReport.Number(counted.Answered)} | {string.Join(", ", counted.Refusals.Select(r => $"{r.Value} × {r.Key}"))} | {Milliseconds(counted.At(0.5))} | {Milliseconds(counted.At(0.99))} | {Milliseconds(counted.At(1))} |");
        foreach (var load in loads)
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{load.Site.Name}: {MeasurementReport.Number(load.Publications)} publications answered, {MeasurementReport.Number(load.Drafts.Saved)} drafts saved, {MeasurementReport.Number(load.Recorder.Recorded)} decisions recorded; {MeasurementReport.Number(load.Slow.Closed)} slow clients were closed on.");
        text.AppendLine().AppendLine("## What went wrong around them").AppendLine().AppendLine("*Recovered*: from the end of the cause to the first thing begun after it that was written.").AppendLine();
        text.AppendLine("| server | fault | times | recovered, median | longest |").AppendLine("|---|---|---|---|---|");
        foreach (var load in loads)
            foreach (var fault in load.Site.Trouble.Past.GroupBy(t => t.Name, StringComparer.Ordinal))
            {
                var times = fault.Select(f => f.Recovery!.Value.TotalMilliseconds).Order().ToList();
                text.AppendLine(CultureInfo.InvariantCulture, $"| {load.Site.Name} | {fault.Key} | {times.Count} | {Milliseconds(times[times.Count / 2])} | {Milliseconds(times[^1])} |");
            }
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"After the faults a workflow was taken out of use and a key ended, {faults.Probes.Count} times: both held after {Milliseconds(faults.Probes.Max(p => p.TotalMilliseconds))} at the latest.");
        text.AppendLine().AppendLine("## Memory").AppendLine().AppendLine("Resident, in MB, the median of each tenth of the time.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"| server | {string.Join(" | ", Enumerable.Range(1, Parts))} |").AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(Enumerable.Repeat("---|", Parts))}");
        foreach (var load in loads)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {load.Site.Name} | {string.Join(" | ", Enumerable.Range(0, Parts).Select(i => load.Memory.Median(i / (double)Parts, (i + 1) / (double)Parts).ToString("0", CultureInfo.InvariantCulture)))} |");
        return text.ToString();
    }

    private static string Milliseconds(double value) => double.IsNaN(value) ? "–" : value.ToString(value < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture) + " ms";
}
