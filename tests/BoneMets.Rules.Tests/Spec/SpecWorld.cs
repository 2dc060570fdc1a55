using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Tests.Spec;

/// <summary>The small world of the expression tables: one input <c>p</c>, and a workflow around each expression.</summary>
internal static class SpecWorld
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly IReadOnlyList<LibraryFile> Schemas = [.. Directory.GetFiles(Path.Combine(SpecTable.Folder, "facts"), "*.schema.json")
        .Select(f => new LibraryFile("facts/" + Path.GetFileName(f), File.ReadAllBytes(f)))];

    public static LibraryLoad Load(params IEnumerable<(string Name, string Expression)> parameters) =>
        Load(new JsonObject
        {
            ["WorkflowName"] = "Spec",
            ["Inputs"] = new JsonArray(new JsonObject { ["Name"] = "p", ["Schema"] = "person" }),
            ["GlobalParams"] = new JsonArray([.. parameters.Select(p => (JsonNode)new JsonObject { ["Name"] = p.Name, ["Expression"] = p.Expression })]),
            ["Rules"] = new JsonArray(),
        });

    public static LibraryLoad Load(JsonObject workflow) =>
        RuleLibrary.Load([.. Schemas, new LibraryFile("spec/workflow.json", Encoding.UTF8.GetBytes(workflow.ToJsonString()))]);

    /// <summary>The facts of a row and its evaluation date.</summary>
    public static (FactSet Facts, DateOnly AsOf) Read(FactReader reader, string facts)
    {
        var person = JsonNode.Parse(facts)!.AsObject();
        var asOf = DateOnly.Parse(person["asOf"]?.GetValue<string>() ?? "2026-01-31", CultureInfo.InvariantCulture);
        // Only `asOf` is taken out: numbers keep their spelling.
        using var document = JsonDocument.Parse(facts);
        var fields = document.RootElement.EnumerateObject().Where(f => f.Name != "asOf").Select(f => $"{JsonSerializer.Serialize(f.Name)}:{f.Value.GetRawText()}");
        var set = reader.Rent();
        var errors = new List<Diagnostic>();
        Assert.True(reader.Read(Encoding.UTF8.GetBytes($"{{\"p\":{{{string.Join(",", fields)}}}}}"), set, errors), string.Join("\n", errors));
        return (set, asOf);
    }

    /// <summary>A value as the tables write it.</summary>
    public static string Show(Value value) => value switch
    {
        KnownValue known => Content(known.Content),
        UnknownValue => $"unknown({Missing(value)})",
        RangeValue range => $"range({ValueText.Number(range.Low)},{ValueText.Number(range.High)};{Missing(value)})",
        OneOfValue several => $"oneOf({string.Join(",", several.Candidates.Select(Content).Order(StringComparer.Ordinal))};{Missing(value)})",
        FaultValue fault => $"fault {fault.Code.Id}",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The candidates of a set in one order.</summary>
    public static string Normal(string expected)
    {
        if (!expected.StartsWith("oneOf(", StringComparison.Ordinal)) return expected;
        var split = expected.LastIndexOf(';');
        return $"oneOf({string.Join(",", expected["oneOf(".Length..split].Split(',').Order(StringComparer.Ordinal))}{expected[split..]}";
    }

    private static string Missing(Value value) => string.Join(",", value.Missing.ToSortedList());

    private static string Content(object content) => content switch
    {
        bool truth => truth ? "true" : "false",
        string text => JsonSerializer.Serialize(text, Relaxed),
        ListValue list => $"[{string.Join(",", list.Items.Select(i => i.IsCertain ? Show(i.Value) : "?"))}]",
        FactFrame frame => frame.Path,
        _ => ValueText.Of(new KnownValue(content)),
    };
}
