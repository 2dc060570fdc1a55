using System.CommandLine;
using BoneMets.Rules.Cli.Output;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>A decision in words.</summary>
internal sealed class ExplainCommand : Command, IHasExamples
{
    private const int Narrowest = 80;
    private const int Widest = 110;

    private readonly Terminal terminal;
    private readonly Option<string> library;
    private readonly Argument<string> workflow = CommonOptions.Workflow();
    private readonly Option<string> facts = CommonOptions.Facts();
    private readonly Option<DateOnly?> asOf = CommonOptions.AsOf();

    public ExplainCommand(Terminal terminal, Option<string> library)
        : base("explain", "Makes one decision and says in words what, why, on whose evidence, and what is still missing. Exit as `run`.")
    {
        (this.terminal, this.library) = (terminal, library);
        Arguments.Add(workflow);
        foreach (var option in (Option[])[facts, asOf]) Options.Add(option);
        SetAction(ExplainAsync);
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "bonemets explain MirelsFractureRisk --facts lesion.json",
        """echo '{"patient": {"totalCalcium": 14.2, "albumin": 3.1}}' | bonemets explain Hypercalcemia --facts -""",
    ];

    private async Task<int> ExplainAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var input = await FactsInput.ReadAsync(parsed.GetRequiredValue(facts), terminal, cancellation);
        var loaded = LoadedLibrary.Read(parsed.GetRequiredValue(library));
        var chosen = loaded.Usable(parsed.GetRequiredValue(workflow), terminal);
        if (RunCommand.Decide(loaded, chosen, input, parsed.GetValue(asOf), Explain.Full, terminal) is not { } decision) return ExitCodes.BadFacts;
        var width = terminal.OutIsTerminal ? Math.Clamp(Console.WindowWidth, Narrowest, Widest) : Widest;
        new DecisionWords(terminal.Out, new Ink(terminal.ColourOut), width).Write(decision, chosen.Model);
        return decision.Status == DecisionStatus.Failed ? ExitCodes.Failed : ExitCodes.Done;
    }
}
