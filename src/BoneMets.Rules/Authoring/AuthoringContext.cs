using BoneMets.Rules.Binding;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Authoring;

/// <summary>
/// A place in a workflow where somebody writes: in one of its rules, whose local parameters are in sight, or elsewhere. The rest of the
/// workflow may have errors. Names are resolved by the binder that resolves them for a decision. Used from one thread.
/// </summary>
public sealed class AuthoringContext
{
    private readonly BindingScope scope;

    /// <summary>Of all workflows by name.</summary>
    private readonly IReadOnlyDictionary<string, Workflow> models;

    private AuthoringContext(BindingScope scope, Workflow model, IReadOnlyDictionary<string, Workflow> models) => (this.scope, Model, this.models) = (scope, model, models);

    public Workflow Model { get; }

    /// <summary>Null when there is no such workflow, or when its inputs are not declared or not known.</summary>
    public static AuthoringContext? Of(RuleLibrary library, string workflow, string? rule = null) =>
        Of([.. library.Workflows.Select(w => w.Model)], library.Schemas, library.Bindings, workflow, rule);

    /// <summary>
    /// The same of documents that nobody has bound yet: whoever writes waits for what the place names, not for the whole library.
    /// What an earlier library of almost the same documents has bound is taken over.
    /// </summary>
    public static AuthoringContext? Of(IReadOnlyList<LibraryDocument> documents, RuleLibrary? before, string workflow, string? rule = null)
    {
        var read = LibraryModels.Of([.. documents.Where(d => LibraryFile.IsDocument(d.Path)).OrderBy(d => d.Path, StringComparer.Ordinal)], before, new DiagnosticBag());
        return Of([.. read.Workflows.Select(w => w.Model)], read.Schemas.Schemas, before?.Bindings ?? BoundBefore.Nothing, workflow, rule);
    }

    private static AuthoringContext? Of(IReadOnlyList<Workflow> workflows, IReadOnlyDictionary<string, ObjectSchema> schemas, BoundBefore before, string workflow, string? rule)
    {
        // Of two with one name the first counts, as in a library.
        var byName = workflows.DistinctBy(w => w.Name).ToDictionary(w => w.Name, StringComparer.Ordinal);
        if (!byName.TryGetValue(workflow, out var model)) return null;
        var binder = new LibraryBinder(workflows, schemas, new DiagnosticBag(), before);
        return binder.ScopeOf(workflow, rule) is { } scope ? new AuthoringContext(scope, model, byName) : null;
    }

    /// <summary>The expression with its findings; its node is null when it has errors.</summary>
    public (BoundNode? Node, IReadOnlyList<Diagnostic> Diagnostics) Bind(string expression, bool isCondition = false)
    {
        var bag = new DiagnosticBag();
        var text = new AuthoredText(expression, Model.Node);
        var node = isCondition ? ExpressionBinder.BindCondition(text, scope, bag) : ExpressionBinder.Bind(text, scope, bag);
        return (bag.HasErrors ? null : node, [.. bag.Items.Select(AtText)]);
    }

    /// <summary>A cell or band over a column of this expression.</summary>
    public (BoundPatternTest? Node, IReadOnlyList<Diagnostic> Diagnostics) BindPattern(string pattern, string column)
    {
        if (Bind(column).Node is not { } operand) return (null, [new Diagnostic(DiagnosticCode.Syntax, $"the column `{column}` has errors", "mend it first")]);
        var bag = new DiagnosticBag();
        var bound = ExpressionBinder.BindPattern(new AuthoredText(pattern, Model.Node), operand.Type, scope, bag);
        return (bag.HasErrors || bound is null ? null : new BoundPatternTest(operand.Span, operand, bound), [.. bag.Items.Select(AtText)]);
    }

    /// <summary>The same place inside lambdas over these variables.</summary>
    internal AuthoringContext Within(IEnumerable<(string Name, FactType Type)> variables)
    {
        var inner = scope;
        foreach (var (name, type) in variables) inner = inner.With(new LambdaVariable(name, type, inner.Depth));
        return new AuthoringContext(inner, Model, models);
    }

    internal IReadOnlyList<LambdaVariable> Variables => scope.Variables;

    internal IEnumerable<(string Name, ParameterDefinition? Definition)> Locals => scope.Locals?.All ?? [];

    internal IReadOnlyList<BoundWorkflowInput> Inputs => scope.Workflow.Inputs;

    /// <summary>The definition behind a name; null when there is none or it has errors.</summary>
    public Definition? Find(string name) => scope.Workflow.Find(name, _ => null)?.Definition;

    /// <summary>The table or score item of that name; null when there is none or it has errors.</summary>
    public TableDefinition? FindTable(string name) => scope.Workflow.HasTable(name) ? scope.Workflow.FindTable(name, _ => null) : null;

    internal BoundWorkflow? FindUse(string name) => models.ContainsKey(name) ? scope.Workflow.FindUse(name)?.Workflow : null;

    internal string? TitleOf(string workflow) => models.GetValueOrDefault(workflow)?.Title;

    /// <summary>A finding of a text by itself stands in no document.</summary>
    private static Diagnostic AtText(Diagnostic found) => found with { Document = "", Pointer = "", Line = 0, Column = 0 };
}
