using System.Buffers;
using System.Text;
using System.Text.Json;
using BoneMets.Rules.Compilation;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Tests.Decisions;

/// <summary>A word of an enumeration inside a text for people.</summary>
public sealed class ReadableWordTests
{
    private const string Schema =
        """
        { "type": "object", "properties": {
          "kind": { "type": "string", "enum": ["notDone", "grade2", "petCT", "T6"] },
          "size": { "type": "string", "enum": ["verySmall", "large"] },
          "kinds": { "type": "array", "items": { "type": "string", "enum": ["notDone", "grade2", "petCT", "T6"] } },
          "note": { "type": "string" }, "x": { "type": "boolean" }, "n": { "type": "integer" } } }
        """;

    private const string Definitions =
        """
        "GlobalParams": [{ "Name": "chosen", "Expression": "p.kind" }],
        "Tables": [
          { "Name": "found", "Inputs": [{ "Name": "n", "Expression": "p.n" }],
            "Outputs": [{ "Name": "how", "Type": "enum", "Values": ["veryGood", "grade2"] }],
            "Rows": [{ "When": ["<= 1"], "Then": ["\"veryGood\""] }, { "When": ["> 1"], "Then": ["\"grade2\""] }] },
          { "Name": "several", "Inputs": [{ "Name": "n", "Expression": "p.n" }],
            "Outputs": [{ "Name": "first", "Type": "enum", "Values": ["notDone", "petCT"] }, { "Name": "second", "Type": "text" }],
            "Rows": [{ "When": ["<= 1"], "Then": ["\"notDone\"", "\"notDone\""] }, { "When": ["> 1"], "Then": ["\"petCT\"", "\"petCT\""] }] }]
        """;

    /// <summary>Texts that compiled code writes by itself.</summary>
    private static readonly string[] Compiled =
    [
        "$(p.kind), $(p.size)", "$(chosen)", """$(p.kind ?? "petCT")""", "$(found)", "$(several.first) and $(several.second)", "$(p.note)", """$("notDone")""",
    ];

    /// <summary>The text, the facts without <c>x</c>, and what is read.</summary>
    public static TheoryData<string, string, string> Texts => new()
    {
        { "$(p.kind)", """{"kind":"grade2"}""", "grade 2" },
        { "ESCC $(p.kind), $(p.size).", """{"kind":"notDone","size":"verySmall"}""", "ESCC not done, very small." },
        { "$(p.kind)", """{"kind":"petCT"}""", "pet CT" },
        { "$(p.kind)", """{"kind":"T6"}""", "T6" },
        { "$(p.kind)", "{}", "not recorded" },
        { "$(chosen)", """{"kind":"notDone"}""", "not done" },
        { """$(p.kind ?? "petCT")""", "{}", "pet CT" },
        { "$(p.kind ?? p.kind)", """{"kind":"grade2"}""", "grade 2" },
        { "$(found)", """{"n":1}""", "very good" },
        { "$(found)", "{}", "very good or grade 2" },
        { "$(several.first) and $(several.second)", """{"n":1}""", "not done and notDone" },
        { "$(several.first) and $(several.second)", "{}", "not done or pet CT and notDone or petCT" },
        { "$(p.kinds)", """{"kinds":["notDone","T6"]}""", "not done, T6" },
        { "$(p.kinds.FirstOrDefault(k => true))", """{"kinds":["notDone","T6"]}""", "not done" },
        { "$(p.n > 1 ? p.kind : p.kind)", """{"kind":"notDone"}""", "not done" },
        { "$(p.note)", """{"note":"notDone"}""", "notDone" },
        { """$("notDone")""", "{}", "notDone" },
        { "$(p.kind.ToUpper())", """{"kind":"notDone"}""", "NOTDONE" },
        { "$(p.kind.ToString())", """{"kind":"notDone"}""", "not done" }, // still the enumeration: a conversion to what it is
        { "$(p.kind ?? p.note)", """{"kind":"notDone"}""", "notDone" },
        { "$(p.kind ?? p.size)", """{"kind":"notDone"}""", "notDone" },
        { """$(p.n > 1 ? "notDone" : "petCT")""", "{}", "notDone or petCT" },
        { """$(p.kind == "notDone"), $(p.n), $(p.kind.Length)""", """{"kind":"notDone","n":3}""", "yes, 3, 7" },
    };

    private static readonly Dictionary<string, EvidenceSource> NoEvidence = new(StringComparer.Ordinal);

    [Theory]
    [InlineData("grade2", "grade 2")]
    [InlineData("grade1a", "grade 1a")]
    [InlineData("grade10", "grade 10")]
    [InlineData("notDone", "not done")]
    [InlineData("primaryBoneTumor", "primary bone tumor")]
    [InlineData("zoledronicAcid", "zoledronic acid")]
    [InlineData("deNovoDeformity", "de novo deformity")]
    [InlineData("petCT", "pet CT")]
    [InlineData("petCTScan", "pet CT scan")]
    [InlineData("petCT2", "pet CT 2")]
    [InlineData("vitaminD", "vitamin D")]
    [InlineData("vitaminD25", "vitamin D25")]
    [InlineData("week12Later", "week 12 later")]
    [InlineData("blastic", "blastic")]
    [InlineData("élanÉlevé", "élan élevé")]
    public void A_name_that_begins_with_a_small_letter_is_read_as_words(string word, string expected) => Assert.Equal(expected, ReadableWord.Of(word));

    [Theory]
    [InlineData("T6")]
    [InlineData("L5")]
    [InlineData("CTScan")]
    [InlineData("2ndLine")]
    [InlineData("t6")]
    [InlineData("t12")]
    [InlineData("in-progress")]
    [InlineData("not done by Smith2")]
    [InlineData("mL/min")]
    [InlineData("")]
    public void Any_other_word_stays_as_it_is(string word) => Assert.Equal(word, ReadableWord.Of(word));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_text_of_a_rule_reads_an_enumeration_in_words(string text, string facts, string expected)
    {
        var decision = Decide([text], facts);
        Assert.Equal(expected, Assert.Single(decision.Recommendations, r => r.Rule == "Advice0").Text);
        Assert.Equal(expected, Assert.Single(decision.Pending).Text);
        Assert.Equal(expected, Assert.Single(decision.Withheld).Reason);
        Assert.Equal(expected, Assert.Single(decision.Rules, r => r.Name == "Never0").Message);
    }

    [Fact]
    public void Compiled_decisions_are_written_with_the_same_words()
    {
        var workflow = Load(Compiled)["W"].Bound!;
        using var program = DetailProgram.Create(workflow);
        var written = new WrittenDecisions(workflow, NoEvidence);
        Assert.True(program.IsWhole);
        foreach (var text in Texts.Select(row => (string)row[1]).Distinct())
        {
            var facts = Read(workflow, text);
            Assert.Null(written.Compare(program, facts, null, null, out var isLeft));
            Assert.False(isLeft, text);
        }
        var buffer = new ArrayBufferWriter<byte>();
        Assert.True(new FastDecisionWriter(program, NoEvidence, null, "draft").TryWrite(Read(workflow, """{"kind":"notDone","size":"verySmall","note":"notDone"}"""), null, Explain.None, null, buffer, out _));
        using var json = JsonDocument.Parse(buffer.WrittenMemory);
        string[] expected = ["not done, very small", "not done", "not done", "very good or grade 2", "not done or pet CT and notDone or petCT", "notDone", "notDone"];
        Assert.Equal(expected, json.RootElement.GetProperty("recommendations").EnumerateArray().Select(r => r.GetProperty("text").GetString()));
        Assert.Equal(expected, json.RootElement.GetProperty("pending").EnumerateArray().Select(r => r.GetProperty("text").GetString()));
        Assert.Equal(expected, json.RootElement.GetProperty("withheld").EnumerateArray().Select(r => r.GetProperty("reason").GetString()));
        Assert.Equal("notDone", json.RootElement.GetProperty("outputs").GetProperty("chosen").GetString());
        Assert.Equal(["veryGood", "grade2"], json.RootElement.GetProperty("ranges").GetProperty("found").GetProperty("values").EnumerateArray().Select(v => v.GetString()));
    }

    [Fact]
    public void Values_stay_as_they_are_sent()
    {
        var known = Json("""{"kind":"notDone","n":1}""");
        Assert.Contains("\"text\":\"very good not done\"", known, StringComparison.Ordinal);
        Assert.Contains("\"found\":\"veryGood\"", known, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"notDone\"", known, StringComparison.Ordinal);
        Assert.Contains("\"found\":{\"values\":[\"veryGood\",\"grade2\"]}", Json("""{"kind":"notDone"}"""), StringComparison.Ordinal);

        static string Json(string facts) => Encoding.UTF8.GetString(DecisionWriter.ToUtf8(Decide(["$(found) $(chosen)"], facts, Explain.Full), Explain.Full));
    }

    private static Decision Decide(string[] texts, string facts, Explain explain = Explain.Rules)
    {
        using var engine = new RuleEngine(Load(texts), new EngineOptions { Compile = false });
        var outcome = engine.Decide("W", Encoding.UTF8.GetBytes($$"""{"p":{{facts}}}"""), null, explain);
        return outcome.Decision ?? throw new InvalidOperationException(string.Join("\n", outcome.Errors));
    }

    private static FactSet Read(BoundWorkflow workflow, string facts)
    {
        var reader = new FactReader([.. workflow.Inputs.Select(i => (i.Name, i.Schema))]);
        var read = reader.Rent();
        Assert.True(reader.Read(Encoding.UTF8.GetBytes($$"""{"p":{{facts}}}"""), read, null), facts);
        return read;
    }

    /// <summary>Each text as that of a recommendation that is given and withholds another, of an undecided rule, and of one that is not met.</summary>
    private static RuleLibrary Load(string[] texts)
    {
        var rules = texts.SelectMany((text, i) => new[]
        {
            $$"""{ "RuleName": "Advice{{i}}", "Expression": "true", "Withholds": ["Held{{i}}"], {{Says("Recommendation", text)}}""",
            $$"""{ "RuleName": "Held{{i}}", "Expression": "true", {{Says("Recommendation", "held")}}""",
            $$"""{ "RuleName": "Open{{i}}", "Expression": "p.x", "WhenUndetermined": { "Text": {{JsonSerializer.Serialize(text)}} }, {{Says("Recommendation", "open")}}""",
            $$"""{ "RuleName": "Never{{i}}", "Expression": "false", "ErrorMessage": {{JsonSerializer.Serialize(text)}} }""",
        });
        var load = RuleLibrary.Load(
        [
            new LibraryFile("facts/p.schema.json", Encoding.UTF8.GetBytes(Schema)),
            new LibraryFile("evidence.json", """{ "Sources": [{ "Id": "known", "Title": "A source", "Verified": false }] }"""u8.ToArray()),
            new LibraryFile("w/workflow.json", Encoding.UTF8.GetBytes($$"""{ "WorkflowName": "W", "Inputs": [{ "Name": "p", "Schema": "p" }], {{Definitions}}, "Rules": [{{string.Join(", ", rules)}}] }""")),
        ]);
        Assert.True(!load.HasErrors, string.Join("\n", load.Diagnostics));
        return load.Library;

        static string Says(string member, string text) =>
            $$"""  "{{member}}": { "Text": {{JsonSerializer.Serialize(text)}}, "Urgency": "info" }, "Evidence": [{ "Source": "known" }] }""";
    }
}
