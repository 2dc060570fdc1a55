using System.Text;
using System.Text.Json;

namespace BoneMets.Rules.Bench.Opponents;

/// <summary>
/// The texts that (c) and (d) write, taken from the workflow document and the fact schemas once, ready as bytes. The logic is written by hand;
/// texts are content.
/// </summary>
internal sealed class HandTexts
{
    public HandTexts(ReadOnlyMemory<byte> workflow, ReadOnlyMemory<byte> patientSchema, ReadOnlyMemory<byte> lesionSchema)
    {
        using var document = JsonDocument.Parse(workflow);
        var rules = document.RootElement.GetProperty(nameof(Rules)).EnumerateArray().ToList();
        var names = rules.ConvertAll(r => r.GetProperty("RuleName").GetString()!);
        Rules = [.. rules.Select((rule, i) => new RuleText(rule, [.. WithheldBy(rules, names[i])]))];
        ByUrgency = [.. Enumerable.Range(0, Rules.Length).OrderBy(i => Rules[i].Rank)];
        using var patient = JsonDocument.Parse(patientSchema);
        using var lesion = JsonDocument.Parse(lesionSchema);
        Facts = [.. Enum.GetValues<Fact>().Select(f => new FactText(f, patient.RootElement, lesion.RootElement))];
    }

    public RuleText[] Rules { get; }

    /// <summary>Rules in the order in which recommendations are shown.</summary>
    public int[] ByUrgency { get; }

    public FactText[] Facts { get; }

    private static IEnumerable<int> WithheldBy(List<JsonElement> rules, string name)
    {
        for (var i = 0; i < rules.Count; i++)
            if (rules[i].TryGetProperty("Withholds", out var targets) && targets.EnumerateArray().Any(t => t.ValueEquals(name))) yield return i;
    }
}

internal sealed class RuleText
{
    private static readonly string[] Urgencies = ["emergency", "urgent", "routine", "info"];

    public RuleText(JsonElement rule, int[] withheldBy)
    {
        var recommendation = rule.GetProperty(nameof(Recommendation));
        var urgency = recommendation.GetProperty(nameof(Urgency)).GetString()!;
        Name = HandTextEncoding.Encode(rule.GetProperty("RuleName").GetString()!);
        Title = HandTextEncoding.Encode(rule.GetProperty(nameof(Title)).GetString()!);
        Urgency = HandTextEncoding.Encode(urgency);
        Rank = Array.IndexOf(Urgencies, urgency);
        Recommendation = Template.Parse(recommendation.GetProperty("Text").GetString()!);
        WhenUndetermined = Template.Parse(rule.GetProperty(nameof(WhenUndetermined)).GetProperty("Text").GetString()!);
        WithheldBy = withheldBy;
    }

    public JsonEncodedText Name { get; }
    public JsonEncodedText Title { get; }
    public JsonEncodedText Urgency { get; }
    public int Rank { get; }
    public Template Recommendation { get; }
    public Template WhenUndetermined { get; }

    /// <summary>Rules that withhold this one, in document order.</summary>
    public int[] WithheldBy { get; }
}

/// <summary>A text with <c>$(name)</c> parts; even parts are literal, odd ones are names.</summary>
internal sealed class Template
{
    public required byte[][] Literals { get; init; }
    public required string[] Names { get; init; }

    public static Template Parse(string text)
    {
        var literals = new List<byte[]>();
        var names = new List<string>();
        var start = 0;
        for (var at = text.IndexOf("$(", StringComparison.Ordinal); at >= 0; at = text.IndexOf("$(", start, StringComparison.Ordinal))
        {
            literals.Add(Encoding.UTF8.GetBytes(text[start..at]));
            start = text.IndexOf(')', at) + 1;
            names.Add(text[(at + 2)..(start - 1)]);
        }
        literals.Add(Encoding.UTF8.GetBytes(text[start..]));
        return new Template { Literals = [.. literals], Names = [.. names] };
    }
}

internal sealed class FactText
{
    public FactText(Fact fact, JsonElement patient, JsonElement lesion)
    {
        var name = fact.ToString();
        var (owner, schema) = name.StartsWith("Patient", StringComparison.Ordinal) ? ("patient", patient) : ("lesion", lesion);
        var property = JsonNamingPolicy.CamelCase.ConvertName(name[owner.Length..]);
        var described = schema.GetProperty("properties").GetProperty(property);
        Path = HandTextEncoding.Encode($"{owner}.{property}");
        Label = HandTextEncoding.Encode(described.GetProperty("x-label").GetString()!);
        Unit = described.TryGetProperty("x-unit", out var unit) ? HandTextEncoding.Encode(unit.GetString()!) : null;
    }

    public JsonEncodedText Path { get; }
    public JsonEncodedText Label { get; }
    public JsonEncodedText? Unit { get; }
}

internal static class HandTextEncoding
{
    public static JsonEncodedText Encode(string text) => JsonEncodedText.Encode(text, HandDecisionWriter.Options.Encoder);
}
