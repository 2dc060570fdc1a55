using System.Text.Json.Nodes;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>A library of one workflow whose answer tells which version of it decided: the output <c>limit</c> is a number that tests choose.</summary>
internal static class SmallLibrary
{
    public const string Workflow = "limit/workflow.json", Cases = "limit/cases.json", Facts = "facts/patient.schema.json", Name = "Limit";

    public static string Folder()
    {
        var folder = Directory.CreateTempSubdirectory("bonemets-small-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "limit"));
        Directory.CreateDirectory(Path.Combine(folder, "facts"));
        File.WriteAllText(Path.Combine(folder, Workflow), WorkflowText(10));
        File.WriteAllText(Path.Combine(folder, Cases), CasesText(10));
        File.WriteAllText(Path.Combine(folder, Facts), """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "properties": { "calcium": { "type": "number", "minimum": 0, "maximum": 100, "description": "Calcium in the blood.", "x-label": "Calcium" } }
            }
            """);
        File.WriteAllText(Path.Combine(folder, "limit", "README.md"), "# Limit\n");
        return folder;
    }

    /// <summary>With everything that publication asks for.</summary>
    public static string WorkflowText(int limit, string metadata = Metadata) => $$"""
        {
          "$schema": "../../schemas/workflow.schema.json",
          "WorkflowName": "Limit",
          "Title": "Calcium above a limit",
          "Description": "Tells whether calcium is above the limit.",
          "Metadata": {{metadata}},
          "Inputs": [{ "Name": "patient", "Schema": "patient" }],
          "GlobalParams": [{ "Name": "limit", "Expression": "{{limit}}" }],
          "Rules": [
            { "RuleName": "AboveLimit", "Title": "Above the limit", "Expression": "patient.calcium > limit" },
            { "RuleName": "BelowLimit", "Title": "Not above the limit", "Expression": "patient.calcium <= limit" }
          ]
        }
        """;

    /// <summary>One case that passes with exactly this limit.</summary>
    public static string CasesText(int limit) => $$"""
        {
          "$schema": "../../schemas/cases.schema.json",
          "Workflow": "Limit",
          "Cases": [{ "Id": "at-the-limit", "Facts": { "patient": { "calcium": {{limit}} } }, "Expect": { "Rules": { "AboveLimit": "notMet" }, "Outputs": { "limit": {{limit}} } } }]
        }
        """;

    /// <summary>The calcium as FHIR says it.</summary>
    public const string MappedFacts = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
          "properties": { "calcium": {
            "type": "number", "minimum": 0, "maximum": 100, "description": "Calcium in the blood.", "x-label": "Calcium", "x-unit": "mg/dL", "x-units": { "mmol/L": 4.008 },
            "x-fhir": { "sources": [{ "resource": "Observation", "codes": [{ "system": "http://loinc.org", "code": "17861-6" }], "status": ["final"], "value": ["valueQuantity"], "unit": "mustConvert", "select": "latest" }], "absent": "unknown" } } }
        }
        """;

    public static JsonNode BundleOf(string calcium) => JsonNode.Parse($$$"""
        {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"p"}},
         {"resource":{"resourceType":"Observation","id":"ca","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"17861-6"}]},
          "subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-01-30","valueQuantity":{"value":{{{calcium}}},"unit":"mg/dL"} } }]}
        """)!;

    public const string Metadata = """
        {
            "Purpose": "A test.", "IntendedUse": "Tests.", "IntendedUsers": "Testers.", "IntendedPopulation": "Nobody.", "OutOfScope": "Patients.",
            "Developer": { "Name": "The tests" }, "Funding": "None.", "LastReviewDate": "2026-01-31", "ReviewDue": "2099-01-31",
            "UseOf": { "Sex": "not used", "DateOfBirth": "not used" }
          }
        """;
}
