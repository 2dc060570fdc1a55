using System.Buffers;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Streaming;

/// <summary>
/// A line for a workflow without declared inputs, whose inputs are whatever the line has: here the reserved keys <c>id</c> and <c>line</c>
/// are taken out first. Keeps its buffer; not thread safe.
/// </summary>
internal sealed class ShapedLine
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = FactReader.MostNested };
    private readonly ArrayBufferWriter<byte> facts = new();

    public ReadOnlySpan<byte> Facts => facts.WrittenSpan;

    /// <summary>False when <c>id</c> or <c>line</c> are no keys. A malformed line is passed on as it stands; whoever reads the facts says why.</summary>
    public bool Read(ReadOnlySpan<byte> line, List<Diagnostic> errors, out FactLineKeys keys)
    {
        keys = default;
        facts.ResetWrittenCount();
        try
        {
            var reader = new Utf8JsonReader(line, Strict);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject) ReadProperties(ref reader, line, errors, ref keys);
            else facts.Write(line);
        }
        catch (JsonException)
        {
            facts.ResetWrittenCount();
            facts.Write(line);
        }
        return errors.Count == 0;
    }

    private void ReadProperties(ref Utf8JsonReader reader, ReadOnlySpan<byte> line, List<Diagnostic> errors, ref FactLineKeys keys)
    {
        facts.Write("{"u8);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = (int)reader.TokenStartIndex;
            var (isId, isLine) = (reader.ValueTextEquals("id"u8), reader.ValueTextEquals("line"u8));
            reader.Read();
            var (kind, value) = (reader.TokenType, (int)reader.TokenStartIndex);
            reader.Skip();
            var range = value..(int)reader.BytesConsumed;
            if (!isId && !isLine)
            {
                if (facts.WrittenCount > 1) facts.Write(","u8);
                facts.Write(line[name..range.End.Value]);
            }
            else if (kind is not (JsonTokenType.String or JsonTokenType.Number or JsonTokenType.Null))
                errors.Add(new Diagnostic(DiagnosticCode.WrongFactType, $"`{(isId ? "id" : "line")}` takes a text or a number", Pointer: isId ? "/id" : "/line"));
            else keys = isId ? keys with { Id = range } : keys with { Line = range };
        }
        facts.Write("}"u8);
        reader.Read(); // nothing may follow
    }
}
