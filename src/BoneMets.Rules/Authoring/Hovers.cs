using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Authoring;

/// <summary>
/// What the name at a place stands for: <c>Title</c> is the name or a function's signature, <c>Detail</c> type, unit and range,
/// <c>Expression</c> how a parameter is computed or the condition of a rule.
/// </summary>
public sealed record Hover(TextSpan Span, string Title, NameKind Kind, string? Detail, string? Description, string? Expression);

/// <summary>A call around a place: its signature, and which argument the place is in.</summary>
public sealed record SignatureHelp(string Name, string Signature, string Description, int Argument);

/// <summary>Tells what names stand for, also in a text that does not bind as a whole.</summary>
public static class Hovers
{
    /// <summary>Null where no name stands, or one that nobody knows.</summary>
    public static Hover? At(AuthoringContext context, string text, int offset)
    {
        var (tokens, _) = Tokenizer.ScanUnfinished(text);
        if (tokens.FirstOrDefault(t => t.Kind == TokenKind.Identifier && t.Span.Start <= offset && offset <= t.Span.End) is not { Name.Length: > 0 } word) return null;
        var place = UnfinishedText.At(text, word.Span.End);
        var inside = Completions.Inside(context, place);
        var owner = place.Kind() == TokenKind.Dot ? place.OperandEndingAt(2) : null;
        if (place.Kind() == TokenKind.Dot && owner is null) return null;
        var path = owner is null ? word.Name : $"{owner}.{word.Name}";
        if (owner is null && FunctionCatalog.Functions.FirstOrDefault(f => f.Name == word.Name) is { } function && IsCalled(text, word))
            return new Hover(word.Span, function.Signature, NameKind.Function, null, function.Description, null);
        return inside.Bind(path).Node switch
        {
            BoundFact fact => new Hover(word.Span, path, NameKind.Fact, FactWords.Of(fact.Property), fact.Property.Label is { } label && fact.Property.Description is { } told ? $"{label}: {told}" : fact.Property.Label ?? fact.Property.Description, null),
            BoundReference reference => Of(word.Span, path, reference.Target),
            BoundUseReference used => Of(word.Span, path, used.Target),
            BoundInput input => new Hover(word.Span, path, NameKind.Input, input.Type.Describe(), null, null),
            BoundVariable variable => new Hover(word.Span, path, NameKind.Variable, variable.Type.Describe(), null, null),
            BoundAsOf => new Hover(word.Span, path, NameKind.Input, FactType.Date.Describe(), "the day that the decision is for", null),
            _ when inside.FindUse(path) is { } workflow => new Hover(word.Span, path, NameKind.Workflow, "a workflow that this one uses", workflow.Model.Title, null),
            _ when owner is not null && NameCompletions.Members(inside, owner).FirstOrDefault(m => m.Label == word.Name) is { } member => new Hover(word.Span, member.Detail ?? member.Label, member.Kind, null, member.Description, null),
            _ => null,
        };
    }

    /// <summary>Null outside of calls.</summary>
    public static SignatureHelp? SignatureAt(AuthoringContext context, string text, int offset)
    {
        var place = UnfinishedText.At(text, offset);
        if (place.Call() is not (var name, var list, var argument)) return null;
        if (list is null) return FunctionCatalog.Functions.FirstOrDefault(f => f.Name == name) is { } function ? new SignatureHelp(name, function.Signature, function.Description, argument) : null;
        return NameCompletions.Members(Completions.Inside(context, place), list).FirstOrDefault(m => m.Label == name) is { } method ? new SignatureHelp(name, method.Detail ?? name, method.Description ?? "", argument) : null;
    }

    private static Hover Of(TextSpan span, string path, Definition target) => target switch
    {
        RuleDefinition rule => new Hover(span, path, NameKind.Rule, "a rule: true when it is met", rule.Model.Title, rule.Model.Expression?.Text),
        ParameterDefinition parameter => new Hover(span, path, parameter.Rule is null ? NameKind.Parameter : NameKind.LocalParameter, parameter.Type.Describe(), null, parameter.Model.Expression.Text),
        ScoreDefinition score => new Hover(span, path, NameKind.Score, score.Type.Describe(), score.Model.Title, string.Join(" + ", score.Items.Select(i => i.Name))),
        TableOutputDefinition output => new Hover(span, path, output.Table.IsScoreItem ? NameKind.Score : NameKind.Table, output.Type.Describe(), $"found in a table of {output.Table.Rows.Count} rows", string.Join(", ", output.Table.Columns.Select(c => c.Text.Text))),
        _ => new Hover(span, path, NameKind.Parameter, target.Type.Describe(), null, null),
    };

    private static bool IsCalled(string text, Token word)
    {
        var i = word.Span.End;
        while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
        return i < text.Length && text[i] == '(';
    }
}
