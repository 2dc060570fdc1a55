namespace BoneMets.Rules.Facts.Fhir;

/// <summary>
/// The part of FHIRPath that mappings use: element names, <c>.where(name='text')</c>, <c>.first()</c> and a closing <c>.exists()</c>.
/// Lists are flattened on the way. Parsed once, so that reading a Bundle parses no path.
/// </summary>
public sealed record FhirPath(string Text, IReadOnlyList<FhirPathStep> Steps)
{
    internal const string Remedy = "element names with dots between, `.where(name='text')`, `.first()`, and `.exists()` at the end: `code.coding.code`";

    /// <summary>Null when the text is outside this part of FHIRPath.</summary>
    public static FhirPath? Parse(string text)
    {
        var steps = new List<FhirPathStep>();
        var rest = text.AsSpan();
        while (Step(ref rest, isFirst: steps.Count == 0) is { } step)
        {
            steps.Add(step);
            if (rest.IsEmpty) return new FhirPath(text, steps);
            if (step is FhirExistsStep || !Skip(ref rest, '.')) return null;
        }
        return null;
    }

    public bool Equals(FhirPath? other) => string.Equals(Text, other?.Text, StringComparison.Ordinal);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    private static FhirPathStep? Step(ref ReadOnlySpan<char> rest, bool isFirst)
    {
        var name = Name(ref rest);
        if (name is null || rest.IsEmpty || rest[0] != '(') return name is null ? null : new FhirElementStep(name);
        if (isFirst) return null;
        if (name is "where") return Where(ref rest);
        if (!rest.StartsWith("()")) return null;
        rest = rest[2..];
        return name switch
        {
            "first" => new FhirFirstStep(),
            "exists" => new FhirExistsStep(),
            _ => null,
        };
    }

    private static FhirWhereStep? Where(ref ReadOnlySpan<char> rest)
    {
        rest = rest[1..];
        var names = new List<string>();
        do
        {
            if (Name(ref rest) is not { } name) return null;
            names.Add(name);
        }
        while (Skip(ref rest, '.'));
        const string open = "='";
        if (!rest.StartsWith(open)) return null;
        rest = rest[open.Length..];
        var end = rest.IndexOfAny('\'', '\\');
        if (end < 0 || !rest[end..].StartsWith("')")) return null;
        var text = rest[..end].ToString();
        rest = rest[(end + 2)..];
        return new FhirWhereStep(names, text);
    }

    private static bool Skip(ref ReadOnlySpan<char> rest, char c)
    {
        if (rest.IsEmpty || rest[0] != c) return false;
        rest = rest[1..];
        return true;
    }

    private static string? Name(ref ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && char.IsAsciiLetterOrDigit(rest[length])) length++;
        if (length == 0 || !char.IsAsciiLetter(rest[0])) return null;
        var name = rest[..length].ToString();
        rest = rest[length..];
        return name;
    }
}

public abstract record FhirPathStep;

public sealed record FhirElementStep(string Name) : FhirPathStep;

/// <summary>Keeps the elements that have this text there.</summary>
public sealed record FhirWhereStep(IReadOnlyList<string> Names, string Text) : FhirPathStep;

public sealed record FhirFirstStep : FhirPathStep;

public sealed record FhirExistsStep : FhirPathStep;
