using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Cohorts.Input;
using BoneMets.Rules.Server.Cohorts.Mapping;
using BoneMets.Rules.Server.Cohorts.Running;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Store;
using CsvHelper;

namespace BoneMets.Rules.Server.Cohorts;

/// <summary>The first patients of an input, decided as the run would decide them.</summary>
internal static class CohortPreviews
{
    public const int MostLines = 20, UsualLines = 5;
    private const int Samples = 3, LongestSample = 200;

    public static CohortPreview Of(
        Cohort run, CohortInput input, CohortPartition? part, byte[] bytes, LibrarySnapshot.Lease lease, LibraryWorkflow workflow, CohortMapping? mapping, int most, CancellationToken cancellation)
    {
        var facts = CohortFacts.Of(workflow);
        var isCsv = input.Format == CohortFormat.Csv;
        IReadOnlyList<MappingProblem> problems = [];
        try
        {
            mapping = CohortFacts.Require(mapping, input, workflow);
        }
        catch (ProblemException e) when (e.Kind == ProblemKind.WrongMapping)
        {
            problems = e.Errors is { Count: > 0 } errors ? [.. errors.Select(Problem)] : [new MappingProblem("", DiagnosticCode.MissingKey.Id, e.Message, null)];
        }
        var lines = new List<JsonElement>();
        if (problems.Count == 0 && part is not null)
        {
            using var decider = new CohortDecider(run, input, mapping, lease);
            decider.Decide(bytes, part.FirstLine, line => lines.Add(JsonSerializer.Deserialize<JsonElement>(line)), cancellation, most);
        }
        return new CohortPreview(EnumWord.Of(input.Format), input.Separator, isCsv ? SamplesOf(input, bytes) : [], isCsv ? MappingProposal.Of(input.Columns, facts) : null, problems, lines);
    }

    private static MappingProblem Problem(Diagnostic found) => new(found.Pointer, found.Code.Id, found.Message, found.Help);

    private static List<ColumnSample> SamplesOf(CohortInput input, byte[] bytes)
    {
        using var records = CsvReader.Create(bytes, CsvFormat.Options(CsvFormat.SeparatorOf(input.Separator!)));
        var rows = new List<string[]>();
        while (rows.Count < Samples && records.Read()) rows.Add([.. Enumerable.Range(0, input.Columns.Count).Select(i => records.GetString(i))]);
        return [.. input.Columns.Select((name, i) => new ColumnSample(name, [.. rows.Select(r => r[i].Length > LongestSample ? r[i][..LongestSample] : r[i])]))];
    }
}
