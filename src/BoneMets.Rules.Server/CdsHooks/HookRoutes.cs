using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.CdsHooks.Services;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace BoneMets.Rules.Server.CdsHooks;

/// <summary>What is common to the routes of the standard: where they are, from which pages they may be called, and in what words they refuse.</summary>
internal static class HookRoutes
{
    /// <summary>The standard fixes it.</summary>
    public const string Root = "cds-services";

    /// <summary>The CORS policy of these routes, and of no others.</summary>
    public const string Cors = "cds-hooks";

    private static readonly PathString Path = "/" + Root;
    private static readonly TimeSpan PreflightAge = TimeSpan.FromMinutes(10);

    public static bool Are(HttpContext context) => context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal);

    /// <summary>Without cookies: a page that may call shows a token of its own, or asks a server that is open to its machine.</summary>
    public static void Allow(CorsPolicyBuilder policy, IReadOnlyList<string> origins) => policy
        .WithOrigins([.. origins]).WithMethods("GET", "POST").WithHeaders("Content-Type", "Authorization", "Accept").SetPreflightMaxAge(PreflightAge);

    public static HookService Find(RuleLibrary library, string id)
    {
        if (library.TryGet(id, out var workflow) && HookService.Of(workflow) is { } service) return service;
        var near = Suggestion.DidYouMean(id, HookService.All(library).Select(s => s.Id));
        throw new ProblemException(ProblemKind.UnknownHookService, $"there is no CDS service `{Requests.ClientText.Quoted(id)}`" + (near is null ? "" : $"; {near}"));
    }
}
