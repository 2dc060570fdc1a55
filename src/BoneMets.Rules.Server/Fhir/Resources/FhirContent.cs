using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.CdsHooks.Requests;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Fhir.Resources;

/// <summary>What is served, under the names that FHIR has for it.</summary>
/// <param name="Library">Its workflows.</param>
/// <param name="Release">Null for a folder.</param>
/// <param name="LoadedAt">Since when it serves.</param>
/// <param name="Retired">What was taken out of use.</param>
/// <param name="Server">Its address, without a slash at the end.</param>
internal sealed record FhirContent(RuleLibrary Library, Release? Release, DateTimeOffset LoadedAt, IReadOnlyList<Retirement> Retired, string Server)
{
    public const string Plans = "PlanDefinition", Data = "Library";
    private const int LongestId = 64, HashDigits = 12;

    public string Base => $"{Server}/{FhirRoutes.Root}";

    /// <summary>The name of the workflow, or where that is no id of FHIR, an id that stands for it and no other.</summary>
    public static string IdOf(string workflow) =>
        workflow.Length is > 0 and <= LongestId && workflow.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')
            ? workflow
            : $"wf-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(workflow)).AsSpan(0, 24))}";

    public LibraryWorkflow Find(string type, string id)
    {
        if (Library.TryGet(id, out var named) && IdOf(id) == id) return named;
        if (Library.Workflows.FirstOrDefault(w => IdOf(w.Name) == id) is { } found) return found;
        var near = Suggestion.DidYouMean(id, Library.Workflows.Select(w => IdOf(w.Name)));
        throw new ProblemException(ProblemKind.UnknownWorkflow, $"there is no {type} `{ClientText.Quoted(id)}`" + (near is null ? "" : $"; {near}"));
    }

    public string UrlOf(string type, string workflow) => $"{Base}/{type}/{IdOf(workflow)}";

    public string CanonicalOf(string type, LibraryWorkflow workflow) => $"{UrlOf(type, workflow.Name)}|{VersionOf(workflow)}";

    /// <summary>The author's version, if there is one, with what makes it exact: the release, or of a folder the content itself.</summary>
    public string VersionOf(LibraryWorkflow workflow)
    {
        var hash = WorkflowHash.Of(workflow);
        var exact = Release is { } release ? string.Create(CultureInfo.InvariantCulture, $"release.{release.Number}") : hash[(hash.IndexOf(':', StringComparison.Ordinal) + 1)..][..HashDigits];
        var authored = workflow.Model.About.Version is { } version ? string.Concat(version.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && !char.IsSurrogate(c) && c is not '|' and not '#')) : "";
        return authored.Length > 0 ? $"{authored}+{exact}" : exact;
    }

    public string StatusOf(LibraryWorkflow workflow)
    {
        if (IsBlocked(workflow)) return "retired";
        return Release is { Status: ReleaseStatus.Approved } ? "active" : "draft";
    }

    public bool IsBlocked(LibraryWorkflow workflow) => RetiredContent.Blocking(Library, workflow, Retired).Count > 0;
}
