namespace BoneMets.Rules.Cli.Commands;

internal interface IHasExamples
{
    /// <summary>Command lines that work in a checkout, shown under the help.</summary>
    IReadOnlyList<string> Examples { get; }
}
