using System.Globalization;
using BoneMets.Rules.Verification.Mutation;

namespace BoneMets.Rules.Cli.Output;

/// <summary>Mutants for people: a table of the workflows, then every mistake that no case notices with the title of a case that would.</summary>
internal static class MutationText
{
    private const int Column = 12;

    public static void Write(TextWriter writer, Ink ink, MutationReport report, Func<string, string> pathOf)
    {
        writer.WriteLine(ink.Heading("Small mistakes that the golden cases notice"));
        WriteTable(writer, ink, report);
        writer.WriteLine($"in {report.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
        WriteList(writer, ink, "Not noticed by any case", report.Survivors, pathOf);
        WriteList(writer, ink, "Proved to make no difference", report.Equivalents, pathOf);
        writer.WriteLine();
    }

    private static void WriteTable(TextWriter writer, Ink ink, MutationReport report)
    {
        var width = report.Workflows.Select(w => w.Workflow.Length).Append("Workflow".Length).Max();
        writer.WriteLine("Workflow".PadRight(width) + string.Concat(((string[])["score", "killed", "survived", "equivalent", "invalid"]).Select(h => h.PadLeft(Column))));
        foreach (var workflow in report.Workflows) writer.WriteLine(workflow.Workflow.PadRight(width) + Cells(workflow.Score));
        writer.WriteLine("All".PadRight(width) + Cells(report.Score));

        string Cells(MutationScore score)
        {
            var percent = $"{score.Percent.ToString("0.0", CultureInfo.InvariantCulture)} %".PadLeft(Column);
            return (score.Survived == 0 ? ink.Good(percent) : ink.Doubtful(percent)) + string.Concat(((int[])[score.Killed, score.Survived, score.Equivalent, score.Invalid]).Select(n => n.ToString().PadLeft(Column)));
        }
    }

    private static void WriteList(TextWriter writer, Ink ink, string heading, IEnumerable<MutantResult> results, Func<string, string> pathOf)
    {
        var found = results.ToList();
        if (found.Count == 0) return;
        writer.WriteLine();
        writer.WriteLine(ink.Heading(heading));
        foreach (var result in found)
        {
            var (mutant, place) = (result.Mutant, result.Mutant.Place);
            writer.WriteLine(ink.Faint($"{pathOf(place.Document)}({place.Line},{place.Column}):") + $" {mutant.Part}, {mutant.Operator}");
            writer.WriteLine($"    {OneLine(mutant.Core.Before)}");
            writer.WriteLine($"    {ink.Doubtful(OneLine(mutant.Core.After))}");
            if (result.Status == MutantStatus.Survived) writer.WriteLine(result.Suggestion is { } suggestion ? $"    suggested case {suggestion.Id}: {suggestion.Title}" : "    no case was found that tells the two apart");
        }
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
