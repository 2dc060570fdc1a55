using System.Globalization;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Execution;

/// <summary>What holds for all lines of a batch: the query of its address. Whatever is not one of its keys, or stands there twice, is refused.</summary>
internal sealed record BatchQuery(DateOnly? AsOf, Explain Explain, int? Release)
{
    private static readonly string[] Keys = ["asOf", "explain", "release"];

    public static BatchQuery Read(IQueryCollection query, bool hasReleases)
    {
        var errors = new List<Diagnostic>();
        foreach (var (name, values) in query)
        {
            if (!Keys.Contains(name, StringComparer.Ordinal)) errors.Add(new(DiagnosticCode.UnknownKey, "the address has a key that a batch does not take", Suggestion.DidYouMean(name, Keys) ?? "its keys: `asOf`, `explain`, `release`"));
            else if (values.Count > 1) errors.Add(new(DiagnosticCode.DuplicateKey, $"`{name}` is given twice", null, Pointer: "/" + name));
        }
        var read = new BatchQuery(DateIn(query, errors), ExplainIn(query, errors), ReleaseIn(query, hasReleases, errors));
        return errors.Count == 0 ? read : throw new ProblemException(ProblemKind.InvalidAction, ExecutionAnswer.DetailOf(errors), errors);
    }

    private static DateOnly? DateIn(IQueryCollection query, List<Diagnostic> errors)
    {
        if (!query.TryGetValue("asOf", out var given)) return null;
        var date = ExecuteOptions.AsOf(given[0], out var wrong);
        if (wrong is not null) errors.Add(wrong);
        return date;
    }

    /// <summary>Short when nothing is said: a batch has many patients.</summary>
    private static Explain ExplainIn(IQueryCollection query, List<Diagnostic> errors)
    {
        if (!query.TryGetValue("explain", out var given)) return Explain.None;
        var explain = ExecuteOptions.Explain(given[0], out var wrong);
        if (wrong is not null) errors.Add(wrong);
        return explain;
    }

    private static int? ReleaseIn(IQueryCollection query, bool hasReleases, List<Diagnostic> errors)
    {
        if (!query.TryGetValue("release", out var given) || given[0] == "latest") return null;
        if (hasReleases && int.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        errors.Add(hasReleases
            ? new(DiagnosticCode.NotOneOf, "`release` takes the number of a release, or `latest`", "`GET /api/v1/releases` lists them", Pointer: "/release")
            : new(DiagnosticCode.NotOneOf, "`release` takes `latest`: this server serves a folder, which has no releases", "leave it out", Pointer: "/release"));
        return null;
    }
}
