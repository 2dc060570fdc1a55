namespace BoneMets.Rules.Diagnostics;

/// <summary>
/// Collects the diagnostics of one run, each once and at most <see cref="Capacity"/> of them so that hostile input cannot fill memory.
/// Not thread safe.
/// </summary>
public sealed class DiagnosticBag
{
    public const int Capacity = 1_000;
    private readonly List<Diagnostic> items = [];
    private readonly HashSet<(string Code, string Document, string Pointer, int Line, int Column, TextSpan? Span, string Message)> seen = [];

    public IReadOnlyList<Diagnostic> Items => items;

    public bool HasErrors { get; private set; }

    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.IsError;
        if (items.Count < Capacity && seen.Add((diagnostic.Code.Id, diagnostic.Document, diagnostic.Pointer, diagnostic.Line, diagnostic.Column, diagnostic.Span, diagnostic.Message))) items.Add(diagnostic);
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) Add(diagnostic);
    }

    /// <summary>All findings by document, place and code: the order in which an author works through them.</summary>
    public IReadOnlyList<Diagnostic> Sorted() =>
        [.. items.OrderBy(d => d.Document, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column)
            .ThenBy(d => d.Code.Id, StringComparer.Ordinal).ThenBy(d => d.Pointer, StringComparer.Ordinal)];
}
