using BoneMets.Rules.Store;

namespace BoneMets.Rules.Cli.Output;

/// <summary>What was found of a log, for people.</summary>
internal static class AuditWords
{
    public static void Write(Terminal terminal, AuditVerification found)
    {
        var ink = new Ink(terminal.ColourOut);
        terminal.Out.WriteLine($"{found.Entries} {(found.Entries == 1 ? "entry" : "entries")}, head {found.Head}");
        foreach (var finding in found.Findings) terminal.Out.WriteLine($"{ink.Bad(finding.Place)}: {finding.Message}");
        terminal.Out.WriteLine(found.IsIntact ? ink.Good("intact") : ink.Bad($"NOT intact: {found.Findings.Count} {(found.Findings.Count == 1 ? "finding" : "findings")}"));
    }
}
