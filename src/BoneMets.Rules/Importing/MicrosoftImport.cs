using System.Text;
using BoneMets.Rules.Binding;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Importing;

/// <summary>
/// A file of Microsoft's RulesEngine as workflow documents of a library. The text of each workflow stays as it is; what it means here
/// that it did not mean there is told rule by rule.
/// </summary>
public static class MicrosoftImport
{
    /// <summary>Where the checks believe that the file stands; findings carry the caller's name for it instead.</summary>
    private const string Stand = "import/workflow.json";

    public static ImportResult Read(string name, ReadOnlyMemory<byte> content)
    {
        var load = RuleLibrary.Load([new LibraryFile(Stand, content)]);
        var findings = load.Diagnostics.Select(d => d.Document == Stand ? d with { Document = name } : d).ToList();
        if (load.HasErrors) return new ImportResult([], findings);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        var workflows = new List<ImportedWorkflow>();
        foreach (var workflow in load.Library.Workflows)
        {
            var rules = Meanings(workflow.Model);
            findings.AddRange(rules.SelectMany(r => Changes(r, name)));
            var own = findings.Where(f => f.Pointer == workflow.Model.Node.Pointer || f.Pointer.StartsWith(workflow.Model.Node.Pointer + "/", StringComparison.Ordinal)).ToList();
            workflows.Add(new ImportedWorkflow(workflow.Name, Folder(workflow.Name, folders), TextOf(workflow.Model.Node), ImportReport.Write(name, workflow.Model, rules, own), rules.Count, rules.Count(r => r.CanBeUndetermined)));
        }
        return new ImportResult(workflows, findings);
    }

    /// <summary>The workflow as it stands in its file; the indentation that came from the list around it is taken away.</summary>
    internal static string TextOf(JsonTextNode node)
    {
        var text = node.Document.Text;
        if (node.Parent is null) return text;
        var start = text.LastIndexOf('\n', node.Span.Start) + 1;
        var indent = text[start..node.Span.Start];
        var raw = node.Raw;
        if (indent.Length > 0 && string.IsNullOrWhiteSpace(indent)) raw = raw.Replace("\n" + indent, "\n", StringComparison.Ordinal);
        return raw + (text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n");
    }

    private static List<RuleMeaning> Meanings(Workflow workflow)
    {
        var inputs = FreeNames.Of(workflow);
        var names = AllNames(workflow.Rules).ToHashSet(StringComparer.Ordinal);
        var result = new List<RuleMeaning>();
        foreach (var rule in workflow.Rules) Add(rule, []);
        return result;

        RuleMeaning Add(Rule rule, IReadOnlyList<Parameter> outer)
        {
            var at = result.Count;
            var walk = MeaningWalk.Of(workflow, rule, outer, inputs, names);
            var facts = new SortedSet<string>(walk.Facts, StringComparer.Ordinal);
            result.Add(null!);
            foreach (var nested in rule.Rules) facts.UnionWith(Add(nested, [.. outer, .. rule.LocalParams]).Facts);
            return result[at] = new RuleMeaning(rule, [.. facts], [.. walk.Rules], walk.Divisions, walk.Negations, walk.Conversions);
        }
    }

    private static IEnumerable<string> AllNames(IEnumerable<Rule> rules) => rules.SelectMany(r => AllNames(r.Rules).Prepend(r.Name));

    private static IEnumerable<Diagnostic> Changes(RuleMeaning meaning, string document)
    {
        foreach (var division in meaning.Divisions)
            yield return At(division, $"`{division.Slice}` is an exact division here, also of whole numbers", $"`Floor({division.Slice})` rounds down as before");
        foreach (var negation in meaning.Negations)
            yield return At(negation, $"`{negation.Slice}` was true of an absent fact and is unknown here", "`?? true` behind the parenthesis keeps the old meaning");
        foreach (var conversion in meaning.Conversions)
            yield return At(conversion, $"`{conversion.Slice}` rounds a half away from zero here; it was rounded to the even neighbour", "`2.5` is 3 here and was 2");

        Diagnostic At(MeaningWalk.Found found, string message, string help) =>
            found.Text.Node.At(DiagnosticCode.MeaningChanged, $"rule `{meaning.Rule.Name}`: {message}", help, found.Span) with { Document = document };
    }

    /// <summary><c>DiscountRules v2</c> stands in the folder <c>discount-rules-v2</c>.</summary>
    private static string Folder(string name, HashSet<string> taken)
    {
        var folder = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsAsciiLetterUpper(name[i]) && i > 0 && char.IsAsciiLetterLower(name[i - 1]);
            if ((startsWord || !char.IsAsciiLetterOrDigit(name[i])) && folder.Length > 0 && folder[^1] != '-') folder.Append('-');
            if (char.IsAsciiLetterOrDigit(name[i])) folder.Append(char.ToLowerInvariant(name[i]));
        }
        var plain = folder.ToString().Trim('-');
        if (plain.Length == 0) plain = "workflow";
        var unique = plain;
        for (var i = 2; !taken.Add(unique); i++) unique = $"{plain}-{i}";
        return unique;
    }
}

/// <summary>Nothing is imported when there are errors; warnings say what means something else here (BMR6004) and what is ignored.</summary>
public sealed record ImportResult(IReadOnlyList<ImportedWorkflow> Workflows, IReadOnlyList<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(d => d.IsError);
}

/// <summary>One workflow: its folder's name, the text of its <c>workflow.json</c>, and the report in markdown.</summary>
public sealed record ImportedWorkflow(string Name, string Folder, string Text, string Report, int Rules, int CanBeUndetermined);

/// <summary>What one rule reads and how its meaning changes. <see cref="Facts"/> include those of nested rules.</summary>
internal sealed record RuleMeaning(Rule Rule, IReadOnlyList<string> Facts, IReadOnlyList<string> ReadsRules, IReadOnlyList<MeaningWalk.Found> Divisions, IReadOnlyList<MeaningWalk.Found> Negations, IReadOnlyList<MeaningWalk.Found> Conversions)
{
    public bool CanBeUndetermined => Facts.Count > 0 || ReadsRules.Count > 0;
}
