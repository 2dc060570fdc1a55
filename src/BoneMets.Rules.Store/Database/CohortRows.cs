namespace BoneMets.Rules.Store.Database;

/// <summary>A cohort run. What belongs to it goes after it when it is deleted, in slices, so nothing refers to it by a constraint.</summary>
internal sealed class CohortRow
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Workflow { get; init; }
    public required int Release { get; init; }
    public required string AsOf { get; init; }
    public required string Explain { get; init; }
    public required CohortState State { get; set; }
    public required int Version { get; set; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? Reason { get; set; }

    /// <summary>The upload that may add partitions; another one takes its place.</summary>
    public string? Upload { get; set; }
    public CohortFormat? Format { get; set; }
    public string? Separator { get; set; }

    /// <summary>Names as a JSON list.</summary>
    public string? Columns { get; set; }
    public string? File { get; set; }
    public long Bytes { get; set; }
    public string? Hash { get; set; }
    public long Patients { get; set; }
    public int Partitions { get; set; }
    public string? Mapping { get; set; }
    public required DateTimeOffset Expires { get; set; }
}

internal sealed class CohortPartitionRow
{
    public required string Cohort { get; init; }
    public required int Number { get; init; }
    public required long FirstLine { get; init; }
    public required int Patients { get; init; }
    public required long Offset { get; init; }
    public required int Bytes { get; init; }
    public required string Hash { get; init; }
    public byte[]? Content { get; init; }
}

/// <summary>A server that began a partition; the row goes when there is a result.</summary>
internal sealed class CohortClaimRow
{
    public required string Cohort { get; init; }
    public required int Number { get; init; }
    public required int Attempts { get; set; }
    public required string Node { get; set; }
    public required DateTimeOffset At { get; set; }
}

/// <summary>The result of a partition: there is one or none, whoever has tried.</summary>
internal sealed class CohortResultRow
{
    public required string Cohort { get; init; }
    public required int Number { get; init; }
    public required byte[] Lines { get; init; }
    public required byte[] Tally { get; init; }
    public required byte[] Undetermined { get; init; }
    public required long Bytes { get; init; }
    public required string Hash { get; init; }
    public required int Patients { get; init; }
    public required int Refused { get; init; }
    public required int Attempts { get; init; }
    public required string Node { get; init; }
    public required DateTimeOffset At { get; init; }
    public required long Milliseconds { get; init; }
}
