using BoneMets.Rules.Verification.Guidelines.Pathway;
using BoneMets.Rules.Verification.Reports;

namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>A page as Markdown (CommonMark with the tables of GitHub).</summary>
public static class MarkdownGuideline
{
    public const string Ending = ".md";

    /// <summary>The files of a guideline; a drawing is one of its own, because Markdown cannot hold it.</summary>
    public static IEnumerable<GuidelineFile> Files(IReadOnlyList<GuidelinePage> pages) =>
    [
        .. pages.Select(p => new GuidelineFile(p.Name + Ending, Write(p))),
        .. pages.SelectMany(p => p.Blocks).OfType<Section>().SelectMany(s => s.Blocks).OfType<PathwayDrawing>().Where(d => d.File is not null).Select(d => new GuidelineFile(d.File!, PathwaySvg.Alone(d.Graph, l => l.Address(Ending)))),
    ];

    public static string Write(GuidelinePage page)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        writer.Write($"# {MarkdownText.Inline(page.Title)}\n");
        if (page.Lead.Count > 0) writer.Write($"\n{Text(page.Lead)}\n");
        foreach (var block in page.Blocks) Write(writer, block, 2);
        return writer.ToString();
    }

    private static void Write(StringWriter writer, Block block, int level)
    {
        writer.WriteLine();
        switch (block)
        {
            case Section section: WriteSection(writer, section, level); break;
            case Paragraph { Kind: ParagraphKind.Recommendation } paragraph: writer.WriteLine($"> {Text(paragraph.Text)}"); break;
            case Paragraph paragraph: writer.WriteLine(Text(paragraph.Text)); break;
            case Banner banner: writer.WriteLine($"> [!WARNING]\n> {Text(banner.Text)}"); break;
            case CodeBlock code: WriteCode(writer, code.Code); break;
            case Listing list: WriteList(writer, list); break;
            case Terms terms: WriteTerms(writer, terms, level); break;
            case Grid grid: WriteGrid(writer, grid); break;
            case PathwayDrawing drawing: WriteDrawing(writer, drawing); break;
            default: throw new InvalidOperationException($"no Markdown for {block.GetType().Name}");
        }
    }

    private static void WriteSection(StringWriter writer, Section section, int level)
    {
        writer.WriteLine($"<a id=\"{section.Anchor}\"></a>\n\n{new string('#', Math.Min(level, 6))} {MarkdownText.Inline(section.Title)}");
        if (section.Lead.Count > 0) writer.WriteLine($"\n{Text(section.Lead)}");
        foreach (var block in section.Blocks) Write(writer, block, level + 1);
    }

    private static void WriteCode(StringWriter writer, string code)
    {
        var fence = "```";
        while (code.Contains(fence, StringComparison.Ordinal)) fence += "`";
        writer.WriteLine($"{fence}\n{code.ReplaceLineEndings("\n")}\n{fence}");
    }

    private static void WriteList(StringWriter writer, Listing list)
    {
        foreach (var item in list.Items.Take(list.Shown))
        {
            writer.WriteLine($"- {(item.Anchor is { } anchor ? $"<a id=\"{anchor}\"></a>" : "")}{Text(item.Text)}");
            foreach (var line in item.Below) writer.WriteLine($"  - {Text(line)}");
        }
        if (list.Items.Count > list.Shown) writer.WriteLine($"- and {list.Items.Count - list.Shown} more");
    }

    private static void WriteTerms(StringWriter writer, Terms terms, int level)
    {
        var isFirst = true;
        foreach (var term in terms.Items)
        {
            if (!isFirst) writer.WriteLine();
            isFirst = false;
            var (name, rest) = ($"**{MarkdownText.Inline(term.Name)}:**", term.Blocks);
            if (rest is [Paragraph first, ..])
            {
                name += $" {Text(first.Text)}";
                rest = [.. rest.Skip(1)];
            }
            writer.WriteLine(name);
            foreach (var block in rest) Write(writer, block, level);
        }
    }

    private static void WriteGrid(StringWriter writer, Grid grid)
    {
        if (grid.ShowsCaption) writer.WriteLine($"**{MarkdownText.Inline(grid.Caption)}**\n");
        MarkdownText.Head(writer, [.. grid.Columns.Select(c => (c.IsNumber ? "#" : "") + MarkdownText.Inline(c.Title))]);
        foreach (var group in grid.Groups)
            foreach (var (index, row) in group.Rows.Index())
            {
                var cells = row.Cells.Select(c => Text(c, inCell: true));
                MarkdownText.Row(writer, group.Heading is { } heading ? [index == 0 ? Text(heading, inCell: true) : "", .. cells] : cells);
            }
    }

    private static void WriteDrawing(StringWriter writer, PathwayDrawing drawing)
    {
        if (drawing.File is { } file) writer.WriteLine($"![Graph of the workflows]({file})\n");
        WriteList(writer, drawing.AsList);
    }

    /// <summary>One line. White space at the ends of a part belongs between the parts.</summary>
    private static string Text(IReadOnlyList<Inline> parts, bool inCell = false)
    {
        // Words side by side are escaped as one, so that what begins a line is seen as such.
        var text = "";
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is not Words)
            {
                text += Of(parts[i], inCell);
                continue;
            }
            var run = "";
            for (; i < parts.Count && parts[i] is Words words; i++) run += words.Text;
            i--;
            text += (text.Length > 0 && char.IsWhiteSpace(run.FirstOrDefault()) ? " " : "") + (text.Length > 0 ? MarkdownText.Within(run) : MarkdownText.Inline(run));
            if (i + 1 < parts.Count && char.IsWhiteSpace(run.LastOrDefault()) && !text.EndsWith(' ')) text += " ";
        }
        return text.Trim();
    }

    private static string Of(Inline part, bool inCell) => part switch
    {
        Strong strong => $"**{MarkdownText.Inline(strong.Text)}**",
        Code code => Code(code.Text, inCell),
        Slot slot => Code($"$({slot.Expression})", inCell),
        PageLink link => $"[{MarkdownText.Inline(link.Text)}]({link.Address(Ending)})",
        WebLink link => $"[{MarkdownText.Inline(link.Text)}](<{link.Address.AbsoluteUri}>)",
        Mark { Kind: MarkKind.Quiet } mark => $"*{MarkdownText.Inline(mark.Text)}*",
        Mark mark => $"**[{MarkdownText.Inline(mark.Text)}]**",
        _ => throw new InvalidOperationException($"no Markdown for {part.GetType().Name}"),
    };

    private static string Code(string text, bool inCell) => inCell ? MarkdownText.CodeInCell(text) : MarkdownText.Code(text);
}
