using System.CommandLine;
using System.Text;
using BoneMets.Rules.Verification.Traceability;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>From the statements of the sources to the rules that encode them and the golden cases that show these.</summary>
internal sealed class TraceCommand : Command, IHasExamples
{
    private readonly Terminal terminal;
    private readonly Option<string> library;
    private readonly Option<string> output = new("--output") { Description = $"A file that has the lines {GeneratedPart.Begin} and {GeneratedPart.End}: what stands between them is replaced. Standard output when left out.", HelpName = "FILE" };
    private readonly Option<bool> check = new("--check") { Description = "Writes nothing; exit 1 when the file of --output is not what the command would write." };

    public TraceCommand(Terminal terminal, Option<string> library)
        : base("trace", "Writes as Markdown which rules encode which statements of the sources, and which golden cases show them. Exit 0; 1 when a statement has neither rule nor reason, a rule has no case that expects it met or recommends without evidence, or a document has errors.")
    {
        (this.terminal, this.library) = (terminal, library);
        Options.Add(output);
        Options.Add(check);
        SetAction((parsed, cancellation) => Task.FromResult(Trace(parsed, cancellation)));
    }

    public IReadOnlyList<string> Examples { get; } = ["bonemets trace", "bonemets trace --output workflows/README.md", "bonemets trace --output workflows/README.md --check"];

    private int Trace(ParseResult parsed, CancellationToken cancellation)
    {
        var (directory, path) = (parsed.GetRequiredValue(library), parsed.GetValue(output));
        if (parsed.GetValue(check) && path is null) throw new CommandFailure("--check needs --output FILE, the file to compare");
        if (path is not null) FactsInput.CheckExists(path);
        var loaded = LoadedLibrary.Read(directory);
        var errors = loaded.Load.Diagnostics.Where(d => d.IsError).ToList();
        foreach (var error in errors) terminal.Error.WriteLine(error with { Document = loaded.PathOf(error.Document) });
        // A table that silently lacks what cannot be read would be a lie.
        if (errors.Count > 0) throw new CommandFailure("the library has errors, so nothing was traced", ExitCodes.Failed);
        var trace = LibraryTrace.Of(loaded.Library, cancellation);
        foreach (var finding in trace.Findings) terminal.Error.WriteLine(finding with { Document = loaded.PathOf(finding.Document) });
        var isAsItShouldBe = path is null ? Print(trace) : Put(trace, directory, path, parsed.GetValue(check));
        return isAsItShouldBe && trace.Findings.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private bool Print(LibraryTrace trace)
    {
        terminal.Out.Write(TraceMarkdown.Of(trace));
        return true;
    }

    /// <summary>False when the file differs and may not be written.</summary>
    private bool Put(LibraryTrace trace, string directory, string path, bool onlyCheck)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var before = encoding.GetString(File.ReadAllBytes(path));
        var after = GeneratedPart.Replace(before, TraceMarkdown.Of(trace, LibraryPath(directory, path)), out var problem)
            ?? throw new CommandFailure($"`{path}` {problem}: put the lines `{GeneratedPart.Begin}` and `{GeneratedPart.End}` where the table belongs, each on its own");
        if (after == before)
        {
            terminal.Out.WriteLine($"{path} is up to date");
            return true;
        }
        if (onlyCheck)
        {
            terminal.Error.WriteLine($"{path}({FirstDifference(before, after)}) is out of date, regenerate it: bonemets trace --library {directory} --output {path}");
            return false;
        }
        File.WriteAllBytes(path, encoding.GetBytes(after));
        terminal.Out.WriteLine($"{path} written");
        return true;
    }

    /// <summary>The library's folder as links in the file name it.</summary>
    private static string LibraryPath(string directory, string path)
    {
        var relative = Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFullPath(directory)).Replace('\\', '/');
        return relative == "." ? "" : relative;
    }

    /// <summary>The line, from 1.</summary>
    private static int FirstDifference(string before, string after)
    {
        var same = before.AsSpan().CommonPrefixLength(after);
        return 1 + before.AsSpan(0, same).Count('\n');
    }
}
