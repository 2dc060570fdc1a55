using System.Diagnostics;
using System.Globalization;
using BoneMets.Rules.Streaming;

namespace BoneMets.Rules.Cli.Output;

/// <summary>One line on the terminal that says how far a long evaluation is; nothing where nobody looks.</summary>
internal sealed class EvaluateProgress
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly TextWriter writer;
    private readonly long? bytes;
    private TimeSpan next = Pause;

    private EvaluateProgress(TextWriter writer, long? bytes) => (this.writer, this.bytes) = (writer, bytes);

    public static EvaluateProgress? For(Terminal terminal, long? bytes) => terminal.ErrorIsTerminal ? new EvaluateProgress(terminal.Error, bytes) : null;

    public static string Summary(StreamTotals totals)
    {
        var failed = totals.Failed > 0 ? $" ({Number(totals.Failed)} failed)" : "";
        return $"{Number(totals.Lines)} lines: {Number(totals.Decided)} decisions{failed}, {Number(totals.Bad)} bad";
    }

    public void Show(StreamTotals totals)
    {
        if (watch.Elapsed < next) return;
        next = watch.Elapsed + Pause;
        var share = bytes is > 0 and var all ? $"{100 * totals.BytesRead / all} %, " : "";
        Replace($"{share}{Number(totals.Lines)} lines, {Rate(totals)} lines/s{(totals.Bad > 0 ? $", {Number(totals.Bad)} bad" : "")}");
    }

    /// <summary>The line makes way for the summary, which is written elsewhere when there is something to say.</summary>
    public void End(StreamTotals totals)
    {
        if (totals.Bad > 0 || totals.Failed > 0) Replace("");
        else Replace($"{Summary(totals)}, {Rate(totals)} lines/s\n");
    }

    private void Replace(string text)
    {
        const string backToStartAndClear = "\r\u001b[K";
        writer.Write(backToStartAndClear + text);
    }

    private string Rate(StreamTotals totals) => Number((long)(totals.Lines / Math.Max(0.001, watch.Elapsed.TotalSeconds)));

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
