using System.Globalization;

namespace BoneMets.Rules.Diagnostics;

/// <summary>
/// One finding about an input of ours: a document, an expression, a fact set. Data, never an exception.
/// <see cref="Line"/> and <see cref="Column"/> count from 1 and point into the document as the author sees it;
/// 0 when the place is not in a text. <see cref="Span"/> is inside the expression when the finding is about one.
/// </summary>
public sealed record Diagnostic(
    DiagnosticCode Code,
    string Message,
    string? Help = null,
    string Document = "",
    string Pointer = "",
    int Line = 0,
    int Column = 0,
    TextSpan? Span = null)
{
    public Severity Severity { get; init; } = Code.Severity;

    /// <summary>Long quotations of the author's text in it are shortened.</summary>
    public string Message { get; init => field = BriefText.Of(value); } = BriefText.Of(Message);

    public string? Help { get; init => field = value is null ? null : BriefText.Of(value); } = Help is null ? null : BriefText.Of(Help);

    /// <summary>Null where what to write instead is not plain.</summary>
    public TextFix? Fix { get; init; }

    /// <summary>A patient of whom the engine decides what the finding says; null where a finding is about a text, or nobody can show it.</summary>
    public FactsExample? Example { get; init; }

    public bool IsError => Severity == Severity.Error;

    /// <summary>One line as compilers print it: <c>file(line,column): error BMR2003: message [pointer] (help)</c>.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{Document}({Line},{Column})" : Document;
        var prefix = place.Length > 0 ? place + ": " : "";
        var pointer = Pointer.Length > 0 ? $" [{Pointer}]" : "";
        var help = Help is null ? "" : $" ({Help})";
        return $"{prefix}{Severity.ToString().ToLowerInvariant()} {Code.Id}: {Message}{pointer}{help}";
    }
}

/// <summary>The facts of a workflow as one line of JSON, and the evaluation date when it matters.</summary>
public sealed record FactsExample(string Facts, DateOnly? AsOf)
{
    /// <summary>For people: the facts, and the date where there is one.</summary>
    public override string ToString() => AsOf is { } day ? string.Create(CultureInfo.InvariantCulture, $"{Facts} as of {day:yyyy-MM-dd}") : Facts;
}
