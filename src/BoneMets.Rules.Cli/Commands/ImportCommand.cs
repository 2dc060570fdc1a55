using System.CommandLine;
using System.Text;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Importing;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>Files of other engines as workflow folders.</summary>
internal sealed class ImportCommand : Command
{
    public ImportCommand(Terminal terminal) : base("import", "Imports workflows of other engines.") => Subcommands.Add(new Microsoft(terminal));

    private sealed class Microsoft : Command, IHasExamples, INeedsNoLibrary
    {
        private readonly Terminal terminal;
        private readonly Argument<string> file = new("FILE") { Description = "A file with one workflow or a list of them." };
        private readonly Option<string> output = new("--output") { Description = "The library folder; every workflow gets a folder in it.", HelpName = "DIR", Required = true };

        public Microsoft(Terminal terminal)
            : base("microsoft", "Imports a file of Microsoft's RulesEngine, with a report (IMPORT.md) of what its rules mean here. Writes everything or nothing and overwrites nothing. Exit 0; 1 when something is not supported.")
        {
            this.terminal = terminal;
            Arguments.Add(file);
            Options.Add(output);
            SetAction((parsed, _) => Task.FromResult(Import(parsed.GetRequiredValue(file), parsed.GetRequiredValue(output))));
        }

        public IReadOnlyList<string> Examples { get; } = ["bonemets import microsoft Discount.json --output workflows"];

        public string InsteadOfLibrary => "name the folder to write to with --output";

        private int Import(string source, string directory)
        {
            FactsInput.CheckExists(source);
            if (new FileInfo(source).Length > DocumentLimits.Bytes) throw new CommandFailure($"`{source}` is larger than {DocumentLimits.Bytes} bytes");
            var result = MicrosoftImport.Read(source, File.ReadAllBytes(source));
            foreach (var finding in result.Diagnostics) terminal.Error.WriteLine(finding);
            if (result.HasErrors)
            {
                terminal.Error.WriteLine($"bonemets: nothing was imported, {result.Diagnostics.Count(d => d.IsError)} of the findings are errors");
                return ExitCodes.Failed;
            }
            if (result.Workflows.Count == 0) throw new CommandFailure($"`{source}` holds no workflow");
            foreach (var workflow in result.Workflows)
                if (Path.Exists(Path.Combine(directory, workflow.Folder))) throw new CommandFailure($"`{Path.Combine(directory, workflow.Folder)}` exists already and is not overwritten");
            Write(result, directory);
            foreach (var workflow in result.Workflows)
                terminal.Out.WriteLine($"{workflow.Name}: {workflow.Rules} rules, {workflow.CanBeUndetermined} can be undetermined → {Path.Combine(directory, workflow.Folder)}");
            return ExitCodes.Done;
        }

        /// <summary>Everything is written aside first, so that a full disk leaves no half of a workflow.</summary>
        private static void Write(ImportResult result, string directory)
        {
            Directory.CreateDirectory(directory);
            var aside = Path.Combine(directory, $".import-{Guid.NewGuid():N}");
            var moved = new List<string>();
            try
            {
                foreach (var workflow in result.Workflows)
                {
                    var folder = Directory.CreateDirectory(Path.Combine(aside, workflow.Folder)).FullName;
                    File.WriteAllText(Path.Combine(folder, "workflow.json"), workflow.Text, new UTF8Encoding(false));
                    File.WriteAllText(Path.Combine(folder, "IMPORT.md"), workflow.Report, new UTF8Encoding(false));
                }
                foreach (var workflow in result.Workflows)
                {
                    var target = Path.Combine(directory, workflow.Folder);
                    Directory.Move(Path.Combine(aside, workflow.Folder), target);
                    moved.Add(target);
                }
            }
            catch
            {
                foreach (var folder in moved) Directory.Delete(folder, recursive: true);
                throw;
            }
            finally
            {
                if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
            }
        }
    }
}
