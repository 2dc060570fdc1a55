using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>Texts with <c>$(expression)</c> parts.</summary>
internal static class MessageBinder
{
    public static BoundMessage? Bind(AuthoredText? text, BindingScope scope, DiagnosticBag bag)
    {
        if (text is null) return null;
        var slices = MessageText.Split(text.Text, out var unclosed);
        var parts = new List<MessagePart>();
        foreach (var slice in slices.TakeWhile(s => unclosed < 0 || s.Start < unclosed))
        {
            if (!slice.IsExpression) parts.Add(new MessagePart(slice.In(text.Text), null));
            else if (BindPart(text, slice, scope, bag) is { } expression) parts.Add(new MessagePart(null, expression));
            else return null;
        }
        if (unclosed < 0) return new BoundMessage(parts);
        bag.Add(text.Node.At(DiagnosticCode.Syntax, "`$(` is never closed", "write `$(expression)`", new TextSpan(unclosed, 2)));
        return null;
    }

    private static BoundNode? BindPart(AuthoredText text, MessageSlice slice, BindingScope scope, DiagnosticBag bag)
    {
        // Findings point into the whole message: what stands before the expression becomes white space, which means nothing to it.
        var padded = new string(' ', slice.Start) + slice.In(text.Text);
        var found = new DiagnosticBag();
        var bound = ExpressionBinder.Bind(text with { Text = padded }, scope, found);
        bag.AddRange(found.Items);
        return bound;
    }
}
