using System.Collections.Frozen;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Documents;

internal enum NameKind { Input, Param, Score, ScoreItem, Table, Rule }

/// <summary>Which names expressions can use, and whether two things of a workflow share one.</summary>
internal sealed class Names(DiagnosticBag findings, bool strict)
{
    private const int LongestName = 100;

    /// <summary>Words that mean something in expressions although C# does not reserve them.</summary>
    private static readonly FrozenSet<string> Words =
        FrozenSet.Create(StringComparer.Ordinal, "asOf", "_", "it", "var", "when", "with", "nameof", "Date", "DateTime", "Convert", "StringComparison");

    private readonly Dictionary<string, List<(string Name, NameKind Kind, JsonTextNode Node)>> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why expressions cannot use the name, or null.</summary>
    public static string? Problem(string name, bool refuseFunctions = true)
    {
        if (name.Length > LongestName) return $"the name is longer than {LongestName} characters";
        var isIdentifier = name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        if (!isIdentifier) return $"`{name}` is not a name that expressions can use";
        if (Words.Contains(name) || ReservedWords.Contains(name)) return $"`{name}` is a reserved word";
        return refuseFunctions && FunctionCatalog.AllNames.Contains(name) ? $"`{name}` is the name of a function" : null;
    }

    /// <summary>A required name that expressions use; null when it is missing, reported when it is unusable.</summary>
    public string? Identifier(ObjectReader reader, string key)
    {
        if (reader.Text(key, required: true) is not { } name) return null;
        if (Problem(name, refuseFunctions: strict) is { } problem)
            reader.Report(key, DiagnosticCode.InvalidName, problem, problem.StartsWith('`') && problem.Contains("not a name", StringComparison.Ordinal) ? "letters, digits and `_`, not beginning with a digit" : null);
        return name;
    }

    /// <summary>Remembers a name of the workflow; another thing with the same name is reported, as is one of its group that differs only in case.</summary>
    public void Take(string? name, NameKind kind, JsonTextNode node)
    {
        if (name is null) return;
        if (!taken.TryGetValue(name, out var others)) taken[name] = others = [];
        foreach (var other in others)
        {
            var sameName = other.Name == name && (strict || SameGroup(other.Kind, kind));
            if (!sameName && !SameGroup(other.Kind, kind)) continue;
            Report(name, other.Name, other.Kind, other.Node, node);
            break;
        }
        others.Add((name, kind, node));
    }

    /// <summary>Reports a name of narrower scope (a local param, a used workflow) that would hide a name of the workflow.</summary>
    public void MustBeFree(string name, JsonTextNode node)
    {
        if (!strict || !taken.TryGetValue(name, out var others)) return;
        foreach (var other in others)
        {
            if (other.Name != name) continue;
            Report(name, other.Name, other.Kind, other.Node, node);
            return;
        }
    }

    private void Report(string name, string other, NameKind kind, JsonTextNode first, JsonTextNode node)
    {
        var line = first.Document.LineColumn(first.Span.Start).Line;
        var article = kind == NameKind.Input ? "an" : "a";
        findings.Add(node.At(DiagnosticCode.DuplicateName,
            name == other ? $"`{name}` is already the name of {article} {Describe(kind)}" : $"`{name}` and `{other}` differ only in case", $"the other stands in line {line}"));
    }

    private static bool SameGroup(NameKind a, NameKind b) => Group(a) == Group(b);

    private static int Group(NameKind kind) => kind switch { NameKind.Input => 0, NameKind.Rule => 1, _ => 2 };

    private static string Describe(NameKind kind) => kind == NameKind.ScoreItem ? "score item" : kind.ToString().ToLowerInvariant();
}
