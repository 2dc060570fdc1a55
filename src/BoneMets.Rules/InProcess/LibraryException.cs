using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules;

/// <summary>A library has errors, and somebody wants to rely on it all the same.</summary>
public sealed class LibraryException(IReadOnlyList<Diagnostic> errors)
    : Exception($"the library has {errors.Count} {(errors.Count == 1 ? "error" : "errors")}:\n{string.Join("\n", errors.Select(e => $"  {e}"))}")
{
    public IReadOnlyList<Diagnostic> Errors { get; } = errors;
}

/// <summary>Facts do not fit the workflow's schemas. Nothing was decided; a field that nobody knows is never ignored.</summary>
public sealed class FactsException(string workflow, IReadOnlyList<Diagnostic> errors)
    : Exception($"the facts do not fit `{workflow}`:\n{string.Join("\n", errors.Select(e => $"  {(e.Pointer.Length > 0 ? $"{e.Pointer}: " : "")}{e.Message}{(e.Help is null ? "" : $" ({e.Help})")}"))}")
{
    public IReadOnlyList<Diagnostic> Errors { get; } = errors;
}
