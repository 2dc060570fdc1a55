using System.CommandLine;
using BoneMets.Rules.Cli.Output;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Publication;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>Every document of a library: can it be read, does it make sense, do its golden cases fit it, is a review overdue?</summary>
internal sealed class CheckCommand : Command, IHasExamples
{
    private readonly Terminal terminal;
    private readonly Option<string> library;
    private readonly TimeProvider clock;
    private readonly Option<string> format = CommonOptions.Choice("--format", "text for people, json for programs, sarif for code hosts.", "text", "text", "json", "sarif");
    private readonly Option<bool> verbose = new("--verbose") { Description = "Shows remarks too, not only errors and warnings." };

    public CheckCommand(Terminal terminal, Option<string> library, TimeProvider clock) : base("check", "Validates every document of the library. Exit 0 without errors (warnings are allowed), 1 with errors.")
    {
        (this.terminal, this.library, this.clock) = (terminal, library, clock);
        Options.Add(format);
        Options.Add(verbose);
        SetAction((parsed, cancellation) => Task.FromResult(Check(parsed, cancellation)));
    }

    public IReadOnlyList<string> Examples { get; } =
        ["bonemets check", "bonemets check --library workflows --format sarif > findings.sarif"];

    private int Check(ParseResult parsed, CancellationToken cancellation)
    {
        var loaded = LoadedLibrary.Read(parsed.GetRequiredValue(library));
        var bag = new DiagnosticBag();
        bag.AddRange(loaded.Load.Diagnostics);
        var suite = CaseSuite.Of(loaded.Library, []);
        using var engine = new RuleEngine(loaded.Library, new EngineOptions { Compile = false });
        bag.AddRange(CaseChecker.Check(engine, suite, cancellation));
        bag.AddRange(OverdueReviews.Find(loaded.Library, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
        foreach (var workflow in loaded.Library.Workflows) bag.AddRange(PublicationGaps.Of(workflow));
        var found = bag.Sorted().Where(d => d.Severity != Severity.Info || parsed.GetValue(verbose)).ToList();
        switch (parsed.GetValue(format))
        {
            case "json": DiagnosticJson.Write(terminal.Out, found, loaded.PathOf); break;
            case "sarif": DiagnosticSarif.Write(terminal.Out, found, loaded.PathOf); break;
            default: DiagnosticText.Write(terminal, found, loaded, suite.Cases.Count); break;
        }
        return bag.HasErrors ? ExitCodes.Failed : ExitCodes.Done;
    }
}
