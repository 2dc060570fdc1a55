using BoneMets.Rules.Authoring;
using BoneMets.Rules.Decisions;

namespace BoneMets.Rules.Verification.Differences;

/// <summary>
/// Expressions of one library as sentences, and what its workflows, rules and facts are called. The library is read when the first word is
/// asked for. Used from one thread.
/// </summary>
internal sealed class LibraryWords(Func<RuleLibrary> read)
{
    private readonly Dictionary<(string Workflow, string? Rule), AuthoringContext?> contexts = [];
    private RuleLibrary? library;

    private RuleLibrary Library => library ??= read();

    /// <param name="rule">The rule whose parameters are in sight.</param>
    public string? Sentence(string? workflow, string? rule, string expression) =>
        ContextOf(workflow, rule)?.Bind(expression).Node is { } node ? PlainEnglish.Of(node) : null;

    /// <summary>A band over what its item scores: <c>Calcium is above 12 mg/dL</c>.</summary>
    public string? Test(string? workflow, string column, string pattern) =>
        ContextOf(workflow, null)?.BindPattern(pattern, column).Node is { } node ? PlainEnglish.Of(node) : null;

    /// <summary>A cell, which stands below its column: <c>is above 12 mg/dL</c>.</summary>
    public string? Cell(string? workflow, string column, string pattern) =>
        ContextOf(workflow, null)?.BindPattern(pattern, column).Node is { } node ? PlainEnglish.Of(node.Pattern, node.Operand.Type) : null;

    public string? TitleOf(string workflow) => Library.TryGet(workflow, out var found) ? found.Model.Title : null;

    /// <summary>The label of a fact of a path such as <c>patient.lesions[0].pain</c>, with the elements that it stands in: <c>Lesions 1: Pain</c>.</summary>
    public string FactLabel(string? workflow, string path)
    {
        if (workflow is null || !Library.TryGet(workflow, out var found) || found.Bound is not { } bound || FactPaths.Find(bound, path) is not { } fact) return path;
        var label = fact.Label ?? FieldLabels.Words(fact.Name);
        for (var end = path.LastIndexOf(']'); end >= 0; end = end == 0 ? -1 : path.LastIndexOf(']', end - 1))
        {
            var list = path[..path.LastIndexOf('[', end)];
            var number = int.Parse(path[(list.Length + 1)..end], System.Globalization.CultureInfo.InvariantCulture) + 1;
            if (FactPaths.Find(bound, list) is not { } around) continue;
            label = end == path.Length - 1 ? $"{label} {number}" : $"{around.Label ?? FieldLabels.Words(around.Name)} {number}: {label}";
        }
        return label;
    }

    /// <summary>The title of a rule as decisions name it: <c>Rule</c>, <c>Workflow.Rule</c>, <c>Workflow[patient.lesions[0]].Rule</c>.</summary>
    public string RuleTitle(string? workflow, string name)
    {
        var dot = name.LastIndexOf('.');
        var (owner, rule) = dot < 0 ? (workflow, name) : (name[..dot].Split('[')[0], name[(dot + 1)..]);
        return owner is not null && Library.TryGet(owner, out var found) && found.Model.AllRules().FirstOrDefault(r => r.Name == rule) is { Title: { } title } ? title : name;
    }

    private AuthoringContext? ContextOf(string? workflow, string? rule)
    {
        if (workflow is null) return null;
        if (contexts.TryGetValue((workflow, rule), out var known)) return known;
        return contexts[(workflow, rule)] = AuthoringContext.Of(Library, workflow, rule);
    }
}
