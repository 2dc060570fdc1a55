using System.Buffers;
using System.Text;
using System.Text.Json;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Tests.Decisions;

/// <summary>A decision says whose statement it is, and whether its review was overdue on the day that it is made for.</summary>
public class DecisionSourceTests
{
    private const string Whole =
        """ "Title": "A \"title\" über <x>", "Metadata": { "Purpose": "p", "IntendedUse": "u", "Developer": { "Name": "d", "Contact": "c" }, "ReviewDue": "2026-01-31" }, """;

    public static TheoryData<string, string?, string?> Sources => new()
    {
        { Whole, "2026-01-30", """{"title":"A \"title\" über <x>","intendedUse":"u","developer":"d","reviewDue":"2026-01-31"}""" },
        { Whole, "2026-01-31", """{"title":"A \"title\" über <x>","intendedUse":"u","developer":"d","reviewDue":"2026-01-31"}""" },
        { Whole, "2026-02-01", """{"title":"A \"title\" über <x>","intendedUse":"u","developer":"d","reviewDue":"2026-01-31","reviewOverdue":true}""" },
        { Whole, null, """{"title":"A \"title\" über <x>","intendedUse":"u","developer":"d","reviewDue":"2026-01-31"}""" },
        { "\"Title\": \"T\",", "2026-02-01", """{"title":"T"}""" },
        { "\"Metadata\": { \"IntendedUse\": \"u\" },", "2026-02-01", """{"intendedUse":"u"}""" },
        { "\"Metadata\": { \"Developer\": { \"Name\": \"d\" } },", "2026-02-01", """{"developer":"d"}""" },
        { "\"Metadata\": { \"ReviewDue\": \"2026-01-31\" },", "2026-02-01", """{"reviewDue":"2026-01-31","reviewOverdue":true}""" },
        { "\"Metadata\": { \"Purpose\": \"p\", \"Remarks\": \"r\" },", "2026-02-01", null },
        { "\"Metadata\": {},", "2026-02-01", null },
        { "", "2026-02-01", null },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_explanation_carries_what_the_workflow_states(string members, string? asOf, string? expected)
    {
        var workflow = Load(members);
        using var engine = new WorkflowEngine(workflow.Bound!, workflow.Library.Evidence, new EngineOptions { Compile = false });
        foreach (var explain in Enum.GetValues<Explain>())
        {
            var decision = engine.Decide(Read(engine), Day(asOf), explain);
            Assert.Equal(expected, SourceOf(DecisionWriter.ToUtf8(decision, explain)));
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Compiled_code_writes_the_same(string members, string? asOf, string? expected)
    {
        var workflow = Load(members);
        using var slow = new WorkflowEngine(workflow.Bound!, workflow.Library.Evidence, new EngineOptions { Compile = false });
        using var fast = new WorkflowEngine(workflow.Bound!, workflow.Library.Evidence, new EngineOptions());
        await fast.CompileAsync();
        Assert.True(fast.WritesCompiled);
        var written = Write(fast, asOf);
        Assert.Equal(expected, SourceOf(written));
        Assert.Equal(Encoding.UTF8.GetString(Write(slow, asOf)), Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void It_stands_between_engine_and_day()
    {
        var workflow = Load(Whole);
        using var engine = new WorkflowEngine(workflow.Bound!, workflow.Library.Evidence, new EngineOptions { Compile = false });
        using var decision = JsonDocument.Parse(Write(engine, "2026-02-01"));
        Assert.Equal(["engineVersion", "source", "asOf"], decision.RootElement.EnumerateObject().Select(m => m.Name).SkipWhile(n => n != "engineVersion").Take(3));
    }

    [Fact]
    public void A_file_for_Microsofts_engine_has_a_source_too()
    {
        var load = RuleLibrary.Load([new LibraryFile("w/workflow.json", """{"WorkflowName": "W", "Title": "T", "Rules": [{"RuleName": "R", "Expression": "input1.n > 1"}]}"""u8.ToArray())]);
        using var engine = new RuleEngine(load.Library, new EngineOptions { Compile = false });
        Assert.Equal(new DecisionSource("T", null, null, null, false), engine.Decide("W", """{"input1": {"n": 2}}"""u8, null).Decision!.Source);
    }

    private static byte[] Write(WorkflowEngine engine, string? asOf)
    {
        var output = new ArrayBufferWriter<byte>();
        engine.Write(Read(engine), Day(asOf), output, stamped: false);
        return output.WrittenSpan.ToArray();
    }

    private static FactSet Read(WorkflowEngine engine)
    {
        var facts = engine.Facts.Rent();
        Assert.True(engine.Facts.Read("""{"p": {"n": 2}}"""u8, facts, null));
        return facts;
    }

    private static string? SourceOf(byte[] decision)
    {
        using var document = JsonDocument.Parse(decision);
        return document.RootElement.TryGetProperty("source", out var source) ? source.GetRawText() : null;
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text);

    private static LibraryWorkflow Load(string members)
    {
        var load = RuleLibrary.Load(
        [
            new LibraryFile("facts/p.schema.json", """{"type": "object", "properties": {"n": {"type": "number"}}}"""u8.ToArray()),
            new LibraryFile("w/workflow.json", Encoding.UTF8.GetBytes($$"""{"WorkflowName": "W", {{members}} "Inputs": [{"Name": "p", "Schema": "p"}], "Rules": [{"RuleName": "R", "Expression": "p.n > 1"}]}""")),
        ]);
        Assert.Empty(load.Diagnostics.Select(d => d.ToString()));
        return load.Library["W"];
    }
}
