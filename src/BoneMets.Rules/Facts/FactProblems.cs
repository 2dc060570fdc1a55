using System.Globalization;
using System.Text;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Facts;

/// <summary>
/// Where a reading stands and what it found. Places cost a store each; a pointer and a message are only built for a finding that somebody wants.
/// </summary>
internal sealed class FactProblems
{
    /// <summary>Findings of one reading; the facts are unusable anyway, and a million would help nobody.</summary>
    public const int Most = 100;

    private const int LongestName = 200;

    private (string? Name, int Index)[] steps = new (string?, int)[8];
    private int depth;
    private string prefix = "";
    private List<Diagnostic>? wanted;

    public int Count { get; private set; }

    public bool ShapeMismatch { get; private set; }

    private bool Wanted => wanted is not null && Count < Most;

    public void Start(List<Diagnostic>? errors, string pointerPrefix)
    {
        (wanted, prefix, depth, Count, ShapeMismatch) = (errors, pointerPrefix, 0, 0, false);
        steps[0] = default;
    }

    public void Enter()
    {
        if (++depth == steps.Length) Array.Resize(ref steps, depth * 2);
        steps[depth] = (null, -1);
    }

    public void Leave() => depth--;

    public void At(string name) => steps[depth].Name = name;

    public void At(int index) => steps[depth] = (null, index);

    /// <summary>JSON Pointer (RFC 6901) of the place, below the prefix.</summary>
    public string Pointer()
    {
        var pointer = new StringBuilder(prefix);
        for (var i = 1; i <= depth; i++)
        {
            var (name, index) = steps[i];
            if (name is not null) pointer.Append('/').Append(Short(name, LongestName).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            else if (index >= 0) pointer.Append('/').Append(index);
        }
        return pointer.ToString();
    }

    public void Add(DiagnosticCode code, string message, string? help = null, int line = 0, int column = 0)
    {
        if (Wanted) wanted!.Add(new Diagnostic(code, message, help, Pointer: Pointer(), Line: line, Column: column));
        Count++;
    }

    /// <summary>True when a finding is to be put into words and added; else it is only counted.</summary>
    public bool Words(FactFrame frame, bool isShapeMatter = false)
    {
        ShapeMismatch |= isShapeMatter && frame.Schema.IsShape;
        if (Wanted) return true;
        Count++;
        return false;
    }

    public void OtherShape() => ShapeMismatch = true;

    /// <summary>The reader stands at a property name that the schema lacks.</summary>
    public void UnknownFact(ref Utf8JsonReader reader, FactFrame frame)
    {
        if (!Words(frame, isShapeMatter: true)) return;
        var name = TextOf(ref reader);
        At(name);
        Add(DiagnosticCode.UnknownFact, $"`{frame.Path}` has no fact {Quote(name)}", Suggestion.DidYouMean(name, frame.Schema.Properties.Select(p => p.Name)));
    }

    public void Duplicate(FactFrame frame, FactProperty property)
    {
        if (Words(frame)) Add(DiagnosticCode.FactDuplicate, $"`{Name(frame, property)}` is given twice");
    }

    public void WrongType(ref Utf8JsonReader reader, FactFrame frame, FactProperty property)
    {
        if (!Words(frame, isShapeMatter: true)) return;
        Add(DiagnosticCode.WrongFactType, $"`{Name(frame, property)}` takes {property.Type.Describe()}, not {Sent(ref reader)}", Help(ref reader, property));
    }

    /// <summary>An element of a list, or an input, that is no object.</summary>
    public void NoObject(ref Utf8JsonReader reader, FactFrame frame)
    {
        if (Words(frame, isShapeMatter: true))
            Add(DiagnosticCode.WrongFactType, $"`{frame.Path}` takes an object ({frame.Schema.Name}), not {Sent(ref reader)}");
    }

    public void NotListed(ref Utf8JsonReader reader, FactFrame frame, FactProperty property)
    {
        if (!Words(frame)) return;
        var word = TextOf(ref reader);
        Add(DiagnosticCode.FactNotInEnumeration, $"`{Name(frame, property)}` takes {property.Type.Describe()}, not {Quote(word)}",
            Suggestion.DidYouMean(word, ((EnumType)property.Type).Values));
    }

    public void NoDate(ref Utf8JsonReader reader, FactFrame frame, FactProperty property, bool isWellFormed)
    {
        if (!Words(frame)) return;
        var text = Quote(TextOf(ref reader));
        var message = isWellFormed ? $"`{Name(frame, property)}` is {text}, which is not in the calendar" : $"`{Name(frame, property)}` takes a date, not {text}";
        Add(DiagnosticCode.FactDateInvalid, message, isWellFormed ? null : "dates are written yyyy-MM-dd, such as `2026-01-31`");
    }

    public void TextTooLong(FactFrame frame, FactProperty property)
    {
        if (Words(frame)) Add(DiagnosticCode.FactTextTooLong, $"`{Name(frame, property)}` has more than {Thousands(LanguageLimits.TextLength)} characters");
    }

    public void TextBroken(FactFrame frame, FactProperty property)
    {
        if (Words(frame)) Add(DiagnosticCode.FactsMalformed, $"`{Name(frame, property)}` is a text with half a character or with bytes that are not UTF-8");
    }

    public void ListTooLong(FactFrame frame, FactProperty property)
    {
        if (Words(frame)) Add(DiagnosticCode.FactListTooLong, $"`{Name(frame, property)}` has more than {Thousands(LanguageLimits.ListLength)} elements");
    }

    public void Number(FactFrame frame, FactProperty property, ReadOnlySpan<byte> number, NumberProblem problem)
    {
        if (!Words(frame)) return;
        var why = problem switch
        {
            NumberProblem.TooManyDigits => $"has more than {ExactNumber.MostDigits} digits",
            NumberProblem.TooLarge => "is too large for an exact decimal",
            _ => "is too small for an exact decimal",
        };
        Add(DiagnosticCode.FactNumberUnusable, $"`{Name(frame, property)}` is {Quote(Encoding.UTF8.GetString(number))}, which {why}");
    }

    public static string Name(FactFrame frame, FactProperty property) => frame.Schema.IsScalarElement ? frame.Path : $"{frame.Path}.{property.Name}";

    /// <summary>The author's text in backticks, cut to a readable length.</summary>
    public static string Quote(string text)
    {
        const int longest = 60;
        var visible = string.Create(Math.Min(text.Length, longest), text, (span, t) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(t[i]) || char.IsSurrogate(t[i]) ? '\uFFFD' : t[i];
        });
        return text.Length > longest ? $"`{visible}…`" : $"`{visible}`";
    }

    /// <summary>The reader's name or text, whatever its bytes are.</summary>
    public static string TextOf(ref Utf8JsonReader reader)
    {
        const int longestBytes = 4 * LongestName;
        if (reader.ValueSpan.Length <= longestBytes)
        {
            try
            {
                return reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                // shown as it stands
            }
        }
        return Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, longestBytes)]);
    }

    /// <summary>What stands there, in words.</summary>
    public static string Sent(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => $"the text {Quote(TextOf(ref reader))}",
        JsonTokenType.Number => $"the number {Quote(Encoding.UTF8.GetString(reader.ValueSpan))}",
        JsonTokenType.True => "`true`",
        JsonTokenType.False => "`false`",
        JsonTokenType.Null => "`null`",
        JsonTokenType.StartArray => "a list",
        _ => "an object",
    };

    private static string? Help(ref Utf8JsonReader reader, FactProperty property) => property.Kind switch
    {
        FactKind.Boolean => reader.TokenType is JsonTokenType.String or JsonTokenType.Number ? "write `true` or `false`, without quotes; leave out what is not known" : null,
        FactKind.Number or FactKind.Integer when reader.TokenType == JsonTokenType.String => NumberInQuotes(TextOf(ref reader)),
        FactKind.Date when reader.TokenType == JsonTokenType.Number => "dates are written yyyy-MM-dd, such as `2026-01-31`",
        FactKind.List => "a single element stands in brackets too",
        _ => null,
    };

    private static string NumberInQuotes(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "numbers are written without quotes" : "leave out what is not known";

    private static string Thousands(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Short(string text, int longest) => text.Length <= longest ? text : text[..longest] + "…";
}
