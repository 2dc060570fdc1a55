using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Evaluation;

/// <summary>Calls as <c>Name a b</c>; texts without blanks.</summary>
public sealed class FunctionTests
{
    [Theory]
    [InlineData("Min 3 1 2", "1")]
    [InlineData("Max 3 1 2", "3")]
    [InlineData("Min 5 [7..9]?a", "5")]
    [InlineData("Min 5 [4..9]?a", "[4..5]?a")]
    [InlineData("Max 5 {1|9}?a", "[5..9]?a")]
    [InlineData("Max 5 {1|9}?a ?b", "?a,b")]
    [InlineData("Max ?b !4001", "!4001")]
    [InlineData("Abs -2.5", "2.5")]
    [InlineData("Abs [1..2]?a", "?a")]
    [InlineData("Floor -2.5", "-3")]
    [InlineData("Ceiling -2.5", "-2")]
    [InlineData("Round 2.5 0", "3")]
    [InlineData("Round -2.345 2", "-2.35")]
    [InlineData("Round 2.5", "3")]
    [InlineData("Round 2.5 29", "!4006")]
    [InlineData("Round 2.5 -1", "!4006")]
    [InlineData("Round 2.5 0.5", "!4006")]
    [InlineData("Round ?a ?b", "?a,b")]
    [InlineData("Sqrt 2", "1.4142135623731")]
    [InlineData("Sqrt 4", "2")]
    [InlineData("Sqrt -1", "!4006")]
    [InlineData("Ln 0", "!4006")]
    [InlineData("Ln 1", "0")]
    [InlineData("Log10 1000", "3")]
    [InlineData("Log10 -1", "!4006")]
    [InlineData("Exp 1", "2.71828182845905")]
    [InlineData("Exp 1000", "!4002")]
    [InlineData("Exp 67", "!4002")]
    [InlineData("Exp -1000", "0")]
    [InlineData("Pow 2 10", "1024")]
    [InlineData("Pow 0 -1", "!4006")]
    [InlineData("Pow -8 0.5", "!4006")]
    [InlineData("Pow 10 29", "!4002")]
    public void Numbers(string call, string expected) => Assert.Equal(expected, Call(call));

    [Theory]
    [InlineData("YearsBetween 2000-06-15 2026-06-14", "25")]
    [InlineData("YearsBetween 2000-06-15 2026-06-15", "26")]
    [InlineData("YearsBetween 2026-06-14 2000-06-15", "-25")]
    [InlineData("YearsBetween 2000-02-29 2001-02-28", "0")]
    [InlineData("YearsBetween 2000-02-29 2001-03-01", "1")]
    [InlineData("MonthsBetween 2026-01-31 2026-02-28", "0")]
    [InlineData("MonthsBetween 2026-01-31 2026-03-31", "2")]
    [InlineData("MonthsBetween 2026-03-31 2026-01-31", "-2")]
    [InlineData("DaysBetween 2026-01-31 2026-02-28", "28")]
    [InlineData("DaysBetween 2026-02-28 2026-01-31", "-28")]
    [InlineData("AddDays 2026-01-31 28", "2026-02-28")]
    [InlineData("AddDays 2026-01-31 99999999", "!4006")]
    [InlineData("AddDays 2026-01-31 99999999999999999999", "!4006")]
    [InlineData("AddDays 2026-01-31 0.5", "!4006")]
    [InlineData("AddMonths 2026-01-31 1", "2026-02-28")]
    [InlineData("AddMonths 2026-01-31 -999999", "!4006")]
    [InlineData("AddMonths ?a 1", "?a")]
    [InlineData("Year 2026-01-31", "2026")]
    [InlineData("Month 2026-01-31", "1")]
    [InlineData("Day 2026-01-31", "31")]
    public void Dates(string call, string expected) => Assert.Equal(expected, Call(call));

    [Theory]
    [InlineData("Contains 'bone' 'on'", "true")]
    [InlineData("Contains 'bone' 'ON'", "false")]
    [InlineData("ContainsIgnoreCase 'bone' 'ON'", "true")]
    [InlineData("StartsWith 'bone' 'bo'", "true")]
    [InlineData("EndsWithIgnoreCase 'bone' 'NE'", "true")]
    [InlineData("Equals 'a' 'A'", "false")]
    [InlineData("EqualsIgnoreCase 'a' 'A'", "true")]
    [InlineData("Equals {'a'|'b'}?a 'A'", "?a")]
    [InlineData("ToUpper 'bone'", "'BONE'")]
    [InlineData("ToLower 'BONE'", "'bone'")]
    [InlineData("Length 'bone'", "4")]
    [InlineData("IsNullOrEmpty ''", "true")]
    [InlineData("IsNullOrEmpty ?a", "?a")]
    [InlineData("IsNullOrWhiteSpace 'x'", "false")]
    [InlineData("ToText 1.500", "'1.5'")]
    [InlineData("ToText 0.0000000000000000000000000001", "'0.0000000000000000000000000001'")]
    [InlineData("ToText 100", "'100'")]
    [InlineData("ToText 2026-01-31", "'2026-01-31'")]
    [InlineData("ToText true", "'true'")]
    [InlineData("ParseInteger '42'", "42")]
    [InlineData("ParseInteger '4.2'", "!4007")]
    [InlineData("ParseNumber '4.20'", "4.2")]
    [InlineData("ParseNumber '1,000'", "!4007")]
    [InlineData("ParseNumber '1e40'", "!4007")]
    [InlineData("ParseDate '2026-01-31'", "2026-01-31")]
    [InlineData("ParseDate '2026-02-30'", "!4007")]
    [InlineData("ToInteger 2.5", "3")]
    [InlineData("ToInteger '12'", "12")]
    public void Texts_and_conversions(string call, string expected) => Assert.Equal(expected, Call(call));

    [Fact]
    public void A_fault_names_the_function_and_quotes_no_long_text()
    {
        Assert.Equal("`Sqrt` is not defined for a negative number (-1)", Fault("Sqrt -1"));
        Assert.Equal("`12a` is not a whole number", Fault("ParseInteger '12a'"));
        Assert.Equal($"`{new string('x', 40)}…` is not a number", Fault($"ParseNumber '{new string('x', 9_000)}'"));
    }

    private static string Call(string call)
    {
        var (scene, node) = Bind(call);
        return scene.Show(node);
    }

    private static string Fault(string call)
    {
        var (scene, node) = Bind(call);
        return Assert.IsType<FaultValue>(scene.Evaluator.Evaluate(node)).Message;
    }

    private static (Scene Scene, BoundFunction Node) Bind(string call)
    {
        var scene = new Scene();
        var words = call.Split(' ');
        return (scene, new BoundFunction(default, FactType.Number, Enum.Parse<ScalarFunction>(words[0]), [.. words[1..].Select(scene.Operand)]));
    }
}
