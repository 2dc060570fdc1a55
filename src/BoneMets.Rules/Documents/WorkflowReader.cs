using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Documents;

/// <summary>
/// Reads a workflow document and reports every problem in it. The result holds whatever could be read, so that an editor can go on
/// working with it; with errors among the findings it is not to be run.
/// </summary>
public sealed partial class WorkflowReader
{
    private readonly ObjectReader reader;
    private readonly DiagnosticBag findings;

    /// <summary>A document of ours, by <c>$schema</c> or <c>Inputs</c>; otherwise one written for Microsoft's engine, which is read leniently.</summary>
    private readonly bool strict;

    private readonly Names names;
    private readonly List<(string Name, JsonTextNode Node)> localNames = [];
    private readonly List<string> disabled = [];

    private WorkflowReader(JsonTextNode root, DiagnosticBag findings)
    {
        this.findings = findings;
        strict = IsOurs(root);
        reader = new ObjectReader(root, "workflow", findings, strict);
        names = new Names(findings, strict);
    }

    /// <summary>The workflow of a document, or null when it is no object.</summary>
    public static Workflow? Read(JsonTextNode root, DiagnosticBag findings)
    {
        var workflow = new WorkflowReader(root, findings);
        return workflow.reader.IsObject ? workflow.Read() : null;
    }

    /// <summary>The workflows of a document: it is one, or a list of them as Microsoft's engine takes it (also under the old key <c>WorkflowRules</c>).</summary>
    public static IReadOnlyList<JsonTextNode> Nodes(JsonTextNode root)
    {
        if (root.Kind == JsonTextKind.Array) return root.Items;
        return root.Properties.Count == 1 && root["WorkflowRules"] is { Kind: JsonTextKind.Array } wrapped ? wrapped.Items : [root];
    }

    /// <summary>Every workflow of a document.</summary>
    public static IReadOnlyList<Workflow> ReadAll(JsonTextNode root, DiagnosticBag findings)
    {
        var workflows = new List<Workflow>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in Nodes(root))
        {
            if (Read(item, findings) is not { } workflow) continue;
            if (workflow.Name.Length > 0 && !seen.Add(workflow.Name))
                findings.Add(item["WorkflowName"]!.At(DiagnosticCode.DuplicateName, $"`{workflow.Name}` is already the name of a workflow in this document"));
            workflows.Add(workflow);
        }
        return workflows;
    }

    /// <summary>Microsoft's files may name their own JSON Schema; that does not make them ours.</summary>
    private static bool IsOurs(JsonTextNode root) =>
        root["Inputs"] is { Kind: not JsonTextKind.Null }
        || (root["$schema"] is { } schema && schema.Text?.Contains("/RulesEngine/", StringComparison.OrdinalIgnoreCase) != true);

    private Workflow Read()
    {
        reader.Ignore("$schema");
        ExpressionType(reader);
        var name = reader.Text("WorkflowName", required: true) ?? "";
        if (strict && name.Length > 0 && Names.Problem(name) is { } problem) reader.Report("WorkflowName", DiagnosticCode.InvalidName, problem);
        var inputs = reader.Has("Inputs") ? reader.Objects("Inputs", "workflow input").Select(Input).OfType<WorkflowInput>().ToList() : null;
        var globals = Params(reader, "GlobalParams", isGlobal: true);
        var scores = reader.Objects("Scores", "score").Select(Score).OfType<Score>().ToList();
        var tables = reader.Objects("Tables", "table").Select(Table).OfType<DecisionTable>().ToList();
        var rules = Rules(reader, reader.List("Rules", required: !strict), [], isDisabled: false);
        var uses = Uses();
        foreach (var (local, node) in localNames) names.MustBeFree(local, node);
        var metadata = reader.Object("Metadata");
        var workflow = new Workflow
        {
            Name = name,
            Node = reader.Node,
            Title = reader.Text("Title"),
            Description = reader.Text("Description"),
            Tags = [.. reader.Texts("Tags", "tag").Select(t => t.Text)],
            Metadata = metadata,
            About = metadata is null ? WorkflowMetadata.None : MetadataReader.Read(metadata, findings, strict),
            Inputs = inputs,
            Uses = uses,
            WorkflowsToInject = [.. reader.Texts("WorkflowsToInject", "workflow name"), .. reader.Texts("WorkflowRulesToInject", "workflow name")],
            GlobalParams = globals,
            Scores = scores,
            Tables = tables,
            Rules = rules,
            DisabledRules = disabled,
            Contradictions = [.. reader.Objects("Contradictions", "contradiction").Select(Contradiction)],
        };
        reader.Finish();
        return workflow;
    }

    private WorkflowInput? Input(ObjectReader input)
    {
        var name = names.Identifier(input, "Name");
        var schema = input.Text("Schema", required: true);
        names.Take(name, NameKind.Input, input.Node["Name"] ?? input.Node);
        input.Finish();
        return name is null || schema is null ? null : new WorkflowInput(name, schema, input.Node);
    }

    private static Contradiction Contradiction(ObjectReader contradiction)
    {
        var (these, against) = (contradiction.Texts("These", "rule name"), contradiction.Texts("Against", "rule name"));
        foreach (var (key, names) in new[] { ("These", these), ("Against", against) })
            if (names.Count == 0) contradiction.Report(DiagnosticCode.MissingKey, $"the contradiction names no rules under `{key}`", "name at least one rule whose advice it is about");
        var read = new Contradiction(contradiction.Text("Why"), these, against, contradiction.Node);
        contradiction.Finish();
        return read;
    }

    private List<WorkflowUse> Uses()
    {
        var uses = new List<WorkflowUse>();
        foreach (var use in reader.Objects("Uses", "used workflow"))
        {
            var workflow = use.Text("Workflow", required: true);
            var include = use.Flag("Include");
            var when = use.Expression("When");
            var forEach = use.Expression("ForEach");
            var element = use.Has("As") ? names.Identifier(use, "As") : null;
            if (use.Has("ForEach") && !use.Has("As")) use.Report("ForEach", DiagnosticCode.MissingKey, "`ForEach` needs `As`", "the input of the used workflow that takes the element");
            if (use.Has("As") && !use.Has("ForEach")) use.Report("As", DiagnosticCode.MissingKey, "`As` needs `ForEach`");
            var appliesTo = use.Texts("WhenAppliesTo", "urgency").Select(t => use.WordOf(t, Urgencies)).OfType<Urgency>().ToList();
            if (use.Has("WhenAppliesTo") && !use.Has("When")) use.Report("WhenAppliesTo", DiagnosticCode.MissingKey, "`WhenAppliesTo` needs `When`");
            foreach (var key in (string[])["When", "ForEach"])
                if (!include && use.Has(key)) use.Report(key, DiagnosticCode.MissingKey, $"`{key}` needs `\"Include\": true`");
            use.Finish();
            if (workflow is null) continue;
            names.MustBeFree(workflow, use.Node["Workflow"]!);
            if (uses.Any(u => u.Workflow == workflow && u.ForEach?.Text == forEach?.Text))
                use.Report("Workflow", DiagnosticCode.DuplicateName, $"`{workflow}` is already used in the same way");
            uses.Add(new WorkflowUse(workflow, include, when, appliesTo, forEach, element, use.Node));
        }
        return uses;
    }

    private List<Parameter> Params(ObjectReader owner, string key, bool isGlobal, HashSet<string>? outer = null)
    {
        var result = new List<Parameter>();
        foreach (var param in owner.Objects(key, "param"))
        {
            var name = names.Identifier(param, "Name");
            var expression = param.Expression("Expression", required: true);
            var unit = param.Text("Unit");
            param.Finish();
            if (name is not null)
            {
                var node = param.Node["Name"]!;
                if (isGlobal) names.Take(name, NameKind.Param, node);
                else if (!outer!.Add(name)) findings.Add(node.At(DiagnosticCode.DuplicateName, $"`{name}` is already the name of a local param"));
                else localNames.Add((name, node));
            }
            if (name is not null && expression is not null) result.Add(new Parameter(name, expression, unit, param.Node));
        }
        return result;
    }

    private static List<Citation> Evidence(ObjectReader owner)
    {
        var result = new List<Citation>();
        foreach (var citation in owner.Objects("Evidence", "citation"))
        {
            var source = citation.Text("Source", required: true);
            var locator = citation.Text("Locator");
            var statements = citation.Texts("Statements", "statement id");
            citation.Finish();
            if (source is not null) result.Add(new Citation(source, locator, statements, citation.Node));
        }
        return result;
    }

    /// <summary>Microsoft's engine writes the kind of its expressions as a word or a number; there is only one.</summary>
    private void ExpressionType(ObjectReader owner)
    {
        const string Key = "RuleExpressionType";
        if (owner.Value(Key) is not { } type) return;
        var isLambda = type.Kind == JsonTextKind.Number ? type.Raw == "0" : string.Equals(type.Text, "LambdaExpression", StringComparison.OrdinalIgnoreCase);
        if (!isLambda) findings.Add(type.At(DiagnosticCode.NotOneOf, $"expressions of the type `{type.Text ?? type.Raw}` are not supported", "only `LambdaExpression` is"));
    }
}
