using BoneMets.Rules.Libraries;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Cli.Exchange;

/// <summary>What pulling would do to a folder. Making the plan changes nothing.</summary>
/// <param name="Write">Files that are not there, or differ.</param>
/// <param name="Remove">Files that the release does not have (any more).</param>
/// <param name="Kept">Documents that somebody added here; they would be lost only by force.</param>
/// <param name="Edits">Why nothing may be done, a line each: what somebody did here since the last time, and would be undone.</param>
internal sealed record PullPlan(
    IReadOnlyList<(string Name, byte[] Content)> Write, IReadOnlyList<string> Remove, IReadOnlyList<string> Kept, IReadOnlyList<string> Edits, int Unchanged)
{
    /// <param name="folder">It need not be there.</param>
    /// <param name="record">What was pulled last; without it everything that differs counts as edited.</param>
    /// <param name="pulled">What the folder shall hold.</param>
    /// <param name="byForce">Makes the documents exactly those of the release.</param>
    public static PullPlan Of(string folder, PullRecord? record, PulledLibrary pulled, bool byForce)
    {
        var before = record?.Files ?? new Dictionary<string, string>(StringComparer.Ordinal);
        var (write, remove, kept, edits) = (new List<(string, byte[])>(), new List<string>(), new List<string>(), new List<string>());
        foreach (var (name, content) in pulled.Documents)
        {
            var here = BytesOf(folder, name);
            if (here is not null && here.AsSpan().SequenceEqual(content)) continue;
            write.Add((name, content));
            if (here is null)
            {
                if (before.ContainsKey(name)) edits.Add($"`{name}` was removed here");
            }
            else if (!before.TryGetValue(name, out var hash)) edits.Add($"`{name}` was never pulled, and release {pulled.Release} has another one");
            else if (PullRecord.HashOf(here) != hash) edits.Add($"`{name}` was edited here");
        }
        var names = pulled.Documents.Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, hash) in before.Where(f => !names.Contains(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            // The record comes with the folder, perhaps from a stranger: a name that leads out of it is none of ours.
            if (DocumentName.Complaint(name) is not null || BytesOf(folder, name) is not { } here) continue;
            remove.Add(name);
            if (PullRecord.HashOf(here) != hash) edits.Add($"`{name}` was edited here, and release {pulled.Release} does not have it any more");
        }
        foreach (var name in DocumentsIn(folder).Where(n => !names.Contains(n) && !before.ContainsKey(n)))
        {
            if (record is not null && !byForce) kept.Add(name);
            else remove.Add(name);
            if (record is null) edits.Add($"`{name}` was never pulled, and release {pulled.Release} does not have it");
        }
        return new PullPlan(write, remove, kept, edits, pulled.Documents.Count - write.Count);
    }

    private static IEnumerable<string> DocumentsIn(string folder) =>
        Directory.Exists(folder) ? LibraryFolder.Read(folder).Select(d => d.Name).Where(LibraryFile.IsDocument) : [];

    private static byte[]? BytesOf(string folder, string name) => Path.Combine(folder, name) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;
}
