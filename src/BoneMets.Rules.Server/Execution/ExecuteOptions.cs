using System.Globalization;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Execution;

/// <summary>The options beside facts, read from what was sent; null for something else than a text.</summary>
internal static class ExecuteOptions
{
    /// <summary>A number was sent to a server of a folder.</summary>
    public static Diagnostic NoReleases { get; } =
        new(DiagnosticCode.NotOneOf, "`release` takes `latest`: this server serves a folder, which has no releases", "leave it out", Pointer: "/release");

    public static DateOnly? AsOf(string? text, out Diagnostic? wrong)
    {
        wrong = null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        var message = text is null ? "`asOf` takes a date" : $"`asOf` is `{text}`, which is no calendar date";
        wrong = new Diagnostic(DiagnosticCode.AsOfInvalid, message, "dates are written yyyy-MM-dd, such as `2026-01-31`", Pointer: "/asOf");
        return null;
    }

    /// <summary>Of a body that the framework reads: null when it was left out, a problem when it is no date.</summary>
    public static DateOnly? RequireAsOf(string? text)
    {
        if (text is null) return null;
        var asOf = AsOf(text, out var wrong);
        return wrong is null ? asOf : throw new ProblemException(ProblemKind.MalformedBody, wrong.Message, [wrong]);
    }

    /// <summary>The same for <c>explain</c>.</summary>
    public static Explain? RequireExplain(string? text)
    {
        if (text is null) return null;
        var explain = Explain(text, out var wrong);
        return wrong is null ? explain : throw new ProblemException(ProblemKind.MalformedBody, wrong.Message, [wrong]);
    }

    /// <summary>What is wrong with where the facts come from: one place, so that nobody has to guess which of two counts.</summary>
    public static IEnumerable<Diagnostic> Sources(bool hasFacts, bool hasBundle, bool hasPatient)
    {
        if (!hasFacts && !hasBundle) yield return new Diagnostic(DiagnosticCode.MissingKey, "the body has neither `facts` nor a `bundle`", "no facts at all are `\"facts\": {}`", Pointer: "/facts");
        if (hasFacts && hasBundle) yield return new Diagnostic(DiagnosticCode.NotTogether, "the body has `facts` and a `bundle`", "send one of them; `POST …/facts` reads a Bundle as facts that can be completed and sent", Pointer: "/bundle");
        if (hasPatient && !hasBundle) yield return new Diagnostic(DiagnosticCode.NotTogether, "`patient` says whose facts of a `bundle` are meant, and there is none", "facts stand under `facts`: `{\"facts\": {\"patient\": {…}}}`", Pointer: "/patient");
    }

    public static Explain Explain(string? text, out Diagnostic? wrong)
    {
        wrong = null;
        switch (text)
        {
            case "none": return Rules.Explain.None;
            case "rules": return Rules.Explain.Rules;
            case "full": return Rules.Explain.Full;
        }
        var message = "`explain` takes `none`, `rules` or `full`" + (text is null ? "" : $", not `{text}`");
        wrong = new Diagnostic(DiagnosticCode.NotOneOf, message, text is null ? null : Suggestion.DidYouMean(text, ["none", "rules", "full"]), Pointer: "/explain");
        return Rules.Explain.Rules;
    }
}
