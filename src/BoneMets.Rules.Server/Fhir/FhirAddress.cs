using BoneMets.Rules.Server.Hosting;

namespace BoneMets.Rules.Server.Fhir;

/// <summary>By which address others know this server: the public one where it has been told, else the one that the request went to.</summary>
internal static class FhirAddress
{
    public static string Of(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<ServerOptions>();
        var request = context.Request;
        var address = options.PublicUrl?.AbsoluteUri ?? $"{request.Scheme}://{request.Host}{request.PathBase}";
        return address.TrimEnd('/');
    }
}
