using System.CommandLine;
using BoneMets.Rules.Compilation;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>The C# that the engine makes of a workflow.</summary>
internal sealed class CompileCommand : Command, IHasExamples
{
    private readonly Terminal terminal;
    private readonly Option<string> library;
    private readonly Argument<string> workflow = CommonOptions.Workflow();
    private readonly Option<bool> print = new("--print") { Description = "Prints the code to standard output.", Required = true };

    public CompileCommand(Terminal terminal, Option<string> library)
        : base("compile", "Shows the C# that the engine makes of a workflow: what really runs. Exit 0; 1 when the workflow has errors or no declared inputs.")
    {
        (this.terminal, this.library) = (terminal, library);
        Arguments.Add(workflow);
        Options.Add(print);
        SetAction((parsed, cancellation) => Task.FromResult(Compile(parsed, cancellation)));
    }

    public IReadOnlyList<string> Examples { get; } = ["bonemets compile MirelsFractureRisk --print"];

    private int Compile(ParseResult parsed, CancellationToken cancellation)
    {
        if (!parsed.GetValue(print)) throw new CommandFailure("compile needs --print");
        var chosen = LoadedLibrary.ReadWithoutCases(parsed.GetRequiredValue(library)).Usable(parsed.GetRequiredValue(workflow), terminal);
        if (chosen.Bound is not { } bound)
            throw new CommandFailure($"workflow `{chosen.Name}` declares no `Inputs`, so its code depends on the facts that it meets", ExitCodes.Failed);
        var program = CSharpEmitter.Emit(bound, cancellation);
        terminal.Out.Write(program.Source);
        foreach (var rule in program.InterpretedRules) terminal.Error.WriteLine($"note: rule `{bound.Rules[rule].Name}` is left to the evaluator");
        return ExitCodes.Done;
    }
}
