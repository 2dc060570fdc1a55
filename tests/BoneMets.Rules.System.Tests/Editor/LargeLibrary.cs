using System.Globalization;
using System.Text;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>Libraries of one workflow that is larger than any guideline: what the editor has to stay quick with.</summary>
internal static class LargeLibrary
{
    public const string Table = "/changes/1/workflows/limit/tables/dose";
    public const int Rows = Ages * Levels * Sites, Rules = 1000, Facts = 10;
    private const int Ages = 20, Levels = 20, Sites = 5;

    /// <summary>A decision table with a row for every age, calcium and site: complete, and no two rows apply together.</summary>
    public static string OfTable()
    {
        var rows = new StringBuilder();
        for (var i = 0; i < Rows; i++)
            rows.Append(i == 0 ? "" : ",\n").Append(Invariant($$"""        { "When": ["{{Band(i / (Levels * Sites), Ages, 5)}}", "{{Band(i / Sites % Levels, Levels, 1)}}", "\"site{{i % Sites}}\""], "Then": ["{{i % 97}}.5"] }"""));
        var sites = string.Join(", ", Enumerable.Range(0, Sites).Select(i => $"\"site{i}\""));
        return Folder(
            $$"""
            "age": { "type": "integer", "minimum": 0, "maximum": 120, "description": "Completed years of age.", "x-label": "Age" },
            "calcium": { "type": "number", "minimum": 0, "maximum": 100, "description": "Calcium in the blood.", "x-label": "Calcium" },
            "site": { "type": "string", "enum": [{{sites}}], "description": "Where the lesion is.", "x-label": "Site" }
            """,
            $$"""
              "Tables": [
                {
                  "Name": "dose",
                  "HitPolicy": "Unique",
                  "Inputs": [{ "Name": "age", "Expression": "patient.age" }, { "Name": "calcium", "Expression": "patient.calcium" }, { "Name": "site", "Expression": "patient.site" }],
                  "Outputs": [{ "Name": "doseMg", "Type": "number", "Unit": "mg" }],
                  "Rows": [
            {{rows}}
                  ]
                }
              ],
              "Rules": [{ "RuleName": "HighDose", "Title": "A high dose", "Expression": "dose.doseMg > 50" }]
            """);
    }

    /// <summary>A thousand rules of three comparisons each over ten numbers.</summary>
    public static string OfRules()
    {
        var facts = string.Join(",\n", Enumerable.Range(0, Facts).Select(i => Invariant($$"""    "n{{i}}": { "type": "number", "minimum": 0, "maximum": 1000, "description": "A number.", "x-label": "Number {{i}}" }""")));
        var rules = string.Join(",\n", Enumerable.Range(1, Rules).Select(i => Invariant(
            $$"""    { "RuleName": "Rule{{i}}", "Title": "Rule number {{i}}", "Expression": "patient.n{{i % Facts}} > {{i}} && patient.n{{(i + 3) % Facts}} < {{i + 7}} && patient.n{{(i + 7) % Facts}} >= {{i / 2}}" }""")));
        return Folder(facts, $"""  "Rules": [{'\n'}{rules}{'\n'}  ]""");
    }

    private static string Folder(string facts, string parts)
    {
        var folder = SmallLibrary.Folder();
        File.WriteAllText(Path.Combine(folder, SmallLibrary.Workflow), $$"""
            {
              "$schema": "../../schemas/workflow.schema.json",
              "WorkflowName": "Limit",
              "Title": "A large workflow",
              "Metadata": {{SmallLibrary.Metadata}},
              "Inputs": [{ "Name": "patient", "Schema": "patient" }],
            {{parts}}
            }
            """);
        File.WriteAllText(Path.Combine(folder, SmallLibrary.Cases), """{ "$schema": "../../schemas/cases.schema.json", "Workflow": "Limit", "Cases": [] }""");
        File.WriteAllText(Path.Combine(folder, SmallLibrary.Facts), $$"""{ "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": { {{facts}} } }""");
        return folder;
    }

    /// <summary>The pattern of one of <paramref name="count"/> neighbouring bands; the first and the last are open.</summary>
    private static string Band(int index, int count, int width) =>
        index == 0 ? Invariant($"< {width}") : index == count - 1 ? Invariant($">= {index * width}") : Invariant($">= {index * width} and < {(index + 1) * width}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
