using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Language;

/// <summary>
/// What an author wrote, as a tree: names are not resolved and nothing is typed yet. Parentheses leave no node.
/// Left-associative chains (<c>a + b + c</c>) lean to the left and may be as long as the node limit; walk them in a loop.
/// </summary>
public abstract record Syntax(TextSpan Span);

public enum UnaryOperator { Not, Minus, Plus }

public enum BinaryOperator { Or, And, Coalesce, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Add, Subtract, Multiply, Divide, Remainder }

/// <summary>A literal; <see cref="Value"/> is <c>bool</c>, <c>decimal</c>, <c>string</c> or null. An integer literal has no decimal point.</summary>
public sealed record LiteralSyntax(TextSpan Span, object? Value, bool IsInteger = false) : Syntax(Span);

public sealed record NameSyntax(TextSpan Span, string Name) : Syntax(Span);

public sealed record MemberSyntax(TextSpan Span, Syntax Target, string Name, TextSpan NameSpan) : Syntax(Span);

/// <summary>A call: <see cref="Target"/> is the name or member before the parenthesis.</summary>
public sealed record CallSyntax(TextSpan Span, Syntax Target, IReadOnlyList<ArgumentSyntax> Arguments) : Syntax(Span);

/// <summary>One argument; <see cref="Name"/> is set for <c>name: value</c>.</summary>
public sealed record ArgumentSyntax(TextSpan Span, string? Name, Syntax Value) : Syntax(Span);

public sealed record LambdaSyntax(TextSpan Span, string Parameter, TextSpan ParameterSpan, Syntax Body) : Syntax(Span);

public sealed record UnarySyntax(TextSpan Span, UnaryOperator Operator, Syntax Operand) : Syntax(Span);

public sealed record BinarySyntax(TextSpan Span, BinaryOperator Operator, Syntax Left, Syntax Right, TextSpan OperatorSpan) : Syntax(Span);

public sealed record ConditionalSyntax(TextSpan Span, Syntax Condition, Syntax WhenTrue, Syntax WhenFalse) : Syntax(Span);

public sealed record IsSyntax(TextSpan Span, Syntax Operand, PatternSyntax Pattern) : Syntax(Span);

/// <summary><c>new[] { a, b }</c>.</summary>
public sealed record ListSyntax(TextSpan Span, IReadOnlyList<Syntax> Items) : Syntax(Span);

/// <summary>A C# pattern, the syntax that <c>is</c>, table cells and score bands share.</summary>
public abstract record PatternSyntax(TextSpan Span) : Syntax(Span);

public enum RelationalOperator { Less, LessOrEqual, Greater, GreaterOrEqual }

/// <summary>A constant: a literal (also <c>null</c>), a signed number or <c>Date("…")</c>. The parser keeps whatever stands there; the binder refuses what is not constant.</summary>
public sealed record ConstantPatternSyntax(TextSpan Span, Syntax Value) : PatternSyntax(Span);

public sealed record RelationalPatternSyntax(TextSpan Span, RelationalOperator Operator, Syntax Value) : PatternSyntax(Span);

public sealed record NotPatternSyntax(TextSpan Span, PatternSyntax Operand) : PatternSyntax(Span);

public sealed record AndPatternSyntax(TextSpan Span, PatternSyntax Left, PatternSyntax Right) : PatternSyntax(Span);

public sealed record OrPatternSyntax(TextSpan Span, PatternSyntax Left, PatternSyntax Right) : PatternSyntax(Span);

/// <summary><c>_</c>: matches everything, the unknown too.</summary>
public sealed record DiscardPatternSyntax(TextSpan Span) : PatternSyntax(Span);
