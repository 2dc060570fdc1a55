using BoneMets.Rules.Verification.Cases;
using Spectre.Console;

namespace BoneMets.Rules.Cli.Output;

/// <summary>Replayed cases for people: what failed and how; on a terminal a table of the workflows too.</summary>
internal static class CaseText
{
    /// <param name="writer">Where the text goes.</param>
    /// <param name="terminal">Null when the text goes to a file.</param>
    /// <param name="results">In the order of the cases.</param>
    /// <param name="pathOf">A document's name as a path.</param>
    public static void Write(TextWriter writer, Terminal? terminal, IReadOnlyList<CaseResult> results, Func<string, string> pathOf)
    {
        var ink = new Ink(terminal?.ColourOut == true);
        foreach (var result in results.Where(r => !r.Passed)) WriteFailure(writer, ink, result, pathOf);
        if (terminal?.OutIsTerminal == true && results.Count > 0) WriteTable(writer, terminal, results);
    }

    private static void WriteFailure(TextWriter writer, Ink ink, CaseResult result, Func<string, string> pathOf)
    {
        var node = result.Case.Node;
        var line = node.Document.LineColumn(node.Span.Start).Line;
        var title = result.Case.Title is { } given ? $": {given}" : "";
        writer.WriteLine($"{ink.Bad("FAILED")} {result.Workflow} {ink.Heading(result.Case.Id)}{title}");
        writer.WriteLine(ink.Faint($"  {(File.Exists(node.Document.Name) ? node.Document.Name : pathOf(node.Document.Name))}({line})"));
        foreach (var difference in result.Differences)
        {
            writer.WriteLine($"  {difference.Subject}");
            writer.WriteLine($"    expected  {ink.Good(difference.Expected)}");
            writer.WriteLine($"    got       {ink.Bad(difference.Actual)}");
        }
        if (result.Case.Why is { } why) writer.WriteLine($"  why: {why}");
        writer.WriteLine();
    }

    private static void WriteTable(TextWriter writer, Terminal terminal, IReadOnlyList<CaseResult> results)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("Workflow");
        table.AddColumn(new TableColumn("Passed").RightAligned());
        table.AddColumn(new TableColumn("Failed").RightAligned());
        foreach (var group in results.GroupBy(r => r.Workflow, StringComparer.Ordinal))
        {
            var failed = group.Count(r => !r.Passed);
            table.AddRow(Markup.Escape(group.Key), group.Count(r => r.Passed).ToString(), failed == 0 ? "0" : $"[red]{failed}[/]");
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.Yes,
            ColorSystem = terminal.ColourOut ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        });
        console.Write(table);
    }
}
