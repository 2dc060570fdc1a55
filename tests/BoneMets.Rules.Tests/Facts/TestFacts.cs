using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Tests.Facts;

/// <summary>A patient with every kind of fact, and short ways to read one.</summary>
internal static class TestFacts
{
    public static readonly ObjectSchema Lesion = Schema("lesion",
        new("site", new EnumType(["upperLimb", "lowerLimb", "peritrochanteric"])),
        new("pain", new EnumType(["none", "mild", "functional"])),
        new("corticalPercent", new NumberType(false, "%")) { Minimum = 0, Maximum = 100 });

    public static readonly ObjectSchema Organ = Schema("patient.kidney",
        new("clearance", new NumberType(false, "mL/min")),
        new("isSingle", FactType.Boolean));

    public static readonly ObjectSchema Patient = Schema("patient",
        new("totalCalcium", new NumberType(false, "mg/dL"))
        {
            Minimum = 1, Maximum = 30,
            OtherUnits = new Dictionary<string, UnitConversion>(StringComparer.Ordinal) { ["mmol/L"] = new(4.008m, null) },
        },
        new("creatinine", new NumberType(false, "mg/dL"))
        {
            Minimum = 0,
            OtherUnits = new Dictionary<string, UnitConversion>(StringComparer.Ordinal) { ["umol/L"] = new(null, 88.4m) },
        },
        new("age", new NumberType(true, "a")) { Minimum = 0, Maximum = 130 },
        new("ratio", FactType.Number) { Maximum = 1 },
        new("count", FactType.Integer),
        new("onDialysis", FactType.Boolean),
        new("note", FactType.Text),
        new("bornOn", FactType.Date) { Earliest = new DateOnly(1890, 1, 1) },
        new("kidney", new ObjectType(Organ)),
        new("lesions", new ListType(new ObjectType(Lesion))),
        new("values", new ListType(FactType.Number)) { ScalarElement = Scalar("patient.values", new FactProperty("value", FactType.Number) { Minimum = 0 }) });

    public static FactReader Reader() => new([("patient", Patient), ("lesion", Lesion)]);

    public static ObjectSchema Schema(string name, params FactProperty[] properties)
    {
        var schema = new ObjectSchema(name);
        schema.Complete(properties);
        return schema;
    }

    public static ObjectSchema Scalar(string name, FactProperty value)
    {
        var schema = new ObjectSchema(name) { IsScalarElement = true };
        schema.Complete([value]);
        return schema;
    }

    public static FactSet Valid(string json)
    {
        var reader = Reader();
        var set = reader.Rent();
        var errors = new List<Diagnostic>();
        Assert.True(reader.Read(Encoding.UTF8.GetBytes(json), set, errors), string.Join('\n', errors));
        return set;
    }

    public static List<Diagnostic> Invalid(string json) => Invalid(Encoding.UTF8.GetBytes(json));

    public static List<Diagnostic> Invalid(byte[] json)
    {
        var reader = Reader();
        var errors = new List<Diagnostic>();
        Assert.False(reader.Read(json, reader.Rent(), errors));
        Assert.False(reader.Read(json, reader.Rent(), null));
        return errors;
    }

    /// <summary>Every known fact of a frame as <c>path=value</c>, in the order of the schema.</summary>
    public static string Show(FactFrame frame) => string.Join("; ", Known(frame));

    private static IEnumerable<string> Known(FactFrame frame)
    {
        foreach (var p in frame.Schema.Properties)
        {
            var name = frame.Schema.IsScalarElement ? frame.Path : $"{frame.Path}.{p.Name}";
            switch (p.Type)
            {
                case NumberType when !double.IsNaN(frame.Numbers[p.Slot]): yield return $"{name}={ExactNumber.Show(frame.Exact[p.Slot])}"; break;
                case BooleanType when frame.Codes[p.Slot] >= 0: yield return $"{name}={(frame.Codes[p.Slot] == 1 ? "true" : "false")}"; break;
                case EnumType e when frame.Codes[p.Slot] >= 0: yield return $"{name}={e.Values[frame.Codes[p.Slot]]}"; break;
                case DateType when frame.Codes[p.Slot] >= 0: yield return $"{name}={DateOnly.FromDayNumber(frame.Codes[p.Slot]):yyyy-MM-dd}"; break;
                case TextType when frame.Texts[p.Slot] is { } text: yield return $"{name}={text}"; break;
                case ObjectType when frame.Objects[p.Slot] is { } nested:
                    foreach (var known in Known(nested)) yield return known;
                    break;
                case ListType when frame.Lists[p.Slot] is { } list:
                    yield return $"{name}#{list.Items.Count}";
                    foreach (var known in list.Items.SelectMany(Known)) yield return known;
                    break;
            }
        }
    }
}
