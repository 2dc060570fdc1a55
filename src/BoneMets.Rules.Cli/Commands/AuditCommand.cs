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
        private readonly StoreAddress store = new();
        private readonly Option<string?> expect = new("--expect") { Description = "A head that was noted earlier: that entry must still be in the log.", HelpName = "HEAD" };
        private readonly Option<string> format = CommonOptions.Choice("--format", "text for people, json for programs.", "text", "text", "json");

        public Verify(Terminal terminal)
            : base("verify", "Walks the whole log and compares every release with what it vouches for. Changes nothing, and the server may go on. Exit 0 intact; 1 something was altered; 2 no such store.")
        {
            this.terminal = terminal;
            foreach (var option in (Option[])[store.File, store.PostgreSql, expect, format]) Options.Add(option);
            SetAction(VerifyAsync);
        }

        public IReadOnlyList<string> Examples { get; } =
            ["bonemets audit verify", "bonemets audit verify --store data/bonemets.db --expect sha256:0f2a…", "bonemets audit verify --postgres-file /run/secrets/postgres --format json"];

        public string InsteadOfLibrary => "name the store with --store or --postgres-file";

        private async Task<int> VerifyAsync(ParseResult parsed, CancellationToken cancellation)
        {
            var found = await VerifyAsync(store.Of(parsed), parsed.GetValue(expect), cancellation);
            if (parsed.GetValue(format) == "json") WriteJson(found);
            else AuditWords.Write(terminal, found);
            return found.IsIntact ? ExitCodes.Done : ExitCodes.Failed;
        }

        private static Task<AuditVerification> VerifyAsync(StoreOptions options, string? head, CancellationToken cancellation) => StoreAddress.AskAsync(options, async () =>
        {
            await using var opened = await RuleStore.OpenAsync(options, cancellation);
            return await opened.Audit.VerifyAsync(head, cancellation);
        });

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
