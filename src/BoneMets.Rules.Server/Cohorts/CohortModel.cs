using System.Text.Json;
using BoneMets.Rules.Server.Cohorts.Mapping;

namespace BoneMets.Rules.Server.Cohorts;

/// <summary>What a run is to do. Its release and its date stay as they are from here on.</summary>
/// <param name="Release">The number of a release; the live one when left out.</param>
/// <param name="AsOf">The date of all decisions, <c>yyyy-MM-dd</c>; today in UTC when left out.</param>
/// <param name="Explain"><c>none</c> (when left out), <c>rules</c> or <c>full</c>.</param>
public sealed record CreateCohort(string Name, string Workflow, int? Release = null, string? AsOf = null, string? Explain = null);

/// <summary>A file below the folder of <c>--cohort-files</c>.</summary>
/// <param name="Separator">Between the fields of CSV: <c>,</c>, <c>;</c>, <c>|</c> or <c>tab</c>; what the first lines say when left out.</param>
public sealed record ReferToFile(string File, string? Separator = null);

/// <summary>A file that a run may read where it lies.</summary>
public sealed record CohortFileAnswer(string Name, long Bytes);

/// <param name="Mapping">To be tried; the one of the run when left out.</param>
/// <param name="Lines">How many patients, from the first: at most 20; 5 when left out.</param>
public sealed record PreviewCohort(CohortMapping? Mapping = null, int? Lines = null);

/// <summary>What an input looks like, and what would come of its first patients. Nothing of it is kept.</summary>
/// <param name="Columns">Of CSV, each with its first values.</param>
/// <param name="Proposal">What the names of the columns say by themselves; null for NDJSON.</param>
/// <param name="Problems">What has to be mended in the mapping; the first patients are decided when there is nothing.</param>
/// <param name="Lines">Answers as <c>results</c> has them.</param>
public sealed record CohortPreview(string Format, string? Separator, IReadOnlyList<ColumnSample> Columns, CohortMapping? Proposal, IReadOnlyList<MappingProblem> Problems, IReadOnlyList<JsonElement> Lines);

public sealed record ColumnSample(string Name, IReadOnlyList<string> Values);

/// <param name="Pointer">Into the mapping.</param>
public sealed record MappingProblem(string Pointer, string Code, string Message, string? Help);

/// <summary>A run in the list of runs.</summary>
/// <param name="State"><c>uploading</c>, <c>ready</c>, <c>running</c>, <c>cancelling</c>, <c>cancelled</c>, <c>completed</c> or <c>failed</c>.</param>
/// <param name="Patients">Null until the input is whole.</param>
public sealed record CohortSummary(
    string Id, string Name, string Workflow, int Release, string AsOf, string State, string? Reason, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, long? Patients,
    DateTimeOffset Expires);

/// <summary>One workflow of one release over the patients of one input.</summary>
/// <param name="State"><c>uploading</c>, <c>ready</c>, <c>running</c>, <c>cancelling</c>, <c>cancelled</c>, <c>completed</c> or <c>failed</c>.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Retired">Why the workflow gives no decisions any more, also when those of this run were made before; null while it does.</param>
/// <param name="Expires">When it is deleted, with input and results.</param>
public sealed record CohortAnswer(
    string Id, string Name, string Workflow, int Release, string AsOf, string Explain, string State, string? Reason, string? Retired, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt, DateTimeOffset Expires, CohortInputAnswer? Input, CohortMapping? Mapping, CohortProgressAnswer? Progress);

/// <param name="Format"><c>ndjson</c> or <c>csv</c>.</param>
/// <param name="Hash">SHA-256 of the bytes that were sent, unpacked.</param>
/// <param name="Patients">Lines with content, or records.</param>
public sealed record CohortInputAnswer(string Format, string? Separator, IReadOnlyList<string> Columns, string? File, long Bytes, string Hash, long Patients, int Partitions);

/// <param name="Refused">Patients whose line or record could not be read; their answers say why.</param>
/// <param name="PatientsPerSecond">Of the last half minute; null when nothing ended then.</param>
/// <param name="EstimatedEnd">At that rate.</param>
/// <param name="Recovered">Partitions that one server began and another attempt ended.</param>
public sealed record CohortProgressAnswer(
    int PartitionsDone, long PatientsDone, long Refused, long ResultBytes, double? PatientsPerSecond, DateTimeOffset? EstimatedEnd, int Recovered, IReadOnlyList<CohortNodeAnswer> Nodes);

/// <param name="Working">Partitions that it has begun and nobody has ended.</param>
/// <param name="BusySeconds">Of all its partitions together.</param>
public sealed record CohortNodeAnswer(string Node, int Partitions, long Patients, int Working, double BusySeconds, DateTimeOffset? LastResultAt);
