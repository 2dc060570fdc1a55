using System.Collections.Concurrent;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Facts;

/// <summary>
/// Reads the facts of a workflow's inputs, <c>{"patient": {…}, "lesion": {…}}</c>, from UTF-8 straight into frames.
/// Everything that does not fit the schemas is a finding with its place; absent and <c>null</c> are unknown, and nothing else is.
/// Thread safe; each <see cref="FactSet"/> belongs to one reading at a time.
/// </summary>
public sealed class FactReader
{
    /// <summary>Objects and lists inside each other, the outermost one included.</summary>
    public const int MostNested = 64;

    private const int MostPooled = 64;
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = MostNested };
    private static readonly Utf8Names LineKeys = new(["id", "line"]);

    private readonly (string Name, ObjectSchema Schema)[] inputs;
    private readonly Utf8Names names;
    private readonly bool onlyShapes;
    private readonly ConcurrentQueue<FactSet> pool = new();

    public FactReader(IReadOnlyList<(string Name, ObjectSchema Schema)> inputs)
    {
        this.inputs = [.. inputs];
        names = new Utf8Names(inputs.Select(i => i.Name));
        onlyShapes = inputs.Count > 0 && inputs.All(i => i.Schema.IsShape);
    }

    public IReadOnlyList<(string Name, ObjectSchema Schema)> Inputs => inputs;

    /// <summary>A set for this reader's inputs, perhaps used before. Give it back when the decision is made.</summary>
    public FactSet Rent() => pool.TryDequeue(out var set) ? set : new FactSet(inputs);

    public void Return(FactSet set)
    {
        set.Clear();
        if (pool.Count < MostPooled) pool.Enqueue(set);
    }

    /// <summary>Reads a whole text. False when anything is wrong: the frames are then not to be used. With <paramref name="errors"/> null nothing is put into words.</summary>
    public bool Read(ReadOnlySpan<byte> json, FactSet target, List<Diagnostic>? errors, string pointerPrefix = "") =>
        ReadWhole(json, target, errors, pointerPrefix, takesLineKeys: false, out _);

    /// <summary>Reads a line of NDJSON, <c>{"id": …, "patient": {…}}</c>: facts with the reserved keys <c>id</c> and <c>line</c> among them.</summary>
    public bool ReadLine(ReadOnlySpan<byte> line, FactSet target, List<Diagnostic>? errors, out FactLineKeys keys) =>
        ReadWhole(line, target, errors, "", takesLineKeys: true, out keys);

    /// <summary>
    /// Reads the facts that are part of a larger text. The reader stands at the first token of the facts and ends at their last;
    /// <paramref name="text"/> is what the reader reads, from its first byte. After <see cref="FactSet.Stopped"/> the reader cannot go on.
    /// </summary>
    public bool Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, FactSet target, List<Diagnostic>? errors, string pointerPrefix)
    {
        var keys = default(FactLineKeys);
        Start(target, errors, pointerPrefix);
        try
        {
            ReadInputs(ref reader, target, takesLineKeys: false, ref keys);
        }
        catch (JsonException malformed)
        {
            Stop(ref reader, text, malformed, target);
        }
        return target.Problems.Count == 0;
    }

    private bool ReadWhole(ReadOnlySpan<byte> json, FactSet target, List<Diagnostic>? errors, string pointerPrefix, bool takesLineKeys, out FactLineKeys keys)
    {
        keys = default;
        Start(target, errors, pointerPrefix);
        var text = json.StartsWith("\uFEFF"u8) ? json["\uFEFF"u8.Length..] : json;
        var reader = new Utf8JsonReader(text, Strict);
        try
        {
            FactValueReader.Advance(ref reader);
            ReadInputs(ref reader, target, takesLineKeys, ref keys);
            reader.Read(); // nothing may follow
        }
        catch (JsonException malformed)
        {
            Stop(ref reader, text, malformed, target);
        }
        keys = keys.MovedBy(json.Length - text.Length);
        return target.Problems.Count == 0;
    }

    private void Start(FactSet target, List<Diagnostic>? errors, string pointerPrefix)
    {
        if (target.Frames.Length != inputs.Length) throw new ArgumentException("the set was made for other inputs", nameof(target));
        target.Clear();
        target.Stopped = false;
        target.Problems.Start(errors, pointerPrefix);
    }

    private void ReadInputs(ref Utf8JsonReader reader, FactSet target, bool takesLineKeys, ref FactLineKeys keys)
    {
        const int wordsOnStack = 4;
        const int bitsPerWord = 64;
        var problems = target.Problems;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            problems.Add(DiagnosticCode.WrongFactType, $"the facts are an object with the workflow's inputs, not {FactProblems.Sent(ref reader)}", Example());
            reader.Skip();
            return;
        }
        var words = inputs.Length / bitsPerWord + 1;
        var seen = words <= wordsOnStack ? stackalloc ulong[wordsOnStack] : new ulong[words];
        problems.Enter();
        while (FactValueReader.NextProperty(ref reader))
        {
            if (takesLineKeys && LineKeys.Find(ref reader) is >= 0 and var key)
            {
                ReadLineKey(ref reader, key == 0, ref keys, problems);
                continue;
            }
            var index = names.Find(ref reader);
            if (index < 0)
            {
                UnknownInput(ref reader, problems);
                continue;
            }
            var frame = target.Frames[index];
            var bit = 1UL << (index % bitsPerWord);
            problems.At(frame.Path);
            FactValueReader.Advance(ref reader);
            if ((seen[index / bitsPerWord] & bit) != 0)
            {
                problems.Add(DiagnosticCode.FactDuplicate, $"`{frame.Path}` is given twice");
                reader.Skip();
                continue;
            }
            seen[index / bitsPerWord] |= bit;
            if (reader.TokenType == JsonTokenType.Null) continue;
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                FactValueReader.ReadObject(ref reader, frame, target);
                continue;
            }
            problems.NoObject(ref reader, frame);
            reader.Skip();
        }
        problems.Leave();
    }

    private static void ReadLineKey(ref Utf8JsonReader reader, bool isId, ref FactLineKeys keys, FactProblems problems)
    {
        var name = isId ? "id" : "line";
        problems.At(name);
        FactValueReader.Advance(ref reader);
        if ((isId ? keys.Id : keys.Line) is not null)
            problems.Add(DiagnosticCode.FactDuplicate, $"`{name}` is given twice");
        else if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number or JsonTokenType.Null))
            problems.Add(DiagnosticCode.WrongFactType, $"`{name}` takes a text or a number, not {FactProblems.Sent(ref reader)}");
        else
            keys = isId ? keys with { Id = RangeOf(ref reader) } : keys with { Line = RangeOf(ref reader) };
        reader.Skip();
    }

    private static Range RangeOf(ref Utf8JsonReader reader) => checked((int)reader.TokenStartIndex)..checked((int)reader.BytesConsumed);

    private void UnknownInput(ref Utf8JsonReader reader, FactProblems problems)
    {
        if (onlyShapes) problems.OtherShape();
        var name = FactProblems.TextOf(ref reader);
        problems.At(name);
        problems.Add(DiagnosticCode.UnknownInput, $"the workflow has no input {FactProblems.Quote(name)}", Suggestion.DidYouMean(name, inputs.Select(i => i.Name)) ?? Example());
        reader.Skip();
    }

    private string? Example() => inputs.Length == 0 ? null : "its inputs: " + string.Join(", ", inputs.Select(i => $"`{i.Name}`"));

    private static void Stop(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, JsonException malformed, FactSet target)
    {
        target.Stopped = true;
        MalformedFacts.Report(ref reader, text, malformed, target.Problems);
    }
}

/// <summary>Where the reserved keys of an NDJSON line stand in it, as JSON (a text with its quotes); null when not given.</summary>
public readonly record struct FactLineKeys(Range? Id, Range? Line)
{
    internal FactLineKeys MovedBy(int bytes) => bytes == 0 ? this : new(Moved(Id, bytes), Moved(Line, bytes));

    private static Range? Moved(Range? range, int bytes) => range is { } r ? (r.Start.Value + bytes)..(r.End.Value + bytes) : null;
}
