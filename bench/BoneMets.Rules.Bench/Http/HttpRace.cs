using System.Diagnostics;
using BoneMets.Rules.Bench.Measuring;

namespace BoneMets.Rules.Bench.Http;

/// <summary>What is asked of the server.</summary>
internal sealed record Asked(string Name, string Path, byte[] Body);

/// <summary>What one of them came to, in one round.</summary>
/// <param name="PerSecond">Answers.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="Slowest">The 99th percentile, milliseconds.</param>
/// <param name="Processor">Microseconds of the server's processor time per answer.</param>
internal readonly record struct HttpRound(double PerSecond, double Median, double Slowest, double Processor);

/// <summary>Contestants take turns over the same number of connections; each round gives one ratio, and the median counts.</summary>
internal sealed class HttpRace(ServerProcess server, IReadOnlyList<Asked> asked)
{
    private readonly List<HttpRound>[] rounds = [.. asked.Select(_ => new List<HttpRound>())];

    /// <param name="clients">Connections, each with one request under way.</param>
    /// <param name="count">Rounds.</param>
    /// <param name="each">How long a turn is.</param>
    /// <param name="warmUp">How long each runs before, so that the server's JIT comes to rest.</param>
    public async Task<HttpRace> RunAsync(int clients, int count, TimeSpan each, TimeSpan warmUp)
    {
        var connections = asked.Select(a => Enumerable.Range(0, clients).Select(_ => new Connection(server.Address, Connection.Post(server.Address, a.Path, a.Body))).ToArray()).ToArray();
        try
        {
            foreach (var connection in connections.SelectMany(c => c)) await connection.ConnectAsync();
            foreach (var contestant in connections) await RoundAsync(contestant, warmUp);
            for (var round = 0; round < count; round++)
                for (var i = 0; i < asked.Count; i++)
                {
                    var turn = (i + round) % asked.Count;
                    rounds[turn].Add(await RoundAsync(connections[turn], each));
                }
        }
        finally
        {
            foreach (var connection in connections.SelectMany(c => c)) connection.Dispose();
        }
        return this;
    }

    public double Median(string name, Func<HttpRound, double> value) => Race.Median([.. Of(name).Select(value)]);

    /// <summary>The median over the rounds of one's value by the other's.</summary>
    public double Ratio(string name, string other, Func<HttpRound, double> value) => Race.Median([.. Of(name).Zip(Of(other), (ours, theirs) => value(ours) / value(theirs))]);

    private List<HttpRound> Of(string name) => rounds[asked.ToList().FindIndex(a => a.Name == name)];

    private async Task<HttpRound> RoundAsync(Connection[] connections, TimeSpan each)
    {
        var before = server.Used;
        var started = Stopwatch.GetTimestamp();
        var end = started + (long)(each.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(connections.Select(c => Task.Run(() => c.AskAsync(end))));
        var elapsed = Stopwatch.GetElapsedTime(started);
        var latencies = all.SelectMany(l => l).Order().ToList();
        var used = server.Used - before;
        double At(double part) => Stopwatch.GetElapsedTime(0, latencies[(int)((latencies.Count - 1) * part)]).TotalMilliseconds;
        return new HttpRound(latencies.Count / elapsed.TotalSeconds, At(0.5), At(0.99), used.TotalMicroseconds / latencies.Count);
    }
}
