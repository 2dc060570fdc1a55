using BoneMets.Rules.Authoring;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Language;

/// <summary>The parts of a condition as an answer, each with its own piece of the text.</summary>
internal static class ConditionNodes
{
    public static ConditionNode Of(string text, ConditionPart part) => new(
        EnumWord.Of(part.Kind), part.Span.Start, part.Span.Length, part.Outer.Start, part.Outer.Length, Slice(text, part.Span), part.Sentence,
        [.. part.Operands.Select(o => Of(text, o))],
        part.Elements is { } list ? new ConditionList(list.Span.Start, list.Span.Length, Slice(text, list.Span), list.Label) : null,
        part.Elements?.Variable,
        part.Test?.Subject is { } subject ? new ConditionSubject(subject.Span.Start, subject.Span.Length, Slice(text, subject.Span), subject.Label, TypeInfos.Of(subject.Typing), subject.IsFact) : null,
        part.Test is { } test ? EnumWord.Of(test.Operator) : null,
        [.. (part.Test?.Values ?? []).Select(v => new ConditionValue(v.Span.Start, v.Span.Length, Slice(text, v.Span), v.Label, v.Literal is not null, v.Literal))]);

    private static string Slice(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
