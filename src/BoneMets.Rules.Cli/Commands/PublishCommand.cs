using System.CommandLine;
using BoneMets.Rules.Cli.Exchange;
using BoneMets.Rules.Cli.Output;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>A folder as a change on a server, for others to review. Nothing goes live by this.</summary>
internal sealed class PublishCommand : Command, IHasExamples
{
    private readonly Terminal terminal;
    private readonly Option<string> library;
    private readonly TimeProvider clock;
    private readonly Option<string> server = CommonOptions.Server();
    private readonly Option<string?> keyFile = CommonOptions.KeyFile();
    private readonly Option<string> title = new("--title") { Description = "What the change is for, in a few words.", HelpName = "TEXT", Required = true };
    private readonly Option<string?> description = new("--description") { Description = "More about it, for the reviewers.", HelpName = "TEXT" };
    private readonly Option<int?> @base = CommonOptions.Number("--base", "The release that the folder was made from. When left out: the one that was pulled last, else the newest.");
    private readonly Option<bool> submit = new("--submit") { Description = "Hands the change to the reviewers at once, and shows what speaks for and against it." };

    public PublishCommand(Terminal terminal, Option<string> library, TimeProvider clock)
        : base("publish", "Drafts a change on a server that makes its library what is in the folder; it goes live only after review. Needs an API key that may draft. Exit 0, also when nothing differs; 1 when a document has errors, a golden case fails, or a newer release is in the way.")
    {
        (this.terminal, this.library, this.clock) = (terminal, library, clock);
        foreach (var option in (Option[])[server, title, description, @base, submit, keyFile]) Options.Add(option);
        SetAction(PublishAsync);
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        """bonemets publish --server http://127.0.0.1:5080 --title "Raise the limit" --library pulled --submit""",
        """bonemets publish --server https://rules.example.org --title "New label" --description "Section 2.1 of the label" --key-file ~/.bonemets-key""",
    ];

    private async Task<int> PublishAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var address = ServerAddress.Of(parsed.GetRequiredValue(server));
        var name = parsed.GetRequiredValue(title);
        if (string.IsNullOrWhiteSpace(name)) throw new CommandFailure("--title is empty: say in a few words what the change is for");
        var key = ServerKey.Read(parsed.GetValue(keyFile)) ?? throw new CommandFailure($"publish needs an API key with the scope draft: {ServerKey.Remedy}");
        var folder = parsed.GetRequiredValue(library);
        var documents = Documents(folder, cancellation);
        var from = parsed.GetValue(@base) ?? BaseOf(folder, address);
        var archive = LibraryArchive.Write(documents);
        if (archive.Length > LibraryArchive.MostBytes) throw new CommandFailure($"`{folder}` packs to more than {LibraryArchive.MostBytes / 1024 / 1024} MB, which no server takes");
        using var connection = new RuleServer(address, key);
        ChangeAnswer change;
        try
        {
            change = await connection.PushAsync(archive, name, parsed.GetValue(description), from, cancellation);
        }
        catch (ServerRefusal refusal) when (refusal.Kind == "nothing-changed")
        {
            terminal.Out.WriteLine($"nothing to publish: the documents of `{folder}` are those of {(from is null ? "the newest release" : $"release {from}")} of {address}");
            return ExitCodes.Done;
        }
        var place = address.At($"changes/{change.Id}").AbsoluteUri;
        var text = new ChangeText(terminal.Out, new Ink(terminal.ColourOut));
        text.Write(change, place);
        return parsed.GetValue(submit) ? await SubmitAsync(connection, change, place, text, cancellation) : ExitCodes.Done;
    }

    /// <summary>What is checked is what is sent: the folder is read once.</summary>
    private IReadOnlyList<(string Name, byte[] Content)> Documents(string folder, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder)) throw new CommandFailure($"there is no folder `{folder}`: name the folder that holds the workflows with --library");
        var documents = LibraryFolder.Read(folder);
        var files = documents.Where(d => LibraryFile.IsDocument(d.Name)).Select(d => new LibraryFile(d.Name, d.Content));
        var loaded = LoadedLibrary.Of(folder, RuleLibrary.Load([.. files]));
        var errors = LibraryCheck.Of(loaded, clock, analyse: false, cancellation).Errors.Select(e => (e with { Document = loaded.PathOf(e.Document) }).ToString()).ToList();
        errors.AddRange(documents.Select(d => DocumentName.Complaint(d.Name)).OfType<string>().Select(c => $"{folder}: error: {c}: rename it"));
        if (errors.Count > 0) throw new CommandFailure("the library has errors, so nothing was sent", ExitCodes.Failed) { Details = errors };
        // An empty folder is a mistake in the path rather than the wish to remove everything.
        return loaded.Library.Workflows.Count > 0 ? documents : throw new CommandFailure($"`{folder}` holds no workflow, so nothing was sent");
    }

    /// <summary>Null for a folder that was never pulled into. The numbers of another server's releases mean nothing to this one.</summary>
    private static int? BaseOf(string folder, ServerAddress address) => PullRecord.Read(folder) switch
    {
        null => null,
        { Server: var origin } record when origin == address.Text => record.Release,
        { Server: var origin } => throw new CommandFailure($"`{folder}` was pulled from {ServerAnswers.Plain(origin)}, not from {address}: say with --base which release of this server it starts from"),
    };

    private static async Task<int> SubmitAsync(RuleServer connection, ChangeAnswer change, string place, ChangeText text, CancellationToken cancellation)
    {
        try
        {
            var submitted = await connection.SubmitAsync(change.Id, cancellation);
            text.WriteEvidence(submitted);
            return submitted.Against is > 0 ? ExitCodes.Failed : ExitCodes.Done;
        }
        catch (ServerRefusal refusal) when (refusal.Kind == "base-moved")
        {
            throw new CommandFailure(
                $"change {change.Id} was drafted but not submitted, because a newer release than {change.Base} is live: commit your edits, pull the newest release first (--force), merge and publish again; or put the change on the newest release ({place}/rebase)",
                ExitCodes.Failed, refusal);
        }
        catch (CommandFailure failure)
        {
            var became = failure is ServerRefusal ? "but not submitted" : "but perhaps not submitted, its state tells";
            throw new CommandFailure($"change {change.Id} was drafted, {became}: {failure.Message}", failure.ExitCode, failure) { Details = failure.Details };
        }
    }
}
