namespace BoneMets.Rules.Verification.Differences;

/// <summary>A value of a part as it is compared: <see cref="Meaning"/> decides, <see cref="Text"/> is shown. Words are made only for what is shown.</summary>
/// <param name="Key">What the value is paired by; for a cell its column, so that cells follow a column that moved.</param>
internal sealed record PartField(string Key, string Name, string Meaning, string Text, Func<string> Label, Func<string?>? Sentence = null);

/// <summary>A document's part with its own values; what stands inside of it are parts of their own, in <see cref="Groups"/>.</summary>
internal sealed record Part(PartKind Of, string Name, string Pointer, IReadOnlyList<PartField> Fields)
{
    private string? meaning;

    /// <summary>What it is recognised by, and the value that says so; null for what has no name of its own.</summary>
    public (string Text, string FieldKey)? Id { get; init; }

    public Func<string?>? Title { get; init; }

    public IReadOnlyList<PartGroup> Groups { get; init; } = [];

    /// <summary>Equal for parts that say the same.</summary>
    public string Meaning => meaning ??= string.Join('\n', Fields.Select(f => $"{f.Key}={f.Meaning}").Order(StringComparer.Ordinal).Concat(Groups.SelectMany(g => g.Parts.Select(p => $"{g.Key}({p.Meaning})"))));

    /// <summary>What it says besides its name, piece by piece: two parts are alike when they share most of it.</summary>
    public IEnumerable<string> Pieces =>
        Fields.Where(f => f.Key != Id?.FieldKey).Select(f => $"{f.Key}={f.Meaning}").Concat(Groups.SelectMany(g => g.Parts.Select(p => $"{g.Key}({p.Meaning})")));
}

internal enum PartMatching
{
    /// <summary>A list of things with names. Their order says something too.</summary>
    ByName,

    /// <summary>Keys of an object.</summary>
    ByKey,

    /// <summary>A list of things without names: rows, bands.</summary>
    ByContent,
}

/// <summary>Parts that stand side by side.</summary>
internal sealed record PartGroup(string Key, PartMatching Matching, IReadOnlyList<Part> Parts);
