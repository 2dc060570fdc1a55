namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>Finds the resources that one source of a mapping accepts, with the value that each gives.</summary>
internal sealed class FhirSourceSearch(FactProperty fact, FhirWorld world, FhirSource source, FhirTime? near)
{
    private readonly FhirValueReader values = new(fact, world.AsOf);

    public List<FhirCandidate> Accepted { get; } = [];

    public List<FhirRefused> Refused { get; } = [];

    public void Run()
    {
        foreach (var resource in world.OfType(source.Resource)) Look(resource);
    }

    private void Look(FhirResource resource)
    {
        var codings = source.CodeAt is null ? resource.Codings! : [.. FhirPathWalk.Of(resource.Element, source.CodeAt).SelectMany(FhirCoding.Of)];
        FhirCoding? code = null;
        if (resource.Type is not "Patient")
        {
            code = Matching(codings);
            if (code is null) return;
        }
        if (source.Exclude.Count > 0 && codings.Concat(resource.Codings!).FirstOrDefault(c => c.Meets(source.Exclude)) is { Code: not null } excluded)
        {
            Refuse(resource, FhirRefusal.Excluded, $"the code {FactProblems.Quote(excluded.Code)} is excluded");
            return;
        }
        var notes = new List<string>();
        if ((FhirAcceptance.Refusal(resource, source, notes) ?? WrongDate(resource, notes)) is { } wrong)
        {
            Refuse(resource, wrong.Kind, wrong.Reason, source.Value.Count == 0 ? code?.Shown : ShownOf(resource, wrong.Kind));
            return;
        }
        if (source.Value.Count > 0) ReadValue(resource, codings, notes);
        else ReadCode(resource, codings, code!.Value, notes);
    }

    private FhirCoding? Matching(IReadOnlyList<FhirCoding> codings)
    {
        foreach (var coding in codings)
            if (coding.Meets(source.Codes)) return coding;
        return null;
    }

    private (FhirRefusal Kind, string Reason)? WrongDate(FhirResource resource, List<string> notes)
    {
        var (time, unreadable) = resource.When;
        var isOrdered = source.Selection is FhirSelection.Latest or FhirSelection.Earliest;
        if (time is null)
        {
            if (source.MaxAgeDays is null && near is null && !(isOrdered && unreadable is not null)) return null;
            return (FhirRefusal.Date, unreadable is null ? "it has no date, so its age is not known" : "what stands there is no date of FHIR");
        }
        if (time.From.DayNumber > world.AsOf.DayNumber + 1) return (FhirRefusal.Date, "it lies after the day of the decision");
        if (source.MaxAgeDays is { } most && world.AsOf.DayNumber - time.From.DayNumber > most)
            return (FhirRefusal.Age, world.AsOf.DayNumber - time.To.DayNumber > most ? $"older than {Days(most)}" : $"perhaps older than {Days(most)}: its date is not precise");
        if (near is not null && source.Near is { } limit && Math.Max(Math.Abs(time.From.DayNumber - near.To.DayNumber), Math.Abs(time.To.DayNumber - near.From.DayNumber)) > limit.Days)
            return (FhirRefusal.Age, $"more than {Days(limit.Days)} from `{limit.Fact}`");
        if (time.IsImprecise) notes.Add("its date is not precise");
        return null;
    }

    private void ReadValue(FhirResource resource, IReadOnlyList<FhirCoding> codings, List<string> notes)
    {
        if (resource.Type is "Observation" && FhirValues.IsAbsent(resource.Element))
        {
            Refuse(resource, FhirRefusal.Value, FhirValues.AbsentReason);
            return;
        }
        if (values.Read(resource, source) is not var (path, outcome))
        {
            // That an optional element of the patient is not there is no refusal.
            if (resource.Type is not "Patient") Refuse(resource, FhirRefusal.Value, "it has no value where the mapping reads one");
            return;
        }
        if (outcome.Value is not { } value)
        {
            Refuse(resource, outcome.Kind, outcome.Reason, outcome.Shown);
            return;
        }
        if (outcome.Note is { } note) notes.Add(note);
        if (OtherKind(codings, value) is { } other) notes.Add($"the code {other.Code} is of {string.Join(" or ", other.Units)}: the unit is believed");
        Accept(resource, value, path.Text, outcome.Shown, notes);
    }

    /// <summary>What a resource says that does not count, for people to look after: in the unit of the fact too. Null where that could mislead them.</summary>
    private string? ShownOf(FhirResource resource, FhirRefusal kind)
    {
        if (kind is not (FhirRefusal.Status or FhirRefusal.Date or FhirRefusal.Age) || FhirAcceptance.IsWithdrawn(resource) || (resource.Type is "Observation" && FhirValues.IsAbsent(resource.Element))) return null;
        return values.Read(resource, source) is not (_, var outcome) ? null
            : outcome.Value is { Unit: not null, Content: decimal canonical } ? $"{outcome.Shown} ({FactQuantity.Rounded(canonical)} {fact.Unit})"
            : outcome.Shown;
    }

    /// <summary>A code of another kind of quantity than the unit, when no code of the resource fits it.</summary>
    private FhirCode? OtherKind(IReadOnlyList<FhirCoding> codings, FhirFactValue value)
    {
        if ((value.Unit ?? fact.Unit) is not { } unit || value.Content is not decimal) return null;
        var codes = source.Codes.Where(c => c.Units.Count > 0 && codings.Any(coding => coding.IsA(c))).ToList();
        return codes.Exists(c => c.Units.Contains(unit, StringComparer.Ordinal)) ? null : codes.FirstOrDefault();
    }

    /// <summary>What the code is, or that the resource is there at all.</summary>
    private void ReadCode(FhirResource resource, IReadOnlyList<FhirCoding> codings, FhirCoding code, List<string> notes)
    {
        if (source.Selection is FhirSelection.Exists or FhirSelection.Count)
        {
            Accept(resource, FhirFactValue.True, null, code.Shown, notes);
            return;
        }
        FhirAnswer? meaning = null;
        foreach (var coding in codings)
        {
            foreach (var listed in source.Codes)
            {
                if (listed.Is is not { } meant || !coding.IsA(listed)) continue;
                if (meaning is not null && meaning != meant)
                {
                    Refuse(resource, FhirRefusal.Conflict, "its codings contradict each other", code.Shown);
                    return;
                }
                meaning = meant;
            }
        }
        if (meaning is null) Refuse(resource, FhirRefusal.Answer, "nothing says what its code means for the fact", code.Shown);
        else Accept(resource, FhirValueReader.ValueOf(meaning), null, code.Shown, notes);
    }

    private void Accept(FhirResource resource, FhirFactValue value, string? path, string shown, List<string> notes) =>
        Accepted.Add(new FhirCandidate(resource, value, path, shown, notes.Count == 0 ? null : string.Join("; ", notes)));

    private void Refuse(FhirResource resource, FhirRefusal kind, string reason, string? shown = null) => Refused.Add(new FhirRefused(resource, kind, reason, shown is { Length: > 0 } ? shown : null));

    private static string Days(int days) => days == 1 ? "a day" : $"{days} days";
}
