using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>Values that several rules share.</summary>
internal static class ParametersPart
{
    public static IReadOnlyList<Block> Of(LibraryWorkflow workflow)
    {
        var parameters = workflow.Model.GlobalParams;
        if (parameters.Count == 0) return [];
        return [new Grid("Values that the rules share", ["Name", "Computed as", "Unit"], parameters.Select(p => new GridRow([new Code(p.Name)], [new Code(p.Expression.Text)], [UnitOf(p, workflow)])))];
    }

    private static string UnitOf(Parameter parameter, LibraryWorkflow workflow) =>
        parameter.Unit ?? (workflow.Bound?.Params.FirstOrDefault(p => p.Name == parameter.Name)?.Type as NumberType)?.Unit ?? "";
}
