namespace BoneMets.Rules.Verification.Differences;

/// <summary>The cells of a table follow their columns: when a column was renamed, its cells are still the same cells.</summary>
internal static class TableColumns
{
    /// <summary>What stands in the old part, its cells under the names that their columns have now.</summary>
    public static IReadOnlyList<PartGroup> Carried(Part? old, Part? now)
    {
        if (old is null) return [];
        if (now is null || old.Of != PartKind.Table) return old.Groups;
        var renamed = Renamed(old, now, PartKind.Column).Concat(Renamed(old, now, PartKind.Output)).ToDictionary(StringComparer.Ordinal);
        return renamed.Count == 0 ? old.Groups : [.. old.Groups.Select(g => g with { Parts = [.. g.Parts.Select(p => p.Of == PartKind.Row ? Under(p, renamed) : p)] })];
    }

    private static IEnumerable<KeyValuePair<string, string>> Renamed(Part old, Part now, PartKind kind)
    {
        IReadOnlyList<Part> Columns(Part table) => [.. table.Groups.SelectMany(g => g.Parts).Where(p => p.Of == kind)];
        return PartAlignment.Of(Columns(old), Columns(now), PartMatching.ByName).Where(p => p.Before is not null && p.After is not null && p.Before.Name != p.After.Name)
            .Select(p => KeyValuePair.Create(RowCells.KeyOf(kind == PartKind.Column, p.Before!.Name), RowCells.KeyOf(kind == PartKind.Column, p.After!.Name))).DistinctBy(p => p.Key);
    }

    /// <summary>A copy under other keys; what it says is read anew.</summary>
    private static Part Under(Part row, Dictionary<string, string> renamed) =>
        new(row.Of, row.Name, row.Pointer, [.. row.Fields.Select(f => renamed.TryGetValue(f.Key, out var key) ? f with { Key = key } : f)]) { Title = row.Title };
}
