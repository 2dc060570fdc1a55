using System.Text.Json;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Releases;
using BoneMets.Rules.Server.Telemetry;
using BoneMets.Rules.Streaming;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;
using MinDataRate = Microsoft.AspNetCore.Server.Kestrel.Core.MinDataRate;

namespace BoneMets.Rules.Server.Execution;

/// <summary>Decides for many patients, a line for each, while they arrive. No more than a few pieces of the body are in memory at a time.</summary>
[ApiController, Route("api/v1/workflows"), Tags("Execution")]
public sealed class BatchController : ControllerBase
{
    /// <summary>The lines of a batch may have this many bytes together.</summary>
    public const int Most = 1024 * 1024 * 1024;

    // Who sends patient by patient may pause; who has gone without a word is given up.
    private static readonly MinDataRate Sending = new(bytesPerSecond: 1, gracePeriod: TimeSpan.FromMinutes(1)), Receiving = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromMinutes(1));

    /// <param name="name">A workflow's name, compared with case.</param>
    /// <param name="asOf">The date that all decisions are made for, <c>yyyy-MM-dd</c>; today in UTC when left out.</param>
    /// <param name="explain"><c>none</c> (when left out), <c>rules</c> or <c>full</c>.</param>
    /// <param name="release">The number of a release, or <c>latest</c>.</param>
    [HttpPost("{name}/execute/batch"), Authorize(Policies.Execute), ChangesNothing, Batch, DisableRequestTimeout, RequestSizeLimit(Most), BodyLimit(Most)]
    [EndpointName("executeBatch"), EndpointSummary("Decides for many patients: a line in, a line out")]
    public async Task Execute(string name, [FromQuery] string? asOf, [FromQuery] string? explain, [FromQuery] string? release)
    {
        _ = (asOf, explain, release); // for the documentation; BatchQuery also sees what stands there besides
        if (!Actor.MayExecute(User, name)) throw new ProblemException(ProblemKind.KeyScope, "this key is bound to other workflows");
        if (Actor.RecordsDecisions(User)) throw new ProblemException(ProblemKind.KeyScope, "this key records its decisions, and those of a batch have no number to be found by: ask one by one, or with a key that does not record");
        if (Request.Headers.ContainsKey(RepeatedRequests.Header)) throw new ProblemException(ProblemKind.InvalidAction, $"a batch takes no `{RepeatedRequests.Header}`: its decisions have no numbers, so the same lines give the same answer anyway");
        BodyTypes.Require(Request, BodyTypes.Lines);
        var host = HttpContext.RequestServices.GetRequiredService<LibraryHost>();
        using var live = host.Require();
        var query = BatchQuery.Read(Request.Query, live.Release is not null);
        using var other = query.Release is { } number && number != live.Release?.Number
            ? await HttpContext.RequestServices.GetRequiredService<ReleaseEngines>().RequireAsync(number, HttpContext.RequestAborted)
            : null;
        var lease = other ?? live;
        if (!lease.Library.TryGet(name, out var workflow)) throw UnknownWorkflow.Of(name, lease.Library);
        RetiredContent.Refuse(lease.Library, workflow, host.State.Retired);
        await StreamAsync(host, lease, workflow, query);
    }

    private async Task StreamAsync(LibraryHost host, LibrarySnapshot.Lease lease, LibraryWorkflow workflow, BatchQuery query)
    {
        var services = HttpContext.RequestServices;
        if (HttpContext.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } sending) sending.MinDataRate = Sending;
        if (HttpContext.Features.Get<IHttpMinResponseDataRateFeature>() is { } receiving) receiving.MinDataRate = Receiving;
        using var time = new CancellationTokenSource(services.GetRequiredService<ServerOptions>().BatchTimeout, services.GetRequiredService<TimeProvider>());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(HttpContext.RequestAborted, time.Token);
        var totals = default(StreamTotals);
        var options = new StreamOptions
        {
            AsOf = query.AsOf ?? lease.Engine.Today,
            Explain = query.Explain,
            MostPerLine = RequestBody.Most,
            Workers = Math.Max(1, Environment.ProcessorCount / 2),
            WaitsForInput = true,
            WriteError = LineProblems.Write,
            BeforeWrite = () =>
            {
                // The kill switch holds for what has begun, too, and for a line that comes an hour later.
                RetiredContent.Refuse(lease.Library, workflow, host.State.Retired);
            },
            Progress = now => totals = now,
        };
        Response.ContentType = BodyTypes.Lines;
        Response.Headers.CacheControl = "no-store";
        try
        {
            await new DecisionStream(lease.Engine, workflow.Name, options).RunAsync(Request.Body, Response.Body, stop.Token);
        }
        catch (Exception e) when (!HttpContext.RequestAborted.IsCancellationRequested && Response.HasStarted && Reason(e, time.IsCancellationRequested) is { } reason)
        {
            await EndAsync(reason.Kind, reason.Detail);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !HttpContext.RequestAborted.IsCancellationRequested)
        {
            throw new ProblemException(ProblemKind.Timeout, "the batch took too long and was given up before its first line");
        }
        finally
        {
            services.GetRequiredService<ServerMeter>().Batch(workflow.Name, totals);
        }
    }

    /// <summary>Why a batch ended that had begun to answer; null for a defect, which breaks the connection off.</summary>
    private static (ProblemKind Kind, string Detail)? Reason(Exception e, bool isOutOfTime) => e switch
    {
        ProblemException refused => (refused.Kind, refused.Message),
        OperationCanceledException when isOutOfTime => (ProblemKind.Timeout, "the batch took too long and was given up"),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (ProblemKind.BodyTooLarge, $"a batch has at most {Most} bytes"),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => (ProblemKind.BodyTimeout, "the next line did not arrive in time"),
        BadHttpRequestException => (ProblemKind.BadRequest, "the body broke off"),
        _ => null,
    };

    /// <summary>The status went out with the first line, so that the last one has to say that it is not the end: it has no number.</summary>
    private async Task EndAsync(ProblemKind kind, string detail)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line, DecisionWriter.Compact))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("error");
            ProblemWriter.Write(writer, kind, $"{detail}; the lines that have no answer were not decided", [], more => more.WriteString("requestId", HttpContext.TraceIdentifier));
            writer.WriteEndObject();
        }
        line.WriteByte((byte)'\n');
        line.Position = 0;
        await line.CopyToAsync(Response.Body, HttpContext.RequestAborted);
    }
}
