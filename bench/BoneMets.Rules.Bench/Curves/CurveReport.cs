using System.Globalization;
using System.Text;
using BoneMets.Rules.Bench.Measuring;
using BoneMets.Rules.Bench.Reporting;

namespace BoneMets.Rules.Bench.Curves;

/// <summary>All curves, with a picture and a sentence each.</summary>
internal static class CurveReport
{
    public static void Write(string directory, Effort effort, bool isShort)
    {
        var load = Machine.Load();
        var engine = new EngineCurves(effort, isShort);
        var curves = new List<Curve>();
        foreach (var measure in new Func<IReadOnlyList<Curve>>[] { () => [engine.Rules()], () => [engine.Facts()], () => [engine.Lists()], () => [engine.Cases()], () => ClientsCurve.Measure(effort, isShort) })
        {
            var found = measure();
            foreach (var curve in found) Console.Error.WriteLine($"{DateTimeOffset.Now:HH:mm:ss} {curve.Title}, {curve.Up}");
            curves.AddRange(found);
        }
        Directory.CreateDirectory(Path.Combine(directory, "curves"));
        var text = new StringBuilder("# How cost grows\n\n`bench/run.sh` wrote this file and the pictures in `curves/`. Both axes of each picture are logarithmic; a line that rises by one decade per decade is in proportion.\n\n");
        foreach (var (name, value) in Machine.Describe()) text.Append(CultureInfo.InvariantCulture, $"- {name}: {value}\n");
        text.Append(CultureInfo.InvariantCulture, $"- Load before the run: {load}\n");
        foreach (var curve in curves)
        {
            File.WriteAllText(Path.Combine(directory, "curves", $"{curve.Name}.svg"), Plot.Of(curve));
            text.Append(CultureInfo.InvariantCulture, $"\n## {curve.Title}: {curve.Up}\n\n![{curve.Title}](curves/{curve.Name}.svg)\n\n");
            foreach (var sentence in curve.Sentences) text.Append(CultureInfo.InvariantCulture, $"- {sentence}\n");
            text.Append(CultureInfo.InvariantCulture, $"\n| {curve.Across} | {string.Join(" | ", curve.Series.Select(s => s.Name))} |\n|---|{string.Concat(curve.Series.Select(_ => "---|"))}\n");
            for (var i = 0; i < curve.Series[0].Points.Count; i++)
                text.Append(CultureInfo.InvariantCulture, $"| {curve.Series[0].Points[i].X:#,0} | {string.Join(" | ", curve.Series.Select(s => Row.Show(s.Points[i].Y)))} |\n");
        }
        File.WriteAllText(Path.Combine(directory, "curves.md"), text.ToString());
    }
}
