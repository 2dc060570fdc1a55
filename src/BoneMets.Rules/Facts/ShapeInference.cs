using System.Text;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Facts;

/// <summary>
/// The shape of an untyped input (workflows written for Microsoft's engine declare none): objects, numbers, booleans, texts and lists as the
/// first input has them. A null field is left out, since nothing is known about it. The elements of a list share one shape, the union of their fields;
/// a list of which no element is known has elements of the absent type.
/// </summary>
public static class ShapeInference
{
    /// <summary>Fields of one input, all levels together.</summary>
    public const int MostFields = 2_000;

    /// <summary>Null after a finding. <paramref name="name"/> is the input's name, <paramref name="input"/> its value.</summary>
    public static ObjectSchema? Infer(string name, JsonElement input, DiagnosticBag diagnostics)
    {
        var inference = new Inference(diagnostics);
        if (input.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return Inference.Complete(name, new ObjectShape());
        if (input.ValueKind != JsonValueKind.Object)
        {
            inference.Add(DiagnosticCode.WrongFactType, $"`{name}` takes an object, not {Inference.Describe(input)}", "/" + Inference.Escape(name));
            return null;
        }
        var shape = inference.Read(null, input, name, "/" + Inference.Escape(name));
        return inference.HasFailed ? null : Inference.Complete(name, (ObjectShape)shape!);
    }

    /// <summary>Names and types of a shape in one text, whatever the order of the fields: equal keys, equal meaning. Slots may differ, so bind to the schema that is kept.</summary>
    public static string KeyOf(ObjectSchema shape)
    {
        var key = new StringBuilder();
        Append(key, shape);
        return key.ToString();
    }

    /// <summary>The key of several inputs together.</summary>
    public static string KeyOf(IEnumerable<(string Name, ObjectSchema Shape)> inputs) =>
        string.Join(';', inputs.OrderBy(i => i.Name, StringComparer.Ordinal).Select(i => JsonSerializer.Serialize(i.Name) + KeyOf(i.Shape)));

    /// <summary>The fields of both shapes; null when a field has another type in each, or when they are too many.</summary>
    public static ObjectSchema? Merge(ObjectSchema known, ObjectSchema further) =>
        MergeFields(known, further) is { } merged && CountOf(merged) <= MostFields ? merged : null;

    private static ObjectSchema? MergeFields(ObjectSchema known, ObjectSchema further)
    {
        var properties = new List<FactProperty>();
        foreach (var property in known.Properties)
        {
            var other = further.Find(property.Name);
            if (MergeTypes(property.Type, other?.Type ?? property.Type) is not { } type) return null;
            // A property has its place in one schema, so that even one that stays the same is made anew.
            var isOther = property.Type is ListType { Element: AbsentType } && other is not null;
            properties.Add(new FactProperty(property.Name, type) { ScalarElement = isOther ? other!.ScalarElement : type is ListType ? property.ScalarElement : null });
        }
        properties.AddRange(further.Properties.Where(p => known.Find(p.Name) is null).Select(p => new FactProperty(p.Name, p.Type) { ScalarElement = p.ScalarElement }));
        var merged = new ObjectSchema(known.Name) { IsShape = true };
        merged.Complete(properties);
        return merged;
    }

    private static FactType? MergeTypes(FactType known, FactType further) => (known, further) switch
    {
        (ObjectType a, ObjectType b) => ReferenceEquals(a.Schema, b.Schema) ? a : MergeFields(a.Schema, b.Schema) is { } schema ? new ObjectType(schema) : null,
        (ListType { Element: AbsentType }, ListType) => further,
        (ListType, ListType { Element: AbsentType }) => known,
        (ListType a, ListType b) => MergeTypes(a.Element, b.Element) is { } element ? new ListType(element) : null,
        (NumberType, NumberType) => FactType.Number,
        _ => known == further ? known : null,
    };

    private static int CountOf(ObjectSchema shape) => shape.Properties.Count + shape.Properties.Sum(p => p.Type switch
    {
        ObjectType nested => CountOf(nested.Schema),
        ListType { Element: ObjectType element } => CountOf(element.Schema),
        _ => 0,
    });

    private static void Append(StringBuilder key, ObjectSchema shape)
    {
        key.Append('{');
        foreach (var property in shape.Properties.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            key.Append(JsonSerializer.Serialize(property.Name)).Append(':');
            Append(key, property.Type);
            key.Append(',');
        }
        key.Append('}');
    }

    private static void Append(StringBuilder key, FactType type)
    {
        switch (type)
        {
            case ObjectType nested:
                Append(key, nested.Schema);
                break;
            case ListType list:
                key.Append('[');
                Append(key, list.Element);
                key.Append(']');
                break;
            default:
                key.Append(type switch { NumberType => 'n', BooleanType => 'b', TextType => 't', _ => '-' });
                break;
        }
    }

    private abstract record Shape;

    private sealed record ScalarShape(FactType Type) : Shape;

    private sealed record ObjectShape : Shape
    {
        public List<string> Order { get; } = [];

        public Dictionary<string, Shape> Fields { get; } = new(StringComparer.Ordinal);
    }

    private sealed record ListShape : Shape
    {
        /// <summary>Null while no element is known.</summary>
        public Shape? Element { get; set; }
    }

    private sealed class Inference(DiagnosticBag diagnostics)
    {
        private int fields;

        public bool HasFailed { get; private set; }

        public void Add(DiagnosticCode code, string message, string pointer, string? help = null)
        {
            if (HasFailed) return; // one finding is enough to refuse an input without a schema
            HasFailed = true;
            diagnostics.Add(new Diagnostic(code, message, help, Pointer: pointer));
        }

        /// <summary>What is known so far (<paramref name="known"/>, for further elements of a list) together with this value; null is no news.</summary>
        public Shape? Read(Shape? known, JsonElement value, string path, string pointer)
        {
            if (HasFailed) return known;
            Shape? found = value.ValueKind switch
            {
                JsonValueKind.True or JsonValueKind.False => new ScalarShape(FactType.Boolean),
                JsonValueKind.Number => new ScalarShape(FactType.Number),
                JsonValueKind.String => new ScalarShape(FactType.Text),
                JsonValueKind.Object => known as ObjectShape ?? new ObjectShape(),
                JsonValueKind.Array => known as ListShape ?? new ListShape(),
                _ => null,
            };
            if (found is null) return known;
            if (known is not null && found != known)
            {
                Add(DiagnosticCode.WrongFactType, $"`{path}` is {Describe(value)}, but the elements before are not", pointer, "the elements of a list have one type");
                return known;
            }
            if (found is ObjectShape shape) ReadFields(shape, value, path, pointer);
            else if (found is ListShape list) ReadElements(list, value, path, pointer);
            return found;
        }

        private void ReadFields(ObjectShape shape, JsonElement value, string path, string pointer)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var field in value.EnumerateObject())
            {
                if (HasFailed) return;
                if (!TryName(field, out var name))
                {
                    Add(DiagnosticCode.FactsMalformed, $"`{path}` has a field with half a character in its name", pointer);
                    return;
                }
                var place = $"{pointer}/{Escape(name)}";
                if (!seen.Add(name)) Add(DiagnosticCode.FactDuplicate, $"`{path}.{name}` is given twice", place);
                var known = shape.Fields.GetValueOrDefault(name);
                if (Read(known, field.Value, $"{path}.{name}", place) is not { } found) continue;
                shape.Fields[name] = found;
                if (known is not null) continue;
                shape.Order.Add(name);
                if (++fields > MostFields) Add(DiagnosticCode.FactsTooLarge, "an input without a schema has at most 2,000 fields", place);
            }
        }

        private void ReadElements(ListShape list, JsonElement value, string path, string pointer)
        {
            if (value.GetArrayLength() > LanguageLimits.ListLength)
            {
                Add(DiagnosticCode.FactListTooLong, $"`{path}` has more than 10,000 elements", pointer);
                return;
            }
            var index = 0;
            foreach (var element in value.EnumerateArray())
            {
                if (HasFailed) return;
                if (element.ValueKind == JsonValueKind.Array)
                    Add(DiagnosticCode.WrongFactType, $"`{path}[{index}]` is a list in a list", $"{pointer}/{index}", "make the elements objects that have a list");
                list.Element = Read(list.Element, element, $"{path}[{index}]", $"{pointer}/{index}");
                index++;
            }
        }

        public static ObjectSchema Complete(string path, ObjectShape shape)
        {
            var schema = new ObjectSchema(path) { IsShape = true };
            schema.Complete(shape.Order.Select(name => Property(path, name, shape.Fields[name])));
            return schema;
        }

        private static FactProperty Property(string path, string name, Shape shape) => shape switch
        {
            ScalarShape scalar => new FactProperty(name, scalar.Type),
            ObjectShape nested => new FactProperty(name, new ObjectType(Complete($"{path}.{name}", nested))),
            ListShape { Element: ObjectShape element } => new FactProperty(name, new ListType(new ObjectType(Complete($"{path}.{name}", element)))),
            ListShape list => new FactProperty(name, new ListType(list.Element is ScalarShape s ? s.Type : FactType.Absent))
            {
                ScalarElement = Elements($"{path}.{name}", list.Element as ScalarShape),
            },
            _ => throw new InvalidOperationException($"no shape for `{path}.{name}`"),
        };

        private static ObjectSchema Elements(string path, ScalarShape? element)
        {
            var schema = new ObjectSchema(path) { IsShape = true, IsScalarElement = true };
            schema.Complete(element is null ? [] : [new FactProperty("value", element.Type)]);
            return schema;
        }

        private static bool TryName(JsonProperty field, out string name)
        {
            try
            {
                name = field.Name;
                return true;
            }
            catch (InvalidOperationException)
            {
                name = "";
                return false;
            }
        }

        public static string Describe(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => "a boolean",
            JsonValueKind.Number => "a number",
            JsonValueKind.String => "a text",
            JsonValueKind.Array => "a list",
            _ => "an object",
        };

        public static string Escape(string step) => step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
    }
}
