using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification;

/// <summary>
/// Where something stands in a document, as findings say it: <see cref="Line"/> and <see cref="Column"/> count from 1, to the character
/// also inside an expression; <see cref="Span"/> is inside the expression and null when the whole value is meant.
/// </summary>
public sealed record SourcePlace(string Document, string Pointer, int Line, int Column, TextSpan? Span)
{
    public static SourcePlace Of(JsonTextNode node, TextSpan? span = null)
    {
        var (line, column) = node.Document.LineColumn(span is { } part ? node.OffsetInText(part.Start) : node.Span.Start);
        return new SourcePlace(node.Document.Name, node.Pointer, line, column, span);
    }
}
