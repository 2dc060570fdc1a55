namespace BoneMets.Rules.Server.Cohorts.Results;

/// <summary>
/// What the answers of a partition, or of a run, say altogether. What stands once per element of a list is counted under one name with <c>[*]</c>
/// in it, once for each element. Two can be put together.
/// </summary>
internal sealed class Tally
{
    public long Patients { get; set; }

    /// <summary>Lines that were refused.</summary>
    public long Refused { get; set; }

    /// <summary>Those who lack a fact that would decide something.</summary>
    public long Undetermined { get; set; }

    /// <summary>Of the refused ones, how many had a finding of each code.</summary>
    public SortedDictionary<string, long> Errors { get; init; } = new(StringComparer.Ordinal);

    /// <summary>How many decisions were complete, incomplete, failed.</summary>
    public SortedDictionary<string, long> Statuses { get; init; } = new(StringComparer.Ordinal);

    /// <summary>In the order of the decisions.</summary>
    public List<RuleTally> Rules { get; init; } = [];

    public List<OutputTally> Outputs { get; init; } = [];

    public SortedDictionary<string, MissingTally> Missing { get; init; } = new(StringComparer.Ordinal);

    public void Add(Tally other)
    {
        (Patients, Refused, Undetermined) = (Patients + other.Patients, Refused + other.Refused, Undetermined + other.Undetermined);
        foreach (var (code, count) in other.Errors) Errors[code] = Errors.GetValueOrDefault(code) + count;
        foreach (var (status, count) in other.Statuses) Statuses[status] = Statuses.GetValueOrDefault(status) + count;
        foreach (var rule in other.Rules)
        {
            if (Rules.Find(r => r.Name == rule.Name) is { } known) known.Add(rule);
            else Rules.Add(rule);
        }
        foreach (var output in other.Outputs)
        {
            if (Outputs.Find(o => o.Name == output.Name) is { } known) known.Values.Add(output.Values);
            else Outputs.Add(output);
        }
        foreach (var (fact, missing) in other.Missing)
        {
            if (Missing.TryGetValue(fact, out var known)) known.Patients += missing.Patients;
            else Missing.Add(fact, missing);
        }
    }
}

/// <summary>What became of one rule.</summary>
internal sealed class RuleTally
{
    public required string Name { get; init; }

    public long Met { get; set; }

    public long NotMet { get; set; }

    public long Undetermined { get; set; }

    public long Failed { get; set; }

    public long Recommended { get; set; }

    public long Pending { get; set; }

    public long Withheld { get; set; }

    public void Add(RuleTally other)
    {
        (Met, NotMet, Undetermined, Failed) = (Met + other.Met, NotMet + other.NotMet, Undetermined + other.Undetermined, Failed + other.Failed);
        (Recommended, Pending, Withheld) = (Recommended + other.Recommended, Pending + other.Pending, Withheld + other.Withheld);
    }
}

internal sealed class OutputTally
{
    public required string Name { get; init; }

    public Distribution Values { get; init; } = new();
}

/// <summary>How many patients lack a fact that would decide something.</summary>
internal sealed class MissingTally
{
    public long Patients { get; set; }

    public string? Label { get; set; }

    public string? Unit { get; set; }
}
