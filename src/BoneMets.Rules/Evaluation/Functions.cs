using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>Scalar functions. An undecided argument makes the result unknown, except for <c>Min</c> and <c>Max</c>, which carry intervals.</summary>
internal static class Functions
{
    /// <summary>None of the arguments is a fault.</summary>
    public static Value Apply(ScalarFunction function, IReadOnlyList<Value> arguments)
    {
        if (function is ScalarFunction.Min or ScalarFunction.Max) return Arithmetic.Extreme(function == ScalarFunction.Max, arguments);
        if (arguments.Any(Kleene.IsUndecided)) return new UnknownValue(arguments.Aggregate(MissingFacts.None, (all, v) => all.And(v.Missing)));
        return Apply(function, [.. arguments.Select(a => ((KnownValue)a).Content)]);
    }

    private static Value Apply(ScalarFunction function, object[] arguments) => function switch
    {
        ScalarFunction.Abs => new KnownValue(Math.Abs((decimal)arguments[0])),
        ScalarFunction.Floor => new KnownValue(decimal.Floor((decimal)arguments[0])),
        ScalarFunction.Ceiling => new KnownValue(decimal.Ceiling((decimal)arguments[0])),
        ScalarFunction.Round => NumberFunctions.Round((decimal)arguments[0], arguments.Length > 1 ? (decimal)arguments[1] : 0),
        ScalarFunction.Sqrt => NumberFunctions.Sqrt((decimal)arguments[0]),
        ScalarFunction.Ln => NumberFunctions.Ln((decimal)arguments[0]),
        ScalarFunction.Log10 => NumberFunctions.Log10((decimal)arguments[0]),
        ScalarFunction.Exp => NumberFunctions.Exp((decimal)arguments[0]),
        ScalarFunction.Pow => NumberFunctions.Pow((decimal)arguments[0], (decimal)arguments[1]),
        ScalarFunction.ToInteger => NumberFunctions.ToInteger(arguments[0]),
        ScalarFunction.ParseInteger => NumberFunctions.ParseInteger(arguments[0]),
        ScalarFunction.ParseNumber => NumberFunctions.ParseNumber(arguments[0]),
        >= ScalarFunction.YearsBetween and <= ScalarFunction.Day or ScalarFunction.ParseDate => DateFunctions.Apply(function, arguments),
        _ => TextFunctions.Apply(function, arguments),
    };
}
