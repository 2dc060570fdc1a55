namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>What the Bundle says about one fact. <see cref="Value"/> is null where it stays unknown; <see cref="Time"/> is that of the resource it rests on.</summary>
internal sealed class FhirFinding
{
    public FhirFactValue? Value { get; private set; }

    public FhirTime? Time => Taken.Count == 0 ? null : Taken[0].Time;

    public List<FhirCandidate> Taken { get; } = [];

    public List<FhirRefused> Refused { get; } = [];

    public static FhirFinding Of(FactProperty fact, FhirWorld world, Func<string, FhirTime?> timeOf)
    {
        var finding = new FhirFinding();
        var mapping = fact.Fhir!;
        var values = new FhirValueReader(fact, world.AsOf);
        var choices = new List<FhirChoice>();
        foreach (var source in mapping.Sources)
        {
            var search = new FhirSourceSearch(fact, world, source, source.Near is { } near ? timeOf(near.Fact) : null);
            search.Run();
            finding.Refused.AddRange(search.Refused);
            if (search.Accepted.Count > 0) choices.Add(FhirChoice.Of(source, mapping.Conflict, search.Accepted, values));
        }
        finding.Decide(choices, mapping.Conflict);
        return finding;
    }

    private void Decide(List<FhirChoice> choices, FhirConflict conflict)
    {
        foreach (var choice in choices)
        {
            foreach (var one in choice.Open) Refuse(one, choice.Kind, choice.Reason);
            if (choice.Winner is { Value.Content: null } open) Refuse(open, FhirRefusal.Answer, "the answer leaves the fact unknown");
        }
        var winners = choices.Select(c => c.Winner).OfType<FhirCandidate>().Where(w => w.Value.Content is not null).ToList();
        if (winners.Count > 0) Combine(choices, winners, conflict);
        ForgetWhatWasTaken();
    }

    private void Combine(List<FhirChoice> choices, List<FhirCandidate> winners, FhirConflict conflict)
    {
        var undecided = choices.FindIndex(c => c.Winner is null);
        var decided = choices.FindIndex(c => c.Winner is { Value.Content: not null });
        if (undecided >= 0 && (conflict != FhirConflict.First || undecided < decided))
        {
            foreach (var winner in winners) Refuse(winner, FhirRefusal.Conflict, "another source leaves it open: the fact stays unknown");
            return;
        }
        var chosen = winners[0];
        var differ = winners.Exists(w => !w.Value.IsSame(chosen.Value));
        if (differ && conflict == FhirConflict.Unknown)
        {
            foreach (var winner in winners) Refuse(winner, FhirRefusal.Conflict, "the sources differ: the fact stays unknown");
            return;
        }
        if (differ && conflict == FhirConflict.Highest) chosen = winners.MaxBy(w => (decimal)w.Value.Content!)!;
        if (differ && conflict == FhirConflict.Lowest) chosen = winners.MinBy(w => (decimal)w.Value.Content!)!;
        Value = chosen.Value;
        Taken.Add(WithLater(chosen));
        foreach (var winner in winners.Where(w => !ReferenceEquals(w, chosen)))
        {
            if (winner.Value.IsSame(chosen.Value)) Taken.Add(WithLater(winner));
            else Refuse(winner, FhirRefusal.Conflict, $"it contradicts {chosen.Resource.Name}: {Rule(conflict)}");
        }
    }

    private static string Rule(FhirConflict conflict) => conflict switch
    {
        FhirConflict.Highest => "the highest value counts",
        FhirConflict.Lowest => "the lowest value counts",
        _ => "the source that the mapping names first counts",
    };

    /// <summary>Whoever reads the value has to know that there was a newer one that could not be read.</summary>
    private FhirCandidate WithLater(FhirCandidate candidate)
    {
        const string later = "a later result was refused";
        var isPassed = Refused.Exists(r => IsOfResult(r) && r.Resource.When.Time is { } time && candidate.Time is { } own && time.Start > own.End);
        return isPassed ? candidate with { Note = candidate.Note is null ? later : $"{candidate.Note}; {later}" } : candidate;
    }

    /// <summary>There is a result, and it does not count: not one of somebody else, of another kind, too old or withdrawn.</summary>
    private static bool IsOfResult(FhirRefused refused) => refused.Kind switch
    {
        FhirRefusal.Value or FhirRefusal.Answer or FhirRefusal.Unit or FhirRefusal.Range => true,
        FhirRefusal.Status or FhirRefusal.Resource => refused.Resource.Type is "Observation" or "DiagnosticReport" && !FhirAcceptance.IsWithdrawn(refused.Resource),
        _ => false,
    };

    private void Refuse(FhirCandidate candidate, FhirRefusal kind, string reason) => Refused.Add(new FhirRefused(candidate.Resource, kind, reason, candidate.Shown));

    /// <summary>A resource that one source took is not to be reported because another one did not.</summary>
    private void ForgetWhatWasTaken()
    {
        var taken = Taken.Select(t => t.Resource).ToHashSet();
        Refused.RemoveAll(r => r.Kind != FhirRefusal.Conflict && taken.Contains(r.Resource));
        var seen = new HashSet<(FhirResource, FhirRefusal, string)>();
        Refused.RemoveAll(r => !seen.Add((r.Resource, r.Kind, r.Reason)));
    }
}
