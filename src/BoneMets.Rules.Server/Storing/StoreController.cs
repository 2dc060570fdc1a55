using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Storing;

/// <summary>Routes over the store: what a server of a folder does not have.</summary>
[ApiController]
public abstract class StoreController : ControllerBase
{
    internal const string NoStore = "this server serves a folder read-only; start it without `--library` for changes, releases and accounts";

    private protected RuleStore Store => Service<StoreHost>() is { IsUsed: true } storage
        ? storage.Store
        : throw new ProblemException(ProblemKind.NoStore, NoStore);

    /// <summary>Who asks.</summary>
    private protected string Me => Actor.Of(User);

    private protected CancellationToken Cancellation => HttpContext.RequestAborted;

    private protected T Service<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}
