using System.Text;
using BoneMets.Rules.Authoring;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Tests.Authoring;

/// <summary>The small library that the tables of <c>tests/spec/authoring</c> are about. One of its rules has an error: authors write beside errors.</summary>
internal static class WardLibrary
{
    private const string Ward = """
        { "type": "object", "properties": {
            "calcium": { "type": "number", "minimum": 0, "maximum": 30, "x-unit": "mg/dL", "x-units": { "mmol/L": 4.008 }, "x-label": "Calcium", "description": "Total calcium in the blood." },
            "albumin": { "type": "number", "x-unit": "g/dL", "x-units": { "g/L": { "divideBy": 10 } }, "x-label": "Albumin" },
            "smoker": { "type": "boolean", "x-label": "Smoker" },
            "onDialysis": { "type": "boolean" },
            "grade": { "type": "string", "enum": ["grade1", "grade2", "notDone"], "x-label": "ESCC grade" },
            "admitted": { "type": "string", "format": "date", "x-label": "Admitted" },
            "note": { "type": "string", "x-label": "Note" },
            "lesions": { "type": "array", "items": { "$ref": "lesion.schema.json" }, "x-label": "Lesions" } } }
        """;

    private const string Lesion = """
        { "type": "object", "properties": {
            "pain": { "type": "string", "enum": ["mild", "severe"], "x-label": "Pain" },
            "size": { "type": "number", "x-unit": "mm", "x-label": "Size" } } }
        """;

    private const string Workflow = """
        { "$schema": "../../schemas/workflow.schema.json", "WorkflowName": "Ward", "Inputs": [{ "Name": "ward", "Schema": "ward" }],
          "GlobalParams": [{ "Name": "limit", "Expression": "10.5" }, { "Name": "corrected", "Expression": "ward.calcium + 0.8 * (4 - ValueIn(ward.albumin, \"g/dL\"))" }],
          "Rules": [
            { "RuleName": "HighCalcium", "Title": "Calcium above the limit", "Expression": "ward.calcium > limit" },
            { "RuleName": "Local", "LocalParams": [{ "Name": "half", "Expression": "limit / 2" }], "Expression": "ward.calcium > half" },
            { "RuleName": "Broken", "Expression": "ward.calcum > " } ] }
        """;

    public static RuleLibrary Library { get; } = Reload(w => w).Library;

    /// <summary>With its workflow edited.</summary>
    public static LibraryLoad Reload(Func<string, string> edit) => RuleLibrary.Load(
    [
        new LibraryFile("facts/ward.schema.json", Encoding.UTF8.GetBytes(Ward)), new LibraryFile("facts/lesion.schema.json", Encoding.UTF8.GetBytes(Lesion)),
        new LibraryFile("ward/workflow.json", Encoding.UTF8.GetBytes(edit(Workflow))),
    ]);

    public static AuthoringContext Context(string? rule = null) => AuthoringContext.Of(Library, "Ward", rule)!;
}
