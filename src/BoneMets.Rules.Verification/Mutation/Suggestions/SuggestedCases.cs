using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Mutation.Suggestions;

/// <summary>Puts suggested cases into a file of golden cases.</summary>
public static class SuggestedCases
{
    /// <summary>The text of a new case file with nothing in it.</summary>
    public static string EmptyFile(string workflow) => $$"""
        {
          "$schema": "../../schemas/cases.schema.json",
          "Workflow": {{CanonicalJson.Quote(workflow)}},
          "Cases": []
        }

        """;

    /// <summary>The whole new text with the cases at the end; everything else keeps its layout. The document must be a case file without errors.</summary>
    public static string Append(JsonText document, IEnumerable<SuggestedCase> cases)
    {
        var text = document.Text;
        foreach (var suggestion in cases)
        {
            var list = JsonText.Parse(document.Name, text).Root?["Cases"] ?? throw new ArgumentException("the document has no cases", nameof(document));
            text = JsonEdit.InsertItem(list, list.Items.Count, suggestion.Json);
        }
        return text;
    }
}
