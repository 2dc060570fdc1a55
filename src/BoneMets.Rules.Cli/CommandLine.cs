using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using BoneMets.Rules.Cli.Commands;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Cli;

/// <summary>The command <c>bonemets</c>: reads the arguments, runs the command, turns what goes wrong into one line and an exit code.</summary>
internal static class CommandLine
{
    private const string Library = "--library";

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, TimeProvider? clock = null)
    {
        var root = Build(terminal, clock ?? TimeProvider.System);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0) return Refuse(terminal, root, parsed);
        try
        {
            RefuseLibrary(parsed);
            var configuration = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
            var exit = await parsed.InvokeAsync(configuration);
            await terminal.Out.FlushAsync();
            return exit;
        }
        catch (CommandFailure failure)
        {
            foreach (var detail in failure.Details) await terminal.Error.WriteLineAsync(detail.ReplaceLineEndings(" "));
            return await EndAsync(terminal, failure.Message, failure.ExitCode);
        }
        catch (OperationCanceledException)
        {
            return await EndAsync(terminal, "cancelled", ExitCodes.Unusable);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await EndAsync(terminal, e.Message, ExitCodes.Unusable);
        }
        catch (Exception e)
        {
            return await EndAsync(terminal, $"internal error, please report it: {e.GetType().Name}: {e.Message}", ExitCodes.Unusable);
        }
    }

    private static RootCommand Build(Terminal terminal, TimeProvider clock)
    {
        var library = new Option<string>(Library)
        {
            Description = "The folder that holds the workflows, fact schemas, evidence and golden cases.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "workflows",
            Recursive = true,
        };
        var root = new RootCommand("Checks, tests, runs and publishes clinical workflows. Exit codes: 0 done; 1 the content is at fault; 2 wrong usage, or a file or server cannot be read or written; 3 bad facts.")
        {
            library,
            new CheckCommand(terminal, library, clock),
            new TestCommand(terminal, library),
            new DiffCommand(terminal),
            new RunCommand(terminal, library),
            new EvaluateCommand(terminal, library),
            new ExplainCommand(terminal, library),
            new CompileCommand(terminal, library),
            new ImportCommand(terminal),
            new TraceCommand(terminal, library),
            new RenderCommand(terminal, library),
            new PullCommand(terminal, library),
            new PublishCommand(terminal, library, clock),
            new AuditCommand(terminal),
            new BackupCommand(terminal),
            new RestoreCommand(terminal, clock),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
            if (help.Action is HelpAction action) help.Action = new HelpWithExamples(action);
        return root;
    }

    private static int Refuse(Terminal terminal, RootCommand root, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = command == root ? "bonemets" : $"bonemets {CommandName(command)}";
        var unknown = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        var message = unknown is null ? OneLine(parsed.Errors[0].Message) : $"unrecognized command or argument `{unknown}`";
        var misspelled = unknown is null ? null : Suggestion.DidYouMean(unknown, Known(command, unknown));
        terminal.Error.WriteLine($"{name}: {message} ({misspelled ?? $"`{name} --help` shows the usage"})");
        return ExitCodes.Unusable;
    }

    private static void RefuseLibrary(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not INeedsNoLibrary command || parsed.GetResult(Library) is not OptionResult { Implicit: false }) return;
        throw new CommandFailure($"`bonemets {CommandName(parsed.CommandResult.Command)}` takes no {Library}: {command.InsteadOfLibrary}");
    }

    private static string OneLine(string message)
    {
        var line = string.Join(' ', message.Split((char[])['\n', '\r', '\t', ' '], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        return char.ToLowerInvariant(line[0]) + line[1..];
    }

    private static IEnumerable<string> Known(Command command, string token) =>
        token.StartsWith('-') ? command.Options.Select(o => o.Name).Append(Library) : command.Subcommands.Select(c => c.Name);

    private static string CommandName(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{CommandName(parent)} {command.Name}" : command.Name;

    private static async Task<int> EndAsync(Terminal terminal, string message, int exitCode)
    {
        try
        {
            await terminal.Out.FlushAsync();
        }
        catch (IOException)
        {
            // the message says it
        }
        await terminal.Error.WriteLineAsync($"bonemets: {message.ReplaceLineEndings(" ")}");
        return exitCode;
    }

    /// <summary>The usual help, and below it the command's examples.</summary>
    private sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var exit = usual.Invoke(parseResult);
            if (parseResult.CommandResult.Command is not IHasExamples command) return exit;
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in command.Examples) output.WriteLine($"  {example}");
            output.WriteLine();
            return exit;
        }
    }
}
