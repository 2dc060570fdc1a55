using System.CommandLine;
using BoneMets.Rules.Cli.Output;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>Every document of a library: can it be read, does it make sense for every patient, do its golden cases fit it, is a review overdue?</summary>
internal sealed class CheckCommand : Command, IHasExamples
{
    private readonly Terminal terminal;
    private readonly Option<string> library;
    private readonly TimeProvider clock;
    private readonly Option<string> format = CommonOptions.Choice("--format", "text for people, json for programs, sarif for code hosts.", "text", "text", "json", "sarif");
    private readonly Option<bool> verbose = new("--verbose") { Description = "Shows remarks too, not only errors and warnings." };

    private readonly Option<bool> quick = new("--quick") { Description = "Leaves out the analysis of rules and tables by the solver `z3`." };

    public CheckCommand(Terminal terminal, Option<string> library, TimeProvider clock) : base("check", "Validates every document of the library. Exit 0 without errors (warnings are allowed), 1 with errors.")
    {
        (this.terminal, this.library, this.clock) = (terminal, library, clock);
        Options.Add(format);
        Options.Add(verbose);
        Options.Add(quick);
        SetAction((parsed, cancellation) => Task.FromResult(Check(parsed, cancellation)));
    }

    public IReadOnlyList<string> Examples { get; } =
        ["bonemets check", "bonemets check --quick", "bonemets check --library workflows --format sarif > findings.sarif"];

    private int Check(ParseResult parsed, CancellationToken cancellation)
    {
        var loaded = LoadedLibrary.Read(parsed.GetRequiredValue(library));
        var check = LibraryCheck.Of(loaded, clock, analyse: !parsed.GetValue(quick), cancellation);
        var found = check.Findings.Where(d => d.Severity != Severity.Info || parsed.GetValue(verbose)).ToList();
        if (parsed.GetValue(format) is "json" or "sarif")
            foreach (var open in check.Analysis?.Open ?? []) terminal.Error.WriteLine($"not decided: {open.Workflow}: {open.Subject}: {open.Why}");
        switch (parsed.GetValue(format))
        {
            case "json": DiagnosticJson.Write(terminal.Out, found, loaded.PathOf); break;
            case "sarif": DiagnosticSarif.Write(terminal.Out, found, loaded.PathOf); break;
            default: DiagnosticText.Write(terminal, found, loaded, check); break;
        }
        return check.Errors.Any() ? ExitCodes.Failed : ExitCodes.Done;
    }
}
