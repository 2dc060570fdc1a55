using System.Runtime.CompilerServices;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>Facts with their bits, constants, references, and the inputs of used workflows.</summary>
internal sealed partial class DetailEmission
{
    private DetailShape Lower(BoundNode node, DetailPlace place)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new NotCompiledException("a deeper chain of definitions than the stack holds");
        return node is BoundArithmetic arithmetic ? Chain(arithmetic, place) : Other(node, place);
    }

    /// <summary>Arithmetic leans to the left and may be long, so its spine is walked in a loop.</summary>
    private DetailShape Chain(BoundArithmetic arithmetic, DetailPlace place)
    {
        var pending = new Stack<BoundArithmetic>();
        BoundNode first = arithmetic;
        for (; first is BoundArithmetic next; first = next.Left) pending.Push(next);
        var result = Lower(first, place);
        while (pending.TryPop(out var next)) result = Arithmetic(next.Operator, result, Lower(next.Right, place), place);
        return result;
    }

    private DetailShape Other(BoundNode node, DetailPlace place) => node switch
    {
        BoundConstant constant => new DetailConstant(constant.Value, constant.Type),
        BoundAbsent absentFact => new DetailUnknown(BitOf(PathOf(absentFact, place))),
        BoundAsOf => AsOf(place),
        BoundFact fact => Fact(Frame(fact.Owner, place), fact.Property, place),
        BoundReference reference => Value(place.Scope, reference.Target),
        BoundUseReference reference => Value(ScopeOf(reference.Use, place), reference.Target),
        BoundNot not => ToTruth(Lower(not.Operand, place), place).Not(),
        BoundLogic logic => Join(logic.IsAnd, [.. logic.Operands.Select(o => ToTruth(Lower(o, place), place))], place),
        BoundComparison comparison => Compare(comparison.Operator, Lower(comparison.Left, place), Lower(comparison.Right, place), place),
        BoundPatternTest test => Pattern(test.Pattern, Lower(test.Operand, place), place),
        BoundIsKnown known => IsKnown(Lower(known.Operand, place), place),
        BoundNegate negate => Negate(Lower(negate.Operand, place), place),
        BoundValueIn valueIn => ValueIn(valueIn, place),
        BoundCoalesce coalesce => Coalesce(Lower(coalesce.Left, place), Lower(coalesce.Right, place), place),
        BoundConditional conditional => Conditional(conditional, place),
        BoundFunction function => Function(function, place),
        _ => throw new NotCompiledException(node.GetType().Name),
    };

    private DetailCode AsOf(DetailPlace place)
    {
        place.Block.Declare("asOf_missing", $"Bits asOf_missing = s.asOf < 0 ? {BitOf("asOf")} : {DetailShape.Nothing};");
        return new DetailCode("s.asOf", FactType.Date, "asOf_missing");
    }

    private DetailFrame Frame(BoundNode node, DetailPlace place)
    {
        switch (node)
        {
            case BoundInput input:
                return place.Scope.Inputs[input.Index];
            case BoundFact { Property.Type: ObjectType type } fact:
                var owner = Frame(fact.Owner, place);
                var path = $"{owner.Path}.{fact.Property.Name}";
                if (owner.Source is not { } source) return new DetailFrame(null, path);
                return new DetailFrame(new NestedFrame(type.Schema, FactName(source, fact.Property), source, fact.Property.Slot, AbsentIndex(type.Schema)), path);
            default:
                throw new NotCompiledException("an object that is computed");
        }
    }

    /// <summary>A field that the shape lacks, and fields of such a field.</summary>
    private string PathOf(BoundAbsent absentFact, DetailPlace place)
    {
        var (path, owner) = (absentFact.Name, absentFact.Owner);
        while (owner is BoundAbsent outer) (path, owner) = ($"{outer.Name}.{path}", outer.Owner);
        return owner is null ? path : $"{Frame(owner, place).Path}.{path}";
    }

    private DetailShape Fact(DetailFrame frame, FactProperty property, DetailPlace place)
    {
        var path = $"{frame.Path}.{property.Name}";
        if (property.Type is ListType or ObjectType) throw new NotCompiledException("a list or an object as a value");
        if (frame.Source is not { } owner) return new DetailUnknown(BitOf(path));
        var name = FactName(owner, property);
        var source = owner.Use(place.Block);
        var slot = Literal.Whole(property.Slot);
        var (type, array, isUnknown) = property.Type switch
        {
            NumberType => ("double", "Numbers", $"double.IsNaN({name})"),
            TextType => ("string?", "Texts", $"{name} is null"),
            _ => ("int", "Codes", $"{name} < 0"),
        };
        place.Block.Declare(name, $"{type} {name} = {source}.{array}[{slot}];");
        var missing = $"{name}_missing";
        place.Block.Declare(missing, $"Bits {missing} = {isUnknown} ? {BitOf(path)} : {DetailShape.Nothing};");
        return property.Type switch
        {
            NumberType => new DetailNumber($"(!double.IsNaN({name}))", $"{source}.Exact[{slot}]", $"{source}.Exact[{slot}]", missing, (name, name)),
            BooleanType => new DetailTruth($"({name} == 1)", $"({name} == 0)", missing),
            TextType => new DetailText(name, missing),
            _ => new DetailCode(name, property.Type, missing),
        };
    }

    private string FactName(FrameSource frame, FactProperty property)
    {
        if (factNames.TryGetValue((frame.Name, property.Name), out var name)) return name;
        do name = names.Unique($"{frame.Name}_{property.Name}");
        while (names.Unique($"{name}_missing") != $"{name}_missing");
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

    /// <summary>The scope of a used workflow on these inputs: one for all who give the same. What the caller lacks goes by the used workflow's own name.</summary>
    private DetailScope ScopeOf(BoundUse use, DetailPlace place)
    {
        var frames = use.Arguments.Select((argument, i) => argument is null ? new DetailFrame(null, use.Workflow.Inputs[i].Name) : Frame(argument, place)).ToList();
        var key = $"{use.Workflow.Name}({string.Join(",", frames.Select(f => (f.Source is null ? "-" : "") + f.Path))})";
        if (!scopes.TryGetValue(key, out var scope)) scopes.Add(key, scope = new DetailScope(use.Workflow, frames, use.Workflow.Name + "_"));
        return scope;
    }
}
