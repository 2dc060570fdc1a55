using System.CommandLine;
using BoneMets.Rules.Cli.Exchange;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>A release of a server into a folder, so that content can live in version control.</summary>
internal sealed class PullCommand : Command, IHasExamples
{
    private readonly Terminal terminal;
    private readonly Option<string> library;
    private readonly Option<string> server = CommonOptions.Server();
    private readonly Option<string?> keyFile = CommonOptions.KeyFile();
    private readonly Option<int?> release = CommonOptions.Number("--release", "The number of the release; the live one when left out.");
    private readonly Option<bool> force = new("--force") { Description = "Overwrites what was edited in the folder, and removes documents that the release does not have." };

    public PullCommand(Terminal terminal, Option<string> library)
        : base("pull", "Writes the documents of a server's release into the library folder. Exit 0; 2 when the folder holds edits that would be lost, or the server does not answer: then nothing is written.")
    {
        (this.terminal, this.library) = (terminal, library);
        foreach (var option in (Option[])[server, release, force, keyFile]) Options.Add(option);
        SetAction(PullAsync);
    }

    public IReadOnlyList<string> Examples { get; } =
        ["bonemets pull --server http://127.0.0.1:5080 --library pulled", "bonemets pull --server https://rules.example.org --release 3 --key-file ~/.bonemets-key"];

    private async Task<int> PullAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var address = ServerAddress.Of(parsed.GetRequiredValue(server));
        var folder = parsed.GetRequiredValue(library);
        if (File.Exists(folder)) throw new CommandFailure($"`{folder}` is a file, not a folder");
        var record = PullRecord.Read(folder);
        PulledLibrary pulled;
        using (var connection = new RuleServer(address, ServerKey.Read(parsed.GetValue(keyFile)))) pulled = await connection.PullAsync(parsed.GetValue(release), cancellation);
        var byForce = parsed.GetValue(force);
        var plan = PullPlan.Of(folder, record, pulled, byForce);
        if (plan.Edits.Count > 0 && !byForce)
            throw new CommandFailure($"release {pulled.Release} was not written to `{folder}`, because edits would be lost: publish them, or commit them to version control and repeat with --force") { Details = plan.Edits };
        FolderUpdate.Apply(folder, plan, PullRecord.Of(address, pulled));
        foreach (var name in plan.Kept) terminal.Error.WriteLine($"note: `{name}` is not in release {pulled.Release} and stays");
        terminal.Out.WriteLine($"release {pulled.Release} of {address} → {folder}: {plan.Write.Count} written, {plan.Remove.Count} removed, {plan.Unchanged} unchanged");
        return ExitCodes.Done;
    }
}
