using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>Texts with <c>$(expression)</c> parts. A dollar sign without a parenthesis is itself.</summary>
internal static class MessageBinder
{
    public static BoundMessage? Bind(AuthoredText? text, BindingScope scope, DiagnosticBag bag)
    {
        if (text is null) return null;
        var parts = new List<MessagePart>();
        var position = 0;
        while (true)
        {
            var start = text.Text.IndexOf("$(", position, StringComparison.Ordinal);
            if (start < 0) break;
            var end = ClosingParenthesis(text.Text, start + 2);
            if (end < 0)
            {
                bag.Add(text.Node.At(DiagnosticCode.Syntax, "`$(` is never closed", "write `$(expression)`", new TextSpan(start, 2)));
                return null;
            }
            if (start > position) parts.Add(new MessagePart(text.Text[position..start], null));
            if (BindPart(text, start + 2, end, scope, bag) is not { } expression) return null;
            parts.Add(new MessagePart(null, expression));
            position = end + 1;
        }
        if (position < text.Text.Length) parts.Add(new MessagePart(text.Text[position..], null));
        return new BoundMessage(parts);
    }

    private static BoundNode? BindPart(AuthoredText text, int start, int end, BindingScope scope, DiagnosticBag bag)
    {
        // Findings point into the whole message: what stands before the expression becomes white space, which means nothing to it.
        var padded = string.Concat(new string(' ', start), text.Text.AsSpan(start, end - start));
        var found = new DiagnosticBag();
        var bound = ExpressionBinder.Bind(text with { Text = padded }, scope, found);
        bag.AddRange(found.Items);
        return bound;
    }

    private static int ClosingParenthesis(string text, int from)
    {
        var (depth, inText) = (1, false);
        for (var i = from; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when inText: i++; break;
                case '"': inText = !inText; break;
                case '(' when !inText: depth++; break;
                case ')' when !inText && --depth == 0: return i;
            }
        }
        return -1;
    }
}
