using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Execution;

/// <summary>
/// What an execute request asks for. Its members may come in any order and are read from UTF-8 in one go, the facts straight into their
/// frames; a Bundle is only found. Everything wrong is a finding with its place in the body.
/// </summary>
internal sealed class ExecuteRequest
{
    private static readonly string[] Keys = ["facts", "bundle", "patient", "asOf", "explain", "release"];
    private const string Shape = "write {\"facts\": {…}} or {\"bundle\": {…}}";
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = FactReader.MostNested + 1 };
    private readonly bool[] seen = new bool[Keys.Length];

    public List<Diagnostic> Errors { get; } = [];

    /// <summary>The body is no JSON, or not an object of this shape; else only facts are wrong.</summary>
    public bool IsMalformed { get; private set; }

    public DateOnly? AsOf { get; private set; }

    public Explain Explain { get; private set; } = Explain.Rules;

    /// <summary>Null: the one that is live.</summary>
    public int? Release { get; private set; }

    /// <summary>Where the facts stand in the body, unless a Bundle says them.</summary>
    public Range Facts { get; private set; }

    /// <summary>Where the FHIR Bundle stands in the body that says the facts; null when the facts are given.</summary>
    public Range? Bundle { get; private set; }

    /// <summary>Whose facts, as the Bundle names the patient.</summary>
    public string? Patient { get; private set; }

    private bool hasReleases;

    /// <summary>
    /// With <paramref name="facts"/> null the facts are only found, for a workflow without declared inputs. A server of a folder has no
    /// releases to choose from.
    /// </summary>
    public static ExecuteRequest Read(ReadOnlySpan<byte> body, FactReader? facts, FactSet? target, bool hasReleases)
    {
        var request = new ExecuteRequest { hasReleases = hasReleases };
        var reader = new Utf8JsonReader(body, Strict);
        try
        {
            request.ReadMembers(ref reader, body, facts, target);
        }
        catch (JsonException malformed)
        {
            request.NotJson(body, malformed, reader.CurrentDepth);
        }
        return request;
    }

    private void ReadMembers(ref Utf8JsonReader reader, ReadOnlySpan<byte> body, FactReader? facts, FactSet? target)
    {
        Advance(ref reader);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Wrong(DiagnosticCode.WrongJsonType, "", "the body takes an object", Shape);
            return;
        }
        while (Advance(ref reader) == JsonTokenType.PropertyName)
        {
            var key = KeyAt(ref reader);
            Advance(ref reader);
            if (key == 0 && body.Length > RequestBody.Most) throw new ProblemException(ProblemKind.BodyTooLarge, $"a body with `facts` has at most {RequestBody.Most} bytes");
            if (key == 0 && facts is not null)
            {
                var from = Errors.Count;
                var start = (int)reader.TokenStartIndex;
                facts.Read(ref reader, body, target!, Errors, "/facts");
                IsMalformed |= Errors.Skip(from).Any(e => e.Code == DiagnosticCode.FactsMalformed || e.Code == DiagnosticCode.FactsTooDeep);
                if (target!.Stopped) return;
                Facts = start..(int)reader.BytesConsumed;
            }
            else if (key is 0 or 1)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                var range = start..(int)reader.BytesConsumed;
                if (key == 0) Facts = range;
                else Bundle = range;
            }
            else
            {
                if (key > 0) ReadOption(ref reader, key);
                reader.Skip();
            }
        }
        CheckTogether();
        reader.Read(); // nothing may follow
    }

    /// <summary>Facts come from one place, so that nobody has to guess which of two counts.</summary>
    private void CheckTogether()
    {
        foreach (var wrong in ExecuteOptions.Sources(hasFacts: seen[0], hasBundle: seen[1], hasPatient: seen[2])) Wrong(wrong);
    }

    /// <summary>The index of a known key that comes for the first time; else -1 after a finding.</summary>
    private int KeyAt(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < Keys.Length; i++)
        {
            if (!reader.ValueTextEquals(Keys[i])) continue;
            if (!seen[i])
            {
                seen[i] = true;
                return i;
            }
            Wrong(DiagnosticCode.DuplicateKey, "/" + Keys[i], $"`{Keys[i]}` is given twice", null);
            return -1;
        }
        var name = Visible(ref reader);
        Wrong(DiagnosticCode.UnknownKey, "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal),
            $"the request has no key `{name}`", Suggestion.DidYouMean(name, Keys) ?? $"its keys: {string.Join(", ", Keys.Select(k => $"`{k}`"))}");
        return -1;
    }

    private void ReadOption(ref Utf8JsonReader reader, int key)
    {
        if (reader.TokenType == JsonTokenType.Null) return;
        // A name that is compared must be whole; the others are words.
        var text = Keys[key] == "patient" && reader.TokenType == JsonTokenType.String ? Unescaped(ref reader) : reader.TokenType == JsonTokenType.String ? Visible(ref reader) : null;
        switch (Keys[key])
        {
            case "patient":
                Patient = text;
                if (text is null) Wrong(DiagnosticCode.WrongJsonType, "/patient", "`patient` takes a text", "write it as the Bundle names the patient, such as `Patient/123`");
                break;
            case "asOf":
                AsOf = ExecuteOptions.AsOf(text, out var wrongDate);
                if (wrongDate is not null) Wrong(wrongDate);
                break;
            case "explain":
                Explain = ExecuteOptions.Explain(text, out var wrongWord);
                if (wrongWord is not null) Wrong(wrongWord);
                break;
            case "release" when text == "latest":
                break;
            case "release" when !hasReleases:
                Wrong(ExecuteOptions.NoReleases);
                break;
            case "release" when reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) && number > 0:
                Release = number;
                break;
            case "release":
                Wrong(DiagnosticCode.NotOneOf, "/release", "`release` takes the number of a release, or `latest`", "`GET /api/v1/releases` lists them");
                break;
        }
    }

    private void NotJson(ReadOnlySpan<byte> body, JsonException malformed, int depth)
    {
        var line = (int)Math.Min(malformed.LineNumber ?? 0, int.MaxValue - 1) + 1;
        var column = (int)Math.Min(malformed.BytePositionInLine ?? 0, int.MaxValue - 1) + 1;
        var message = body.Trim(" \t\r\n"u8).IsEmpty ? "the body is empty"
            : depth > FactReader.MostNested ? $"the body is nested more than {FactReader.MostNested} levels deep in line {line}, byte {column}"
            : $"the body is not well-formed JSON in line {line}, byte {column}";
        IsMalformed = true;
        Errors.Add(new Diagnostic(DiagnosticCode.FactsMalformed, message, Shape, Line: line, Column: column));
    }

    private void Wrong(DiagnosticCode code, string pointer, string message, string? help) => Wrong(new Diagnostic(code, message, help, Pointer: pointer));

    private void Wrong(Diagnostic found)
    {
        IsMalformed = true;
        const int most = 20;
        if (Errors.Count(e => e.Code == found.Code) < most) Errors.Add(found);
    }

    private static JsonTokenType Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw new JsonException("the text ends too early", null, 0, reader.BytesConsumed);
        return reader.TokenType;
    }

    /// <summary>A name or text of the sender as it may stand in a message.</summary>
    private static string Visible(ref Utf8JsonReader reader)
    {
        const int longest = 60;
        var bytes = reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, 4 * longest)];
        var text = System.Text.Encoding.UTF8.GetString(bytes);
        if (reader.ValueIsEscaped && bytes.Length == reader.ValueSpan.Length) text = Unescaped(ref reader) ?? text;
        if (text.AsSpan().ContainsAnyExceptInRange(' ', '~')) text = string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
        return text.Length > longest ? text[..longest] + "…" : text;
    }

    private static string? Unescaped(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half a character
        }
    }
}
