using System.Globalization;
using System.Text;
using System.Xml;
using BoneMets.Rules.Verification.Reports;

namespace BoneMets.Rules.Verification.Guidelines.Pathway;

/// <summary>A pathway graph as SVG: no script, every text escaped; the colours are variables of the style around it.</summary>
internal static class PathwaySvg
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const string Title = "Which workflow builds on which";
    private const double LegendHeight = 34;

    private static readonly (PathwayBond Bond, string Words)[] Legend =
    [
        (PathwayBond.Includes, "includes rules and advice of"), (PathwayBond.TakesOver, "takes over the rules of"), (PathwayBond.Reads, "reads results of"),
    ];

    /// <summary>As a part of a page; its nodes are links.</summary>
    public static string Inline(PathwayGraph graph, Func<PageLink, string> address) => Write(graph, address, style: null);

    /// <summary>As a file of its own with its colours, light and dark. As a picture in a page it cannot be clicked; opened by itself it can.</summary>
    public static string Alone(PathwayGraph graph, Func<PageLink, string> address) => Write(graph, address, GuidelineStyle.OfPathway) + "\n";

    private static string Write(PathwayGraph graph, Func<PageLink, string> address, string? style)
    {
        var layout = PathwayLayout.Of(graph);
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = "", NewLineChars = "\n", CheckCharacters = false }))
        {
            writer.WriteStartElement("svg", Namespace);
            var bonds = Legend.Where(l => graph.Edges.Any(e => e.Bond == l.Bond)).ToList();
            var height = layout.Height + (bonds.Count > 0 ? LegendHeight : 0);
            // As an image its links would be hidden from those who do not see it.
            Attributes(writer, ("class", "pathway"), ("role", style is null ? "group" : "img"), ("aria-labelledby", "pathway-title pathway-desc"), ("viewBox", $"0 0 {N(layout.Width)} {N(height)}"), ("width", N(layout.Width)), ("height", N(height)));
            Element(writer, "title", Title, ("id", "pathway-title"));
            Element(writer, "desc", Description(graph), ("id", "pathway-desc"));
            if (style is not null) Element(writer, "style", style);
            WriteArrow(writer);
            foreach (var curve in layout.Curves) Element(writer, "path", null, ("class", Class(curve.Edge.Bond)), ("d", Path(curve)), ("marker-end", "url(#pathway-arrow)"));
            if (layout.AloneFrom is { } y) Element(writer, "text", "On their own", ("class", "alone"), ("x", "6"), ("y", N(y - 12)));
            foreach (var box in layout.Boxes) WriteBox(writer, box, address);
            WriteLegend(writer, bonds, layout.Height);
            writer.WriteEndElement();
        }
        return text.ToString();
    }

    private static void WriteArrow(XmlWriter writer)
    {
        writer.WriteStartElement("defs", Namespace);
        writer.WriteStartElement("marker", Namespace);
        Attributes(writer, ("id", "pathway-arrow"), ("class", "arrow"), ("viewBox", "0 0 10 10"), ("refX", "9"), ("refY", "5"), ("markerWidth", "9"), ("markerHeight", "9"), ("markerUnits", "userSpaceOnUse"), ("orient", "auto"));
        Element(writer, "path", null, ("d", "M0 0.8L10 5L0 9.2z"));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteBox(XmlWriter writer, PathwayBox box, Func<PageLink, string> address)
    {
        writer.WriteStartElement(box.Node.Link is null ? "g" : "a", Namespace);
        if (box.Node.Link is { } link) writer.WriteAttributeString("href", XmlCharacters.Clean(address(link)));
        writer.WriteAttributeString("class", box.Node.Link is null ? "workflow elsewhere" : "workflow");
        Element(writer, "title", box.Node.Title == box.Node.Name ? box.Node.Name : $"{box.Node.Title} ({box.Node.Name})");
        Element(writer, "rect", null, ("x", N(box.X)), ("y", N(box.Y)), ("width", N(PathwayBox.Width)), ("height", N(box.Height)), ("rx", "8"));
        var x = N(box.X + PathwayBox.Padding);
        for (var i = 0; i < box.Lines.Count; i++) Element(writer, "text", box.Lines[i], ("class", "name"), ("x", x), ("y", N(box.Y + PathwayBox.Padding + 13 + (i * PathwayBox.LineHeight))));
        Element(writer, "text", Counted.Of(box.Node.Rules, "rule") + (box.Node.Link is null ? ", not in this document" : ""), ("x", x), ("y", N(box.Y + box.Height - PathwayBox.Padding - 1)));
        writer.WriteEndElement();
    }

    private static void WriteLegend(XmlWriter writer, IReadOnlyList<(PathwayBond Bond, string Words)> bonds, double top)
    {
        var (x, y) = (6.0, top + 20);
        foreach (var (bond, words) in bonds)
        {
            Element(writer, "path", null, ("class", Class(bond)), ("d", $"M{N(x)} {N(y)}h34"), ("marker-end", "url(#pathway-arrow)"));
            Element(writer, "text", words, ("x", N(x + 44)), ("y", N(y + 4)));
            x += 44 + (13 * TextLines.Ems(words)) + 28;
        }
    }

    /// <summary>A curve leaves and arrives straight, so that arrow heads point down; between the sides of a row it is a line.</summary>
    private static string Path(PathwayCurve curve)
    {
        var points = curve.Points;
        var path = new StringBuilder($"M{N(points[0].X)} {N(points[0].Y)}");
        for (var i = 1; i < points.Count; i++)
        {
            var ((fromX, fromY), (toX, toY)) = (points[i - 1], points[i]);
            var middle = N((fromY + toY) / 2);
            path.Append(i % 2 == 0 ? $"L{N(toX)} {N(toY)}" : $"C{N(fromX)} {middle} {N(toX)} {middle} {N(toX)} {N(toY)}");
        }
        return path.ToString();
    }

    private static string Description(PathwayGraph graph)
    {
        var joined = graph.Edges.SelectMany(e => (int[])[e.From, e.To]).Distinct().Count();
        return $"{Counted.Of(graph.Nodes.Count, "workflow")}, of which {joined} are joined by {Counted.Of(graph.Edges.Count, "arrow")}. An arrow leads from a workflow to one that it builds on. The list beside the graph says the same.";
    }

    private static string Class(PathwayBond bond) => "edge " + bond.ToString().ToLowerInvariant();

    private static void Element(XmlWriter writer, string name, string? text, params (string Name, string Value)[] attributes)
    {
        writer.WriteStartElement(name, Namespace);
        Attributes(writer, attributes);
        if (text is not null) writer.WriteString(XmlCharacters.Clean(text));
        writer.WriteEndElement();
    }

    private static void Attributes(XmlWriter writer, params (string Name, string Value)[] attributes)
    {
        foreach (var (name, value) in attributes) writer.WriteAttributeString(name, value);
    }

    /// <summary>The same on every machine, and short.</summary>
    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
