using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Content;

/// <summary>Copies of fact sets, so that a test can take facts away and fill them in again.</summary>
internal static class PatientFacts
{
    public static FactSet Copy(BoundWorkflow workflow, FactSet from)
    {
        var copy = new FactSet(workflow.Inputs.Select(i => (i.Name, i.Schema)));
        for (var i = 0; i < from.Inputs.Count; i++) Copy(from.Inputs[i], copy.Inputs[i]);
        return copy;
    }

    public static void CopyFact(FactFrame from, FactFrame to, FactProperty property)
    {
        if (!IsKnown(from, property)) return;
        switch (property.Type)
        {
            case NumberType: to.SetNumber(property, from.Exact[property.Slot]); break;
            case ListType:
                foreach (var item in from.Lists[property.Slot]!.Items) Copy(item, to.ListAt(property).Add());
                break;
            default: to.Codes[property.Slot] = from.Codes[property.Slot]; break;
        }
    }

    public static bool IsKnown(FactFrame frame, FactProperty property) => property.Type switch
    {
        NumberType => !double.IsNaN(frame.Numbers[property.Slot]),
        ListType => frame.Lists[property.Slot] is not null,
        _ => frame.Codes[property.Slot] != FactFrame.Unknown,
    };

    public static int CountKnown(FactSet facts) => facts.Inputs.Sum(f => f.Schema.Properties.Count(p => IsKnown(f, p)));

    private static void Copy(FactFrame from, FactFrame to)
    {
        foreach (var property in from.Schema.Properties) CopyFact(from, to, property);
    }
}
