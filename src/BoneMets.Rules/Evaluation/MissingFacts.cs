namespace BoneMets.Rules.Evaluation;

/// <summary>
/// The facts that a value still waits for, as a tree of unions that is flattened only when somebody reads it:
/// most are dropped because another operand decides. Immutable to whoever reads it, thread safe.
/// </summary>
public sealed class MissingFacts
{
    public static readonly MissingFacts None = new(null, null, null);

    private readonly string? path;
    private readonly MissingFacts? left;
    private readonly MissingFacts? right;
    private string[]? sorted;

    private MissingFacts(string? path, MissingFacts? left, MissingFacts? right) => (this.path, this.left, this.right) = (path, left, right);

    public bool IsEmpty => ReferenceEquals(this, None);

    public static MissingFacts Of(string path) => new(path, null, null);

    public MissingFacts And(MissingFacts other) =>
        IsEmpty || ReferenceEquals(this, other) ? other : other.IsEmpty ? this : new MissingFacts(null, this, other);

    /// <summary>Paths in ordinal order, each once. Made at the first reading and kept, so that what is built on this need not walk it again.</summary>
    public IReadOnlyList<string> ToSortedList() => sorted ??= Flatten();

    private string[] Flatten()
    {
        if (IsEmpty) return [];
        if (path is not null) return [path];
        var paths = new List<string>();
        var seen = new HashSet<MissingFacts>(ReferenceEqualityComparer.Instance);
        var open = new Stack<MissingFacts>();
        open.Push(this);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node)) continue;
            if (node.path is { } found) paths.Add(found);
            if (node.left is { } l) open.Push(l);
            if (node.right is { } r) open.Push(r);
        }
        return [.. paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
