using System.CommandLine;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>One decision.</summary>
internal sealed class RunCommand : Command, IHasExamples
{
    private readonly Terminal terminal;
    private readonly Option<string> library;
    private readonly Argument<string> workflow = CommonOptions.Workflow();
    private readonly Option<string> facts = CommonOptions.Facts();
    private readonly Option<DateOnly?> asOf = CommonOptions.AsOf();
    private readonly Option<string> explain = CommonOptions.Choice("--explain", "How much of its reasons the decision carries.", "rules", "none", "rules", "full");

    public RunCommand(Terminal terminal, Option<string> library)
        : base("run", "Makes one decision and writes it as JSON. Exit 0; 1 when the decision failed or the workflow has errors; 3 when the facts are not usable.")
    {
        (this.terminal, this.library) = (terminal, library);
        Arguments.Add(workflow);
        foreach (var option in (Option[])[facts, asOf, explain]) Options.Add(option);
        SetAction(RunAsync);
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "bonemets run MirelsFractureRisk --facts lesion.json",
        """echo '{"lesion": {"site": "peritrochanteric", "pain": "functional", "appearance": "lytic"}}' | bonemets run MirelsFractureRisk --facts - --explain none""",
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var input = await FactsInput.ReadAsync(parsed.GetRequiredValue(facts), terminal, cancellation);
        var loaded = LoadedLibrary.ReadWithoutCases(parsed.GetRequiredValue(library));
        var chosen = loaded.Usable(parsed.GetRequiredValue(workflow), terminal);
        var detail = CommonOptions.ToExplain(parsed.GetValue(explain)!);
        using var engine = EngineFor(loaded);
        if (Decide(engine, loaded, chosen, input, parsed.GetValue(asOf), detail, terminal) is not { } decision) return ExitCodes.BadFacts;
        using (var output = terminal.OpenOutput())
        {
            output.Write(DecisionWriter.ToUtf8(decision, detail, indented: true));
            output.Write("\n"u8);
        }
        return decision.Status == DecisionStatus.Failed ? ExitCodes.Failed : ExitCodes.Done;
    }

    /// <summary>One decision is over before anything could be compiled.</summary>
    public static RuleEngine EngineFor(LoadedLibrary loaded) => new(loaded.Library, new EngineOptions { Compile = false });

    /// <summary>Null when the facts are not usable, which is then told on standard error.</summary>
    public static Decision? Decide(RuleEngine engine, LoadedLibrary loaded, LibraryWorkflow workflow, FactsInput input, DateOnly? asOf, Explain detail, Terminal terminal)
    {
        var outcome = engine.Decide(workflow.Name, input.Content, asOf ?? engine.Today, detail);
        TellErrors(loaded, input, outcome.Errors, terminal);
        return outcome.Decision;
    }

    /// <summary>What is wrong with the facts, at its place in their text.</summary>
    public static void TellErrors(LoadedLibrary loaded, FactsInput input, IEnumerable<Diagnostic> errors, Terminal terminal)
    {
        foreach (var error in input.Placed(errors.Select(e => e with { Document = loaded.PathOf(e.Document) }))) terminal.Error.WriteLine(error);
    }
}
