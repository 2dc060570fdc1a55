using BoneMets.Rules.Verification.Guidelines.Pathway;

namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>
/// One file of a guideline: what it says, without a format. The writers decide how headings, tables and marks look; what is said is decided
/// here once. A new kind of content is a new block, and a case in each writer.
/// </summary>
/// <param name="Name">The file's name without its ending; other pages link to it.</param>
/// <param name="Lead">Below the title: what kind of page it is.</param>
public sealed record GuidelinePage(string Name, string Title, IReadOnlyList<Inline> Lead, IReadOnlyList<Block> Blocks, PageKind Kind = PageKind.Workflow);

public enum PageKind
{
    Workflow,

    /// <summary>It leads to the others.</summary>
    Index,

    /// <summary>All pages as one, each a chapter.</summary>
    Whole,
}

public abstract record Block;

public enum SectionKind { Plain, Rule, NestedRule, Chapter }

/// <summary>A heading and what stands under it. Sections inside each other have headings of lower levels.</summary>
/// <param name="Title">Without marks, so that it can stand in a list of contents.</param>
/// <param name="Lead">Below the heading: name and marks.</param>
/// <param name="Urgency">Of a rule that recommends something.</param>
public sealed record Section(string Title, string Anchor, IReadOnlyList<Block> Blocks, IReadOnlyList<Inline> Lead, SectionKind Kind = SectionKind.Plain, Urgency? Urgency = null) : Block
{
    public Section(string title, IReadOnlyList<Block> blocks) : this(title, Anchors.Of(title), blocks, [])
    {
    }
}

public enum ParagraphKind { Body, Lead, Recommendation }

public sealed record Paragraph(IReadOnlyList<Inline> Text, ParagraphKind Kind = ParagraphKind.Body) : Block;

/// <summary>A banner that nobody should overlook.</summary>
public sealed record Banner(IReadOnlyList<Inline> Text) : Block;

public sealed record CodeBlock(string Code) : Block;

/// <summary>A list. Of more than <see cref="Shown"/> items the others are folded away where the format can, else counted.</summary>
public sealed record Listing(IReadOnlyList<ListItem> Items, int Shown = int.MaxValue) : Block;

public sealed record ListItem(IReadOnlyList<Inline> Text, IReadOnlyList<IReadOnlyList<Inline>> Below, string? Anchor = null);

/// <summary>Names with what they stand for.</summary>
public sealed record Terms(IReadOnlyList<Term> Items) : Block;

public sealed record Term(string Name, IReadOnlyList<Block> Blocks)
{
    public Term(string name, IReadOnlyList<Inline> text) : this(name, [new Paragraph(text)])
    {
    }
}

/// <summary>A table. The first cell of each row is its heading, or that of the group when it has one.</summary>
/// <param name="ShowsCaption">The caption says more than the heading above the table; otherwise only those hear it who do not see that.</param>
public sealed record Grid(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<GridGroup> Groups, bool ShowsCaption = false) : Block
{
    public Grid(string caption, IReadOnlyList<Column> columns, IEnumerable<GridRow> rows) : this(caption, columns, [new GridGroup(null, [.. rows])])
    {
    }
}

public sealed record Column(string Title, bool IsNumber = false)
{
    public static implicit operator Column(string title) => new(title);
}

/// <summary>Rows that share their first cell, <see cref="Heading"/>, and lack it then themselves.</summary>
public sealed record GridGroup(IReadOnlyList<Inline>? Heading, IReadOnlyList<GridRow> Rows);

public sealed record GridRow(params IReadOnlyList<IReadOnlyList<Inline>> Cells);

/// <summary>Which workflow builds on which, as a drawing and as a list of the same for those who do not see it.</summary>
/// <param name="File">Its name where formats need a file for it; null when there is to be no other file, so that these have the list only.</param>
public sealed record PathwayDrawing(PathwayGraph Graph, Listing AsList, string? File) : Block;

public abstract record Inline
{
    public static implicit operator Inline(string text) => new Words(text);
}

public sealed record Words(string Text) : Inline;

public sealed record Strong(string Text) : Inline;

public sealed record Code(string Text) : Inline;

/// <summary>A place that a decision fills in: <c>$(expression)</c>.</summary>
public sealed record Slot(string Expression) : Inline;

/// <summary>To a page of the guideline (null = this one) and a place in it.</summary>
public sealed record PageLink(string Text, string? Page, string? Anchor = null) : Inline
{
    /// <param name="ending">Of the pages' files.</param>
    public string Address(string ending) => (Page is null ? "" : Page + ending) + (Anchor is null ? "" : $"#{Anchor}");
}

public sealed record WebLink(string Text, Uri Address) : Inline;

public enum MarkKind { Emergency, Urgent, Routine, Info, Quiet, NotVerified }

/// <summary>A word that is seen at a glance; its meaning is in the word, never in colour alone.</summary>
public sealed record Mark(string Text, MarkKind Kind) : Inline;

/// <summary>Names of places in a page.</summary>
public static class Anchors
{
    public static string Of(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));

    public static string Rule(string name) => "rule-" + Of(name);

    public static string Source(string id) => "source-" + Of(id);
}
