using System.Text;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Streaming;

namespace BoneMets.Rules.Tests.Libraries;

public sealed class ShapeEnginesTests
{
    private const string Seven = """
        {"WorkflowName": "W", "GlobalParams": [{"Name": "total", "Expression": "input1.a + (input1.d ?? 1)"}], "Rules": [
          {"RuleName": "Both", "Expression": "input1.a > 1 && input1.b == \"x\""},
          {"RuleName": "Either", "Expression": "input1.c || input1.d > 3"},
          {"RuleName": "List", "Expression": "input1.e.Any(o => o.n > input1.a) || input1.e.Count > 3"},
          {"RuleName": "Nested", "Expression": "input1.f.g == 1 && IsKnown(input1.f)"},
          {"RuleName": "Texts", "Expression": "input1.b.Length > 0 && input1.b.ToUpper() == \"X\""},
          {"RuleName": "Day", "Expression": "input1.h.Year == 2026"},
          {"RuleName": "Total", "Expression": "total > 2"}
        ]}
        """;

    private static readonly string[] Fields =
    [
        "\"a\": 2", "\"b\": \"x\"", "\"c\": true", "\"d\": 4.5", "\"e\": [{\"n\": 5}, {\"m\": 1}]", "\"f\": {\"g\": 1}", "\"h\": \"2026-01-31\"",
    ];

    private static readonly string[] Subsets =
        [.. Enumerable.Range(0, 128).Select(set => $"{{\"input1\": {{{string.Join(", ", Fields.Where((_, i) => (set >> i & 1) != 0))}}}}}")];

    [Fact]
    public void Every_pattern_of_absent_fields_is_decided_and_in_any_order_alike()
    {
        using var up = Load(Seven);
        using var down = Load(Seven);
        var decisions = Subsets.Select(line => Written(up, line)).ToList();
        var later = Subsets.Reverse().Select(line => Written(down, line)).Reverse().ToList();
        for (var i = 0; i < Subsets.Length; i++)
        {
            using var alone = Load(Seven);
            Assert.Equal(Written(alone, Subsets[i]), decisions[i]);
            Assert.Equal(decisions[i], later[i]);
            Assert.Equal(decisions[i], Written(up, Subsets[i]));
        }
    }

    [Fact]
    public async Task Lines_on_several_cores_give_the_same_bytes()
    {
        var text = string.Concat(Enumerable.Repeat(string.Join('\n', Subsets) + "\n", 5));
        var first = await Stream(text, 1);
        for (var i = 0; i < 3; i++) Assert.Equal(first, await Stream(text, 4));
    }

    [Fact]
    public void The_hash_is_of_the_workflow_and_not_of_the_shape()
    {
        using var engine = Load(Seven);
        var hashes = Subsets.Append("""{"input1": {"a": "a text", "z": {"y": [1]}}, "input2": {"q": 1}}""").Select(line => engine.Decide("W", Encoding.UTF8.GetBytes(line), null))
            .Where(o => o.Decision is not null).Select(o => o.Decision!.Hash);
        Assert.Single(hashes.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Fields_that_no_rule_reads_are_no_reason_to_refuse()
    {
        using var engine = Load("""{"WorkflowName": "W", "Rules": [{"RuleName": "A", "Expression": "input1.a > 1"}]}""");
        for (var i = 0; i < 300; i++) Assert.Equal("met", Verdict(engine, $"{{\"input1\": {{\"a\": 2, \"p{i}\": {i}}}}}"));
    }

    [Fact]
    public void Conflicting_types_make_shapes_of_their_own_and_never_too_many()
    {
        using var engine = Load("""{"WorkflowName": "W", "Rules": [{"RuleName": "A", "Expression": "input1.a > 1"}]}""");
        var all = Enumerable.Range(0, 200).Select(i => "{\"input1\": {\"a\": 2, " + string.Join(", ", Enumerable.Range(0, 8).Select(bit => $"\"b{bit}\": " + ((i >> bit & 1) != 0 ? "1" : "\"1\""))) + "}}").ToList();
        foreach (var line in all.Concat(all)) Assert.Equal("met", Verdict(engine, line));
    }

    [Fact]
    public void A_wider_shape_that_does_not_bind_leaves_each_input_its_own_answer()
    {
        const string workflow = """{"WorkflowName": "W", "Rules": [{"RuleName": "A", "Expression": "input1.a == input1.b"}]}""";
        string[] lines = ["""{"input1": {"a": 1}}""", """{"input1": {"b": "x"}}""", """{"input1": {"a": 1, "b": "x"}}""", """{"input1": {"a": 1}, "input1": {}}""", "{\"input1\": {\"a\": 1}", "\uFEFF{\"input1\": {\"a\": 1}}"];
        using var up = Load(workflow);
        using var down = Load(workflow);
        var first = lines.Select(l => Written(up, l)).ToList();
        Assert.Equal(first, lines.Reverse().Select(l => Written(down, l)).Reverse());
        Assert.Equal(first, lines.Select(l => Written(up, l)));
        Assert.Contains("input1.b", first[0], StringComparison.Ordinal);
        Assert.Contains("BMR2007", first[2], StringComparison.Ordinal);
        Assert.Equal(first[0], first[5]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_came_before_never_matters_to_lists_objects_and_conflicting_types(int seed)
    {
        const string workflow = """
            {"WorkflowName": "W", "Rules": [
              {"RuleName": "Any", "Expression": "input1.l.Any(o => o.n > 1 && o.s.Length > input1.a)"},
              {"RuleName": "All", "Expression": "input1.l.All(o => o.k.Any(x => x > 2))"},
              {"RuleName": "Count", "Expression": "input1.m.Count() > 1 || input1.m.Count == 0"},
              {"RuleName": "Sum", "Expression": "input1.l.Sum(o => o.n) + Min(input1.a, 3) > 4"},
              {"RuleName": "First", "Expression": "input1.l.OrderBy(o => o.n).First().n > 1"},
              {"RuleName": "Deep", "Expression": "input1.o.p.q > 1 || IsKnown(input1.o.p)"},
              {"RuleName": "Second", "Expression": "input2.z ?? input1.a > 1"}
            ]}
            """;
        string[] values =
        [
            "\"a\": 2", "\"a\": null", "\"l\": []", "\"l\": [null]", "\"l\": [{}]", "\"l\": [{\"n\": 2, \"s\": \"abc\"}]", "\"l\": [{\"k\": [3]}, {\"n\": 1}]", "\"l\": [{\"k\": []}]", "\"l\": [{\"z\": {\"y\": 1}}]",
            "\"m\": []", "\"m\": [null]", "\"m\": [1, 2]", "\"m\": [\"x\"]", "\"m\": [{\"q\": 1}]", "\"o\": {}", "\"o\": null", "\"o\": {\"p\": {}}", "\"o\": {\"p\": {\"q\": 2}}", "\"o\": {\"p\": {\"r\": 2}}", "\"u\": 1", "\"u\": \"x\"", "\"u\": [1]", "\"a\": \"x\"", "\"v\": true",
        ];
        string[] others = ["", ", \"input2\": {}", ", \"input2\": null", ", \"input2\": {\"z\": true}", ", \"input3\": {\"z\": 1}"];
        var random = new Random(seed);
        var lines = Enumerable.Range(0, 250).Select(_ => "{\"input1\": {" + string.Join(", ", Enumerable.Range(0, random.Next(5)).Select(_ => values[random.Next(values.Length)]).DistinctBy(v => v[..3]))
            + "}" + others[random.Next(others.Length)] + "}").ToList();
        using var engine = Load(workflow);
        foreach (var line in lines)
        {
            using var alone = Load(workflow);
            var expected = Written(alone, line);
            var actual = Written(engine, line);
            Assert.True(expected == actual, $"{line}\nalone: {expected}\nhere:  {actual}");
        }
    }

    [Fact]
    public void A_finding_about_the_rules_names_the_workflow_and_its_place()
    {
        using var engine = Load("""{"WorkflowName": "W", "Rules": [{"RuleName": "A", "Expression": "input1.a > 1"}]}""");
        var error = Assert.Single(engine.Decide("W", """{"input1": {"a": "x"}}"""u8, null).Errors);
        Assert.Equal(("BMR2007", "w/workflow.json", "/Rules/0/Expression"), (error.Code.Id, error.Document, error.Pointer));
    }

    [Theory]
    [InlineData("input1.name.Length > 1", "input1.name")]
    [InlineData("input1.name.Count > 1", "input1.name")]
    [InlineData("input1.name.Year > 1", "input1.name")]
    [InlineData("input1.name.Month > 1", "input1.name")]
    [InlineData("input1.name.Day > 1", "input1.name")]
    [InlineData("input1.name.ToLower() == \"x\"", "input1.name")]
    [InlineData("input1.name.AddDays(1) > asOf", "input1.name")]
    [InlineData("input1.name.ToString() == \"x\"", "input1.name")]
    [InlineData("input1.name.Trim().Length > 1", "input1.name")]
    [InlineData("input1.name.first > 1", "input1.name.first")]
    public void A_member_of_an_absent_field_misses_the_field(string expression, string missing)
    {
        using var engine = Load($$"""{"WorkflowName": "W", "Rules": [{"RuleName": "A", "Expression": {{CanonicalJson.Quote(expression)}}}]}""");
        var outcome = engine.Decide("W", """{"input1": {"other": 1}}"""u8, new DateOnly(2026, 1, 31));
        Assert.Empty(outcome.Errors);
        Assert.Equal([missing], outcome.Decision!.Missing.Select(m => m.Fact));
    }

    [Theory]
    [InlineData("2026-01-31", "met")]
    [InlineData("2025-01-31", "notMet")]
    [InlineData("2026-01-31T10:00:00", "failed")]
    [InlineData("yesterday", "failed")]
    public void A_text_has_the_members_of_the_date_that_it_is(string text, string verdict)
    {
        using var engine = Load("""{"WorkflowName": "W", "Rules": [{"RuleName": "A", "Expression": "input1.dt.Year == 2026 && input1.dt.Month == 1 && input1.dt.Day == 31"}]}""");
        Assert.Equal(verdict, Verdict(engine, $"{{\"input1\": {{\"dt\": \"{text}\"}}}}"));
    }

    /// <summary>Until facts are met nobody knows of what type a column is, and a proof about the table must not guess.</summary>
    [Theory]
    [InlineData("0", "0", "1")]
    [InlineData("< 3", "2.5", "3")]
    [InlineData(">= 1 and <= 3", "1", "0")]
    [InlineData("not 0", "1", "0")]
    [InlineData("\"a\"", "\"a\"", "\"b\"")]
    [InlineData("true", "true", "false")]
    public void A_table_over_a_fact_that_no_document_declares_is_read_and_decides(string pattern, string inside, string outside)
    {
        using var engine = Load($$"""
            {"WorkflowName": "W", "GlobalParams": [{"Name": "k", "Expression": "input1.k"}],
             "Tables": [{"Name": "t", "HitPolicy": "First", "Inputs": [{"Name": "k", "Expression": "input1.k"}], "Outputs": [{"Name": "o", "Type": "integer"}],
               "Rows": [{"When": [{{CanonicalJson.Quote(pattern)}}], "Then": ["1"]}, {"Otherwise": true, "Then": ["2"]}]}],
             "Rules": [{"RuleName": "A", "Expression": "t == 1"}]}
            """);
        Assert.Equal("met", Verdict(engine, $"{{\"input1\": {{\"k\": {inside}}}}}"));
        Assert.Equal("notMet", Verdict(engine, $"{{\"input1\": {{\"k\": {outside}}}}}"));
        Assert.Equal("undetermined", Verdict(engine, """{"input1": {}}"""));
    }

    /// <summary>In layers of two that each name both of the next one: 2^40 ways lead through them.</summary>
    [Fact]
    public void Workflows_that_name_each_other_again_and_again_are_bound_once()
    {
        const int Layers = 40;
        var workflows = Enumerable.Range(0, Layers).SelectMany(layer => new[] { "A", "B" }.Select(side => $$"""
            {"WorkflowName": "{{side}}{{layer}}", "Rules": [{"RuleName": "R", "Expression": "{{(layer + 1 == Layers ? "input1.a > 1" : $"A{layer + 1}.R && B{layer + 1}.R && own{side}{layer}.x != 1")}}"}]}
            """)).Append("""{"WorkflowName": "W", "Rules": [{"RuleName": "A", "Expression": "A0.R && B0.R"}]}""");
        using var engine = Load($"[{string.Join(',', workflows)}]");
        Assert.Equal("notMet", Verdict(engine, """{"input1": {"a": 0}}"""));
        Assert.Equal("undetermined", Verdict(engine, """{"input1": {"a": 2}}"""));
    }

    private static string Verdict(RuleEngine engine, string facts)
    {
        var outcome = engine.Decide("W", Encoding.UTF8.GetBytes(facts), null);
        Assert.Empty(outcome.Errors);
        using var written = System.Text.Json.JsonDocument.Parse(DecisionWriter.ToUtf8(outcome.Decision!, Explain.None));
        return written.RootElement.GetProperty("verdicts").GetProperty("A").GetString()!;
    }

    private static string Written(RuleEngine engine, string facts)
    {
        var outcome = engine.Decide("W", Encoding.UTF8.GetBytes(facts), new DateOnly(2026, 1, 31), Explain.Rules);
        if (outcome.Decision is not { } decision) return string.Join('\n', outcome.Errors);
        using var output = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(output)) DecisionWriter.Write(writer, decision, Explain.Rules, stamped: false);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static async Task<string> Stream(string text, int workers)
    {
        using var engine = Load(Seven);
        using var output = new MemoryStream();
        var options = new StreamOptions { Explain = Explain.Rules, Workers = workers };
        await new DecisionStream(engine, "W", options).RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static RuleEngine Load(string workflow)
    {
        var load = RuleLibrary.Load([new LibraryFile("w/workflow.json", Encoding.UTF8.GetBytes(workflow))]);
        Assert.False(load.HasErrors, string.Join('\n', load.Diagnostics));
        return new RuleEngine(load.Library);
    }
}
