using System.CommandLine;
using BoneMets.Rules.Cli.Output;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>The log of a store, looked at from outside of the server that writes it.</summary>
internal sealed class AuditCommand : Command
{
    public AuditCommand(Terminal terminal) : base("audit", "Looks at the audit log of a store.") => Subcommands.Add(new Verify(terminal));

    private sealed class Verify : Command, IHasExamples, INeedsNoLibrary
    {
        private readonly Terminal terminal;
        private readonly Option<string> store = new("--store") { Description = "The SQLite file of the store.", HelpName = "FILE", DefaultValueFactory = _ => new StoreOptions().File };
        private readonly Option<string?> postgres = new("--postgres-file") { Description = "A file that holds the connection string of a PostgreSQL store, in place of --store.", HelpName = "FILE" };
        private readonly Option<string?> expect = new("--expect") { Description = "A head that was noted earlier: that entry must still be in the log.", HelpName = "HEAD" };
        private readonly Option<string> format = CommonOptions.Choice("--format", "text for people, json for programs.", "text", "text", "json");

        public Verify(Terminal terminal)
            : base("verify", "Walks the whole log and compares every release with what it vouches for. Changes nothing, and the server may go on. Exit 0 intact; 1 something was altered; 2 no such store.")
        {
            this.terminal = terminal;
            foreach (var option in (Option[])[store, postgres, expect, format]) Options.Add(option);
            SetAction(VerifyAsync);
        }

        public IReadOnlyList<string> Examples { get; } =
            ["bonemets audit verify", "bonemets audit verify --store data/bonemets.db --expect sha256:0f2a…", "bonemets audit verify --postgres-file /run/secrets/postgres --format json"];

        public string InsteadOfLibrary => "name the store with --store or --postgres-file";

        private async Task<int> VerifyAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var found = await VerifyAsync(Where(parsed), parsed.GetValue(expect), cancellation);
            if (parsed.GetValue(format) == "json") WriteJson(found);
            else WriteText(found);
            return found.IsIntact ? ExitCodes.Done : ExitCodes.Failed;
        }

        private StoreOptions Where(ParseResult parsed)
        {
            var options = new StoreOptions { IsReadOnly = true };
            if (parsed.GetValue(postgres) is not { } file)
            {
                var path = parsed.GetRequiredValue(store);
                if (!File.Exists(path) && !Directory.Exists(path)) throw new CommandFailure($"there is no file `{path}`: name the file of the store with --store");
                FactsInput.CheckExists(path);
                return options with { File = path };
            }
            if (parsed.GetResult(store) is { Implicit: false }) throw new CommandFailure("--store and --postgres-file exclude each other: a store is in one place");
            FactsInput.CheckExists(file);
            return options with { PostgreSql = File.ReadAllText(file).Trim() };
        }

        private static async Task<AuditVerification> VerifyAsync(StoreOptions options, string? head, CancellationToken cancellation)
        {
            try
            {
                await using var opened = await RuleStore.OpenAsync(options, cancellation);
                return await opened.Audit.VerifyAsync(head, cancellation);
            }
            catch (StoreUnavailableException e)
            {
                throw new CommandFailure(e.Message, inner: e);
            }
            catch (ArgumentException e) when (options.PostgreSql is not null)
            {
                // Its own message may repeat the password.
                throw new CommandFailure("the file of --postgres-file holds no connection string: write it like Host=…;Database=…;Username=…;Password=…", inner: e);
            }
        }

        private void WriteText(AuditVerification found)
        {
            var ink = new Ink(terminal.ColourOut);
            terminal.Out.WriteLine($"{found.Entries} {(found.Entries == 1 ? "entry" : "entries")}, head {found.Head}");
            foreach (var finding in found.Findings) terminal.Out.WriteLine($"{ink.Bad(finding.Place)}: {finding.Message}");
            terminal.Out.WriteLine(found.IsIntact ? ink.Good("intact") : ink.Bad($"NOT intact: {found.Findings.Count} {(found.Findings.Count == 1 ? "finding" : "findings")}"));
        }

        /// <summary>In the shape of <c>GET /api/v1/audit/verification</c>.</summary>
        private void WriteJson(AuditVerification found) => terminal.Out.WriteLine(DiagnosticJson.Text(writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("intact", found.IsIntact);
            writer.WriteNumber("entries", found.Entries);
            writer.WriteString("head", found.Head);
            writer.WriteStartArray("findings");
            foreach (var finding in found.Findings)
            {
                writer.WriteStartObject();
                writer.WriteString("place", finding.Place);
                writer.WriteString("message", finding.Message);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }));
    }
}
