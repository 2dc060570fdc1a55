using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Cli;

/// <summary>A file with the facts of one decision, or standard input.</summary>
internal sealed record FactsInput(string Name, byte[] Content)
{
    private const int MostBytes = 64 * 1024 * 1024;

    public static async Task<FactsInput> ReadAsync(string file, Terminal terminal, CancellationToken cancellation)
    {
        var isStandardInput = file == "-";
        if (!isStandardInput) CheckExists(file);
        await using var stream = isStandardInput ? terminal.OpenInput() : File.OpenRead(file);
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        // A file is there at once: waiting for it on another thread costs a launch 15 ms.
        while ((read = isStandardInput ? await stream.ReadAsync(buffer, cancellation) : stream.Read(buffer)) > 0)
        {
            if (content.Length + read > MostBytes) throw new CommandFailure($"the facts are larger than {MostBytes / (1024 * 1024)} MB");
            content.Write(buffer, 0, read);
        }
        return new FactsInput(isStandardInput ? "standard input" : file, content.ToArray());
    }

    public static void CheckExists(string file)
    {
        if (Directory.Exists(file)) throw new CommandFailure($"`{file}` is a folder, not a file");
        if (!File.Exists(file)) throw new CommandFailure($"there is no file `{file}`");
    }

    /// <summary>The findings with line and column, as far as the text can be read; one with a document is about the rules, not about the facts.</summary>
    public IEnumerable<Diagnostic> Placed(IEnumerable<Diagnostic> findings)
    {
        var root = JsonText.Parse(Name, Content).Root;
        foreach (var finding in findings)
        {
            if (finding.Document.Length > 0) yield return finding;
            else if (finding.Line > 0 || root is null || finding.Pointer.Length == 0) yield return finding with { Document = Name };
            else yield return JsonPointer.Nearest(root, finding.Pointer).At(finding.Code, finding.Message, finding.Help) with { Pointer = finding.Pointer };
        }
    }
}
