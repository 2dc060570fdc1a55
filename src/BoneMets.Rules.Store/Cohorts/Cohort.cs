namespace BoneMets.Rules.Store;

/// <summary>Where a cohort run is.</summary>
public enum CohortState
{
    /// <summary>It waits for its input, or for the rest of it.</summary>
    Uploading,

    /// <summary>The input is whole; its columns can be mapped and its first lines tried.</summary>
    Ready,
    Running,

    /// <summary>No result is taken any more; servers that still decide are about to hear of it.</summary>
    Cancelling,
    Cancelled,
    Completed,

    /// <summary>It ended before its end, for the reason that it names.</summary>
    Failed,
}

public enum CohortFormat { Ndjson, Csv }

/// <summary>One workflow of one release over the patients of one input.</summary>
/// <param name="AsOf">The date of all decisions, <c>yyyy-MM-dd</c>.</param>
/// <param name="Version">Grows with every change of the run; its ETag.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Input">Null until it is whole.</param>
/// <param name="Mapping">Which column is which fact, as JSON; for CSV.</param>
/// <param name="StartedAt">Of the start or the last resumption.</param>
/// <param name="Expires">When it is deleted, with input and results.</param>
public sealed record Cohort(
    string Id, string Name, string Workflow, int Release, string AsOf, string Explain, CohortState State, int Version, string CreatedBy, DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, string? Reason, CohortInput? Input, string? Mapping, DateTimeOffset Expires);

/// <summary>What a run decides about.</summary>
/// <param name="Separator">Between the fields of CSV.</param>
/// <param name="Columns">The names of the columns of CSV; empty for NDJSON.</param>
/// <param name="File">A file that the administrator lets servers read, by its name below their folder; null when the input lies in the store.</param>
/// <param name="Hash">SHA-256 of all bytes.</param>
/// <param name="Patients">Lines with content, or records.</param>
public sealed record CohortInput(CohortFormat Format, string? Separator, IReadOnlyList<string> Columns, string? File, long Bytes, string Hash, long Patients, int Partitions);

/// <summary>What a run is made of at first.</summary>
public sealed record NewCohort(string Name, string Workflow, int Release, string AsOf, string Explain);

/// <summary>Some thousand lines of an input that one server decides in one go.</summary>
/// <param name="Number">From 0.</param>
/// <param name="FirstLine">Of the input, from 1.</param>
/// <param name="Offset">Where it begins in the input.</param>
/// <param name="Hash">Of its bytes.</param>
/// <param name="Content">Its bytes, compressed; null when they lie in a file.</param>
public sealed record CohortPartition(int Number, long FirstLine, int Patients, long Offset, int Bytes, string Hash, byte[]? Content);

/// <summary>What came of a partition, compressed.</summary>
/// <param name="Lines">The answers in the order of the input, one line each.</param>
/// <param name="Tally">Counts of everything that the answers say, as JSON.</param>
/// <param name="Undetermined">The patients who lack facts, and which, a line each.</param>
/// <param name="Hash">SHA-256 of the lines before compression.</param>
/// <param name="Node">The server that decided it.</param>
public sealed record PartitionResult(byte[] Lines, byte[] Tally, byte[] Undetermined, long Bytes, string Hash, int Patients, int Refused, string Node, TimeSpan Took);

/// <summary>What became of a result that a server had for a partition.</summary>
public enum ResultFate
{
    Kept,

    /// <summary>Another server was faster; its result stands.</summary>
    AlreadyThere,

    /// <summary>The run is not running any more, or is gone.</summary>
    TooLate,
}

/// <summary>Whether a server is to decide a partition.</summary>
public enum ClaimOutcome
{
    Granted,

    /// <summary>It has a result.</summary>
    AlreadyDone,

    /// <summary>The run is not running any more, or is gone.</summary>
    NotRunning,

    /// <summary>It was begun again and again without an end, so that the run has failed now.</summary>
    GivenUp,
}

/// <summary>How far a run is.</summary>
/// <param name="Recovered">Partitions that were begun by one server and ended by another attempt.</param>
public sealed record CohortProgress(int Partitions, int PartitionsDone, long PatientsDone, long Refused, long ResultBytes, long RecentPatients, TimeSpan RecentSpan, int Recovered, IReadOnlyList<CohortNode> Nodes);

/// <summary>What one server has done for a run.</summary>
/// <param name="Working">Partitions that it began and nobody has ended.</param>
public sealed record CohortNode(string Node, int Partitions, long Patients, int Working, TimeSpan Busy, DateTimeOffset? LastResultAt);
