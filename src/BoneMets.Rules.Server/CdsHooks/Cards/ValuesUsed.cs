using BoneMets.Rules.Authoring;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.CdsHooks.Services;

namespace BoneMets.Rules.Server.CdsHooks.Cards;

/// <summary>The results that a rule reads, itself or through what it builds on.</summary>
internal static class ValuesUsed
{
    /// <param name="rule">A decision's name of it.</param>
    /// <param name="rules">Of the workflow that decided.</param>
    /// <param name="reading">What was taken from the patient's record.</param>
    public static IReadOnlyList<FhirTaken> By(string rule, CardRules rules, FhirReading reading)
    {
        if (rules.Find(rule) is not { } definition) return [];
        var read = DefinitionReads.Facts(definition).ToHashSet(StringComparer.Ordinal);
        return [.. reading.Taken.Where(t => read.Contains(t.Fact))];
    }
}
