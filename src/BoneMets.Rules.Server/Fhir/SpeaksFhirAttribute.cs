using BoneMets.Rules.Server.Problems;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace BoneMets.Rules.Server.Fhir;

/// <summary>Refuses whoever cannot read JSON of FHIR R4. <c>_format</c> stands for <c>Accept</c>, because addresses are passed on without their headers.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SpeaksFhirAttribute : Attribute, IResourceFilter
{
    public const string Format = "_format";
    private const string VersionParameter = "fhirVersion", Version = "4.0";
    private static readonly string[] Types = [FhirRoutes.MediaType, "application/json", "text/json"];

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (request.Query.TryGetValue(Format, out var format))
        {
            // In an address a plus sign that nobody escaped has become a space.
            if (format is not [{ } word] || !(word is "json" || IsSpoken(word.Replace(' ', '+')))) throw Refusal($"`{Format}` asks for something else");
            return;
        }
        if (request.Headers.Accept.Count == 0) return;
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)) throw Refusal("`Accept` is no list of media types");
        if (!accepted.Any(a => a.Quality is not 0 && (IsSpoken(a) || IsAny(a)))) throw Refusal("`Accept` asks for something else");
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    private static bool IsSpoken(string text) => MediaTypeHeaderValue.TryParse(text, out var type) && IsSpoken(type);

    private static bool IsSpoken(MediaTypeHeaderValue type) => Types.Any(t => type.MediaType.Equals(t, StringComparison.OrdinalIgnoreCase)) && IsOfR4(type);

    private static bool IsAny(MediaTypeHeaderValue type) => (type.MatchesAllTypes || (type.MatchesAllSubTypes && type.Type.Equals("application", StringComparison.OrdinalIgnoreCase))) && IsOfR4(type);

    private static bool IsOfR4(MediaTypeHeaderValue type) =>
        type.Parameters.FirstOrDefault(p => p.Name.Equals(VersionParameter, StringComparison.OrdinalIgnoreCase)) is not { } version || HeaderUtilities.RemoveQuotes(version.Value).Equals(Version, StringComparison.Ordinal);

    private static ProblemException Refusal(string why) => new(ProblemKind.NotAcceptable, $"{why}; there is `{FhirRoutes.MediaType}` of FHIR {Version}");
}
