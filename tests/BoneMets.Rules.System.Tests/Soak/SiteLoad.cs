using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>Everybody who works on one server: the same people and applications on both.</summary>
internal sealed class SiteLoad
{
    /// <summary>What the last part of the run may have more than the middle one: noise of the collector, not growth.</summary>
    private const double Growth = 1.10, Slack = 40;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private readonly Soaking soaking;
    private readonly Releases releases = new();
    private readonly Publisher publisher;
    private readonly List<Task> working = [];

    public SiteLoad(Soaking soaking, SoakSite site)
    {
        (this.soaking, Site) = (soaking, site);
        publisher = new Publisher(site, releases);
        (Drafts, Recorder, Slow, Memory) = (new Drafts(site), new Recorder(soaking, site), new SlowClients(soaking, site), new MemoryWatch(() => site.Server.ResidentBytes));
    }

    public SoakSite Site { get; }

    public Drafts Drafts { get; }

    public Recorder Recorder { get; }

    public SlowClients Slow { get; }

    public MemoryWatch Memory { get; }

    public int Publications => releases.Answered;

    public void Begin()
    {
        var askers = new Askers(soaking, Site, releases);
        var anyone = Site.Anyone;
        Work("somebody who asks", TimeSpan.FromMilliseconds(20), () => askers.AskAsync(anyone));
        Work("a key that asks", TimeSpan.FromMilliseconds(20), () => askers.AskAsync(Site.Ward));
        Work("a key that asks for many", TimeSpan.FromSeconds(1), () => askers.AskManyAsync(Site.Ward));
        Work("a key that records", TimeSpan.FromMilliseconds(200), Recorder.RecordAsync);
        Work("an author who saves", TimeSpan.FromMilliseconds(400), Drafts.SaveAsync);
        Work("those who publish", TimeSpan.FromSeconds(3), publisher.PublishAsync);
        for (var i = 0; i < 3; i++)
        {
            Work("somebody who sends slowly", TimeSpan.FromSeconds(1), Slow.SendSlowlyAsync);
            Work("somebody who says nothing", TimeSpan.FromSeconds(1), Slow.SayNothingAsync);
        }
        Work("somebody who reads slowly", TimeSpan.FromSeconds(5), Slow.ReadSlowlyAsync);
        Work("the memory", LookEvery, () =>
        {
            Memory.Look();
            return Task.CompletedTask;
        });
    }

    public Task EndAsync() => Task.WhenAll(working);

    /// <summary>When all have stopped and nothing is wrong: what was answered is there.</summary>
    public async Task CheckAsync(Func<Task<long>> countRecordsAsync)
    {
        Assert.False(Site.Trouble.IsOn, $"{Site.Name} never wrote again after: {Site.Trouble.Past[^1].Name}");
        await Recorder.CheckAllAsync(countRecordsAsync);
        await Drafts.CheckLastAsync();
        Assert.Equal(releases.Live, await publisher.NewestAsync());
        var verified = await Site.Root.GetAsync("/api/v1/audit/verification");
        Assert.True(verified["intact"]!.GetValue<bool>(), verified.ToJsonString());
    }

    public void AssertMemoryIsFlat() => Assert.True(Memory.Median(0.8, 1) <= Memory.Median(0.3, 0.5) * Growth + Slack,
        $"{Site.Name} grew from {Memory.Median(0.3, 0.5):0} MB in the middle to {Memory.Median(0.8, 1):0} MB at the end");

    private void Work(string who, TimeSpan every, Func<Task> act) => working.Add(soaking.RepeatAsync($"{Site.Name}, {who}", async () =>
    {
        await act();
        await soaking.PauseAsync(every);
    }));
}
