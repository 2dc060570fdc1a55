using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Decisions;

/// <summary>Finds the fact that a path such as <c>patient.lesions[0].pain</c> names.</summary>
public static class FactPaths
{
    public static FactProperty? Find(BoundWorkflow workflow, string path)
    {
        var steps = path.Split('.');
        var schema = workflow.Inputs.FirstOrDefault(i => i.Name == steps[0])?.Schema;
        FactProperty? property = null;
        foreach (var step in steps.Skip(1))
        {
            var name = step.IndexOf('[', StringComparison.Ordinal) is >= 0 and var bracket ? step[..bracket] : step;
            property = schema?.Find(name);
            if (property is null) return null;
            schema = property.Type switch { ObjectType o => o.Schema, ListType => property.ElementSchema, _ => null };
        }
        return property;
    }
}
