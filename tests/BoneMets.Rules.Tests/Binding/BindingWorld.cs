using System.Text;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Binding;

/// <summary>Small libraries over the fact schemas of the expression tables, written with single quotes for double ones.</summary>
internal static class BindingWorld
{
    public static LibraryLoad Load(params string[] workflows) =>
        RuleLibrary.Load([
            .. Directory.GetFiles(Path.Combine(SpecTable.Folder, "facts"), "*.schema.json").Select(f => new LibraryFile("facts/" + Path.GetFileName(f), File.ReadAllBytes(f))),
            new LibraryFile("evidence.json", Utf8("{ 'Sources': [ { 'Id': 'known', 'Title': 'A source', 'Verified': false }, { 'Id': 'other', 'Title': 'Another', 'Verified': false } ], 'Statements': [ { 'Id': 'S1', 'Source': 'known', 'Text': 'one' }, { 'Id': 'S2', 'Source': 'other', 'Text': 'two' }, { 'Id': 'S3', 'Source': 'known', 'Text': 'three', 'NoRule': 'context only' } ] }")),
            .. workflows.Select((w, i) => new LibraryFile($"w{i + 1}/workflow.json", Utf8(w))),
        ]);

    /// <summary>A workflow over these inputs (<c>name:schema</c>; without any, <c>p</c> alone) with these further members.</summary>
    public static string Workflow(string members, string name = "W", params string[] inputs)
    {
        var declared = (inputs.Length == 0 ? ["p:person"] : inputs).Select(i => i.Split(':')).Select(i => $"{{ 'Name': '{i[0]}', 'Schema': '{i[1]}' }}");
        return $"{{ 'WorkflowName': '{name}', 'Inputs': [ {string.Join(", ", declared)} ], {members} }}";
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text.Replace('\'', '"'));
}
