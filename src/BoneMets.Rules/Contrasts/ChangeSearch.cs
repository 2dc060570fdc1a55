using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Contrasts;

/// <summary>
/// Looks for the fewest changed facts with which a rule gets the wanted verdict: all single changes of facts behind the conditions that stand
/// in the way, then the most promising of these with one more, and so on. The engine says of each whether it is enough. Numbers are moved no
/// further than needed. Always finds the same; leaves the facts as they were.
/// </summary>
internal sealed class ChangeSearch(RuleProbe probe, ComparedConstants constants, bool wanted, CancellationToken cancellation)
{
    private const int MostChanges = 12;
    private const int MostFound = 5;
    private const int MostPromising = 16;
    private const int MostProbes = 20_000;

    private readonly Verdict verdict = wanted ? Verdict.Met : Verdict.NotMet;
    private int probes;

    public IReadOnlyList<IReadOnlyList<PlaceChange>> Find()
    {
        List<Promising> open = [new([], probe.Measure(wanted).Distance)];
        for (var depth = 1; depth <= MostChanges && open.Count > 0 && probes < MostProbes; depth++)
        {
            var found = new List<IReadOnlyList<PlaceChange>>();
            var next = new List<Promising>();
            foreach (var state in open) Extend(state, found, next);
            if (found.Count > 0) return Fewest(found);
            open = [.. next.OrderBy(s => s.Distance).DistinctBy(s => KeyOf(s.Changes)).Take(MostPromising)];
        }
        return [];
    }

    private void Extend(Promising state, List<IReadOnlyList<PlaceChange>> found, List<Promising> next)
    {
        using var changed = new AppliedChanges(state.Changes);
        var taken = state.Changes.Select(c => c.Place.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var place in probe.Measure(wanted).Facts.Where(p => !taken.Contains(p.Path)))
        {
            if (probes >= MostProbes) break;
            var before = place.Value;
            if (Best(place, before) is not { } best) continue;
            var changes = (PlaceChange[])[.. state.Changes, new PlaceChange(place, before, best.Value) { Others = state.Changes.Count == 0 ? best.Others : [] }];
            if (best.Distance == 0) found.Add(changes);
            else next.Add(new Promising(changes, best.Distance));
        }
    }

    /// <summary>The value that is enough and nearest to the present one, with the others that are enough too; else the one that brings the rule nearest (distance above 0).</summary>
    private (object Value, decimal Distance, IReadOnlyList<object> Others)? Best(FactPlace place, object? before)
    {
        using var unchanged = new AppliedChanges([new PlaceChange(place, before, before!)]);
        var tried = new List<(object Value, bool IsEnough)>();
        (object Value, decimal Distance)? nearest = null;
        foreach (var value in OtherValues.Of(place.Fact, constants).Where(v => !v.Equals(before)).OrderBy(v => Math.Abs(Beyond(v, before))))
        {
            place.Value = value;
            // What stands in the place now, so that a list that was made is the same one when it is put back.
            tried.Add((place.Value!, IsEnough()));
            if (tried[^1].IsEnough || tried.Exists(t => t.IsEnough)) continue;
            var distance = probe.Measure(wanted).Distance;
            if (nearest is null || distance < nearest.Value.Distance) nearest = (tried[^1].Value, Math.Max(distance, 0.001m));
        }
        place.Value = before;
        var first = tried.FindIndex(t => t.IsEnough);
        if (first >= 0) return (Nearest(place, tried[first].Value, before), 0, OthersThan(first, tried, before));
        return nearest is { } best ? (best.Value, best.Distance, []) : null;
    }

    /// <summary>Of numbers and dates those that follow on the same side of the present one without a gap; else all that are enough.</summary>
    private static IReadOnlyList<object> OthersThan(int first, IReadOnlyList<(object Value, bool IsEnough)> tried, object? before)
    {
        var value = tried[first].Value;
        var later = tried.Skip(first + 1);
        return value is decimal or DateOnly
            ? [.. later.Where(t => Math.Sign(Beyond(t.Value, before)) == Math.Sign(Beyond(value, before))).TakeWhile(t => t.IsEnough).Select(t => t.Value)]
            : [.. later.Where(t => t.IsEnough).Select(t => t.Value)];
    }

    /// <summary>Between a number that is enough and the present one, as near to the present one as a step of its kind allows.</summary>
    private object Nearest(FactPlace place, object enough, object? before)
    {
        if ((enough, before) is not (decimal far, decimal near)) return enough;
        using var unchanged = new AppliedChanges([new PlaceChange(place, before, before)]);
        var step = OtherValues.Step(place.Fact, constants.With(place.Fact));
        while (Math.Abs(far - near) > step && probes < MostProbes)
        {
            var middle = decimal.Round((near + far) / 2 / step) * step;
            if (middle == near || middle == far) break;
            place.Value = middle;
            if (IsEnough()) far = middle;
            else near = middle;
        }
        place.Value = before;
        return far;
    }

    private bool IsEnough()
    {
        cancellation.ThrowIfCancellationRequested();
        probes++;
        return probe.Ask()?.Verdict == verdict;
    }

    /// <summary>Without the changes that turn out not to be needed, numbers moved back as far as the others allow, each set of facts once.</summary>
    private IReadOnlyList<IReadOnlyList<PlaceChange>> Fewest(IEnumerable<IReadOnlyList<PlaceChange>> found)
    {
        // Another list of lesions says less than another finding of one of them.
        var needed = found.Select(f => Nearest(Needed(f))).OrderBy(c => (c.Count, c.Any(ReplacesList))).ToList();
        return [.. needed.Where(c => c.Count == needed[0].Count && c.Any(ReplacesList) == needed[0].Any(ReplacesList)).DistinctBy(FactsOf).Take(MostFound)];
    }

    private static bool ReplacesList(PlaceChange change) => change.From is FactList;

    private IReadOnlyList<PlaceChange> Needed(IReadOnlyList<PlaceChange> changes)
    {
        var needed = changes.ToList();
        foreach (var change in changes)
        {
            // An element of a list that was made for it goes with the list.
            if (needed.Count == 1 || change.To is FactList) continue;
            var without = needed.Where(c => c != change).ToList();
            using var changed = new AppliedChanges(without);
            if (IsEnough()) needed = without;
        }
        return needed;
    }

    private IReadOnlyList<PlaceChange> Nearest(IReadOnlyList<PlaceChange> changes)
    {
        if (changes.Count == 1) return changes;
        var near = changes.ToList();
        for (var i = 0; i < near.Count; i++)
        {
            near[i] = near[i] with { To = NearestAmong(near, i) };
        }
        return near;
    }

    private object NearestAmong(IReadOnlyList<PlaceChange> changes, int i)
    {
        using var changed = new AppliedChanges(changes);
        return Nearest(changes[i].Place, changes[i].To, changes[i].From);
    }

    private static string FactsOf(IReadOnlyList<PlaceChange> changes) => string.Join("|", changes.Select(c => c.Place.Path).Order(StringComparer.Ordinal));

    /// <summary>How far a number or date lies above the present one; 0 where there is none.</summary>
    private static decimal Beyond(object value, object? before) => (value, before) switch
    {
        (decimal a, decimal b) => a - b,
        (DateOnly a, DateOnly b) => a.DayNumber - b.DayNumber,
        _ => 0,
    };

    private static string KeyOf(IReadOnlyList<PlaceChange> changes) => string.Join("|", changes.Select(c => $"{c.Place.Path}={c.To}").Order(StringComparer.Ordinal));

    private sealed record Promising(IReadOnlyList<PlaceChange> Changes, decimal Distance);
}
