using System.Text;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.System.Tests.Store;

/// <summary>What a store has to do, on whatever database. Each test has a database of its own.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    protected const string Ann = "ann", Bob = "bob", Rita = "rita", Paul = "paul";
    protected const string First = "a/workflow.json", Second = "b/workflow.json";

    protected RuleStore Store { get; private set; } = null!;

    protected StoreOptions Options { get; private set; } = null!;

    internal SteppingClock Clock { get; } = new();

    public virtual async Task InitializeAsync()
    {
        Options = (await NewDatabaseAsync()) with { Clock = Clock };
        Store = await RuleStore.OpenAsync(Options);
    }

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    protected abstract Task<StoreOptions> NewDatabaseAsync();

    /// <summary>What somebody with access to the database itself does.</summary>
    protected abstract Task TamperAsync(string sql);

    /// <summary>Table and column, of everything but what belongs to the database or the migrations.</summary>
    protected abstract Task<IReadOnlyList<string>> ColumnsAsync();

    protected static byte[] Json(string text) => Encoding.UTF8.GetBytes(text);

    protected async Task<Release> ImportAsync() =>
        (await Store.Releases.ImportAsync("import", [(First, Json("""{"v": 1}""")), (Second, Json("""{"v": 1}""")), ("a/README.md", Json("# A\n"))], "from a folder"))!;

    /// <summary>A change by Ann with one edit of the first document.</summary>
    protected async Task<Change> DraftAsync(string text = """{"v": 2}""", string name = First)
    {
        var change = await Store.Changes.CreateAsync(Ann, "Raise the limit", "");
        await EditAsync(change.Id, name, text);
        return await Store.Changes.GetAsync(change.Id);
    }

    protected async Task EditAsync(long id, string name, string text, string actor = Ann) =>
        await Store.Changes.PutAsync(actor, id, name, Json(text), (await Store.Changes.DocumentAsync(id, name))?.Hash);

    protected async Task<Change> SubmitAsync(long id, int against = 0) =>
        await Store.Changes.SubmitAsync(Ann, id, new ChangeEvidence((await Store.Changes.GetAsync(id)).ContentHash, against, "{}"));

    protected async Task<Change> ApproveAsync(long id) =>
        await Store.Changes.ReviewAsync(Rita, id, (await Store.Changes.GetAsync(id)).ContentHash, ReviewVerdict.Approve, "read and replayed");

    protected async Task<Change> PublishAsync(string text = """{"v": 2}""", string name = First)
    {
        var change = await DraftAsync(text, name);
        await SubmitAsync(change.Id);
        await ApproveAsync(change.Id);
        return await Store.Changes.PublishAsync(Paul, change.Id);
    }

    protected static async Task<StoreRefusedException> RefusedAsync(RefusalKind kind, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(act);
        Assert.Equal(kind, refusal.Kind);
        Assert.NotEmpty(refusal.Remedy);
        return refusal;
    }

    protected async Task<string> TextAsync(int release, string name) =>
        Encoding.UTF8.GetString((await Store.Releases.DocumentsAsync(release)).Single(d => d.Name == name).Content);
}

/// <summary>A second passes with every look at it.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 10, 0, 0, TimeSpan.Zero);
    private long seconds;

    public void Skip(TimeSpan time) => Interlocked.Add(ref seconds, (long)time.TotalSeconds);

    public override DateTimeOffset GetUtcNow() => Start.AddSeconds(Interlocked.Increment(ref seconds));
}
