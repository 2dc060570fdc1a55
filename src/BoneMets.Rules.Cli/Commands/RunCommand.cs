using System.CommandLine;
using BoneMets.Rules.Decisions;

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
        var loaded = LoadedLibrary.Read(parsed.GetRequiredValue(library));
        var chosen = loaded.Usable(parsed.GetRequiredValue(workflow), terminal);
        var detail = CommonOptions.ToExplain(parsed.GetValue(explain)!);
        if (Decide(loaded, chosen, input, parsed.GetValue(asOf), detail, terminal) is not { } decision) return ExitCodes.BadFacts;
        using (var output = terminal.OpenOutput())
        {
            output.Write(DecisionWriter.ToUtf8(decision, detail, indented: true));
            output.Write("\n"u8);
        }
        return decision.Status == DecisionStatus.Failed ? ExitCodes.Failed : ExitCodes.Done;
    }

    /// <summary>Null when the facts are not usable, which is then told on standard error.</summary>
    public static Decision? Decide(LoadedLibrary loaded, LibraryWorkflow workflow, FactsInput input, DateOnly? asOf, Explain detail, Terminal terminal)
    {
        // One decision is over before anything could be compiled.
        using var engine = new RuleEngine(loaded.Library, new EngineOptions { Compile = false });
        var outcome = engine.Decide(workflow.Name, input.Content, asOf ?? engine.Today, detail);
        var findings = outcome.Errors.Select(e => e with { Document = loaded.PathOf(e.Document) });
        foreach (var error in input.Placed(findings)) terminal.Error.WriteLine(error);
        return outcome.Decision;
    }
}
