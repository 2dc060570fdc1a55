using System.Runtime.InteropServices;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Facts;

/// <summary>Reads a FHIR Bundle as the facts of a workflow that is served. Nothing is decided and nothing is kept.</summary>
[ApiController, Route("api/v1/workflows"), Tags("Execution")]
public sealed class BundleController : ControllerBase
{
    /// <param name="name">A workflow's name, compared with case.</param>
    [HttpPost("{name}/facts"), Authorize(Policies.Execute), ChangesNothing, RequestSizeLimit(RequestBody.MostDrained), BodyLimit(RequestBody.MostWithBundle)]
    [EndpointName("readBundle"), EndpointSummary("Reads a FHIR R4 Bundle as the facts of a workflow")]
    [ProducesResponseType<BundleAnswer>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> Read(string name, ReadBundle request)
    {
        if (!Actor.MayExecute(User, name)) throw new ProblemException(ProblemKind.KeyScope, "this key is bound to other workflows");
        using var live = HttpContext.RequestServices.GetRequiredService<LibraryHost>().Require();
        if (!live.Library.TryGet(name, out var workflow)) throw UnknownWorkflow.Of(name, live.Library);
        var asOf = ExecuteOptions.RequireAsOf(request.AsOf) ?? live.Engine.Today;
        var bundle = JsonMarshal.GetRawUtf8Value(request.Bundle).ToArray();
        var reading = BundleReport.Read(workflow, bundle, asOf, request.Patient);
        if (reading.Errors.Count > 0) throw new ProblemException(ProblemKind.WrongBundle, ExecutionAnswer.DetailOf(reading.Errors), reading.Errors);
        Response.Headers.CacheControl = "no-store";
        return Ok(BundleAnswer.Of(reading, asOf));
    }
}
