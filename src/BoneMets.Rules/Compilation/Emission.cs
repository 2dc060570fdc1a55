using System.Collections.Immutable;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>
/// One run of the emitter: walks rules and what they read, and collects the steps of the generated code in evaluation order.
/// Every value has a <see cref="Shape"/>; statements that a shape needs go to the block of the place where it is made.
/// Only what is decided exactly as the evaluator would decide it is emitted; anything else ends in <see cref="NotCompiledException"/>,
/// which drops the definition and all that read it.
/// </summary>
internal sealed partial class Emission
{
    private const string AsOf = "s.asOf";

    private readonly Identifiers names = new();
    private readonly Dictionary<(string Frame, string Property), string> factNames = [];
    private readonly Dictionary<string, Scope> globalScopes = new(StringComparer.Ordinal);
    private readonly Dictionary<RuleDefinition, Step> ruleSteps = [];
    private readonly HashSet<string> valueNames = new(StringComparer.Ordinal);
    private readonly List<ObjectSchema> absent = [];

    public Emission(BoundWorkflow workflow)
    {
        Workflow = workflow;
        var inputs = new List<FrameSource?>();
        foreach (var input in workflow.Inputs) inputs.Add(new InputFrame(input.Schema, names.Unique(input.Name)));
        Root = new Scope(workflow, inputs, null, null, "");
    }

    public BoundWorkflow Workflow { get; }

    public Scope Root { get; }

    public List<Step> Steps { get; } = [];

    /// <summary>Members of the generated class besides its methods.</summary>
    public List<string> Statics { get; } = [];

    public List<int> InterpretedRules { get; } = [];

    /// <summary>Schemas of nested objects that may be absent.</summary>
    public IReadOnlyList<ObjectSchema> AbsentSchemas => absent;

    public void Run(CancellationToken cancellation)
    {
        for (var i = 0; i < Workflow.Rules.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var rule = Workflow.Rules[i];
            if (!ruleSteps.ContainsKey(rule) && !TryRule(rule, i)) InterpretedRules.Add(i);
        }
        InterpretedRules.Sort();
    }

    /// <summary>The value of a definition in a scope; computed at most once there.</summary>
    private Shape Value(Scope scope, Definition definition)
    {
        if (definition is TableOutputDefinition output) return Table(scope, output.Table)[output.Index];
        if (!scope.Values.TryGetValue(definition, out var value))
        {
            scope.Values[definition] = null;
            value = scope == Root && definition is RuleDefinition rule ? RuleOfRoot(rule) : Compute(scope, definition);
            scope.Values[definition] = value;
        }
        return value ?? throw new NotCompiledException(definition.Name);
    }

    private Shape? Compute(Scope scope, Definition definition)
    {
        var (place, step) = Open(scope, $"{scope.Prefix}{definition.Name}: {TextOf(definition)}");
        try
        {
            var shape = definition switch
            {
                ParameterDefinition parameter => Lower(parameter.Expression, place),
                ScoreDefinition score => Sum(score, place),
                RuleDefinition rule => ToTruth(Lower(rule.Condition, place)),
                _ => throw new NotCompiledException(definition.GetType().Name),
            };
            var published = Publish(shape, $"{scope.Prefix}{definition.Name}", place);
            Close(step);
            return published;
        }
        catch (NotCompiledException) when (step is not null)
        {
            return null;
        }
    }

    private bool TryRule(RuleDefinition rule, int index)
    {
        var (place, step) = Open(Root, $"{rule.Name}: {TextOf(rule)}", index);
        try
        {
            step!.Verdict = ToTruth(Lower(rule.Condition, place));
            Steps.Add(step);
            ruleSteps.Add(rule, step);
            return true;
        }
        catch (NotCompiledException)
        {
            Root.Values[rule] = null;
            return false;
        }
    }

    /// <summary>A rule that another one reads: its verdict also goes to a field, whichever of the two came first.</summary>
    private TruthShape? RuleOfRoot(RuleDefinition rule)
    {
        if (!ruleSteps.TryGetValue(rule, out var step))
        {
            var index = IndexOf(rule);
            if (index < 0 || !TryRule(rule, index)) return null;
            step = ruleSteps[rule];
        }
        var published = (TruthShape)Publish(step.Verdict!, rule.Name, new Place(Root, step.Code, step.Code, NoVariables));
        step.Verdict = published;
        return published;
    }

    private int IndexOf(RuleDefinition rule)
    {
        for (var i = 0; i < Workflow.Rules.Count; i++)
            if (ReferenceEquals(Workflow.Rules[i], rule)) return i;
        return -1;
    }

    /// <summary>A place for a definition: an own step, or the loop body that the scope lives in (then there is no step).</summary>
    private static (Place Place, Step? Step) Open(Scope scope, string comment, int? rule = null)
    {
        if (scope.Body is { } body)
        {
            body.Add($"// {Identifiers.Comment(comment)}");
            return (new Place(scope, scope.Step!, body, NoVariables), null);
        }
        var block = new CodeBlock(0);
        return (new Place(scope, block, block, NoVariables), new Step(block, Identifiers.Comment(comment)) { RuleIndex = rule });
    }

    private void Close(Step? step)
    {
        if (step is not null) Steps.Add(step);
    }

    private static ImmutableDictionary<int, ElementFrame> NoVariables => ImmutableDictionary<int, ElementFrame>.Empty;

    /// <summary>Gives a value names that later code can read: of the whole decision, or of the loop body.</summary>
    private Shape Publish(Shape shape, string name, Place place)
    {
        switch (shape)
        {
            case TruthShape { IsConstant: false } truth:
                return new TruthShape(Store("bool", $"{name}_met", truth.True, place), Store("bool", $"{name}_notMet", truth.False, place));
            case NumberShape number:
                var low = Store("double", number.IsPoint ? name : $"{name}_low", number.Low, place);
                var high = number.IsPoint ? low : Store("double", $"{name}_high", number.High, place);
                return number with { Low = low, High = high, Magnitude = number.Magnitude is null ? null : Store("double", $"{name}_size", number.Magnitude, place) };
            case CodeShape code:
                return code with { Code = Store("int", name, code.Code, place) };
            case TextShape text:
                return new TextShape(Store("string?", name, text.Text, place));
            case ChoiceShape choice:
                return choice with { Mask = Store("ulong", $"{name}_rows", choice.Mask, place) };
            case UnknownShape or ConstantShape or TruthShape:
                return shape;
            default:
                throw new NotCompiledException("a list as a value");
        }
    }

    private string Store(string type, string name, string value, Place place)
    {
        if (value == AsOf || valueNames.Contains(value)) return value;
        var unique = Local(place, type, name, value);
        if (place.Scope.Body is null)
        {
            valueNames.Add(unique);
            place.Block.Values.Add((type, unique));
        }
        return unique;
    }

    /// <summary>A local of the block, so that a text used more than once is computed once.</summary>
    private string Local(Place place, string type, string name, string value)
    {
        var unique = names.Unique(name);
        place.Block.Add($"{type} {unique} = {value};");
        return unique;
    }

    /// <summary>What the author wrote of it, for the comment beside its code.</summary>
    internal static string TextOf(Definition definition) => definition switch
    {
        ParameterDefinition parameter => parameter.Model.Expression.Text,
        ScoreDefinition score => string.Join(" + ", score.Items.Select(i => i.Name)),
        RuleDefinition { Model.Expression: { } expression } => expression.Text,
        RuleDefinition rule => string.Join(rule.Model.Operator == RuleOperator.And ? " && " : " || ", rule.Model.Rules.Select(r => r.Name)),
        _ => definition.Name,
    };
}
