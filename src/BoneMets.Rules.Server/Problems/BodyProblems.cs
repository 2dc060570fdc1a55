using System.Text.RegularExpressions;
using BoneMets.Rules.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BoneMets.Rules.Server.Problems;

/// <summary>What the framework found wrong with a body, in our words: its own name types of the program.</summary>
internal static partial class BodyProblems
{
    public static IActionResult Of(ActionContext context)
    {
        var wrong = context.ModelState.Where(e => e.Value is { ValidationState: ModelValidationState.Invalid }).ToList();
        // The model binder adds "the field is required" to whatever the reader has said already.
        if (wrong.Exists(e => IsOfReader(e.Key))) wrong.RemoveAll(e => !IsOfReader(e.Key));
        var errors = wrong
            .SelectMany(e => e.Value!.Errors.Select(found => Of(e.Key, found))).Distinct().Take(20).ToList();
        return new Answer(errors);
    }

    private static bool IsOfReader(string key) => key.StartsWith('$');

    private static Diagnostic Of(string key, ModelError found)
    {
        var pointer = key.StartsWith("$.", StringComparison.Ordinal) ? "/" + key[2..].Replace('.', '/') : "";
        var text = found.Exception?.Message ?? found.ErrorMessage;
        if (Unmapped().Match(text) is { Success: true } unmapped) return new(DiagnosticCode.UnknownKey, $"the request has no key `{unmapped.Groups["name"].Value}`", "`/docs` shows what it takes", Pointer: pointer);
        if (Missing().Match(text) is { Success: true } missing) return new(DiagnosticCode.MissingKey, $"the request lacks {missing.Groups["names"].Value.Replace('\'', '`').TrimEnd('.')}", "`/docs` shows what it takes", Pointer: pointer);
        if (text.Contains("could not be converted", StringComparison.Ordinal) || text.Contains("doesn't allow setting", StringComparison.Ordinal) || text.Contains("doesn't allow null", StringComparison.Ordinal))
            return new(DiagnosticCode.WrongJsonType, $"`{(pointer.Length == 0 ? "body" : pointer)}` is not of the type that it has to be", "`/docs` shows what it takes", Pointer: pointer);
        if (pointer.Length == 0 && key.Length > 0 && !key.StartsWith('$')) return new(DiagnosticCode.WrongJsonType, $"`{key}` is missing or not of the type that it has to be", "`/docs` shows what it takes");
        return key.Length == 0 && found.Exception is null
            ? new(DiagnosticCode.MissingKey, "the request takes a body", "`/docs` shows what it takes")
            : new(DiagnosticCode.FactsMalformed, "the body is not well-formed JSON", "`/docs` shows what it takes", Pointer: pointer);
    }

    [GeneratedRegex("JSON property '(?<name>[^']{1,100})' could not be mapped", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unmapped();

    [GeneratedRegex("missing required properties including: (?<names>[^\\r\\n]{1,200})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();

    private sealed class Answer(IReadOnlyList<Diagnostic> errors) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) =>
            ProblemWriter.WriteAsync(context.HttpContext, ProblemKind.MalformedBody, errors.Count > 0 ? errors[0].Message : "the body cannot be used", errors);
    }
}
