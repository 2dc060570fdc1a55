namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>Collects what was taken and what was not. Refusals of one fact for one reason share a line, except values that contradict each other; a Bundle of a million refusals gives a report that can be read.</summary>
internal sealed class FhirReport
{
    private const int MostLines = 1_000;

    private readonly List<FhirTaken> taken = [];
    private readonly List<FhirRejected> rejected = [];
    private readonly Dictionary<(string? Fact, FhirRefusal Kind, string Reason, string? Resource), (int Index, FhirTime? Time)> lines = [];
    private int unlisted;

    public List<string> Notes { get; } = [];

    public IReadOnlyList<FhirTaken> Taken => taken;

    public IReadOnlyList<FhirRejected> Rejected => unlisted == 0
        ? rejected
        : [.. rejected, new FhirRejected(null, "others", null, null, FhirRefusal.Resource, $"more than {MostLines} different refusals; these are not listed", unlisted)];

    public void Take(FhirTaken line) => taken.Add(line);

    /// <summary>A line of several stands for the latest of them: an old value must not hide a new one.</summary>
    public void Reject(string? fact, string resource, FhirRefusal kind, string reason, FhirTime? time = null, string? value = null)
    {
        var key = (fact, kind, reason, kind == FhirRefusal.Conflict ? resource : null);
        if (lines.TryGetValue(key, out var line))
        {
            var known = rejected[line.Index];
            var isLater = time is not null && (line.Time is null || time.Start > line.Time.Start);
            rejected[line.Index] = isLater ? new FhirRejected(fact, resource, time!.Text, value, kind, reason, known.More + 1) : known with { More = known.More + 1 };
            if (isLater) lines[key] = (line.Index, time);
            return;
        }
        if (rejected.Count >= MostLines)
        {
            unlisted++;
            return;
        }
        lines.Add(key, (rejected.Count, time));
        rejected.Add(new FhirRejected(fact, resource, time?.Text, value, kind, reason, 0));
    }
}
