using System.Globalization;
using System.Text.Json.Nodes;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>Facts of one patient as callers give them, and the evaluation date.</summary>
public sealed record Patient(JsonObject Facts, DateOnly? AsOf)
{
    public byte[] Bytes() => System.Text.Encoding.UTF8.GetBytes(Facts.ToJsonString());

    public Diagnostics.FactsExample AsExample() => new(Facts.ToJsonString(), AsOf);

    /// <summary>From a solution: the known facts only, numbers rounded as given. Null when a number cannot be written.</summary>
    internal static Patient? Of(IReadOnlyList<DeclaredFact> facts, IReadOnlyList<string> solution, Func<decimal, decimal> rounding)
    {
        var root = new JsonObject();
        DateOnly? asOf = null;
        // Lists before their elements, so that there is something to put them into.
        foreach (var (fact, i) in facts.Select((f, i) => (f, i)).OrderBy(f => f.f.Type is ListType ? 0 : 1).ThenBy(f => f.f.Path.Length))
        {
            if (solution[2 * i] != "true") continue;
            var text = solution[2 * i + 1];
            if (ValueOf(fact, text, rounding) is not { } value) return null;
            if (fact.Path == "asOf") asOf = DateOnly.ParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            else Put(root, fact.Path, value);
        }
        return new Patient(root, asOf);
    }

    private static JsonNode? ValueOf(DeclaredFact fact, string text, Func<decimal, decimal> rounding)
    {
        if (fact.Type is BooleanType) return JsonValue.Create(text == "true");
        if (SExpression.Parse(text).Number() is not { } number) return null;
        return fact.Type switch
        {
            ListType list => new JsonArray([.. Enumerable.Range(0, (int)number).Select(_ => list.Element is ObjectType ? new JsonObject() : (JsonNode?)null)]),
            DateType => JsonValue.Create(DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            NumberType => JsonValue.Create(rounding(number)),
            _ => JsonValue.Create(fact.Words[(int)number]),
        };
    }

    /// <summary>Below objects that are made on the way; an element beyond the length of its list is no part of the patient.</summary>
    private static void Put(JsonObject root, string path, JsonNode value)
    {
        var parts = path.Split('.');
        var at = root;
        for (var i = 0; i < parts.Length; i++)
        {
            var (name, index) = parts[i].Split('[') is [var list, var number] ? (list, int.Parse(number[..^1], CultureInfo.InvariantCulture)) : (parts[i], -1);
            var isLast = i == parts.Length - 1;
            if (index < 0)
            {
                if (isLast) at[name] = value;
                else at = (JsonObject)(at[name] ??= new JsonObject());
                continue;
            }
            if (at[name] is not JsonArray elements || index >= elements.Count) return;
            if (isLast) elements[index] = value;
            else at = (JsonObject)(elements[index] ??= new JsonObject());
        }
    }
}
