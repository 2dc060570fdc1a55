namespace BoneMets.Rules.Server.Fhir;

/// <summary>What is common to the routes of FHIR R4: where they are and what they speak.</summary>
internal static class FhirRoutes
{
    public const string Root = "fhir";

    public const string MediaType = "application/fhir+json";

    /// <summary>FHIR wants the encoding to be said.</summary>
    public const string ContentType = MediaType + "; charset=utf-8";

    private static readonly PathString Path = "/" + Root;

    public static bool Are(HttpContext context) => context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal);
}
