using System.Net.Http.Headers;
using System.Text;

namespace BoneMets.Rules.System.Tests.Fuzzing;

/// <summary>A request as it is sent; a route's own example, or what became of it.</summary>
internal sealed record FuzzRequest(string Who, string Method, string Path, string? Type, byte[]? Body, IReadOnlyList<(string Name, string Value)> Headers)
{
    private const int MostShown = 8_000;

    public ByteArrayContent? Content()
    {
        if (Body is null) return null;
        var content = new ByteArrayContent(Body);
        if (Type is not null) content.Headers.TryAddWithoutValidation("Content-Type", Type);
        foreach (var (name, value) in Headers.Where(h => h.Name.StartsWith("Content-", StringComparison.Ordinal))) content.Headers.TryAddWithoutValidation(name, value);
        return content;
    }

    public (string Name, string Value)[] OtherHeaders => [.. Headers.Where(h => !h.Name.StartsWith("Content-", StringComparison.Ordinal))];

    /// <summary>With less of it, large parts first.</summary>
    public IEnumerable<FuzzRequest> Smaller()
    {
        for (var i = 0; i < Headers.Count; i++) yield return this with { Headers = [.. Headers.Where((_, j) => j != i)] };
        if (Path.IndexOf('?') is > 0 and var query) yield return this with { Path = Path[..query] };
        foreach (var shorter in Body is null ? [] : BoneMets.Rules.Tests.Fuzzing.Shorter.Of(Body)) yield return this with { Body = shorter };
    }

    public override string ToString() =>
        $"as {Who}: {Method} {Path}\n{string.Join("\n", Headers.Select(h => $"{h.Name}: {h.Value[..Math.Min(h.Value.Length, 200)]}"))}\nContent-Type: {Type}\n({Body?.Length ?? 0} bytes) {Encoding.Latin1.GetString(Body.AsSpan(0, Math.Min(Body?.Length ?? 0, MostShown)))}";
}
