using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Cohorts.Results;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace BoneMets.Rules.Server.Cohorts;

/// <summary>What came of a run: line by line, counted, and who lacks which facts.</summary>
[Route("api/v1/cohorts/{id}"), Tags("Cohorts"), Authorize(Policies.RunCohorts)]
public sealed class CohortResultsController : CohortController
{
    private const int UsualPage = 100, MostOfPage = 1_000;
    private static readonly MinDataRate Receiving = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromMinutes(1));

    /// <summary>As <c>execute/batch</c> answers, in the order of the input. A run that has not ended has answers for a part of its patients only, and is refused unless <paramref name="partial"/> says that this is known.</summary>
    /// <param name="id">The run.</param>
    /// <param name="format"><c>ndjson</c> (when left out) or <c>csv</c>: a row for each patient with status, verdicts, outputs, advice and what is missing.</param>
    /// <param name="partial"><c>true</c>: also when answers are missing.</param>
    [HttpGet("results"), Batch, DisableRequestTimeout]
    [EndpointName("downloadCohortResults"), EndpointSummary("All answers of a run, in the order of its input")]
    [ProducesResponseType<string>(StatusCodes.Status200OK, BodyTypes.Lines, BodyTypes.Csv)]
    public async Task Download(string id, string? format = null, bool partial = false)
    {
        if (format is not (null or "ndjson" or "csv")) throw new ProblemException(ProblemKind.InvalidAction, "`format` takes `ndjson` or `csv`");
        var run = await FindAsync(id);
        if (run.State != CohortState.Completed && !partial)
            throw new ProblemException(ProblemKind.WrongState, $"the run is `{EnumWord.Of(run.State)}`, so that patients are missing in its results; send `partial=true` for those that there are");
        if (HttpContext.Features.Get<IHttpMinResponseDataRateFeature>() is { } receiving) receiving.MinDataRate = Receiving;
        var isCsv = format == "csv";
        await Store.Cohorts.DownloadedAsync(Me, id, run.State == CohortState.Completed ? format ?? "ndjson" : $"{format ?? "ndjson"}, a part", Cancellation);
        var numbers = await Store.CohortResults.NumbersAsync(id, Cancellation);
        var table = isCsv ? new ResultTable(Summaries.Merged(await Store.CohortResults.TalliesAsync(id, Cancellation))) : null;
        Response.ContentType = isCsv ? $"{BodyTypes.Csv}; charset=utf-8" : BodyTypes.Lines;
        Response.Headers.ContentDisposition = $"attachment; filename=\"cohort-{id}{(run.State == CohortState.Completed ? "" : "-part")}.{(isCsv ? "csv" : "ndjson")}\"";
        if (table is not null) await Response.Body.WriteAsync(table.Header(), Cancellation);
        foreach (var number in numbers)
        {
            // Deleted meanwhile: the connection breaks off, so that nobody takes a part for the whole.
            var packed = await Store.CohortResults.LinesAsync(id, number, Cancellation) ?? throw new InvalidOperationException($"the results of cohort run {id} were deleted while they were sent");
            await using var lines = Packing.Opener(packed);
            if (table is null) await lines.CopyToAsync(Response.Body, Cancellation);
            else await table.WriteAsync(lines, Response.Body, Cancellation);
        }
    }

    /// <param name="id">The run.</param>
    [HttpGet("summary"), RequestTimeout(RequestLimits.Long)]
    [EndpointName("summarizeCohort"), EndpointSummary("Verdicts, outputs and recommendations counted, refused lines by kind, missing facts; while it runs, of those that are done")]
    public async Task<CohortCounts> Summary(string id)
    {
        var run = await FindAsync(id);
        return Summaries.Of(Summaries.Merged(await Store.CohortResults.TalliesAsync(id, Cancellation)), run.State == CohortState.Completed);
    }

    /// <param name="id">The run.</param>
    /// <param name="fact">Only patients who lack this fact, by its name in the summary.</param>
    /// <param name="after">The <c>next</c> of the page before.</param>
    /// <param name="limit">At most 1000; 100 when left out.</param>
    [HttpGet("undetermined"), RequestTimeout(RequestLimits.Long)]
    [EndpointName("listUndetermined"), EndpointSummary("Patients for whom something is undetermined, with what is missing, in the order of the input")]
    public async Task<UndeterminedPage> Undetermined(string id, string? fact = null, string? after = null, int limit = UsualPage)
    {
        if (limit is < 1 or > MostOfPage) throw new ProblemException(ProblemKind.InvalidAction, $"`limit` takes a number from 1 to {MostOfPage}");
        await FindAsync(id);
        return await new UndeterminedPages(Store, id).ReadAsync(fact, after, limit, Cancellation);
    }
}
