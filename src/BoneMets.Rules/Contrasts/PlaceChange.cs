namespace BoneMets.Rules.Contrasts;

/// <summary>One fact and what it would be instead.</summary>
internal sealed record PlaceChange(FactPlace Place, object? From, object To)
{
    /// <summary>Further values that are enough, found where it is the only change.</summary>
    public IReadOnlyList<object> Others { get; init; } = [];

    public void Apply() => Place.Value = To;

    public void Undo() => Place.Value = From;
}

/// <summary>Facts as they would be, until it is disposed of: whatever happens meanwhile, they are put back.</summary>
internal sealed class AppliedChanges : IDisposable
{
    private readonly IReadOnlyList<PlaceChange> changes;

    public AppliedChanges(IReadOnlyList<PlaceChange> changes)
    {
        this.changes = changes;
        foreach (var change in changes) change.Apply();
    }

    public void Dispose()
    {
        for (var i = changes.Count - 1; i >= 0; i--) changes[i].Undo();
    }
}
