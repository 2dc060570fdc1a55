using System.Globalization;
using System.Text.Json.Nodes;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.OpenApi;

/// <summary>The execute operation of one workflow: its own facts, and its first golden case as the example.</summary>
internal static class WorkflowOperation
{
    public static string RequestName(LibraryWorkflow workflow) => workflow.Name + ".Request";

    public static JsonObject Request(LibraryWorkflow workflow)
    {
        var inputs = new JsonObject();
        foreach (var input in workflow.Model.Inputs ?? []) inputs[input.Name] = Reference(FactComponents.NameOf(input.Schema));
        var facts = new JsonObject { ["type"] = "object", ["properties"] = inputs };
        if (!workflow.IsShapeBound) facts["additionalProperties"] = false;
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = $"What {workflow.Name} reads. An absent fact is unknown.",
            ["oneOf"] = new JsonArray(new JsonObject { ["required"] = new JsonArray("facts") }, new JsonObject { ["required"] = new JsonArray("bundle") }),
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject
            {
                ["facts"] = facts,
                ["bundle"] = Reference("Bundle"),
                ["patient"] = Reference("BundlePatient"),
                ["asOf"] = Reference("AsOf"),
                ["explain"] = Reference("Explain"),
                ["release"] = Reference("Release"),
            },
        };
    }

    /// <summary>From the operation for any workflow.</summary>
    public static JsonObject Of(LibraryWorkflow workflow, JsonNode any)
    {
        var operation = any.DeepClone().AsObject();
        operation["operationId"] = "execute" + workflow.Name;
        operation["summary"] = workflow.Model.Title ?? workflow.Name;
        if (workflow.Model.Description is { } description) operation["description"] = description;
        operation["tags"] = new JsonArray("Workflows");
        operation["parameters"] = new JsonArray([.. operation["parameters"]!.AsArray().Where(p => p!["in"]!.GetValue<string>() != "path").Select(p => p!.DeepClone())]);
        var content = new JsonObject { ["schema"] = Reference(RequestName(workflow)) };
        if (Example(workflow) is { } example) content["example"] = example;
        operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject { ["application/json"] = content } };
        return operation;
    }

    private static JsonObject? Example(LibraryWorkflow workflow)
    {
        if (workflow.Cases?.Cases is not [var first, ..]) return null;
        var example = new JsonObject { ["facts"] = JsonNode.Parse(LibraryJson.Element(first.Facts).GetRawText()) };
        if (first.AsOf is { } asOf) example["asOf"] = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return example;
    }

    private static JsonObject Reference(string component) => new() { ["$ref"] = FactComponents.Reference(component) };
}
