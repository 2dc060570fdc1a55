using System.Globalization;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>How often each API key may ask, so that one application does not take the servers from the others.</summary>
internal sealed class KeyRates(RequestDelegate next, SharedRates rates)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (Actor.KeyOf(context.User) is { } key && await rates.TakeAsync(key) is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await ProblemWriter.WriteAsync(context, ProblemKind.KeyRate, "this key has used up its requests for now");
            return;
        }
        await next(context);
    }
}
