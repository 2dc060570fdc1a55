using BoneMets.Rules.Language;

namespace BoneMets.Rules.Authoring;

/// <summary>An expression up to the place where somebody is writing: the word that is being written, and what stands before it.</summary>
internal sealed class UnfinishedText
{
    private readonly string text;
    private readonly IReadOnlyList<Token> tokens;

    private UnfinishedText(string text, IReadOnlyList<Token> tokens, string word, int wordStart, bool isInText) =>
        (this.text, this.tokens, Word, WordStart, IsInText) = (text, tokens, word, wordStart, isInText);

    /// <summary>What is written of the word so far; inside a text literal, of its content.</summary>
    public string Word { get; }

    /// <summary>Where what is completed begins; for a text literal, at its quotation mark.</summary>
    public int WordStart { get; }

    /// <summary>Inside <c>"…</c>.</summary>
    public bool IsInText { get; }

    /// <summary>The tokens before the word.</summary>
    public int Count => tokens.Count;

    public static UnfinishedText At(string whole, int offset)
    {
        var before = whole[..Math.Clamp(offset, 0, whole.Length)];
        var (read, stopped) = Tokenizer.ScanUnfinished(before);
        if (stopped < before.Length && before[stopped] == '"') return new UnfinishedText(before, read, before[(stopped + 1)..], stopped, isInText: true);
        if (stopped == before.Length && read is [.., var last] && last.Span.End == before.Length && Tokenizer.StartsIdentifier(before[last.Span.Start]))
            return new UnfinishedText(before, [.. read.SkipLast(1)], before[last.Span.Start..], last.Span.Start, isInText: false);
        return new UnfinishedText(before, read, "", before.Length, isInText: false);
    }

    public TokenKind Kind(int back = 1) => Count >= back ? tokens[^back].Kind : TokenKind.End;

    public string Name(int back = 1) => Count >= back ? tokens[^back].Name : "";

    /// <summary>The value that ends with the token <paramref name="back"/> from the end: <c>patient.lesions.Where(l => …)</c>. Null when none does.</summary>
    public string? OperandEndingAt(int back)
    {
        var end = Count - back;
        if (end < 0) return null;
        var start = OperandStart(end);
        return start < 0 ? null : text[tokens[start].Span.Start..tokens[end].Span.End];
    }

    /// <summary>For a place inside a pattern: the operand before its <c>is</c>.</summary>
    public string? OperandOfIs()
    {
        var depth = 0;
        for (var i = Count - 1; i >= 0; i--)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.CloseParenthesis:
                    depth++;
                    break;
                case TokenKind.OpenParenthesis:
                    depth--;
                    break;
                case TokenKind.Is when depth <= 0:
                    return OperandEndingAt(Count - i + 1);
                case TokenKind.AmpersandAmpersand or TokenKind.BarBar or TokenKind.Question or TokenKind.Colon or TokenKind.Comma or TokenKind.Arrow when depth <= 0:
                    return null;
            }
        }
        return null;
    }

    /// <summary>The lambdas around the place, the outermost first: their parameter, and the list that it runs through.</summary>
    public IEnumerable<(string Variable, string List)> Lambdas()
    {
        foreach (var i in OpenParentheses())
            if (i + 2 < Count && tokens[i + 1].Kind == TokenKind.Identifier && tokens[i + 2].Kind == TokenKind.Arrow && ListBefore(i) is { } list) yield return (tokens[i + 1].Name, list);
    }

    /// <summary>The innermost call around the place, and how many of its arguments stand before it.</summary>
    public (string Function, string? List, int Argument)? Call()
    {
        if (OpenParentheses().LastOrDefault(-1) is not (> 0 and var i) || tokens[i - 1].Kind != TokenKind.Identifier) return null;
        var (depth, argument) = (0, 0);
        for (var k = i + 1; k < Count; k++)
        {
            if (tokens[k].Kind is TokenKind.OpenParenthesis or TokenKind.OpenBrace) depth++;
            else if (tokens[k].Kind is TokenKind.CloseParenthesis or TokenKind.CloseBrace) depth--;
            else if (tokens[k].Kind == TokenKind.Comma && depth == 0) argument++;
        }
        return (tokens[i - 1].Name, ListBefore(i), argument);
    }

    private List<int> OpenParentheses()
    {
        var open = new List<int>();
        for (var i = 0; i < Count; i++)
        {
            if (tokens[i].Kind == TokenKind.OpenParenthesis) open.Add(i);
            else if (tokens[i].Kind == TokenKind.CloseParenthesis && open.Count > 0) open.RemoveAt(open.Count - 1);
        }
        return open;
    }

    /// <summary>The <c>list</c> of <c>list.Any(</c>.</summary>
    private string? ListBefore(int parenthesis) =>
        parenthesis >= 3 && tokens[parenthesis - 1].Kind == TokenKind.Identifier && tokens[parenthesis - 2].Kind == TokenKind.Dot ? OperandEndingAt(Count - parenthesis + 3) : null;

    private int OperandStart(int end)
    {
        var i = end;
        while (true)
        {
            if (tokens[i].Kind == TokenKind.CloseParenthesis)
            {
                i = Opening(i);
                if (i < 0) return -1;
                if (i > 0 && tokens[i - 1].Kind == TokenKind.Identifier) i--;
                else return i;
            }
            else if (tokens[i].Kind is not (TokenKind.Identifier or TokenKind.Number or TokenKind.Text or TokenKind.True or TokenKind.False))
            {
                return -1;
            }
            if (i < 2 || tokens[i - 1].Kind != TokenKind.Dot) return i;
            i -= 2;
        }
    }

    private int Opening(int close)
    {
        var depth = 0;
        for (var i = close; i >= 0; i--)
        {
            if (tokens[i].Kind == TokenKind.CloseParenthesis) depth++;
            else if (tokens[i].Kind == TokenKind.OpenParenthesis && --depth == 0) return i;
        }
        return -1;
    }
}
