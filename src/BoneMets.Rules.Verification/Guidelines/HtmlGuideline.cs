using System.Net;
using BoneMets.Rules.Verification.Guidelines.Pathway;

namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>A page as one self-contained HTML file: no script, no outside file, light and dark, readable printed and without colour.</summary>
public static class HtmlGuideline
{
    public const string Ending = ".html";

    /// <summary>The files of a guideline.</summary>
    public static IEnumerable<GuidelineFile> Files(IReadOnlyList<GuidelinePage> pages) => pages.Select(p => new GuidelineFile(p.Name + Ending, Write(p)));

    public static string Write(GuidelinePage page)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        writer.WriteLine("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        writer.WriteLine("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">");
        writer.WriteLine($"<title>{Escape(page.Title)}</title>\n<style>\n{GuidelineStyle.OfPage}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">To the content</a>");
        writer.WriteLine($"<div class=\"page{page.Kind switch { PageKind.Index => " alone", PageKind.Whole => " whole", _ => "" }}\">");
        writer.WriteLine("<header>");
        if (page.Kind == PageKind.Workflow) writer.WriteLine($"<p class=\"up\"><a href=\"{IndexPage.Name}{Ending}\">All workflows</a></p>");
        writer.WriteLine($"<h1>{Escape(page.Title)}</h1>");
        if (page.Lead.Count > 0) writer.WriteLine($"<p class=\"under\">{Text(page.Lead)}</p>");
        writer.WriteLine("</header>");
        if (page.Kind != PageKind.Index) WriteContents(writer, page);
        writer.WriteLine("<main id=\"content\">");
        foreach (var block in page.Blocks) Write(writer, block, 2);
        writer.WriteLine("</main>\n</div>\n</body>\n</html>");
        return writer.ToString();
    }

    private static void WriteContents(StringWriter writer, GuidelinePage page)
    {
        writer.WriteLine("<nav aria-label=\"On this page\">\n<p>On this page</p>\n<ul>");
        foreach (var section in page.Blocks.OfType<Section>()) writer.WriteLine($"<li><a href=\"#{Escape(section.Anchor)}\">{Escape(section.Title)}</a></li>");
        writer.WriteLine("</ul>\n</nav>");
    }

    private static void Write(StringWriter writer, Block block, int level)
    {
        switch (block)
        {
            case Section section: WriteSection(writer, section, level); break;
            case Paragraph { Kind: ParagraphKind.Body } paragraph: writer.WriteLine($"<p>{Text(paragraph.Text)}</p>"); break;
            case Paragraph paragraph: writer.WriteLine($"<p class=\"{paragraph.Kind.ToString().ToLowerInvariant()}\">{Text(paragraph.Text)}</p>"); break;
            case Banner banner: writer.WriteLine($"<p class=\"banner\" role=\"note\">{Text(banner.Text)}</p>"); break;
            case CodeBlock code: writer.WriteLine($"<pre><code>{Escape(code.Code)}</code></pre>"); break;
            case Listing list: WriteList(writer, list); break;
            case Terms terms: WriteTerms(writer, terms, level); break;
            case Grid grid: WriteGrid(writer, grid); break;
            case PathwayDrawing drawing: WriteDrawing(writer, drawing); break;
            default: throw new InvalidOperationException($"no HTML for {block.GetType().Name}");
        }
    }

    private static void WriteSection(StringWriter writer, Section section, int level)
    {
        var heading = $"h{Math.Min(level, 6)}";
        var look = section.Kind switch
        {
            SectionKind.Plain => "",
            SectionKind.Chapter => " class=\"chapter\"",
            _ => $" class=\"rule {section.Urgency?.ToString().ToLowerInvariant() ?? "silent"}\"",
        };
        writer.WriteLine($"<section id=\"{Escape(section.Anchor)}\"{look}>\n<{heading}>{Escape(section.Title)}</{heading}>");
        if (section.Lead.Count > 0) writer.WriteLine($"<p class=\"under\">{Text(section.Lead)}</p>");
        foreach (var block in section.Blocks) Write(writer, block, level + 1);
        writer.WriteLine("</section>");
    }

    private static void WriteList(StringWriter writer, Listing list)
    {
        WriteItems(writer, list.Items.Take(list.Shown));
        if (list.Items.Count <= list.Shown) return;
        writer.WriteLine($"<details>\n<summary>{list.Items.Count - list.Shown} more</summary>");
        WriteItems(writer, list.Items.Skip(list.Shown));
        writer.WriteLine("</details>");
    }

    private static void WriteItems(StringWriter writer, IEnumerable<ListItem> items)
    {
        writer.WriteLine("<ul>");
        foreach (var item in items)
        {
            writer.Write($"<li{(item.Anchor is { } anchor ? $" id=\"{Escape(anchor)}\"" : "")}>{Text(item.Text)}");
            if (item.Below.Count > 0) writer.Write($"\n<ul>\n{string.Concat(item.Below.Select(line => $"<li>{Text(line)}</li>\n"))}</ul>\n");
            writer.WriteLine("</li>");
        }
        writer.WriteLine("</ul>");
    }

    private static void WriteTerms(StringWriter writer, Terms terms, int level)
    {
        writer.WriteLine("<dl>");
        foreach (var term in terms.Items)
        {
            writer.WriteLine($"<dt>{Escape(term.Name)}</dt>\n<dd>");
            foreach (var block in term.Blocks) Write(writer, block, level);
            writer.WriteLine("</dd>");
        }
        writer.WriteLine("</dl>");
    }

    /// <summary>A wide table scrolls inside its own box, which the keyboard reaches.</summary>
    private static void WriteGrid(StringWriter writer, Grid grid)
    {
        writer.WriteLine($"<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{Escape(grid.Caption)}\">\n<table>\n<caption{(grid.ShowsCaption ? "" : " class=\"unseen\"")}>{Escape(grid.Caption)}</caption>\n<thead>\n<tr>");
        foreach (var column in grid.Columns) writer.WriteLine($"<th scope=\"col\"{Number(column)}>{Breakable(column.Title)}</th>");
        writer.WriteLine("</tr>\n</thead>");
        foreach (var group in grid.Groups)
        {
            writer.WriteLine("<tbody>");
            foreach (var (index, row) in group.Rows.Index()) WriteRow(writer, grid, group, row, isFirst: index == 0);
            writer.WriteLine("</tbody>");
        }
        writer.WriteLine("</table>\n</div>");
    }

    private static void WriteRow(StringWriter writer, Grid grid, GridGroup group, GridRow row, bool isFirst)
    {
        writer.Write("<tr>");
        if (isFirst && group.Heading is { } heading) writer.Write($"<th scope=\"rowgroup\" rowspan=\"{group.Rows.Count}\">{Text(heading)}</th>");
        var before = grid.Columns.Count - row.Cells.Count;
        foreach (var (index, cell) in row.Cells.Index())
        {
            var element = index + before == 0 ? "th scope=\"row\"" : "td";
            writer.Write($"<{element}{Number(grid.Columns[index + before])}>{Text(cell)}</{element[..2]}>");
        }
        writer.WriteLine("</tr>");
    }

    /// <summary>A wide one scrolls inside its own box, as tables do.</summary>
    private static void WriteDrawing(StringWriter writer, PathwayDrawing drawing)
    {
        writer.WriteLine($"<div class=\"drawing\" role=\"region\" tabindex=\"0\" aria-label=\"Graph of the workflows\">\n{PathwaySvg.Inline(drawing.Graph, l => l.Address(Ending))}\n</div>");
        writer.WriteLine("<details class=\"aslist\">\n<summary>The graph as a list</summary>");
        WriteList(writer, drawing.AsList);
        writer.WriteLine("</details>");
    }

    private static string Number(Column column) => column.IsNumber ? " class=\"number\"" : "";

    private static string Text(IReadOnlyList<Inline> parts) => string.Concat(parts.Select(Of));

    private static string Of(Inline part) => part switch
    {
        Words words => Escape(words.Text),
        Strong strong => $"<strong>{Escape(strong.Text)}</strong>",
        Code code => $"<code>{Breakable(code.Text)}</code>",
        Slot slot => $"<span class=\"slot\" title=\"filled in from the facts\">{Breakable(slot.Expression)}</span>",
        PageLink link => $"<a href=\"{Escape(link.Address(Ending))}\">{Escape(link.Text)}</a>",
        WebLink link => $"<a href=\"{Escape(link.Address.AbsoluteUri)}\" rel=\"noreferrer\">{Escape(link.Text)}</a>",
        Mark mark => $"<span class=\"mark {mark.Kind.ToString().ToLowerInvariant()}\">{Escape(mark.Text)}</span>",
        _ => throw new InvalidOperationException($"no HTML for {part.GetType().Name}"),
    };

    /// <summary>A long path may break after its dots.</summary>
    private static string Breakable(string code) => Escape(code).Replace(".", ".<wbr>", StringComparison.Ordinal);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
