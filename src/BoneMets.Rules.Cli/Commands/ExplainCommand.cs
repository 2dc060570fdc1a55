using System.CommandLine;
using BoneMets.Rules.Cli.Output;
using BoneMets.Rules.Contrasts;
using BoneMets.Rules.Diagnostics;

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
    private readonly Option<string?> rule = new("--rule") { Description = "Only this rule: why it has its verdict, and which nearest facts would change it.", HelpName = "NAME" };

    public ExplainCommand(Terminal terminal, Option<string> library)
        : base("explain", "Makes one decision and says in words what, why, on whose evidence, and what is still missing, the most telling first. Exit as `run`.")
    {
        (this.terminal, this.library) = (terminal, library);
        Arguments.Add(workflow);
        foreach (var option in (Option[])[facts, asOf, rule]) Options.Add(option);
        SetAction(ExplainAsync);
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "bonemets explain MirelsFractureRisk --facts lesion.json",
        "bonemets explain MirelsFractureRisk --facts lesion.json --rule ProphylacticFixationIndicated",
        """echo '{"patient": {"totalCalcium": 14.2, "albumin": 3.1}}' | bonemets explain Hypercalcemia --facts -""",
    ];

    private async Task<int> ExplainAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var input = await FactsInput.ReadAsync(parsed.GetRequiredValue(facts), terminal, cancellation);
        var loaded = LoadedLibrary.Read(parsed.GetRequiredValue(library));
        var chosen = loaded.Usable(parsed.GetRequiredValue(workflow), terminal);
        var width = terminal.OutIsTerminal ? Math.Clamp(Console.WindowWidth, Narrowest, Widest) : Widest;
        var ink = new Ink(terminal.ColourOut);
        if (parsed.GetValue(rule) is { } name) return ExplainRule(loaded, chosen, input, parsed.GetValue(asOf), name, new ContrastWords(terminal.Out, ink, width));
        if (RunCommand.Decide(loaded, chosen, input, parsed.GetValue(asOf), Explain.Full, terminal) is not { } decision) return ExitCodes.BadFacts;
        new DecisionWords(terminal.Out, ink, width).Write(decision, chosen.Model, Questions(loaded, chosen, input, parsed.GetValue(asOf)));
        return decision.Status == DecisionStatus.Failed ? ExitCodes.Failed : ExitCodes.Done;
    }

    /// <summary>None for a workflow without declared inputs.</summary>
    private static IReadOnlyList<NextQuestion> Questions(LoadedLibrary loaded, LibraryWorkflow workflow, FactsInput input, DateOnly? asOf)
    {
        using var engine = new RuleEngine(loaded.Library, new EngineOptions { Compile = false });
        return engine.Ask(workflow.Name, input.Content, (asked, facts) => NextQuestions.Of(asked, facts, asOf ?? engine.Today)).Answer ?? [];
    }

    private int ExplainRule(LoadedLibrary loaded, LibraryWorkflow workflow, FactsInput input, DateOnly? asOf, string name, ContrastWords words)
    {
        using var engine = new RuleEngine(loaded.Library, new EngineOptions { Compile = false });
        var (contrast, errors) = engine.Ask(workflow.Name, input.Content, (asked, facts) => RuleContrasts.Of(asked, facts, asOf ?? engine.Today, name));
        foreach (var error in input.Placed(errors.Select(e => e with { Document = loaded.PathOf(e.Document) }))) terminal.Error.WriteLine(error);
        if (errors.Count > 0) return ExitCodes.BadFacts;
        if (contrast is null) throw NoRule(loaded, workflow, input, asOf, name);
        words.Write(contrast);
        return contrast.Rule.Verdict == Verdict.Failed ? ExitCodes.Failed : ExitCodes.Done;
    }

    private CommandFailure NoRule(LoadedLibrary loaded, LibraryWorkflow workflow, FactsInput input, DateOnly? asOf, string name)
    {
        var rules = RunCommand.Decide(loaded, workflow, input, asOf, Explain.None, terminal)?.Rules.Select(r => r.Name) ?? [];
        var hint = Suggestion.DidYouMean(name, rules);
        return new CommandFailure($"the decision of `{workflow.Name}` on these facts has no rule `{name}`" + (hint is null ? "" : $", {hint}"));
    }
}
