using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Streaming;

/// <summary>
/// Decides lines one after the other and writes what <see cref="DecisionStream"/> writes for them: for whoever has the lines in memory and sees
/// to threads and order itself. Not thread safe; the engine has to outlive it.
/// </summary>
public sealed class LineDecider : IDisposable
{
    private static readonly JsonWriterOptions Written = DecisionWriter.Compact with { SkipValidation = true };
    private readonly RuleEngine engine;
    private readonly string workflow;
    private readonly StreamOptions options;
    private readonly WorkflowEngine? bound;
    private readonly FactSet? facts;
    private readonly List<Diagnostic> errors = [];
    private readonly ShapedLine shaped = new();
    private readonly Utf8JsonWriter writer = new(Stream.Null, Written);

    public LineDecider(RuleEngine engine, string workflow, StreamOptions options)
    {
        (this.engine, this.workflow, this.options) = (engine, workflow, options);
        if (engine.Library[workflow].IsShapeBound) return;
        bound = engine.For(workflow);
        facts = bound.Facts.Rent();
    }

    /// <summary>One line of facts, <c>{"id": …, "patient": {…}}</c>, without its line end; a line without content gives no answer. What is wrong with it is an error line.</summary>
    public StreamTotals Decide(long number, ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        if (line.Length > options.MostPerLine) return RefuseLength(number, output);
        if (line.Trim(" \t\r"u8).IsEmpty) return default;
        errors.Clear();
        if (bound is not null && options.Explain != Explain.Full) return DecideShortly(output, number, line, bound);
        return Decide(line, out var keys) is { } decision && HasText(line, keys) ? WriteDecision(output, number, line, keys, decision) : WriteErrors(output, number, line, keys);
    }

    /// <summary>An error line for a patient who could not be read as a line of facts. <paramref name="id"/> is JSON; empty when it is not known.</summary>
    public StreamTotals Refuse(long number, ReadOnlySpan<byte> id, IReadOnlyList<Diagnostic> findings, IBufferWriter<byte> output)
    {
        errors.Clear();
        errors.AddRange(findings);
        return WriteErrors(output, number, id, id.IsEmpty ? default : new FactLineKeys(..id.Length, null));
    }

    internal void Decide(LineBatch batch, CancellationToken cancellation)
    {
        if (batch.IsOverlong)
        {
            batch.Totals += RefuseLength(batch.FirstLine, batch.Output);
            return;
        }
        var number = batch.FirstLine;
        var text = batch.Input.AsSpan(0, batch.Length);
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            batch.Totals += Decide(number, line, batch.Output);
            number++;
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        if (facts is not null) bound!.Facts.Return(facts);
    }

    private StreamTotals RefuseLength(long number, IBufferWriter<byte> output) =>
        Refuse(number, [], [new Diagnostic(DiagnosticCode.FactsTooLarge, $"the line is longer than {options.MostPerLine / (1024 * 1024)} MB")], output);

    /// <summary>Unless everything is to be explained no decision is made as an object: the engine writes it straight into the output.</summary>
    private StreamTotals DecideShortly(IBufferWriter<byte> output, long number, ReadOnlySpan<byte> line, WorkflowEngine workflowEngine)
    {
        if (!workflowEngine.Facts.ReadLine(line, facts!, errors, out var keys) || !HasText(line, keys)) return WriteErrors(output, number, line, keys);
        Start(output, number, line, keys);
        writer.WritePropertyName("decision"u8);
        writer.Flush();
        var status = workflowEngine.Write(facts!, options.AsOf, output, stamped: false, options.Explain);
        return End(output, new StreamTotals(1, 0, status == DecisionStatus.Failed ? 1 : 0, 0));
    }

    private Decision? Decide(ReadOnlySpan<byte> line, out FactLineKeys keys)
    {
        if (bound is not null)
            return bound.Facts.ReadLine(line, facts!, errors, out keys) ? bound.Decide(facts!, options.AsOf, options.Explain) : null;
        if (!shaped.Read(line, errors, out keys)) return null;
        var outcome = engine.Decide(workflow, shaped.Facts, options.AsOf, options.Explain);
        errors.AddRange(outcome.Errors);
        return outcome.Decision;
    }

    /// <summary>The keys are copied as they stand, so they must be text.</summary>
    private bool HasText(ReadOnlySpan<byte> line, FactLineKeys keys)
    {
        if (IsText(line, keys.Id) && IsText(line, keys.Line)) return true;
        errors.Add(new Diagnostic(DiagnosticCode.FactsMalformed, "`id` or `line` has bytes that are not UTF-8", Pointer: IsText(line, keys.Id) ? "/line" : "/id"));
        return false;
    }

    private static bool IsText(ReadOnlySpan<byte> line, Range? key) => key is not { } range || Utf8.IsValid(line[range]);

    private StreamTotals WriteDecision(IBufferWriter<byte> output, long number, ReadOnlySpan<byte> line, FactLineKeys keys, Decision decision)
    {
        Start(output, number, line, keys);
        writer.WritePropertyName("decision"u8);
        DecisionWriter.Write(writer, decision, options.Explain, stamped: false);
        return End(output, new StreamTotals(1, 0, decision.Status == DecisionStatus.Failed ? 1 : 0, 0));
    }

    private StreamTotals WriteErrors(IBufferWriter<byte> output, long number, ReadOnlySpan<byte> line, FactLineKeys keys)
    {
        Start(output, number, line, keys);
        writer.WritePropertyName("error"u8);
        if (options.WriteError is { } write) write(writer, errors);
        else WriteFindings();
        return End(output, new StreamTotals(1, 1, 0, 0));
    }

    private void WriteFindings()
    {
        var first = errors[0];
        writer.WriteStartObject();
        writer.WriteString("code"u8, first.Code.Id);
        writer.WriteString("message"u8, errors.Count == 1 ? first.Message : $"{errors.Count} findings; the first: {first.Message}");
        writer.WriteStartArray("errors"u8);
        foreach (var error in errors)
        {
            writer.WriteStartObject();
            writer.WriteString("pointer"u8, error.Pointer);
            writer.WriteString("code"u8, error.Code.Id);
            writer.WriteString("message"u8, error.Message);
            if (error.Help is { } help) writer.WriteString("help"u8, help);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void Start(IBufferWriter<byte> output, long number, ReadOnlySpan<byte> line, FactLineKeys keys)
    {
        writer.Reset(output);
        writer.WriteStartObject();
        writer.WritePropertyName("line"u8);
        if (keys.Line is { } given && IsText(line, given) && !line[given].SequenceEqual("null"u8)) writer.WriteRawValue(line[given], skipInputValidation: true);
        else writer.WriteNumberValue(number);
        if (keys.Id is not { } id || !IsText(line, id)) return;
        writer.WritePropertyName("id"u8);
        writer.WriteRawValue(line[id], skipInputValidation: true);
    }

    private StreamTotals End(IBufferWriter<byte> output, StreamTotals line)
    {
        writer.WriteEndObject();
        writer.Flush();
        output.Write("\n"u8);
        return line;
    }
}
