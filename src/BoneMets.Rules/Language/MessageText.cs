namespace BoneMets.Rules.Language;

/// <summary>A text with <c>$(expression)</c> parts as its author wrote it. A dollar sign without a parenthesis is itself.</summary>
public static class MessageText
{
    /// <summary>
    /// The text from its start to its end. <paramref name="unclosed"/> is where a <c>$(</c> stands that is never closed, which then belongs
    /// to the literal text after the last part; -1 when there is none.
    /// </summary>
    public static IReadOnlyList<MessageSlice> Split(string text, out int unclosed)
    {
        var slices = new List<MessageSlice>();
        var position = 0;
        unclosed = -1;
        while (text.IndexOf("$(", position, StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = ClosingParenthesis(text, start + 2);
            if (end < 0)
            {
                unclosed = start;
                break;
            }
            if (start > position) slices.Add(new MessageSlice(position, start - position, IsExpression: false));
            slices.Add(new MessageSlice(start + 2, end - start - 2, IsExpression: true));
            position = end + 1;
        }
        if (position < text.Length) slices.Add(new MessageSlice(position, text.Length - position, IsExpression: false));
        return slices;
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

/// <summary>A stretch of a text: literal, or an expression without the <c>$(</c> and <c>)</c> around it.</summary>
public readonly record struct MessageSlice(int Start, int Length, bool IsExpression)
{
    public string In(string text) => text.Substring(Start, Length);
}
