using System.Diagnostics;
using System.Text.Json.Nodes;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>A failure, made small by leaving out whatever it does not need: workflows, rules, params, rows, parts of expressions, facts.</summary>
internal sealed record Counterexample(ulong Seed, Documents Documents, string Workflow, FactValues Facts, IReadOnlyList<FactValues> Completions, string Message)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Lists = ["Rules", "GlobalParams", "Tables", "Scores", "Items", "Points", "Rows", "LocalParams", "Uses"];
    private static readonly string[] Texts = ["Expression", "Condition", "When", "Input", "Then"];

    public Counterexample Shrink(Func<BoundWorkflow, ICheck> check)
    {
        var watch = Stopwatch.StartNew();
        var (best, progress) = (this, true);
        while (progress && watch.Elapsed < Patience)
        {
            progress = false;
            foreach (var smaller in best.Smaller())
            {
                if (watch.Elapsed > Patience) break;
                if (smaller.StillFails(check) is not { } message) continue;
                (best, progress) = (smaller with { Message = message }, true);
                break;
            }
        }
        return best;
    }

    public override string ToString() =>
        $"seed {Seed}, workflow {Workflow}: {Message}\nfacts: {Facts}\ncompletions: {string.Join("\n", Completions)}\n{Documents.Show()}";

    private string? StillFails(Func<BoundWorkflow, ICheck> check)
    {
        var load = Documents.Load();
        if (load.HasErrors || !load.Library.TryGet(Workflow, out var workflow)) return null;
        using var tried = check(workflow.Bound!);
        return tried.Fails(Facts, Completions);
    }

    /// <summary>Large steps first.</summary>
    private IEnumerable<Counterexample> Smaller()
    {
        foreach (var other in Documents.Workflows.Where(w => (string)w["WorkflowName"]! != Workflow))
            yield return this with { Documents = Documents.With(Documents.Workflows.Where(w => w != other)) };
        if (Completions.Count > 1)
            foreach (var completion in Completions) yield return this with { Completions = [completion] };
        for (var i = 0; i < Documents.Workflows.Count; i++)
        {
            var place = i;
            foreach (var smaller in Trees(Documents.Workflows[i])) yield return this with { Documents = Documents.With(Documents.Workflows.Select((w, j) => j == place ? smaller : w)) };
        }
        for (var i = 0; i < Facts.Values.Count; i++)
        {
            var leaf = i;
            if (Facts.Values[i] is not null) yield return this with { Facts = Facts.Keep(j => j != leaf) };
        }
    }

    private static IEnumerable<JsonObject> Trees(JsonObject document)
    {
        foreach (var change in Changes(document, []))
        {
            var copy = (JsonObject)document.DeepClone();
            JsonNode place = copy;
            foreach (var step in change.Path.SkipLast(1)) place = step is int index ? place[index]! : place[(string)step]!;
            if (change.Path[^1] is not int last) place[(string)change.Path[^1]] = change.Text;
            else if (change.Text is null) place.AsArray().RemoveAt(last);
            else place[last] = change.Text;
            yield return copy;
        }
    }

    /// <summary>Places and what to write there; null = remove. An emptied list or a text that does not bind any more is simply no smaller example.</summary>
    private static IEnumerable<(object[] Path, string? Text)> Changes(JsonNode node, object[] path)
    {
        if (node is JsonArray array)
        {
            var isRemovable = path is [.., string key] && Lists.Contains(key);
            for (var i = 0; i < array.Count; i++)
            {
                if (isRemovable) yield return ([.. path, i], null);
                if (array[i] is { } item) foreach (var change in Changes(item, [.. path, i])) yield return change;
            }
        }
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members)
                if (value is not null) foreach (var change in Changes(value, [.. path, name])) yield return change;
        }
        if (node is JsonValue text && path.OfType<string>().LastOrDefault() is { } owner && Texts.Contains(owner) && text.TryGetValue(out string? expression))
            foreach (var shorter in Shorter(expression)) yield return (path, shorter);
    }

    /// <summary>The expression with one part in parentheses replaced by what stands inside of it or by a constant, or that part alone.</summary>
    private static IEnumerable<string> Shorter(string expression)
    {
        foreach (var constant in (string[])["true", "false", "1", "_"])
            if (expression.Length > constant.Length) yield return constant;
        for (var start = 0; start < expression.Length; start++)
        {
            if (expression[start] != '(') continue;
            var (end, depth) = (start, 0);
            do
            {
                if (expression[end] == '(') depth++;
                if (expression[end] == ')') depth--;
                end++;
            }
            while (depth > 0 && end < expression.Length);
            if (start > 0 || end < expression.Length) yield return expression[start..end];
            foreach (var constant in (string[])["true", "false", "1", "2", "\"red\""])
                if (end - start > constant.Length) yield return expression[..start] + constant + expression[end..];
            foreach (var side in Sides(expression[(start + 1)..(end - 1)]))
                yield return $"{expression[..start]}({side}){expression[end..]}";
        }
    }

    /// <summary>Both sides of every operator and comma outside of inner parentheses.</summary>
    private static IEnumerable<string> Sides(string inside)
    {
        var (depth, from) = (0, 0);
        for (var i = 0; i < inside.Length; i++)
        {
            if (inside[i] == '(') depth++;
            if (inside[i] == ')') depth--;
            if (depth > 0 || inside[i] != ' ') continue;
            yield return inside[from..i].TrimEnd(',');
            yield return inside[..i].TrimEnd(',');
            from = i + 1;
        }
        if (from > 0) yield return inside[from..];
    }
}
