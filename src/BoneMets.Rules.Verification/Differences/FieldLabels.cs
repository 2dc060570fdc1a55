using System.Globalization;
using BoneMets.Rules.Decisions;

namespace BoneMets.Rules.Verification.Differences;

/// <summary>What a clinician calls the values of a part. A value without an entry is called by its own name, in words.</summary>
internal static class FieldLabels
{
    private static readonly Dictionary<(PartKind, string), string> OfKind = new()
    {
        [(PartKind.Rule, "expression")] = "Condition",
        [(PartKind.Parameter, "expression")] = "Value",
        [(PartKind.Column, "expression")] = "What it looks at",
        [(PartKind.ScoreItem, "input")] = "What is scored",
        [(PartKind.Band, "when")] = "Applies when",
        [(PartKind.Band, "otherwise")] = "Applies otherwise",
        [(PartKind.Row, "otherwise")] = "Applies otherwise",
        [(PartKind.Use, "when")] = "Included when",
        [(PartKind.Input, "schema")] = "Kind of facts",
        [(PartKind.Case, "id")] = "Id",
        [(PartKind.Contradiction, "why")] = "What it is about",
        [(PartKind.Contradiction, "these")] = "This advice",
        [(PartKind.Contradiction, "against")] = "never stands beside",
        [(PartKind.Source, "verified")] = "Compared with the source",
    };

    private static readonly Dictionary<string, string> OfAny = new(StringComparer.Ordinal)
    {
        ["rulename"] = "Name",
        ["workflowname"] = "Name",
        ["enabled"] = "In use",
        ["operator"] = "Nested rules joined by",
        ["ruleexpressiontype"] = "Kind of expression",
        ["successevent"] = "Event",
        ["errormessage"] = "When not met",
        ["recommendation.text"] = "Recommendation",
        ["recommendation.urgency"] = "Urgency",
        ["recommendation.strength"] = "Strength",
        ["whenundetermined.text"] = "When undetermined",
        ["actions.onsuccess"] = "Gives when met",
        ["actions.onfailure"] = "Gives when not met",
        ["actions.onsuccess.context.expression"] = "Gives when met",
        ["actions.onfailure.context.expression"] = "Gives when not met",
        ["properties"] = "Property",
        ["hitpolicy"] = "Which rows count",
        ["aggregation"] = "Collected as",
        ["type"] = "Kind of value",
        ["values"] = "Possible values",
        ["include"] = "Its advice is included",
        ["whenappliesto"] = "Limited to the urgencies",
        ["foreach"] = "Once for each of",
        ["as"] = "Taken as",
        ["asof"] = "Day of the decision",
        ["expect.missing"] = "Missing facts",
        ["expect.events"] = "Events",
        ["doi"] = "DOI",
        ["url"] = "Web address",
        ["norule"] = "Why no rule encodes it",
        ["useof"] = "Use of",
        ["reviewdue"] = "Review due",
        ["enum"] = "Choices",
        ["minimum"] = "Lowest value",
        ["maximum"] = "Highest value",
        ["items"] = "Each element",
        ["$ref"] = "Same facts as",
        ["$comment"] = "Comment",
        ["x-unit"] = "Unit",
        ["x-units"] = "Other units",
        ["x-label"] = "Label",
        ["x-group"] = "Group",
        ["x-order"] = "Order in forms",
        ["x-codes"] = "Codes",
        ["x-fhir"] = "Source in FHIR",
        ["x-attribute"] = "Attribute of the patient",
    };

    /// <param name="name">Empty for a part that is one bare value.</param>
    public static string Of(PartKind of, string name)
    {
        if (name.Length == 0) return "Value";
        var steps = name.Split('.');
        // An element of a list is called as the list is, with its number.
        string[] keys = [.. steps.Select(s => s.Split('[')[0].ToLowerInvariant())];
        for (var count = keys.Length; count > 0; count--)
        {
            var key = string.Join('.', keys[..count]);
            if (OfKind.GetValueOrDefault((of, key)) is not { } label && !OfAny.TryGetValue(key, out label)) continue;
            return string.Join(": ", steps[count..].Select(Step).Prepend(label + Number(steps[count - 1])));
        }
        return Large(string.Join(": ", steps.Select(Step)));
    }

    private static string Step(string step) => Small(step.Split('[')[0]) + Number(step);

    private static string Number(string step) =>
        string.Concat(step.Split('[').Skip(1).Select(n => int.TryParse(n.TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? $" {index + 1}" : $"[{n}"));

    /// <summary><c>IntendedUse</c> is <c>Intended use</c>.</summary>
    public static string Words(string name) => Large(Small(name));

    public static string Large(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Small(string name) => name.Length > 1 && char.IsUpper(name[0]) && char.IsLower(name[1]) ? ReadableWord.Of(char.ToLowerInvariant(name[0]) + name[1..]) : ReadableWord.Of(name);
}
