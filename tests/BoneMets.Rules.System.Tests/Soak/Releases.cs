using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>
/// The releases of one server: what each of them has to answer is known before it can answer. One publisher after the other, so that numbers are known too.
/// </summary>
internal sealed class Releases
{
    private readonly ConcurrentDictionary<int, int> limits = new() { [1] = 10 };
    private volatile int live = 1;

    /// <summary>The newest one that was seen: nobody who asks later gets an older one.</summary>
    public int Live => live;

    public int Answered { get; private set; }

    /// <summary>By which number the release would be known, and with which limit.</summary>
    public void Expect(int number, int limit) => limits[number] = limit;

    public void Published(int number, bool wasAnswered)
    {
        live = number;
        if (wasAnswered) Answered++;
    }

    /// <summary>Whether this is what one release says, and none that was over when it was asked for.</summary>
    public void Check(int seen, int age, JsonNode decision)
    {
        var (release, _, limit) = PlatformStory.Named(decision);
        Assert.InRange(release, seen, int.MaxValue);
        Assert.Equal(limits[release], limit);
        var expected = age > limit ? ("met", "notMet") : ("notMet", "met");
        var verdicts = decision["verdicts"]!;
        Assert.True(expected == (verdicts["AboveLimit"]!.GetValue<string>(), verdicts["BelowLimit"]!.GetValue<string>()), string.Create(CultureInfo.InvariantCulture, $"{age} and a limit of {limit}: {verdicts.ToJsonString()}"));
    }
}
