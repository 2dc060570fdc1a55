using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Language;

/// <summary>
/// What a parse gave: a tree, or why there is none; never both. The diagnostics carry code, message, help and span;
/// who knows the document adds its name, line and column.
/// </summary>
public sealed record ParseResult<T>(T? Root, IReadOnlyList<Diagnostic> Diagnostics) where T : class;
