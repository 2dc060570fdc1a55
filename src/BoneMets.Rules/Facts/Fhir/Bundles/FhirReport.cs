namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>Collects what was taken and what was not. Refusals of one fact for one reason share a line, except values that contradict each other; a Bundle of a million refusals gives a report that can be read.</summary>
internal sealed class FhirReport
{
    private const int MostLines = 1_000;

    private readonly List<FhirTaken> taken = [];
    private readonly List<FhirRejected> rejected = [];
    private readonly Dictionary<(string? Fact, FhirRefusal Kind, string Reason, string? Resource), int> lines = [];
    private int unlisted;

    public List<string> Notes { get; } = [];

    public IReadOnlyList<FhirTaken> Taken => taken;

    public IReadOnlyList<FhirRejected> Rejected => unlisted == 0
        ? rejected
        : [.. rejected, new FhirRejected(null, "others", null, null, FhirRefusal.Resource, $"more than {MostLines} different refusals; these are not listed", unlisted)];

    public void Take(FhirTaken line) => taken.Add(line);

    public void Reject(string? fact, string resource, FhirRefusal kind, string reason, string? date = null, string? value = null)
    {
        var key = (fact, kind, reason, kind == FhirRefusal.Conflict ? resource : null);
        if (lines.TryGetValue(key, out var line))
        {
            rejected[line] = rejected[line] with { More = rejected[line].More + 1 };
            return;
        }
        if (rejected.Count >= MostLines)
        {
            unlisted++;
            return;
        }
        lines.Add(key, rejected.Count);
        rejected.Add(new FhirRejected(fact, resource, date, value, kind, reason, 0));
    }
}
