using System.Globalization;
using BoneMets.Rules.Verification.Coverage;

namespace BoneMets.Rules.Cli.Output;

/// <summary>Coverage for people: a table of the workflows, then everything that no case shows with the place where it stands.</summary>
internal static class CoverageText
{
    private static readonly CoverageKind[] Kinds = Enum.GetValues<CoverageKind>();

    public static void Write(TextWriter writer, Ink ink, CaseCoverage coverage, Func<string, string> pathOf)
    {
        writer.WriteLine(ink.Heading("Coverage by golden cases"));
        WriteTable(writer, ink, coverage);
        foreach (var gap in coverage.Gaps) writer.WriteLine(ink.Bad(gap.ToString()));
        if (coverage.LeftOut.Count > 0) writer.WriteLine($"not asked for, and not looked at: {string.Join(", ", coverage.LeftOut)}");
        var uncovered = coverage.Uncovered.ToList();
        if (uncovered.Count > 0)
        {
            writer.WriteLine();
            writer.WriteLine(ink.Heading("Not covered"));
        }
        foreach (var element in uncovered)
            foreach (var wanted in element.Missing)
            {
                writer.WriteLine(ink.Faint($"{pathOf(element.Place.Document)}({element.Place.Line},{element.Place.Column}):") + $" {element.Part}, {KindOf(element)} {ink.Doubtful(Quoted(element))}");
                writer.WriteLine($"    missing: {wanted}");
            }
        writer.WriteLine();
    }

    private static void WriteTable(TextWriter writer, Ink ink, CaseCoverage coverage)
    {
        var width = coverage.Workflows.Select(w => w.Workflow.Length).Append("Workflow".Length).Max();
        writer.WriteLine("Workflow".PadRight(width) + string.Concat(Kinds.Select(k => CoverageThresholds.WordOf(k).PadLeft(20))));
        foreach (var workflow in coverage.Workflows) writer.WriteLine(workflow.Workflow.PadRight(width) + Cells(workflow.Totals));
        writer.WriteLine("All".PadRight(width) + Cells(coverage.Totals));

        string Cells(CoverageTotals totals) => string.Concat(Kinds.Select(k =>
        {
            var count = totals[k];
            var text = (count.Total == 0 ? "none" : $"{count.Percent.ToString("0.0", CultureInfo.InvariantCulture)} % {Fraction(count),9}").PadLeft(20);
            return count.Total == 0 ? ink.Faint(text) : count.Covered == count.Total ? ink.Good(text) : ink.Doubtful(text);
        }));
    }

    private static string Fraction(CoverageCount count) => $"{count.Covered}/{count.Total}";

    private static string KindOf(CoverageElement element) => element.Kind switch { CoverageKind.Rule => "verdict", CoverageKind.Condition => "condition", _ => "" };

    private static string Quoted(CoverageElement element) => element.Kind == CoverageKind.Condition ? $"`{element.Text}`" : element.Text;
}
