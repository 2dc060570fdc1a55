using System.Text;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Verification.Differences;

namespace BoneMets.Rules.Tests.Differences;

/// <summary>A small library of which a test gives one document before and after, and what differs as lines to read.</summary>
internal static class Ward
{
    public const string Workflow = "w/workflow.json", Cases = "w/cases.json", Facts = "facts/patient.schema.json", Evidence = "evidence.json";

    private static readonly Dictionary<string, string> Base = new(StringComparer.Ordinal)
    {
        [Facts] = """
            {"title": "Patient", "type": "object", "properties": {
              "calcium": {"type": "number", "minimum": 0, "maximum": 20, "x-unit": "mg/dL", "x-label": "Total calcium"},
              "pain": {"enum": ["none", "mild", "severe"], "x-label": "Pain"},
              "lesions": {"type": "array", "x-label": "Lesion", "items": {"type": "object", "properties": {"size": {"type": "number", "x-label": "Size"}}}}}}
            """,
        [Workflow] = """{"WorkflowName": "W", "Title": "Ward", "Inputs": [{"Name": "patient", "Schema": "patient"}], "Rules": [{"RuleName": "High", "Title": "High calcium", "Expression": "patient.calcium > 12"}]}""",
    };

    public static DocumentDifference? Document(string name, string? before, string? after) => LibraryDifferences.Between(Files(name, before), Files(name, after)).SingleOrDefault();

    /// <summary>One line for each part: what became of it, and its fields as <c>label: before → after</c>; ∅ is nothing.</summary>
    public static IReadOnlyList<string> Lines(string name, string? before, string? after)
    {
        var document = Document(name, before, after)!;
        Assert.False(document.IsUnreadable);
        return [.. document.Parts.Select(Line)];
    }

    /// <summary>The same of a workflow of which only these keys are given.</summary>
    public static IReadOnlyList<string> InWorkflow(string before, string after) => Lines(Workflow, WorkflowOf(before), WorkflowOf(after));

    public static string WorkflowOf(string keys) => $$"""{"WorkflowName": "W", "Inputs": [{"Name": "patient", "Schema": "patient"}], {{keys}}}""";

    private static IReadOnlyList<LibraryFile> Files(string name, string? text)
    {
        var texts = new Dictionary<string, string>(Base, StringComparer.Ordinal);
        if (text is null) texts.Remove(name);
        else texts[name] = text;
        return [.. texts.Select(t => new LibraryFile(t.Key, Encoding.UTF8.GetBytes(t.Value)))];
    }

    private static string Line(PartDifference part) =>
        $"{part.Kind} {part.Of} {part.Name} {part.Pointer}{string.Concat(part.Fields.Select(f => $" | {f.Label}: {Value(f.Before, f.BeforeSentence)} → {Value(f.After, f.AfterSentence)}"))}";

    private static string Value(string? text, string? sentence) => (text ?? "∅") + (sentence is null ? "" : $" “{sentence}”");
}
