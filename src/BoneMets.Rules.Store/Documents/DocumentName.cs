namespace BoneMets.Rules.Store;

/// <summary>Names of documents: relative paths as below a library's folder, with <c>/</c>, such as <c>hypercalcemia/workflow.json</c>.</summary>
public static class DocumentName
{
    private const int Longest = 200;
    private static readonly string[] Endings = [".json", ".md"];

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? Complaint(string name)
    {
        if (name.Length is 0 or > Longest) return $"the name of a document has 1 to {Longest} characters";
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/')) return $"`{name}` may hold letters, digits, `-`, `_`, `.` and `/` only";
        if (name.Split('/').Any(part => part.Length == 0 || part[0] == '.')) return $"`{name}` has an empty part or one that begins with a dot";
        return Endings.Any(e => name.EndsWith(e, StringComparison.Ordinal)) ? null : $"`{name}` is neither JSON nor Markdown (.json, .md)";
    }
}
