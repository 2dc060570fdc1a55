namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>What one source says: its winner; or none, with those that leave it open and why.</summary>
internal sealed record FhirChoice(FhirCandidate? Winner, IReadOnlyList<FhirCandidate> Open, FhirRefusal Kind, string Reason)
{
    /// <summary>Chooses among the resources that the source accepts; there is at least one.</summary>
    public static FhirChoice Of(FhirSource source, FhirConflict conflict, IReadOnlyList<FhirCandidate> accepted, FhirValueReader values)
    {
        if (source.Selection is FhirSelection.Exists or FhirSelection.Count) return Existing(source, accepted, values);
        var (group, note) = source.Selection switch
        {
            FhirSelection.Latest => (Latest(accepted), accepted.Count == 1 ? null : $"the latest of {accepted.Count}"),
            FhirSelection.Earliest => (Earliest(accepted), accepted.Count == 1 ? null : $"the earliest of {accepted.Count}"),
            _ => (accepted, accepted.Count == 1 ? null : $"{accepted.Count} agree"),
        };
        if (AllSame(group)) return Winning(group[0], note);
        if (source.Selection is FhirSelection.Latest or FhirSelection.Earliest)
        {
            group = Foremost(group);
            if (AllSame(group)) return Winning(group[0], $"{note}, by its status and issue among those of the same time");
        }
        var numbers = group.All(c => c.Value.Content is decimal);
        return conflict switch
        {
            FhirConflict.Highest when numbers => Winning(group.MaxBy(c => (decimal)c.Value.Content!)!, "values of the same time differ: the highest counts"),
            FhirConflict.Lowest when numbers => Winning(group.MinBy(c => (decimal)c.Value.Content!)!, "values of the same time differ: the lowest counts"),
            _ => new FhirChoice(null, group, FhirRefusal.Conflict, "values that count alike differ: the fact stays unknown"),
        };
    }

    private static FhirChoice Existing(FhirSource source, IReadOnlyList<FhirCandidate> accepted, FhirValueReader values)
    {
        var latest = Latest(accepted)[0];
        if (source.Selection == FhirSelection.Exists) return Winning(latest, accepted.Count == 1 ? null : $"the latest of {accepted.Count}");
        var outcome = values.Count(accepted.Count);
        return outcome.Value is { } count ? Winning(latest with { Value = count }, $"the latest of {accepted.Count}") : new FhirChoice(null, accepted, outcome.Kind, $"there are {accepted.Count}: {outcome.Reason}");
    }

    /// <summary>Those that may be the latest: dates are intervals. Resources without a date come behind all that have one.</summary>
    private static IReadOnlyList<FhirCandidate> Latest(IReadOnlyList<FhirCandidate> candidates)
    {
        var dated = candidates.Where(c => c.Time is not null).ToList();
        if (dated.Count == 0) return candidates;
        var last = dated.Max(c => c.Time!.Start);
        return dated.FindAll(c => c.Time!.End >= last);
    }

    private static IReadOnlyList<FhirCandidate> Earliest(IReadOnlyList<FhirCandidate> candidates)
    {
        var dated = candidates.Where(c => c.Time is not null).ToList();
        if (dated.Count == 0) return candidates;
        var first = dated.Min(c => c.Time!.End);
        return dated.FindAll(c => c.Time!.Start <= first);
    }

    /// <summary>Corrected before amended before others, then the later issued, then the later updated; a step that not all of them have is left out.</summary>
    private static IReadOnlyList<FhirCandidate> Foremost(IReadOnlyList<FhirCandidate> group)
    {
        group = Best(group, c => FhirJson.Text(c.Resource.Element, "status") switch { "corrected" => 2, "amended" => 1, _ => 0 });
        if (!AllSame(group)) group = Best(group, c => c.Resource.Issued?.End);
        return AllSame(group) ? group : Best(group, c => c.Resource.LastUpdated?.End);
    }

    private static IReadOnlyList<FhirCandidate> Best(IReadOnlyList<FhirCandidate> group, Func<FhirCandidate, long?> rank)
    {
        var ranked = group.Select(c => (Candidate: c, Rank: rank(c))).ToList();
        if (ranked.Exists(r => r.Rank is null)) return group;
        var best = ranked.Max(r => r.Rank);
        return [.. ranked.Where(r => r.Rank == best).Select(r => r.Candidate)];
    }

    private static bool AllSame(IReadOnlyList<FhirCandidate> group) => group.All(c => c.Value.IsSame(group[0].Value));

    private static FhirChoice Winning(FhirCandidate winner, string? note) =>
        new(note is null ? winner : winner with { Note = winner.Note is null ? note : $"{note}; {winner.Note}" }, [], default, "");
}
