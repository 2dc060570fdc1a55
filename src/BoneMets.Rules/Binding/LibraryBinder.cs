using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Binding;

/// <summary>
/// Binds the workflows of one library in the order of their uses; circles are an error that names the path.
/// A workflow without declared inputs (a file for Microsoft's engine) is only checked here and bound when it meets its inputs, see <see cref="BindToShape"/>.
/// Used from one thread; what it gives out is immutable.
/// </summary>
internal sealed class LibraryBinder
{
    private readonly Dictionary<string, Workflow> models;
    private readonly IReadOnlyDictionary<string, ObjectSchema> schemas;
    private readonly BoundBefore before;
    private readonly Dictionary<string, RememberedBinding> remembered = new(StringComparer.Ordinal);

    /// <summary>Findings of the workflow that is being bound; between workflows those of the library.</summary>
    private DiagnosticBag bag;

    /// <summary>What is looked up for the workflow that is being bound.</summary>
    private Dictionary<string, Workflow?> lookedUp = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BoundWorkflow?> bound = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, IReadOnlyList<BoundWorkflowInput> Inputs), BoundWorkflow?> boundToInputs = [];
    private readonly Dictionary<string, ObjectSchema> emptyShapes = new(StringComparer.Ordinal);
    private readonly List<string> open = [];
    private readonly HashSet<string> circles = new(StringComparer.Ordinal);

    /// <param name="workflows">Their models.</param>
    /// <param name="schemas">Fact schemas by name.</param>
    /// <param name="bag">Takes the findings.</param>
    /// <param name="before">An earlier binding, of which is taken over what did not change.</param>
    public LibraryBinder(IReadOnlyList<Workflow> workflows, IReadOnlyDictionary<string, ObjectSchema> schemas, DiagnosticBag bag, BoundBefore before)
    {
        (this.schemas, this.bag, this.before) = (schemas, bag, before);
        models = new Dictionary<string, Workflow>(StringComparer.Ordinal);
        foreach (var workflow in workflows)
            if (!models.TryAdd(workflow.Name, workflow))
                bag.Add((workflow.Node["WorkflowName"] ?? workflow.Node).At(DiagnosticCode.DuplicateName, $"another workflow is called `{workflow.Name}` too"));
    }

    /// <summary>For the next time, after <see cref="BindAll"/>.</summary>
    public BoundBefore Remembered => new(schemas, remembered);

    /// <summary>Every workflow with declared inputs that has no errors, by name; workflows bound by shape are checked and left out.</summary>
    public IReadOnlyDictionary<string, BoundWorkflow> BindAll()
    {
        foreach (var model in models.Values)
        {
            if (model.Inputs is null) CheckShapeless(model);
            else Bound(model.Name, model.Node);
        }
        return bound.Where(b => b.Value is not null).ToDictionary(b => b.Key, b => b.Value!, StringComparer.Ordinal);
    }

    /// <summary>
    /// A rule may withhold rules of other workflows whether or not it uses them: they meet in a workflow that includes both.
    /// A workflow that misspells one is not bound, or the advice would stand beside what speaks against it.
    /// </summary>
    private bool WithholdsAreKnown(Workflow model)
    {
        var first = bag.Items.Count;
        foreach (var name in model.AllRules().SelectMany(r => r.Withholds))
        {
            if (RuleName.Elsewhere(name.Text, model.Name) is not (var other, var rule)) continue;
            if (Find(other) is not { } target)
                bag.Add(name.Node.At(DiagnosticCode.UnknownWorkflow, $"there is no workflow `{other}`", Suggestion.DidYouMean(other, models.Keys)));
            else if (target.AllRules().All(r => r.Name != rule))
                bag.Add(name.Node.At(DiagnosticCode.UnknownRule, $"workflow `{other}` has no rule `{rule}` to withhold", Suggestion.DidYouMean(rule, target.AllRules().Select(r => r.Name))));
        }
        return bag.Items.Count == first;
    }

    /// <summary>What names mean in a workflow, or in one of its rules, for whoever is writing there. Null without declared inputs that exist.</summary>
    public BindingScope? ScopeOf(string workflow, string? rule)
    {
        if (Find(workflow) is not { Inputs: not null } model || Injected(model) is not { } whole || Inputs(whole) is not { } inputs) return null;
        open.Add(workflow);
        return WorkflowBinder.ScopeOf(whole, inputs, used => Use(whole, used, inputs), rule);
    }

    /// <summary>A workflow without declared inputs, bound to inputs of these shapes; null with findings in the bag when it does not fit them.</summary>
    public BoundWorkflow? BindToShape(string name, IReadOnlyList<BoundWorkflowInput> inputs) => BindWithInputs(models[name], inputs);

    private BoundWorkflow? BindWithInputs(Workflow model, IReadOnlyList<BoundWorkflowInput> inputs)
    {
        if (Injected(model) is not { } whole) return null;
        var absent = FreeNames.Of(whole).Where(n => !inputs.Any(i => i.Name == n) && Find(n) is null);
        var all = inputs.Concat(absent.Select(n => new BoundWorkflowInput(n, EmptyShape(n)))).ToList();
        open.Add(model.Name);
        var result = WorkflowBinder.Bind(whole, all, used => Use(whole, used, inputs), bag);
        open.RemoveAt(open.Count - 1);
        if (result is not null) result.Hash = HashOf(result);
        return result;
    }

    /// <summary>One for each name, so that a workflow and those that it uses agree on what an absent input is.</summary>
    private ObjectSchema EmptyShape(string name)
    {
        if (emptyShapes.TryGetValue(name, out var known)) return known;
        var schema = new ObjectSchema(name) { IsShape = true };
        schema.Complete([]);
        return emptyShapes[name] = schema;
    }

    private void CheckShapeless(Workflow model)
    {
        BindWithInputs(model, []);
        ContradictionCheck.Run(model, Find, bag);
    }

    private BoundWorkflow? Bound(string name, JsonTextNode from)
    {
        if (bound.TryGetValue(name, out var known))
        {
            // Without errors it is remembered with what it looked at, which its reader depends on too; with errors nobody who reads it is remembered.
            if (remembered.TryGetValue(name, out var mine)) LookUp(mine);
            return known;
        }
        if (Circle(name, from)) return null;
        if (before.Find(name, models, schemas) is { } same)
        {
            bag.AddRange(same.Findings);
            LookUp(same);
            remembered[name] = same;
            return bound[name] = same.Bound;
        }
        var (outerBag, outerLooks) = (bag, lookedUp);
        (bag, lookedUp) = (new DiagnosticBag(), new Dictionary<string, Workflow?>(StringComparer.Ordinal));
        var result = BindAnew(Find(name)!);
        if (result is not null) remembered[name] = new RememberedBinding(result, bag.Items, lookedUp);
        outerBag.AddRange(bag.Items);
        (bag, lookedUp) = (outerBag, outerLooks);
        if (result is not null) LookUp(remembered[name]);
        return bound[name] = result;
    }

    private BoundWorkflow? BindAnew(Workflow model)
    {
        open.Add(model.Name);
        BoundWorkflow? result = null;
        if (Injected(model) is { } whole && Inputs(whole) is { } inputs)
            result = WorkflowBinder.Bind(whole, inputs, used => Use(whole, used, inputs), bag);
        open.RemoveAt(open.Count - 1);
        if (!WithholdsAreKnown(model)) result = null;
        if (!ContradictionCheck.Run(model, Find, bag)) result = null;
        if (result is null) return null;
        result.Hash = HashOf(result);
        DeniedUseCheck.Run(result, bag);
        return result;
    }

    /// <summary>Every look at another workflow goes through here, so that it is known what a binding rests on.</summary>
    private Workflow? Find(string name) => lookedUp[name] = models.GetValueOrDefault(name);

    private void LookUp(RememberedBinding binding)
    {
        foreach (var (name, model) in binding.LookedUp) lookedUp[name] = model;
    }

    private bool Circle(string name, JsonTextNode from)
    {
        var start = open.IndexOf(name);
        if (start < 0) return false;
        var path = string.Join(" → ", open.Skip(start).Append(name).Select(n => $"`{n}`"));
        if (circles.Add(path)) bag.Add(from.At(DiagnosticCode.CircularUse, $"workflows use each other in a circle: {path}", "break the circle"));
        return true;
    }

    private UsableWorkflow? Use(Workflow user, string name, IReadOnlyList<BoundWorkflowInput> inputs)
    {
        if (Find(name) is not { } target) return null;
        var declared = user.Uses.FirstOrDefault(u => u.Workflow == name);
        // The rules of a file for Microsoft's engine call other workflows without declaring them.
        var isDeclared = declared is not null || user.Inputs is null || user.Rules.Any(r => Calls(r, name));
        if (!isDeclared) return new UsableWorkflow(null, false);
        var from = declared?.Node ?? user.Node;
        if (target.Inputs is not null) return new UsableWorkflow(Bound(name, from), true);
        return new UsableWorkflow(Circle(name, from) ? null : BoundToInputs(target, inputs), true);
    }

    /// <summary>Once for the same inputs: bound anew for every place that names it, a chain of workflows would take twice as long with each link.</summary>
    private BoundWorkflow? BoundToInputs(Workflow target, IReadOnlyList<BoundWorkflowInput> inputs)
    {
        if (boundToInputs.TryGetValue((target.Name, inputs), out var known)) return known;
        return boundToInputs[(target.Name, inputs)] = BindWithInputs(target, inputs);
    }

    private static bool Calls(Rule rule, string workflow) =>
        rule.OnSuccess?.Workflow == workflow || rule.OnFailure?.Workflow == workflow || rule.Rules.Any(r => Calls(r, workflow));

    private List<BoundWorkflowInput>? Inputs(Workflow model)
    {
        var inputs = new List<BoundWorkflowInput>();
        var valid = true;
        foreach (var input in model.Inputs!)
        {
            if (schemas.TryGetValue(input.Schema, out var schema))
            {
                inputs.Add(new BoundWorkflowInput(input.Name, schema));
                continue;
            }
            valid = false;
            bag.Add((input.Node["Schema"] ?? input.Node).At(DiagnosticCode.UnknownSchema, $"there is no fact schema `{input.Schema}`", Suggestion.DidYouMean(input.Schema, schemas.Keys)));
        }
        return valid ? inputs : null;
    }

    /// <summary>The workflow with the rules and parameters of those that it injects, transitively; null when one is missing or they form a circle.</summary>
    private Workflow? Injected(Workflow model)
    {
        if (model.WorkflowsToInject.Count == 0) return model;
        var path = new List<string> { model.Name };
        var result = model;
        var valid = Inject(model, path, ref result);
        return valid ? result : null;
    }

    private bool Inject(Workflow from, List<string> path, ref Workflow result)
    {
        var valid = true;
        foreach (var name in from.WorkflowsToInject)
        {
            if (Find(name.Text) is not { } injected)
            {
                bag.Add(name.Node.At(DiagnosticCode.UnknownWorkflow, $"there is no workflow `{name.Text}` to inject", Suggestion.DidYouMean(name.Text, models.Keys)));
                valid = false;
                continue;
            }
            if (path.Contains(name.Text, StringComparer.Ordinal))
            {
                var circle = string.Join(" → ", path.Append(name.Text).Select(n => $"`{n}`"));
                bag.Add(name.Node.At(DiagnosticCode.CircularUse, $"workflows inject each other in a circle: {circle}", "break the circle"));
                valid = false;
                continue;
            }
            var (rules, parameters) = (result.Rules, result.GlobalParams);
            foreach (var rule in injected.Rules)
                if (rules.Any(r => r.Name == rule.Name))
                {
                    bag.Add(name.Node.At(DiagnosticCode.DuplicateName, $"`{name.Text}` brings a rule `{rule.Name}`, which exists already"));
                    valid = false;
                }
            var uses = result.Uses;
            result = result with
            {
                Rules = [.. rules, .. injected.Rules],
                GlobalParams = [.. parameters, .. injected.GlobalParams.Where(p => !parameters.Any(own => own.Name == p.Name))],
                Uses = [.. uses, .. injected.Uses.Where(u => !uses.Any(own => own.Workflow == u.Workflow))],
                Contradictions = [.. result.Contradictions, .. injected.Contradictions],
                HasErrors = result.HasErrors || injected.HasErrors,
            };
            path.Add(name.Text);
            valid &= Inject(injected, path, ref result);
            path.RemoveAt(path.Count - 1);
        }
        return valid;
    }

    private static string HashOf(BoundWorkflow workflow)
    {
        var parts = new List<string> { workflow.Model.Node.ContentHash };
        parts.AddRange(BoundTree.UsedBy(workflow).Select(u => u.Hash));
        var seen = new HashSet<ObjectSchema>();
        foreach (var input in workflow.Inputs) AddSchema(input.Schema, parts, seen);
        parts.AddRange(workflow.Model.Rules.Select(r => r.Node.ContentHash));
        // What was injected stands in other documents.
        if (workflow.Model is { WorkflowsToInject.Count: > 0 } whole)
            parts.AddRange(whole.GlobalParams.Select(p => p.Node).Concat(whole.Uses.Select(u => u.Node)).Concat(whole.Contradictions.Select(c => c.Node)).Select(n => n.ContentHash));
        return ContentHash.Of(Encoding.UTF8.GetBytes(string.Join("\n", parts)));
    }

    private static void AddSchema(ObjectSchema schema, List<string> parts, HashSet<ObjectSchema> seen)
    {
        if (schema.IsShape || !seen.Add(schema)) return; // a shape is of the facts, not of the workflow
        parts.Add(schema.Node is { } node ? node.ContentHash : schema.Name + ":" + string.Join(",", schema.Properties.Select(p => $"{p.Name}={p.Type}")));
        foreach (var property in schema.Properties)
        {
            // What a mapping takes from a Bundle depends on them, and they stand in other documents.
            if (property.Fhir is { } mapping) parts.AddRange(mapping.Sources.Select(s => s.Installed?.Node.ContentHash).OfType<string>());
            if (property.Type is ObjectType nested) AddSchema(nested.Schema, parts, seen);
            if (property.Type is ListType { Element: ObjectType element }) AddSchema(element.Schema, parts, seen);
        }
    }
}
