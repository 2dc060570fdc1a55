using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Cli.Output;

/// <summary>Colour as terminals understand it, or none.</summary>
internal readonly record struct Ink(bool IsOn)
{
    public string Bad(string text) => Paint("31;1", text);

    public string Good(string text) => Paint("32", text);

    public string Doubtful(string text) => Paint("33", text);

    public string Heading(string text) => Paint("1", text);

    public string Faint(string text) => Paint("2", text);

    public string Of(Severity severity, string text) => severity switch
    {
        Severity.Error => Bad(text),
        Severity.Warning => Doubtful(text),
        _ => Faint(text),
    };

    private string Paint(string code, string text) => IsOn && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
