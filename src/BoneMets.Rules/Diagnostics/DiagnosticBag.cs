namespace BoneMets.Rules.Diagnostics;

/// <summary>
/// Collects the diagnostics of one run, at most <see cref="Capacity"/> errors and warnings so that hostile input cannot fill memory.
/// Not thread safe.
/// </summary>
public sealed class DiagnosticBag
{
    public const int Capacity = 1_000;
    private readonly List<Diagnostic> items = [];

    public IReadOnlyList<Diagnostic> Items => items;

    public bool HasErrors { get; private set; }

    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.IsError;
        if (items.Count < Capacity) items.Add(diagnostic);
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
