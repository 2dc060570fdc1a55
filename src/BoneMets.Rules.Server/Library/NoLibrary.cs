using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Library;

/// <summary>The refusal while no valid library has been loaded: what is wrong with the content.</summary>
internal static class NoLibrary
{
    private const int MostErrors = 100;

    public static ProblemException Of(LibraryState state) =>
        new(ProblemKind.NoLibrary, "the content holds errors; it is read again as soon as it changes", [.. state.Diagnostics.Where(d => d.IsError).Take(MostErrors)]);
}
