using System.Globalization;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>Functions of texts and enumeration words. Characters compare as they are, or without case; no language's rules play a part.</summary>
internal static class TextFunctions
{
    public static Value Apply(ScalarFunction function, object[] arguments)
    {
        if (function == ScalarFunction.ToText) return new KnownValue(ToText(arguments[0]));
        var text = (string)arguments[0];
        return function switch
        {
            ScalarFunction.Contains => Value.Of(text.Contains((string)arguments[1], StringComparison.Ordinal)),
            ScalarFunction.StartsWith => Value.Of(text.StartsWith((string)arguments[1], StringComparison.Ordinal)),
            ScalarFunction.EndsWith => Value.Of(text.EndsWith((string)arguments[1], StringComparison.Ordinal)),
            ScalarFunction.Equals => Value.Of(text.Equals((string)arguments[1], StringComparison.Ordinal)),
            ScalarFunction.ContainsIgnoreCase => Value.Of(text.Contains((string)arguments[1], StringComparison.OrdinalIgnoreCase)),
            ScalarFunction.StartsWithIgnoreCase => Value.Of(text.StartsWith((string)arguments[1], StringComparison.OrdinalIgnoreCase)),
            ScalarFunction.EndsWithIgnoreCase => Value.Of(text.EndsWith((string)arguments[1], StringComparison.OrdinalIgnoreCase)),
            ScalarFunction.EqualsIgnoreCase => Value.Of(text.Equals((string)arguments[1], StringComparison.OrdinalIgnoreCase)),
            ScalarFunction.ToUpper => new KnownValue(text.ToUpperInvariant()),
            ScalarFunction.ToLower => new KnownValue(text.ToLowerInvariant()),
            ScalarFunction.Trim => new KnownValue(text.Trim()),
            ScalarFunction.Length => new KnownValue((decimal)text.Length),
            ScalarFunction.IsNullOrEmpty => Value.Of(text.Length == 0),
            ScalarFunction.IsNullOrWhiteSpace => Value.Of(string.IsNullOrWhiteSpace(text)),
            _ => throw new InvalidOperationException($"no meaning for the function {function}"),
        };
    }

    /// <summary>A number without trailing zeros, a date as year-month-day, <c>true</c> and <c>false</c>.</summary>
    public static string ToText(object content) => content switch
    {
        decimal number => number == 0 ? "0" : ExactNumber.Show(number),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        _ => (string)content,
    };
}
