using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Replicas;

/// <summary>Applications that ask one after the other, without a pause, until they are told to stop. Every answer is noted with when its question was sent.</summary>
internal sealed class Load
{
    private readonly ConcurrentQueue<Answered> answers = new();
    private readonly List<Task> asking = [];
    private volatile bool isOver;

    /// <summary>Most that a key may ask, so that nobody is told to come again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.0 / ThreeServers.KeyRate);

    public IReadOnlyCollection<Answered> Answers => answers;

    public static long Now => Stopwatch.GetTimestamp();

    /// <summary>One more application: a key, and what it asks.</summary>
    public void Add(Person who, string path, Func<StringContent> question) => asking.Add(Task.Run(async () =>
    {
        while (!isOver)
        {
            var sent = Now;
            using var response = await who.SendAsync(HttpMethod.Post, path, question());
            var text = await response.Content.ReadAsStringAsync();
            answers.Enqueue(new Answered(path, sent, response.StatusCode, text));
            if (Stopwatch.GetElapsedTime(sent) is var took && took < Pause) await Task.Delay(Pause - took);
        }
    }));

    public async Task EndAsync()
    {
        isOver = true;
        await Task.WhenAll(asking);
    }
}

/// <param name="Sent">When the question was sent: the answer may have waited on its way.</param>
internal sealed record Answered(string Path, long Sent, HttpStatusCode Status, string Text)
{
    public bool IsDecision => Status == HttpStatusCode.OK;

    public JsonNode Json => JsonNode.Parse(Text)!;
}
