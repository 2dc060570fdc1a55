namespace BoneMets.Rules.Evaluation;

/// <summary>
/// The facts that a value still waits for, as a tree of unions that is flattened only when somebody reads it:
/// most are dropped because another operand decides. Immutable.
/// </summary>
public sealed class MissingFacts
{
    public static readonly MissingFacts None = new(null, null, null);

    private readonly string? path;
    private readonly MissingFacts? left;
    private readonly MissingFacts? right;

    private MissingFacts(string? path, MissingFacts? left, MissingFacts? right) => (this.path, this.left, this.right) = (path, left, right);

    public bool IsEmpty => ReferenceEquals(this, None);

    public static MissingFacts Of(string path) => new(path, null, null);

    public MissingFacts And(MissingFacts other) =>
        IsEmpty || ReferenceEquals(this, other) ? other : other.IsEmpty ? this : new MissingFacts(null, this, other);

    /// <summary>Paths in ordinal order, each once.</summary>
    public IReadOnlyList<string> ToSortedList()
    {
        if (IsEmpty) return [];
        var paths = new SortedSet<string>(StringComparer.Ordinal);
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
        return [.. paths];
    }
}
