using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Binding;

/// <summary>Documents written to break the reader: each gets its finding, none takes long, and the process lives.</summary>
public sealed class HostileLibraryTests
{
    /// <summary>A hang is what this catches; a second is what the product promises on a machine with nothing else to do.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(10);

    public static TheoryData<string, string> Expressions => new()
    {
        { "100,000 nested parentheses", "BMR2015" }, { "unclosed parentheses", "BMR2016" }, { "generic-looking comparisons", "BMR2001" },
        { "null-conditional indexes", "BMR2002" }, { "square brackets", "BMR2002" }, { "interpolated texts", "BMR2002" },
        { "a 10 MB expression", "BMR2015" }, { "9,000 negations", "BMR2016" }, { "800 nested choices", "BMR2016" }, { "9,000 minus signs", "BMR2002" },
    };

    [Theory]
    [MemberData(nameof(Expressions))]
    public void A_hostile_expression_is_refused_with_its_own_finding(string kind, string code)
    {
        var expression = kind switch
        {
            "100,000 nested parentheses" => new string('(', 100_000) + "p.x" + new string(')', 100_000),
            "unclosed parentheses" => new string('(', 9_000),
            "generic-looking comparisons" => Repeat("a<", 3_000) + "a",
            "null-conditional indexes" => Repeat("a?[", 18),
            "square brackets" => new string('[', 3_000),
            "interpolated texts" => Repeat("$\"{", 3_000),
            "a 10 MB expression" => Repeat("p.a - ", 1_700_000) + "1 > 2",
            "9,000 negations" => new string('!', 9_000) + "p.x",
            "800 nested choices" => Repeat("p.x ? 1 : ", 800) + "2",
            _ => new string('-', 9_000) + "p.a > 1",
        };
        var workflow = new JsonObject
        {
            ["WorkflowName"] = "W",
            ["Inputs"] = new JsonArray(new JsonObject { ["Name"] = "p", ["Schema"] = "person" }),
            ["Rules"] = new JsonArray(new JsonObject { ["RuleName"] = "R", ["Expression"] = expression }),
        };
        Assert.Equal([code], Codes(workflow.ToJsonString()));
    }

    [Theory]
    [InlineData("deep JSON", "BMR1009")]
    [InlineData("half a document", "BMR1001")]
    [InlineData("a long chain of definitions", "BMR2016")]
    public void A_hostile_document_is_refused_with_its_own_finding(string kind, string code)
    {
        var parameters = string.Join(",", Enumerable.Range(0, 5_000).Select(i => $"{{\"Name\":\"q{i}\",\"Expression\":\"q{i + 1} + 1\"}}"));
        var document = kind switch
        {
            "deep JSON" => new string('[', 200_000) + new string(']', 200_000),
            "half a document" => "{\"WorkflowName\": \"W\", ",
            _ => $"{{\"WorkflowName\":\"W\",\"Inputs\":[{{\"Name\":\"p\",\"Schema\":\"person\"}}],\"GlobalParams\":[{parameters},{{\"Name\":\"q5000\",\"Expression\":\"p.a\"}}],\"Rules\":[]}}",
        };
        Assert.Contains(code, Codes(document));
    }

    private static List<string> Codes(string workflow)
    {
        var schemas = Directory.GetFiles(Path.Combine(SpecTable.Folder, "facts"), "*.schema.json").Select(f => new LibraryFile("facts/" + Path.GetFileName(f), File.ReadAllBytes(f)));
        var watch = Stopwatch.StartNew();
        var load = RuleLibrary.Load([.. schemas, new LibraryFile("w/workflow.json", Encoding.UTF8.GetBytes(workflow))]);
        Assert.True(watch.Elapsed < Hang, $"{watch.Elapsed}");
        return [.. load.Diagnostics.Where(d => d.IsError).Select(d => d.Code.Id).Distinct()];
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
