using System.Text.Json.Nodes;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>Makes an example small: facts that it does not need are left out as long as it still shows what it shows.</summary>
public static class PatientShrinker
{
    public static Patient Shrink(Patient patient, Func<Patient, bool> shows)
    {
        var facts = (JsonObject)patient.Facts.DeepClone();
        var asOf = patient.AsOf;
        bool Shows() => shows(new Patient(facts, asOf));
        if (asOf is not null)
        {
            asOf = null;
            if (!Shows()) asOf = patient.AsOf;
        }
        var isSmaller = true;
        while (isSmaller) isSmaller = ShrinkObject(facts, Shows);
        return new Patient(facts, asOf);
    }

    private static bool ShrinkObject(JsonObject owner, Func<bool> shows)
    {
        var any = false;
        foreach (var name in owner.Select(p => p.Key).ToList())
        {
            var value = owner[name];
            owner.Remove(name);
            if (shows())
            {
                any = true;
                continue;
            }
            owner[name] = value;
            any |= ShrinkValue(value, shows);
        }
        return any;
    }

    private static bool ShrinkValue(JsonNode? value, Func<bool> shows) => value switch
    {
        JsonObject inner => ShrinkObject(inner, shows),
        JsonArray list => ShrinkList(list, shows),
        _ => false,
    };

    private static bool ShrinkList(JsonArray list, Func<bool> shows)
    {
        var any = false;
        for (var i = list.Count - 1; i >= 0; i--)
        {
            var element = list[i];
            list.RemoveAt(i);
            if (shows())
            {
                any = true;
                continue;
            }
            list.Insert(i, element);
            any |= ShrinkValue(element, shows);
        }
        return any;
    }
}
