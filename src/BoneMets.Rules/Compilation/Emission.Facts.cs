using System.Runtime.CompilerServices;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>Facts, constants, references, and the inputs of used workflows.</summary>
internal sealed partial class Emission
{
    private Shape Lower(BoundNode node, Place place)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new NotCompiledException("a deeper chain of definitions than the stack holds");
        return node is BoundArithmetic arithmetic ? Chain(arithmetic, place) : Other(node, place);
    }

    /// <summary>Arithmetic leans to the left and may be long, so its spine is walked in a loop.</summary>
    private Shape Chain(BoundArithmetic arithmetic, Place place)
    {
        var pending = new Stack<BoundArithmetic>();
        BoundNode first = arithmetic;
        for (; first is BoundArithmetic next; first = next.Left) pending.Push(next);
        var result = Lower(first, place);
        while (pending.TryPop(out var next)) result = Arithmetic(next.Operator, result, Lower(next.Right, place), place);
        return result;
    }

    private Shape Other(BoundNode node, Place place) => node switch
    {
        BoundConstant constant => new ConstantShape(constant.Value, constant.Type),
        BoundAbsent => UnknownShape.Instance,
        BoundAsOf => new CodeShape(AsOf, FactType.Date),
        BoundFact fact => Fact(Frame(fact.Owner, place), fact.Property, place),
        BoundVariable { Type: not ObjectType } variable => Scalar(place.Variables[variable.Variable.Depth], place),
        BoundReference reference => Value(place.Scope, reference.Target),
        BoundUseReference reference => Value(ScopeOf(reference.Use, place), reference.Target),
        BoundNot not => ToTruth(Lower(not.Operand, place)).Not(),
        BoundLogic logic => Logic(logic, place),
        BoundComparison comparison => Compare(comparison.Operator, Lower(comparison.Left, place), Lower(comparison.Right, place), place),
        BoundPatternTest test => Pattern(test.Pattern, Lower(test.Operand, place), place),
        BoundIsKnown known => IsKnown(Lower(known.Operand, place), place),
        BoundNegate negate => Negate(Lower(negate.Operand, place), place),
        BoundValueIn valueIn => ValueIn(valueIn, place),
        BoundCoalesce coalesce => Coalesce(Lower(coalesce.Left, place), Lower(coalesce.Right, place), place),
        BoundConditional conditional => Conditional(conditional, place),
        BoundFunction function => Function(function, place),
        BoundListQuery query => ListQuery(query, place),
        _ => throw new NotCompiledException(node.GetType().Name),
    };

    /// <summary>The frame of an object expression; null when the caller has no such object.</summary>
    private FrameSource? Frame(BoundNode node, Place place)
    {
        switch (node)
        {
            case BoundInput input:
                return place.Scope.Inputs[input.Index];
            case BoundVariable variable:
                return place.Variables[variable.Variable.Depth];
            case BoundAbsent:
                return null;
            case BoundFact { Property.Type: ObjectType type } fact:
                if (Frame(fact.Owner, place) is not { } owner) return null;
                return new NestedFrame(type.Schema, FactName(owner, fact.Property), owner, fact.Property.Slot, AbsentIndex(type.Schema));
            default:
                throw new NotCompiledException("an object that is computed");
        }
    }

    private Shape Scalar(ElementFrame frame, Place place) =>
        frame.Schema.Properties is [var value] ? Fact(frame, value, place) : throw new NotCompiledException("a list of which no element is known");

    private Shape Fact(FrameSource? frame, FactProperty property, Place place)
    {
        if (frame is null) return UnknownShape.Instance;
        var name = FactName(frame, property);
        var source = frame.Use(place.Step);
        var block = frame.Owner ?? place.Step;
        var slot = Literal.Whole(property.Slot);
        switch (property.Type)
        {
            case NumberType type:
                block.Declare(name, $"double {name} = {source}.Numbers[{slot}];");
                return new NumberShape(name, name, null, 0, BoundOf(property), type.IsInteger);
            case BooleanType:
                block.Declare(name, $"int {name} = {source}.Codes[{slot}];");
                return new TruthShape($"({name} == 1)", $"({name} == 0)");
            case EnumType or DateType:
                block.Declare(name, $"int {name} = {source}.Codes[{slot}];");
                return new CodeShape(name, property.Type);
            case TextType:
                block.Declare(name, $"string? {name} = {source}.Texts[{slot}];");
                return new TextShape(name);
            case ListType:
                block.Declare(name, $"FactList? {name} = {source}.Lists[{slot}];");
                return new ListShape(name, property.ElementSchema!, property.Name);
            default:
                throw new NotCompiledException("an object as a value");
        }
    }

    /// <summary>A whole number whose schema keeps it small enough that sums and products stay exact.</summary>
    private static double? BoundOf(FactProperty property)
    {
        if (property.Type is not NumberType { IsInteger: true } || property.Minimum is not { } low || property.Maximum is not { } high) return null;
        var bound = (double)Math.Max(Math.Abs(low), Math.Abs(high));
        return bound <= ExactBound ? bound : null;
    }

    private string FactName(FrameSource frame, FactProperty property)
    {
        if (factNames.TryGetValue((frame.Name, property.Name), out var name)) return name;
        name = names.Unique($"{frame.Name}_{property.Name}");
        factNames.Add((frame.Name, property.Name), name);
        return name;
    }

    private int AbsentIndex(ObjectSchema schema)
    {
        var index = absent.IndexOf(schema);
        if (index >= 0) return index;
        absent.Add(schema);
        return absent.Count - 1;
    }

    /// <summary>The scope of a used workflow on these inputs: one for all who give the same, in the innermost loop that an input comes from.</summary>
    private Scope ScopeOf(BoundUse use, Place place)
    {
        var frames = new List<FrameSource?>();
        CodeBlock? owner = null;
        foreach (var argument in use.Arguments)
        {
            var frame = argument is null ? null : Frame(argument, place);
            frames.Add(frame);
            if (frame?.Owner is { } block && (owner is null || block.Depth > owner.Depth)) owner = block;
        }
        var key = use.Workflow.Name + "(" + string.Join(",", frames.Select(f => f?.Name ?? "-")) + ")";
        var scopes = owner?.Scopes ?? globalScopes;
        if (!scopes.TryGetValue(key, out var scope))
        {
            scope = new Scope(use.Workflow, frames, owner, owner is null ? null : place.Step, use.Workflow.Name + "_");
            scopes.Add(key, scope);
        }
        return scope;
    }
}
