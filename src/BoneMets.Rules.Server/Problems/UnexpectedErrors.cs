using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Telemetry;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BoneMets.Rules.Server.Problems;

/// <summary>
/// Refusals become their problems. Any other exception becomes one without its text, which belongs in the log. Of a request with a body there stand only the exception's type
/// and where it came from: its message may repeat what somebody sent.
/// </summary>
internal sealed class UnexpectedErrors(RequestDelegate next, ILogger<UnexpectedErrors> log)
{
    private static string? DetailOf(HttpContext context, int status) => status switch
    {
        StatusCodes.Status408RequestTimeout => "the body arrived too slowly",
        StatusCodes.Status413PayloadTooLarge when context.GetEndpoint()?.Metadata.GetMetadata<BodyLimitAttribute>() is { Most: var most } => $"the body has more than {most} bytes",
        _ => null,
    };

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception e) when (e is ConnectionResetException or ConnectionAbortedException)
        {
            // The body's reader hears of it before the request does. Nobody is there to be answered.
            if (!context.Response.HasStarted) context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await ProblemWriter.WriteAsync(context, ProblemKind.ForStatus(refused.StatusCode), DetailOf(context, refused.StatusCode));
        }
        catch (IOException refused) when (refused.InnerException is OverflowException && !context.Response.HasStarted)
        {
            // What the server throws for the size of a chunk that no number can hold, where it refuses other sizes as bad requests.
            await ProblemWriter.WriteAsync(context, ProblemKind.BadRequest, "the size of a chunk of the body is no size");
        }
        catch (InvalidOperationException refused) when (refused.TargetSite?.DeclaringType == typeof(ModelStateDictionary) && !context.Response.HasStarted)
        {
            // It keeps mistakes by the place in the body, and takes the brackets of a name for nesting.
            await ProblemWriter.WriteAsync(context, ProblemKind.MalformedBody, "a name in the body holds more brackets than any name here");
        }
        catch (ProblemException refused) when (!context.Response.HasStarted)
        {
            await ProblemWriter.WriteAsync(context, refused.Kind, refused.Message, refused.Errors);
        }
        catch (StoreRefusedException refused) when (!context.Response.HasStarted)
        {
            await StoreProblems.WriteAsync(context, refused);
        }
        catch (StoreUnavailableException failure) when (!context.Response.HasStarted)
        {
            log.LogWarning("{Route}: {Reason}", RequestTelemetry.RouteOf(context), failure.Message);
            await StoreProblems.WriteAsync(context, failure);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var message = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? e.Message : "(not shown)";
            log.LogError("{Route} ({RequestId}) failed with {Exception}: {Message}{NewLine}{StackTrace}", RequestTelemetry.RouteOf(context), context.TraceIdentifier, e.GetType().FullName, message, Environment.NewLine, e.StackTrace);
            context.Response.Headers.Remove("ETag");
            await ProblemWriter.WriteAsync(context, ProblemKind.Unexpected, null);
        }
    }
}
