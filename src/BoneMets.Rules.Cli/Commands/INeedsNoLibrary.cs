namespace BoneMets.Rules.Cli.Commands;

/// <summary>A command that reads no library folder by <c>--library</c>; given all the same, it is refused instead of silently ignored.</summary>
internal interface INeedsNoLibrary
{
    /// <summary>What to write instead, as a part of a sentence.</summary>
    string InsteadOfLibrary { get; }
}
