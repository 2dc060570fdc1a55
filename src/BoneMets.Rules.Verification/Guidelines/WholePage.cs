using BoneMets.Rules.Verification.Guidelines.Pathway;

namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>
/// The pages of a guideline as one: the index first, with a table of contents, then each page as a chapter. Places keep their names behind that of
/// their page, and links lead to where the place is now.
/// </summary>
internal static class WholePage
{
    private const string Name = "guideline";

    /// <summary>No place has a colon in its name, and none of a page is called <c>top</c>.</summary>
    private const string Top = "top";

    /// <param name="pages">The index, then the others.</param>
    public static GuidelinePage Of(IReadOnlyList<GuidelinePage> pages)
    {
        var (index, chapters) = (pages[0], pages.Skip(1).ToList());
        List<Block> blocks = [.. index.Blocks.Select(b => Moved(b, index.Name))];
        // After what has to be read first, before the rest.
        blocks.Insert(blocks.FindIndex(b => b is Section), new Section("Contents", [Contents(chapters)]));
        blocks.AddRange(chapters.Select(c => new Section(c.Title, Place(c.Name, Top), [.. c.Blocks.Select(b => Moved(b, c.Name))], Moved(c.Lead, c.Name), SectionKind.Chapter)));
        return new GuidelinePage(Name, index.Title, Moved(index.Lead, index.Name), blocks, PageKind.Whole);
    }

    private static Listing Contents(IReadOnlyList<GuidelinePage> chapters) => new(
    [
        .. chapters.Select(c => new ListItem(
            [new PageLink(c.Title, null, Place(c.Name, Top))],
            [[.. c.Blocks.OfType<Section>().SelectMany((s, i) => (Inline[])[i == 0 ? "" : " · ", new PageLink(s.Title, null, Place(c.Name, s.Anchor))])]])),
    ]);

    private static string Place(string page, string anchor) => page == IndexPage.Name ? anchor : $"{page}:{anchor}";

    private static Block Moved(Block block, string page) => block switch
    {
        Section section => section with { Anchor = Place(page, section.Anchor), Blocks = Moved(section.Blocks, page), Lead = Moved(section.Lead, page) },
        Paragraph paragraph => paragraph with { Text = Moved(paragraph.Text, page) },
        Banner banner => banner with { Text = Moved(banner.Text, page) },
        Listing list => Moved(list, page),
        Terms terms => new Terms([.. terms.Items.Select(t => t with { Blocks = Moved(t.Blocks, page) })]),
        Grid grid => grid with { Groups = [.. grid.Groups.Select(g => new GridGroup(g.Heading is { } heading ? Moved(heading, page) : null, [.. g.Rows.Select(r => new GridRow([.. r.Cells.Select(c => Moved(c, page))]))]))] },
        PathwayDrawing drawing => new PathwayDrawing(Moved(drawing.Graph, page), Moved(drawing.AsList, page), null),
        CodeBlock => block,
        _ => throw new InvalidOperationException($"{block.GetType().Name} may have links, and they are not moved"),
    };

    private static IReadOnlyList<Block> Moved(IReadOnlyList<Block> blocks, string page) => [.. blocks.Select(b => Moved(b, page))];

    private static Listing Moved(Listing list, string page) => list with
    {
        Items = [.. list.Items.Select(i => new ListItem(Moved(i.Text, page), [.. i.Below.Select(b => Moved(b, page))], i.Anchor is { } anchor ? Place(page, anchor) : null))],
    };

    private static PathwayGraph Moved(PathwayGraph graph, string page) =>
        graph with { Nodes = [.. graph.Nodes.Select(n => n with { Link = n.Link is { } link ? Moved(link, page) : null })] };

    private static IReadOnlyList<Inline> Moved(IReadOnlyList<Inline> text, string page) => [.. text.Select(i => i is PageLink link ? Moved(link, page) : i)];

    private static PageLink Moved(PageLink link, string page) => new(link.Text, null, Place(link.Page ?? page, link.Anchor ?? Top));
}
