using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>What an expression of a generated workflow comes to. <see cref="Numbers"/> is a list of numbers.</summary>
internal enum Kind { Truth, Number, Whole, Word, Date, Text, Numbers }

/// <summary>A fact of a generated schema: its kind, the words of its enumeration, and the values (as JSON) that facts are drawn from.</summary>
internal sealed record Field(string Name, Kind Kind, IReadOnlyList<string> Words, IReadOnlyList<string> Values, JsonObject Schema);

/// <summary>
/// Generated fact schemas: the inputs <c>p</c> (with a nested object, a list of objects and a list of numbers) and <c>thing</c>, an object
/// like the elements of the list. Few different values, so that boundaries, ties and unknowns meet often.
/// </summary>
internal sealed class World
{
    public const int LongestList = 3;
    public static readonly IReadOnlyList<string> Colours = ["red", "blue", "green"];
    public static readonly IReadOnlyList<string> Grades = ["low", "mid", "high", "top"];
    public static readonly IReadOnlyList<string> Dates = ["2020-02-29", "2024-02-29", "2025-01-31", "2025-12-31", "2026-01-31"];
    public static readonly IReadOnlyList<string> Texts = ["", "Ann", "ann", "Bob"];
    public static readonly IReadOnlyList<string> Wholes = ["-1", "0", "1", "2", "3", "4"];
    public static readonly IReadOnlyList<string> Decimals = ["-1", "0", "0.1", "0.2", "0.3", "0.5", "1", "1.5", "2", "2.5", "3", "3.3", "4"];

    private World(IReadOnlyList<Field> patient, IReadOnlyList<Field> inner, IReadOnlyList<Field> thing)
    {
        (Patient, Inner, Thing) = (patient, inner, thing);
        Layout = FactLayout.Of(this);
    }

    public IReadOnlyList<Field> Patient { get; }
    public IReadOnlyList<Field> Inner { get; }
    public IReadOnlyList<Field> Thing { get; }
    public FactLayout Layout { get; }

    /// <summary>At least one fact of every kind, each bounded or not.</summary>
    public static Gen<World> Any =>
        from patient in Fields([Kind.Number, Kind.Number, Kind.Whole, Kind.Whole, Kind.Truth, Kind.Truth, Kind.Word, Kind.Date, Kind.Text], 4)
        from inner in Fields([Kind.Number, Kind.Truth], 2)
        from thing in Fields([Kind.Number, Kind.Whole, Kind.Truth, Kind.Word, Kind.Date], 2)
        select new World(patient, inner, thing);

    /// <summary>The documents <c>facts/patient</c> and <c>facts/thing</c>.</summary>
    public IReadOnlyList<(string Path, JsonObject Root)> Schemas()
    {
        var patient = Properties(Patient);
        patient["inner"] = Object(Properties(Inner));
        patient["things"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["$ref"] = "thing.schema.json" } };
        patient["values"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" } };
        return [("facts/patient.schema.json", Object(patient)), ("facts/thing.schema.json", Object(Properties(Thing)))];
    }

    private static JsonObject Properties(IReadOnlyList<Field> fields) =>
        new([.. fields.Select(f => KeyValuePair.Create(f.Name, (JsonNode?)f.Schema.DeepClone()))]);

    private static JsonObject Object(JsonObject properties) =>
        new() { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };

    private static Gen<IReadOnlyList<Field>> Fields(IReadOnlyList<Kind> always, int mostMore) =>
        from count in Gen.Choose(0, mostMore)
        from more in Gen.Elements(Kind.Number, Kind.Whole, Kind.Truth, Kind.Word, Kind.Date, Kind.Text).ArrayOf(count)
        from flags in Gen.Choose(0, 3).ArrayOf(always.Count + count)
        select (IReadOnlyList<Field>)[.. always.Concat(more).Select((kind, i) => FieldOf(kind, i, flags[i]))];

    private static Field FieldOf(Kind kind, int index, int flag)
    {
        var name = $"{char.ToLowerInvariant(kind.ToString()[0])}{index}";
        switch (kind)
        {
            case Kind.Number when index == 0:
                // The one with units; every other number is plain and meets it.
                var units = new JsonObject { ["type"] = "number", ["x-unit"] = "mg", ["x-units"] = new JsonObject { ["g"] = 1000 } };
                return new Field(name, kind, [], [.. Decimals, """{"value":0.002,"unit":"g"}"""], units);
            case Kind.Number:
                return new Field(name, kind, [], index == 1 ? [.. Decimals, "1.2345678901234567"] : Decimals, new JsonObject { ["type"] = "number" });
            case Kind.Whole when flag == 0:
                return new Field(name, kind, [], ["0", "1", "2", "3"], new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = 3 });
            case Kind.Whole:
                return new Field(name, kind, [], Wholes, new JsonObject { ["type"] = "integer" });
            case Kind.Truth:
                return new Field(name, kind, [], ["true", "false"], new JsonObject { ["type"] = "boolean" });
            case Kind.Word:
                var words = flag % 2 == 0 ? Colours : Grades;
                return new Field(name, kind, words, [.. words.Select(Quoted)], new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w)]) });
            case Kind.Date:
                return new Field(name, kind, [], [.. Dates.Select(Quoted)], new JsonObject { ["type"] = "string", ["format"] = "date" });
            default:
                return new Field(name, kind, [], [.. Texts.Select(Quoted)], new JsonObject { ["type"] = "string" });
        }
    }

    private static string Quoted(string text) => $"\"{text}\"";
}
