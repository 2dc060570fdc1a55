using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Authoring;

/// <summary>
/// A bound expression as a sentence that a clinician reads: labels instead of names, units beside numbers, words for operators. It says what
/// the expression means, nothing of what it would be for a patient. Different expressions may read alike; the expression is the truth.
/// </summary>
public static class PlainEnglish
{
    /// <summary>A condition or a value.</summary>
    public static string Of(BoundNode node) => TypeOf(node) is BooleanType ? Condition(node) : Value(node);

    /// <summary>A cell or band, without its column.</summary>
    public static string Of(BoundPattern pattern, FactType column) => PatternWords.Of(pattern, column);

    /// <summary>What a value is called; also of one that is true or false.</summary>
    public static string LabelOf(BoundNode node) => Value(node);

    /// <summary>The same beside a value of another type: a text that stands for a word of an enumeration reads like that word.</summary>
    internal static string LabelOf(BoundNode node, FactType shownAs) => Value(node, shownAs);

    private static FactType TypeOf(BoundNode node) => node.Type;

    private static string Condition(BoundNode node) => node switch
    {
        BoundConstant { Value: bool truth } => truth ? "always" : "never",
        BoundNot { Operand: BoundIsKnown known } => $"{Value(known.Operand)} is not known",
        BoundNot not => Negated(not.Operand),
        BoundIsKnown known => $"{Value(known.Operand)} is known",
        BoundLogic logic => string.Join(logic.IsAnd ? " and " : " or ", logic.Operands.Select(o => o is BoundLogic or BoundConditional ? $"({Condition(o)})" : Condition(o))),
        BoundComparison comparison => $"{Value(comparison.Left)} {Relation(comparison)} {Right(comparison)}",
        BoundPatternTest test => $"{Value(test.Operand)} {PatternWords.Of(test.Pattern, test.Operand.Type)}",
        BoundListQuery { Operation: ListOperation.Any, Body: { } body } any => $"at least one of {Value(any.Source)} has: {Condition(body)}",
        BoundListQuery { Operation: ListOperation.Any } any => $"there is at least one of {Value(any.Source)}",
        BoundListQuery { Operation: ListOperation.All, Body: { } body } all => $"every one of {Value(all.Source)} has: {Condition(body)}",
        BoundListQuery { Operation: ListOperation.Contains, Argument: { } item } contains => $"{Value(item)} is among {Value(contains.Source)}",
        BoundFunction function when TextTests(function) is { } test => test,
        BoundConditional conditional => $"if {Condition(conditional.Condition)}, then {Condition(conditional.WhenTrue)}, otherwise {Condition(conditional.WhenFalse)}",
        BoundCoalesce coalesce => $"{Condition(coalesce.Left)}, taken as {(coalesce.Right is BoundConstant { Value: bool truth } ? truth ? "so" : "not so" : Condition(coalesce.Right))} when it is not known",
        BoundReference { Target: RuleDefinition } or BoundUseReference { Target: RuleDefinition } => $"“{Value(node)}” is met",
        BoundReference or BoundUseReference => $"{Value(node)} holds",
        _ => $"{Value(node)} is yes",
    };

    private static string Negated(BoundNode node) => node switch
    {
        BoundReference { Target: RuleDefinition } or BoundUseReference { Target: RuleDefinition } => $"“{Value(node)}” is not met",
        BoundReference or BoundUseReference => $"{Value(node)} does not hold",
        BoundFact or BoundVariable => $"{Value(node)} is no",
        _ => $"not ({Condition(node)})",
    };

    private static string Relation(BoundComparison comparison) => comparison.Operator switch
    {
        ComparisonOperator.Equal => "is",
        ComparisonOperator.NotEqual => "is not",
        _ when comparison.Left.Type is DateType => comparison.Operator switch
        {
            ComparisonOperator.Less => "is before",
            ComparisonOperator.LessOrEqual => "is not after",
            ComparisonOperator.Greater => "is after",
            _ => "is not before",
        },
        ComparisonOperator.Less => "is below",
        ComparisonOperator.LessOrEqual => "is at most",
        ComparisonOperator.Greater => "is above",
        _ => "is at least",
    };

    /// <summary>A plain number beside one with a unit is in that unit.</summary>
    private static string Right(BoundComparison comparison) =>
        comparison is { Right: BoundConstant { Value: decimal number }, Left.Type: NumberType { Unit: { } unit } } ? $"{ValueText.Number(number)} {unit}" : Value(comparison.Right, comparison.Left.Type);

    private static string Value(BoundNode node) => Value(node, node.Type);

    private static string Value(BoundNode node, FactType shownAs) => node switch
    {
        BoundConstant constant => Constant(constant.Value, shownAs),
        BoundInput input => $"the {ReadableWord.Of(input.Name)}",
        BoundVariable { Type: ObjectType of } => $"this {ReadableWord.Of(of.Schema.Name)}",
        BoundVariable variable => ReadableWord.Of(variable.Variable.Name),
        BoundFact { Owner: BoundFact owner } fact => $"{Label(fact.Property)} of {Value(owner)}",
        BoundFact fact => Label(fact.Property),
        BoundAbsent absent => ReadableWord.Of(absent.Name),
        BoundAsOf => "the day of the decision",
        BoundReference reference => Name(reference.Target),
        BoundUseReference used => $"{Name(used.Target)} ({used.Use.Workflow.Model.Title ?? used.Use.Workflow.Name})",
        BoundArithmetic arithmetic => $"{Operand(arithmetic.Left, arithmetic, isRight: false)} {Sign(arithmetic.Operator)} {Operand(arithmetic.Right, arithmetic, isRight: true)}",
        BoundNegate { Operand: BoundArithmetic sum } => $"−({Value(sum)})",
        BoundNegate negate => $"−{Value(negate.Operand)}",
        BoundConditional conditional => $"{Value(conditional.WhenTrue)} if {Condition(conditional.Condition)}, otherwise {Value(conditional.WhenFalse)}",
        BoundCoalesce coalesce => $"{Value(coalesce.Left)}, or {Value(coalesce.Right)} when that is not known",
        BoundValueIn converted => $"{Value(converted.Operand)} in {Unit(converted)}",
        BoundFunction function => Function(function),
        BoundListQuery query => Query(query),
        BoundList list => string.Join(", ", list.Items.Select(Value)),
        _ => $"whether {Condition(node)}",
    };

    private static string Constant(object value, FactType type) => value switch
    {
        string word when type is EnumType => ReadableWord.Of(word),
        string text => $"“{text}”",
        bool truth => truth ? "yes" : "no",
        decimal number => ValueText.Number(number),
        DateOnly date => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Label(FactProperty fact) => fact.Label ?? ReadableWord.Of(fact.Name);

    private static string Name(Definition definition) => definition switch
    {
        RuleDefinition rule => rule.Model.Title ?? ReadableWord.Of(rule.Name),
        ScoreDefinition score => score.Model.Title ?? ReadableWord.Of(score.Name),
        TableOutputDefinition { Table.Outputs.Count: > 1 } output => $"{ReadableWord.Of(output.Model?.Name ?? output.Name)} of {ReadableWord.Of(output.Table.Name)}",
        _ => ReadableWord.Of(definition.Name),
    };

    /// <summary>In brackets where the sentence would be read otherwise without them.</summary>
    private static string Operand(BoundNode node, BoundArithmetic of, bool isRight) => node switch
    {
        BoundConditional or BoundCoalesce => $"({Value(node)})",
        BoundArithmetic inner when IsSum(inner) && (!IsSum(of) || (isRight && of.Operator == ArithmeticOperator.Subtract)) => $"({Value(node)})",
        BoundArithmetic when isRight && !IsSum(of) => $"({Value(node)})",
        _ => Value(node),
    };

    private static bool IsSum(BoundArithmetic arithmetic) => arithmetic.Operator is ArithmeticOperator.Add or ArithmeticOperator.Subtract;

    private static string Unit(BoundValueIn converted)
    {
        if (converted.Operand is not BoundFact { Property: var fact }) return "that unit";
        return converted.Conversion is { } conversion ? fact.OtherUnits.First(u => Equals(u.Value, conversion)).Key : fact.Unit ?? "its unit";
    }

    private static char Sign(ArithmeticOperator op) => op switch
    {
        ArithmeticOperator.Add => '+',
        ArithmeticOperator.Subtract => '−',
        ArithmeticOperator.Multiply => '×',
        ArithmeticOperator.Divide => '÷',
        _ => '%',
    };

    private static string? TextTests(BoundFunction function)
    {
        var verb = function.Function switch
        {
            ScalarFunction.Contains or ScalarFunction.ContainsIgnoreCase => "contains",
            ScalarFunction.StartsWith or ScalarFunction.StartsWithIgnoreCase => "begins with",
            ScalarFunction.EndsWith or ScalarFunction.EndsWithIgnoreCase => "ends with",
            ScalarFunction.Equals or ScalarFunction.EqualsIgnoreCase => "is",
            ScalarFunction.IsNullOrEmpty or ScalarFunction.IsNullOrWhiteSpace => "is empty",
            _ => null,
        };
        return verb is null ? null : $"{Value(function.Arguments[0])} {verb}{(function.Arguments.Count > 1 ? $" {Value(function.Arguments[1], function.Arguments[0].Type)}" : "")}";
    }

    private static string Function(BoundFunction function)
    {
        var parts = function.Arguments.Select(Value).ToList();
        return function.Function switch
        {
            ScalarFunction.Min => $"the smallest of {string.Join(", ", parts)}",
            ScalarFunction.Max => $"the largest of {string.Join(", ", parts)}",
            ScalarFunction.Round when parts.Count > 1 => $"{parts[0]}, rounded to {parts[1]} digits",
            ScalarFunction.YearsBetween => $"the years from {parts[0]} to {parts[1]}",
            ScalarFunction.MonthsBetween => $"the months from {parts[0]} to {parts[1]}",
            ScalarFunction.DaysBetween => $"the days from {parts[0]} to {parts[1]}",
            ScalarFunction.AddDays => $"{parts[1]} days after {parts[0]}",
            ScalarFunction.AddMonths => $"{parts[1]} months after {parts[0]}",
            _ => $"{ReadableWord.Of(Small(function.Function.ToString()))} of {string.Join(", ", parts)}",
        };
    }

    private static string Query(BoundListQuery query)
    {
        var with = query.Body is { Type: BooleanType } body ? $" that have: {Condition(body)}" : "";
        return query.Operation switch
        {
            ListOperation.Count => $"the number of {Value(query.Source)}{with}",
            ListOperation.Where => $"{Value(query.Source)}{with}",
            ListOperation.First => $"the first of {Value(query.Source)}{with}",
            ListOperation.Last => $"the last of {Value(query.Source)}{with}",
            ListOperation.Sum or ListOperation.Min or ListOperation.Max or ListOperation.Average =>
                $"the {Aggregate(query.Operation)}{(query.Body is { } value ? $" {Value(value)}" : "")} over {Value(query.Source)}",
            ListOperation.Select when query.Body is { } value => $"{Value(value)} of each of {Value(query.Source)}",
            _ => $"{Value(query.Source)}, {ReadableWord.Of(Small(query.Operation.ToString()))}",
        };
    }

    private static string Aggregate(ListOperation operation) => operation switch
    {
        ListOperation.Sum => "sum of",
        ListOperation.Min => "smallest",
        ListOperation.Max => "largest",
        _ => "mean",
    };

    private static string Small(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
