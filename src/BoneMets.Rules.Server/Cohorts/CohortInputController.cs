using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Cohorts.Input;
using BoneMets.Rules.Server.Cohorts.Mapping;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace BoneMets.Rules.Server.Cohorts;

/// <summary>What a run decides about, and which column of it is which fact.</summary>
[Route("api/v1/cohorts/{id}"), Tags("Cohorts"), Authorize(Policies.RunCohorts)]
public sealed class CohortInputController : CohortController
{
    private static readonly MinDataRate Sending = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromMinutes(1));

    /// <summary>The body is NDJSON as <c>execute/batch</c> takes it, or CSV whose first line names the columns; it may be compressed with gzip. It takes the place of an earlier input.</summary>
    /// <param name="id">The run.</param>
    /// <param name="separator">Between the fields of CSV: <c>,</c>, <c>;</c>, <c>|</c> or <c>tab</c>; what the first lines say when left out.</param>
    [HttpPut("input"), TakesGzip, Batch, DisableRequestTimeout, DisableRequestSizeLimit]
    [EndpointName("putCohortInput"), EndpointSummary("Sends the input of a run, of any length")]
    public async Task<CohortAnswer> Upload(string id, string? separator = null)
    {
        BodyTypes.Require(Request, BodyTypes.Lines, BodyTypes.Csv);
        await FindAsync(id);
        var most = Service<ServerOptions>().CohortInput;
        if (HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = most;
        if (HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } sending) sending.MinDataRate = Sending;
        var format = Request.ContentType!.StartsWith(BodyTypes.Csv, StringComparison.OrdinalIgnoreCase) ? CohortFormat.Csv : CohortFormat.Ndjson;
        return await AnswerAsync(await TakeAsync(id, () => Request.Headers.ContentEncoding.Count > 0 ? GzipInput.Open(Request.Body) : Request.Body, format, separator, null));
    }

    /// <summary>The file stays where it lies: every server that works on the run reads it there, and it must not change until the run has ended.</summary>
    /// <param name="id">The run.</param>
    /// <param name="request">The file.</param>
    [HttpPost("input/reference"), Batch, DisableRequestTimeout]
    [EndpointName("referToCohortInput"), EndpointSummary("Takes a file of the folder that the administrator allows as the input of a run")]
    public async Task<CohortAnswer> Refer(string id, ReferToFile request)
    {
        await FindAsync(id);
        if (CohortFiles.FormatOf(request.File) is not { } format) throw new ProblemException(ProblemKind.WrongInput, "the file is NDJSON (`.ndjson`, `.jsonl`) or CSV (`.csv`, `.tsv`), not compressed");
        return await AnswerAsync(await TakeAsync(id, () => Service<CohortFiles>().Open(request.File), format, request.Separator, request.File));
    }

    /// <summary><c>If-Match</c> has the ETag of the run. A mapping with mistakes is kept as it is, so that nobody loses work; <c>preview</c> lists them, and the run does not start with them.</summary>
    /// <param name="id">The run.</param>
    /// <param name="mapping">Which column is which fact.</param>
    [HttpPut("mapping"), RequestSizeLimit(RequestBody.Most)]
    [EndpointName("putCohortMapping"), EndpointSummary("Says which column of a CSV input is which fact")]
    public async Task<CohortAnswer> Map(string id, CohortMapping mapping)
    {
        var version = Version();
        await FindAsync(id);
        Lists.Whole(mapping.Columns, "columns");
        Lists.Whole(mapping.Ignored, "ignored");
        return await AnswerAsync(await Store.Cohorts.MapAsync(Me, id, version, CohortFacts.Text(mapping), Cancellation));
    }

    /// <param name="id">The run.</param>
    /// <param name="request">A mapping to try, and how many patients.</param>
    [HttpPost("preview"), ChangesNothing, RequestSizeLimit(RequestBody.Most)]
    [EndpointName("previewCohort"), EndpointSummary("Proposes a mapping, and decides for the first patients as the run would")]
    public async Task<CohortPreview> Preview(string id, PreviewCohort request)
    {
        if (request.Lines is < 1 or > CohortPreviews.MostLines) throw new ProblemException(ProblemKind.MalformedBody, $"`lines` takes a number from 1 to {CohortPreviews.MostLines}");
        var run = await FindAsync(id);
        if (run.Input is not { } input) throw new ProblemException(ProblemKind.WrongState, "the run has no input yet; send it first");
        Lists.Whole(request.Mapping?.Columns, "mapping.columns");
        Lists.Whole(request.Mapping?.Ignored, "mapping.ignored");
        var (lease, workflow) = await WorkflowAsync(run.Release, run.Workflow);
        using (lease)
        {
            var part = await Store.CohortInputs.FindAsync(id, 0, Cancellation);
            try
            {
                var bytes = part is null ? [] : await Service<Running.PartitionBytes>().ReadAsync(input, part, Cancellation);
                return CohortPreviews.Of(run, input, part, bytes, lease, workflow, request.Mapping ?? CohortFacts.MappingOf(run), request.Lines ?? CohortPreviews.UsualLines, Cancellation);
            }
            catch (InputRefusedException e)
            {
                throw new ProblemException(ProblemKind.WrongInput, e.Message);
            }
        }
    }

    /// <param name="id">The run.</param>
    [HttpGet("terms")]
    [EndpointName("getCohortTerms"), EndpointSummary("The facts that columns can hold, and what rules and outputs are called, in the release of the run")]
    public async Task<CohortTerms> Terms(string id)
    {
        var run = await FindAsync(id);
        var (lease, workflow) = await WorkflowAsync(run.Release, run.Workflow);
        using (lease) return CohortTerms.Of(workflow);
    }

    [HttpGet("/api/v1/cohort-files")]
    [EndpointName("listCohortFiles"), EndpointSummary("Files that a run may read where they lie; none unless the administrator allows a folder")]
    public IReadOnlyList<CohortFileAnswer> Files()
    {
        _ = Store; // a server of a folder runs no cohorts
        return [.. Service<CohortFiles>().List().Select(f => new CohortFileAnswer(f.Name, f.Bytes))];
    }

    private async Task<Cohort> TakeAsync(string id, Func<Stream> open, CohortFormat format, string? separator, string? file)
    {
        if (separator is not null && (format != CohortFormat.Csv || CsvFormat.SeparatorOf(separator) is null))
            throw new ProblemException(ProblemKind.InvalidAction, "`separator` is for CSV and takes `,`, `;`, `|` or `tab`");
        try
        {
            await using var source = open();
            return await new InputTaking(Store, Service<ServerOptions>().CohortInput).TakeAsync(Me, id, source, format, separator is null ? null : CsvFormat.SeparatorOf(separator), file, Cancellation);
        }
        catch (InputRefusedException e)
        {
            throw new ProblemException(ProblemKind.WrongInput, e.Message);
        }
        catch (InputTooLargeException e)
        {
            throw new ProblemException(ProblemKind.BodyTooLarge, $"{e.Message}; divide it, or ask the administrator for a higher `--cohort-input`");
        }
        catch (InvalidDataException)
        {
            throw new ProblemException(ProblemKind.WrongInput, "the body says that it is compressed with gzip, and is not, or is damaged or cut off");
        }
    }
}
