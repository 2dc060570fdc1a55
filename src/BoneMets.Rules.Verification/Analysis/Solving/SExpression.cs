using System.Globalization;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>What the solver prints: an atom or a list.</summary>
internal sealed record SExpression(string? Atom, IReadOnlyList<SExpression> Items)
{
    public static SExpression Parse(string text)
    {
        var at = 0;
        return Read(text, ref at);
    }

    /// <summary>The number that it stands for; null for one that has no end as a decimal fraction of 28 digits and for an irrational one.</summary>
    public decimal? Number() => this switch
    {
        { Atom: { } atom } => decimal.TryParse(atom, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        { Items: [{ Atom: "-" }, var operand] } => -operand.Number(),
        { Items: [{ Atom: "/" }, var dividend, var divisor] } => dividend.Number() is { } a && divisor.Number() is { } b && b != 0 ? a / b : null,
        _ => null,
    };

    public override string ToString() => Atom ?? $"({string.Join(' ', Items)})";

    private static SExpression Read(string text, ref int at)
    {
        while (char.IsWhiteSpace(text[at])) at++;
        if (text[at] != '(')
        {
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')')) at++;
            return new SExpression(text[start..at], []);
        }
        at++;
        var items = new List<SExpression>();
        while (true)
        {
            while (char.IsWhiteSpace(text[at])) at++;
            if (text[at] == ')')
            {
                at++;
                return new SExpression(null, items);
            }
            items.Add(Read(text, ref at));
        }
    }
}
