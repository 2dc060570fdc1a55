using System.Xml.Linq;
using BoneMets.Rules.Tests.Content;
using BoneMets.Rules.Verification.Guidelines;
using BoneMets.Rules.Verification.Guidelines.Pathway;

namespace BoneMets.Rules.Tests.Verification.Pathway;

public sealed class PathwaySvgTests
{
    private const string Hostile = """</title><script>alert(1)</script>" onload="x" ]]> \u0001 &amp;""";
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_shipped_workflows_are_boxes_with_title_and_number_of_rules_that_lead_to_their_pages()
    {
        var drawing = XElement.Parse(Guideline.Of(Shipped.Library, Shipped.Library.Workflows)[0].Blocks.OfType<Section>().SelectMany(s => s.Blocks).OfType<PathwayDrawing>().Select(d => PathwaySvg.Inline(d.Graph, l => l.Address(".html"))).Single());
        var links = drawing.Descendants(Svg + "a").ToList();
        Assert.Equal(Shipped.Library.Workflows.Select(w => w.Name + ".html").Order(StringComparer.Ordinal), links.Select(l => l.Attribute("href")!.Value).Order(StringComparer.Ordinal));
        var mirels = links.Single(l => l.Attribute("href")!.Value == "MirelsFractureRisk.html");
        Assert.Equal("Impending pathological fracture of a long bone (Mirels score) 7 rules", string.Join(' ', mirels.Elements(Svg + "text").Select(t => t.Value)));
        var edges = drawing.Descendants(Svg + "path").Where(p => p.Attribute("marker-end") is not null && p.Attribute("d")!.Value.Contains('C', StringComparison.Ordinal)).ToList();
        Assert.Equal((14, 2), (edges.Count(e => e.Attribute("class")!.Value == "edge includes"), edges.Count(e => e.Attribute("class")!.Value == "edge reads")));
    }

    [Theory]
    [InlineData(false, "group")]
    [InlineData(true, "img")]
    public void It_says_what_it_is_and_every_text_is_text(bool isFile, string role)
    {
        var graph = new PathwayGraph(
            [new PathwayNode(Hostile, Hostile, 1, new PageLink("", Hostile)), new PathwayNode("V", "V", 2, null)], [new PathwayEdge(0, 1, PathwayBond.TakesOver)]);
        var text = isFile ? PathwaySvg.Alone(graph, l => l.Address(".md")) : PathwaySvg.Inline(graph, l => l.Address(".html"));
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        var drawing = XElement.Parse(text);
        Assert.Equal(role, drawing.Attribute("role")!.Value);
        var named = drawing.Attribute("aria-labelledby")!.Value.Split(' ').Select(id => drawing.Elements().Single(e => e.Attribute("id")?.Value == id).Value);
        Assert.Equal("Which workflow builds on which", named.First());
        Assert.DoesNotContain(drawing.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Contains("1 rule", drawing.Descendants(Svg + "text").Select(t => t.Value));
        Assert.Contains("2 rules, not in this document", drawing.Descendants(Svg + "text").Select(t => t.Value));
        Assert.Contains("takes over the rules of", drawing.Descendants(Svg + "text").Select(t => t.Value));
        Assert.Equal(isFile, drawing.Elements(Svg + "style").Any(s => s.Value.Contains("prefers-color-scheme: dark", StringComparison.Ordinal)));
    }
}
