using System.Text;
using System.Text.Json;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Streaming;

namespace BoneMets.Rules.Tests.Streaming;

public sealed class DecisionStreamTests
{
    private static readonly RuleEngine Engine = Load(
        ("facts/p.schema.json", """{"type": "object", "properties": {"n": {"type": "number", "minimum": 0}, "s": {"type": "string"}}}"""),
        ("w/workflow.json", """{"WorkflowName": "W", "Inputs": [{"Name": "p", "Schema": "p"}], "Rules": [{"RuleName": "Big", "Expression": "p.n > 10"}, {"RuleName": "Odd", "Expression": "1 / p.n > 0"}]}"""),
        ("m/workflow.json", """{"WorkflowName": "M", "Rules": [{"RuleName": "Big", "Expression": "input1.n > 10"}]}"""));

    [Fact]
    public async Task Lines_come_back_in_order_with_their_ids_and_the_bad_ones_among_them()
    {
        var input = new StringBuilder();
        for (var i = 1; i <= 20_000; i++)
        {
            input.Append(i % 10 == 0 ? $$$"""{"id": "p{{{i}}}", "p": {"n": -1}}""" : $$$"""{"id": {{{i}}}, "p": {"n": {{{i % 23}}}.5}}""");
            input.Append(i % 3 == 0 ? "\r\n" : "\n");
        }
        var (lines, totals) = await Run(Engine, "W", input.ToString());
        Assert.Equal(20_000, lines.Count);
        Assert.Equal(new StreamTotals(20_000, 2_000, 0, Encoding.UTF8.GetByteCount(input.ToString())), totals);
        for (var i = 1; i <= lines.Count; i++)
        {
            var line = lines[i - 1];
            Assert.Equal(i, line.GetProperty("line").GetInt32());
            if (i % 10 == 0)
            {
                Assert.Equal($"p{i}", line.GetProperty("id").GetString());
                Assert.Equal("/p/n", line.GetProperty("error").GetProperty("errors")[0].GetProperty("pointer").GetString());
                continue;
            }
            Assert.Equal(i, line.GetProperty("id").GetInt32());
            Assert.Equal(i % 23 >= 10 ? "met" : "notMet", line.GetProperty("decision").GetProperty("verdicts").GetProperty("Big").GetString());
        }
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes_however_it_arrives_and_on_however_many_cores()
    {
        var text = string.Concat(Enumerable.Range(0, 3_000).Select(i => $$$"""{"id":{{{i}}},"p":{"n":{{{i}}} }}""" + "\n"));
        var whole = await RunBytes(Engine, "W", new MemoryStream(Encoding.UTF8.GetBytes(text)), 1);
        Assert.Equal(whole, await RunBytes(Engine, "W", new Trickle(Encoding.UTF8.GetBytes(text), 7), 4));
        Assert.Equal(whole, await RunBytes(Engine, "W", new Trickle(Encoding.UTF8.GetBytes(text.TrimEnd()), 1_000), 2));
        Assert.DoesNotContain("decisionId", Encoding.UTF8.GetString(whole), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n\n  \r\n", 0)]
    [InlineData("{}", 1)]
    [InlineData("\n{}\n\n{}", 2)]
    public async Task Lines_without_content_are_skipped_but_counted(string input, int expected)
    {
        var (lines, totals) = await Run(Engine, "W", input);
        Assert.Equal(expected, lines.Count);
        Assert.Equal(expected, totals.Lines);
        if (expected == 2) Assert.Equal([2, 4], lines.Select(l => l.GetProperty("line").GetInt32()));
    }

    [Theory]
    [InlineData("{\"p\": {\"n\": 1}", "BMR3001", null)]
    [InlineData("{\"id\": 7, \"p\": {\"n\": }}", "BMR3001", "7")]
    [InlineData("[1]", "BMR3003", null)]
    [InlineData("{\"id\": \"a\", \"q\": {}}", "BMR3012", "\"a\"")]
    [InlineData("{\"id\": [1]}", "BMR3003", null)]
    public async Task A_bad_line_says_why(string line, string code, string? id)
    {
        var (lines, totals) = await Run(Engine, "W", line + "\n{}");
        Assert.Equal(1, totals.Bad);
        Assert.Equal(code, lines[0].GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(id, lines[0].TryGetProperty("id", out var given) ? given.GetRawText() : null);
        Assert.True(lines[1].TryGetProperty("decision", out _));
    }

    [Fact]
    public async Task A_line_number_that_is_given_is_kept()
    {
        var (lines, _) = await Run(Engine, "W", "{\"line\": 700, \"id\": null}\n{\"line\": null}");
        Assert.Equal("""{"line":700,"id":null""", lines[0].GetRawText()[..21]);
        Assert.Equal(2, lines[1].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task A_failed_decision_is_a_decision_and_is_counted()
    {
        var (lines, totals) = await Run(Engine, "W", "{\"p\": {\"n\": 0}}");
        Assert.Equal(new StreamTotals(1, 0, 1, 15), totals);
        Assert.Equal("failed", lines[0].GetProperty("decision").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_line_may_be_long_and_one_that_is_too_long_is_an_error_line()
    {
        var longest = $$$"""{"id":1,"p":{"n":11}}{{{new string(' ', StreamOptions.LongestLine - 21)}}}""";
        var input = $"{longest}\n{longest} \n{{\"id\":3}}\n{new string('x', 25_000_000)}\n{{\"id\":5}}\n{{\"id\":6}}";
        var (lines, totals) = await Run(Engine, "W", input);
        Assert.Equal([1, 2, 3, 4, 5, 6], lines.Select(l => l.GetProperty("line").GetInt32()));
        Assert.Equal(["", "BMR3015", "", "BMR3015", "", ""], lines.Select(l => l.TryGetProperty("error", out var e) ? e.GetProperty("code").GetString() : ""));
        Assert.Equal(2, totals.Bad);
    }

    [Fact]
    public async Task A_workflow_without_declared_inputs_takes_any_input_but_the_reserved_keys()
    {
        var (lines, totals) = await Run(Engine, "M", "{\"id\": 5, \"input1\": {\"n\": 11}}\n{\"input1\": {\"n\": 1}, \"line\": \"x\"}\n{\"id\": {}, \"input1\": {}}\n{\"id\": 1,}");
        Assert.Equal(["met", "notMet"], lines.Take(2).Select(l => l.GetProperty("decision").GetProperty("verdicts").GetProperty("Big").GetString()));
        Assert.Equal("x", lines[1].GetProperty("line").GetString());
        Assert.Equal(["BMR3003", "BMR3001"], lines.Skip(2).Select(l => l.GetProperty("error").GetProperty("code").GetString()));
        Assert.Equal(2, totals.Bad);
    }

    [Fact]
    public async Task What_is_wrong_with_the_streams_is_thrown()
    {
        var lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{}\n", 100_000)));
        await Assert.ThrowsAsync<IOException>(() => new DecisionStream(Engine, "W", new StreamOptions()).RunAsync(new MemoryStream(lines), new Full(100_000)));
        await Assert.ThrowsAsync<IOException>(() => new DecisionStream(Engine, "W", new StreamOptions()).RunAsync(new Trickle(lines, 1_000) { FailsAfter = 50 }, Stream.Null));
        using var stop = new CancellationTokenSource();
        var progress = new StreamOptions { Progress = _ => stop.Cancel() };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new DecisionStream(Engine, "W", progress).RunAsync(new MemoryStream(lines), Stream.Null, stop.Token));
    }

    [Fact]
    public async Task Whoever_is_asked_before_a_write_can_end_the_stream_after_what_was_written_before()
    {
        var lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{}\n", 100_000)));
        var (asked, written) = (0, 0L);
        using var output = new MemoryStream();
        var options = new StreamOptions
        {
            Workers = 2,
            BeforeWrite = () =>
            {
                if (++asked == 3) throw new InvalidDataException("no more");
            },
            Progress = totals => written = totals.Lines,
        };
        await Assert.ThrowsAsync<InvalidDataException>(() => new DecisionStream(Engine, "W", options).RunAsync(new MemoryStream(lines), output));
        Assert.InRange(written, 2, 99_999);
        Assert.Equal(written, Encoding.UTF8.GetString(output.ToArray()).Count(c => c == '\n'));
    }

    private static async Task<(List<JsonElement> Lines, StreamTotals Totals)> Run(RuleEngine engine, string workflow, string input)
    {
        using var output = new MemoryStream();
        var totals = await new DecisionStream(engine, workflow, new StreamOptions()).RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(input)), output);
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n');
        Assert.Equal("", lines[^1]);
        return ([.. lines[..^1].Select(l => JsonDocument.Parse(l).RootElement)], totals);
    }

    private static async Task<byte[]> RunBytes(RuleEngine engine, string workflow, Stream input, int workers)
    {
        using var output = new MemoryStream();
        await new DecisionStream(engine, workflow, new StreamOptions { Workers = workers, AsOf = new DateOnly(2026, 1, 31) }).RunAsync(input, output);
        return output.ToArray();
    }

    private static RuleEngine Load(params (string Path, string Text)[] files)
    {
        var load = RuleLibrary.Load([.. files.Select(f => new LibraryFile(f.Path, Encoding.UTF8.GetBytes(f.Text)))]);
        Assert.False(load.HasErrors, string.Join("\n", load.Diagnostics));
        return new RuleEngine(load.Library, new EngineOptions { Compile = false });
    }

    /// <summary>Gives a few bytes at a time, and perhaps fails.</summary>
    private sealed class Trickle(byte[] content, int step) : MemoryStream(content)
    {
        public int FailsAfter { get; set; } = int.MaxValue;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            FailsAfter-- <= 0 ? throw new IOException("gone") : base.ReadAsync(buffer[..Math.Min(step, buffer.Length)], cancellationToken);
    }

    /// <summary>A disk with little space.</summary>
    private sealed class Full(int space) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Length + buffer.Length > space ? throw new IOException("full") : base.WriteAsync(buffer, cancellationToken);
    }
}
