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
        var loaded = LoadedLibrary.ReadWithoutCases(parsed.GetRequiredValue(library));
        var chosen = loaded.Usable(parsed.GetRequiredValue(workflow), terminal);
        var width = terminal.OutIsTerminal ? Math.Clamp(Console.WindowWidth, Narrowest, Widest) : Widest;
        var ink = new Ink(terminal.ColourOut);
        using var engine = RunCommand.EngineFor(loaded);
        var date = parsed.GetValue(asOf) ?? engine.Today;
        if (parsed.GetValue(rule) is { } name) return ExplainRule(engine, loaded, chosen, input, date, name, new ContrastWords(terminal.Out, ink, width));
        if (RunCommand.Decide(engine, loaded, chosen, input, date, Explain.Full, terminal) is not { } decision) return ExitCodes.BadFacts;
        // None for a workflow without declared inputs.
        var questions = engine.Ask(chosen.Name, input.Content, (asked, facts) => NextQuestions.Of(asked, facts, date, cancellation)).Answer ?? [];
        new DecisionWords(terminal.Out, ink, width).Write(decision, chosen.Model, questions);
        return decision.Status == DecisionStatus.Failed ? ExitCodes.Failed : ExitCodes.Done;
    }

    private int ExplainRule(RuleEngine engine, LoadedLibrary loaded, LibraryWorkflow workflow, FactsInput input, DateOnly date, string name, ContrastWords words)
    {
        var (contrast, errors) = engine.Ask(workflow.Name, input.Content, (asked, facts) => RuleContrasts.Of(asked, facts, date, name));
        RunCommand.TellErrors(loaded, input, errors, terminal);
        if (errors.Count > 0) return ExitCodes.BadFacts;
        if (contrast is null) throw NoRule(engine.Decide(workflow.Name, input.Content, date, Explain.None).Decision!, name);
        words.Write(contrast);
        return contrast.Rule.Verdict == Verdict.Failed ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static CommandFailure NoRule(Decision decision, string name)
    {
        var hint = Suggestion.DidYouMean(name, decision.Rules.Select(r => r.Name));
        return new CommandFailure($"the decision of `{decision.Workflow}` on these facts has no rule `{name}`" + (hint is null ? "" : $", {hint}"));
    }
}
