using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Server.Cohorts.Mapping;

/// <summary>A fact that a column can hold: a scalar or a list of scalars, not inside of a list.</summary>
internal sealed record FactPath(string Text, IReadOnlyList<string> Steps, FactProperty Property)
{
    public FactType Scalar => Property.Type is ListType list ? list.Element : Property.Type;

    public bool IsList => Property.Type is ListType;

    /// <summary>The property of one element of a list, else the fact itself.</summary>
    public FactProperty Element => IsList ? Property.ElementSchema!.Properties[0] : Property;

    public string Pointer => "/" + string.Join('/', Steps);

    /// <summary>All of a workflow, in the order of its schemas.</summary>
    public static IReadOnlyList<FactPath> Of(IReadOnlyList<(string Name, ObjectSchema Schema)> inputs)
    {
        var found = new List<FactPath>();
        foreach (var (name, schema) in inputs) Collect([name], schema, found, []);
        return found;
    }

    /// <summary>What to write instead of a path that is none.</summary>
    public static string? Hint(string text, IReadOnlyList<FactPath> all) => Suggestion.DidYouMean(text, all.Select(f => f.Text));

    private static void Collect(IReadOnlyList<string> steps, ObjectSchema schema, List<FactPath> found, HashSet<ObjectSchema> open)
    {
        if (!open.Add(schema)) return;
        foreach (var property in schema.Properties)
        {
            IReadOnlyList<string> path = [.. steps, property.Name];
            if (property.Type is ObjectType inner) Collect(path, inner.Schema, found, open);
            else if (property.Type is not ListType { Element: ObjectType or ListType }) found.Add(new FactPath(string.Join('.', path), path, property));
        }
        open.Remove(schema);
    }
}
