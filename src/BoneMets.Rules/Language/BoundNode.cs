using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Language;

/// <summary>
/// The one centre of the engine: an expression with every name resolved and every type checked.
/// The evaluator, the compiler, the explanation and every later reader are walks over this closed family; none looks at text again.
/// Immutable after binding. <see cref="Span"/> is inside the authored expression.
/// </summary>
public abstract class BoundNode(TextSpan span, FactType type)
{
    public TextSpan Span { get; } = span;

    public FactType Type { get; } = type;
}

/// <summary>A constant: <c>bool</c>, <c>decimal</c>, <c>string</c> (texts and enumeration words) or <see cref="DateOnly"/>.</summary>
public sealed class BoundConstant(TextSpan span, FactType type, object value) : BoundNode(span, type)
{
    public object Value { get; } = value;

    /// <summary>The same as the evaluator speaks of it: one for all who ask, since nothing is asked for more often.</summary>
    internal KnownValue Known { get; } = Candidates.Known(value);
}

/// <summary>An input object of the workflow, by position.</summary>
public sealed class BoundInput(TextSpan span, ObjectType type, int index, string name) : BoundNode(span, type)
{
    public int Index { get; } = index;
    public string Name { get; } = name;
}

/// <summary>The parameter of a lambda (or of <c>ForEach … As</c>).</summary>
public sealed class BoundVariable(TextSpan span, LambdaVariable variable) : BoundNode(span, variable.Type)
{
    public LambdaVariable Variable { get; } = variable;
}

/// <summary><see cref="Depth"/> counts the enclosing lambdas: 0 for the outermost. Elements of a scalar list have the scalar's type.</summary>
public sealed record LambdaVariable(string Name, FactType Type, int Depth);

/// <summary>The evaluation date.</summary>
public sealed class BoundAsOf(TextSpan span) : BoundNode(span, FactType.Date);

/// <summary>A fact of an object: a scalar, a nested object or a list. Unknown when the frame does not have it.</summary>
public sealed class BoundFact(TextSpan span, BoundNode owner, FactProperty property) : BoundNode(span, property.Type)
{
    public BoundNode Owner { get; } = owner;
    public FactProperty Property { get; } = property;
}

/// <summary>A field that the bound shape lacks: always unknown, missing under <c>owner path + name</c>.</summary>
public sealed class BoundAbsent(TextSpan span, BoundNode? owner, string name) : BoundNode(span, FactType.Absent)
{
    public BoundNode? Owner { get; } = owner;
    public string Name { get; } = name;
}

/// <summary>A parameter, score, score item, table output or rule of the same workflow. A rule reads as true, false or unknown; a failed one fails its reader.</summary>
public sealed class BoundReference(TextSpan span, Definition target) : BoundNode(span, target.Type)
{
    public Definition Target { get; } = target;
}

/// <summary>The same of a used workflow, evaluated on other inputs.</summary>
public sealed class BoundUseReference(TextSpan span, BoundUse use, Definition target) : BoundNode(span, target.Type)
{
    public BoundUse Use { get; } = use;
    public Definition Target { get; } = target;
}

/// <summary>A used workflow with one object expression per input of it; null = the caller has no such input, so all of its facts are unknown.</summary>
public sealed record BoundUse(BoundWorkflow Workflow, IReadOnlyList<BoundNode?> Arguments);

public sealed class BoundNot(TextSpan span, BoundNode operand) : BoundNode(span, FactType.Boolean)
{
    public BoundNode Operand { get; } = operand;
}

/// <summary><c>a &amp;&amp; b &amp;&amp; c</c> or <c>a || b || c</c>: two or more operands, evaluated left to right until one decides.</summary>
public sealed class BoundLogic(TextSpan span, bool isAnd, IReadOnlyList<BoundNode> operands) : BoundNode(span, FactType.Boolean)
{
    public bool IsAnd { get; } = isAnd;
    public IReadOnlyList<BoundNode> Operands { get; } = operands;
}

public enum ComparisonOperator { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual }

/// <summary>Both sides are of one kind: numbers, texts or enumeration words (ordinal), dates, or booleans (only equality).</summary>
public sealed class BoundComparison(TextSpan span, ComparisonOperator op, BoundNode left, BoundNode right) : BoundNode(span, FactType.Boolean)
{
    public ComparisonOperator Operator { get; } = op;
    public BoundNode Left { get; } = left;
    public BoundNode Right { get; } = right;
}

/// <summary><c>x is pattern</c>, also a table cell or a score band over its column.</summary>
public sealed class BoundPatternTest(TextSpan span, BoundNode operand, BoundPattern pattern) : BoundNode(span, FactType.Boolean)
{
    public BoundNode Operand { get; } = operand;
    public BoundPattern Pattern { get; } = pattern;
}

public enum ArithmeticOperator { Add, Subtract, Multiply, Divide, Remainder }

/// <summary>Exact decimals. Chains lean to the left and may be long: walk <see cref="Left"/> in a loop or stay within <see cref="LanguageLimits.Nodes"/> frames.</summary>
public sealed class BoundArithmetic(TextSpan span, NumberType type, ArithmeticOperator op, BoundNode left, BoundNode right) : BoundNode(span, type)
{
    public ArithmeticOperator Operator { get; } = op;
    public BoundNode Left { get; } = left;
    public BoundNode Right { get; } = right;
}

public sealed class BoundNegate(TextSpan span, BoundNode operand) : BoundNode(span, operand.Type)
{
    public BoundNode Operand { get; } = operand;
}

public sealed class BoundConditional(TextSpan span, FactType type, BoundNode condition, BoundNode whenTrue, BoundNode whenFalse) : BoundNode(span, type)
{
    public BoundNode Condition { get; } = condition;
    public BoundNode WhenTrue { get; } = whenTrue;
    public BoundNode WhenFalse { get; } = whenFalse;
}

/// <summary><c>left ?? right</c>: right where left is not a single known value.</summary>
public sealed class BoundCoalesce(TextSpan span, FactType type, BoundNode left, BoundNode right) : BoundNode(span, type)
{
    public BoundNode Left { get; } = left;
    public BoundNode Right { get; } = right;
}

/// <summary><c>IsKnown(x)</c>, and <c>x is null</c>, <c>x == null</c> through <see cref="BoundNot"/>: never unknown itself.</summary>
public sealed class BoundIsKnown(TextSpan span, BoundNode operand) : BoundNode(span, FactType.Boolean)
{
    public BoundNode Operand { get; } = operand;
}

/// <summary><c>ValueIn(x, "unit")</c>: a plain number; null conversion = the canonical unit itself.</summary>
public sealed class BoundValueIn(TextSpan span, BoundNode operand, UnitConversion? conversion) : BoundNode(span, FactType.Number)
{
    public BoundNode Operand { get; } = operand;
    public UnitConversion? Conversion { get; } = conversion;
}

/// <summary>A scalar function. Undecided arguments make it unknown, except <c>Min</c> and <c>Max</c>, which carry intervals.</summary>
public sealed class BoundFunction(TextSpan span, FactType type, ScalarFunction function, IReadOnlyList<BoundNode> arguments) : BoundNode(span, type)
{
    public ScalarFunction Function { get; } = function;
    public IReadOnlyList<BoundNode> Arguments { get; } = arguments;
}

public enum ScalarFunction
{
    Min, Max, Abs, Round, Floor, Ceiling, Sqrt, Pow, Ln, Log10, Exp,
    YearsBetween, MonthsBetween, DaysBetween, AddDays, AddMonths, Year, Month, Day,
    Contains, StartsWith, EndsWith, Equals, ContainsIgnoreCase, StartsWithIgnoreCase, EndsWithIgnoreCase, EqualsIgnoreCase,
    ToUpper, ToLower, Trim, Length, IsNullOrEmpty, IsNullOrWhiteSpace, ToText, ParseInteger, ParseNumber, ParseDate, ToInteger,
}

public enum ListOperation { Any, All, Count, Sum, Min, Max, Average, Where, Select, Contains, First, Last, OrderBy, OrderByDescending, Take, Skip, Distinct }

/// <summary>
/// A list operation. <see cref="Body"/> is the predicate or selector over <see cref="Variable"/> (null when there is none);
/// <see cref="Argument"/> is the item of <c>Contains</c> or the number of <c>Take</c> and <c>Skip</c>. <c>FirstOrDefault</c> is <c>First</c>.
/// </summary>
public sealed class BoundListQuery(
    TextSpan span, FactType type, ListOperation operation, BoundNode source, LambdaVariable? variable, BoundNode? body, BoundNode? argument)
    : BoundNode(span, type)
{
    public ListOperation Operation { get; } = operation;
    public BoundNode Source { get; } = source;
    public LambdaVariable? Variable { get; } = variable;
    public BoundNode? Body { get; } = body;
    public BoundNode? Argument { get; } = argument;

    /// <summary>What each element takes of the steps of a decision: one, and more for a body that is large.</summary>
    internal int StepsPerElement => steps != 0 ? steps : steps = 1 + WorkSize.StepsOf(Body);

    private int steps;
}

/// <summary><c>new[] { a, b }</c>.</summary>
public sealed class BoundList(TextSpan span, ListType type, IReadOnlyList<BoundNode> items) : BoundNode(span, type)
{
    public IReadOnlyList<BoundNode> Items { get; } = items;
}
