using BoneMets.Rules.Store;

namespace BoneMets.Rules.System.Tests.Store;

/// <summary>Changes that come from a folder as a whole.</summary>
public abstract class StoreFolders : StoreAccounts
{
    [Fact]
    public async Task A_folder_becomes_a_change_with_what_differs_and_what_is_gone()
    {
        await ImportAsync();
        var change = await Store.Changes.CreateFromAsync(Ann, "From git", "", null, [(First, Json("""{ "v" : 1 }""")), ("c/workflow.json", Json("""{"v": 9}""")), ("a/README.md", Json("# A\n"))]);
        // Another layout is another text, also when it means the same: nobody's comments are lost.
        Assert.Equal([(First, true, true), ("b/workflow.json", true, false), ("c/workflow.json", false, true)], change.Documents.Select(d => (d.Name, d.BaseHash is not null, d.Hash is not null)));
        Assert.Equal((ChangeState.Draft, 1, Ann), (change.State, change.Base, change.Authors.Single()));
        await RefusedAsync(RefusalKind.OwnChange, async () =>
        {
            await SubmitAsync(change.Id);
            await Store.Changes.ReviewAsync(Ann, change.Id, change.ContentHash, ReviewVerdict.Approve, "");
        });
        Assert.True((await Store.Audit.VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task A_folder_that_is_what_is_live_changes_nothing_and_leaves_nothing()
    {
        await ImportAsync();
        var folder = (await Store.Releases.DocumentsAsync(1)).Select(d => (d.Name, d.Content)).ToList();
        await RefusedAsync(RefusalKind.NothingChanged, () => Store.Changes.CreateFromAsync(Ann, "From git", "", null, folder));
        await RefusedAsync(RefusalKind.NotFound, () => Store.Changes.CreateFromAsync(Ann, "From git", "", 7, folder));
        await RefusedAsync(RefusalKind.Invalid, () => Store.Changes.CreateFromAsync(Ann, "From git", "", null, [("a/workflow.json", Json("{"))]));
        Assert.Empty(await Store.Changes.ListAsync());
    }

    [Fact]
    public async Task A_folder_of_an_older_release_does_not_undo_the_newer_one()
    {
        await ImportAsync();
        await PublishAsync("""{"v": 2}""", Second);
        var old = (await Store.Releases.DocumentsAsync(1)).Select(d => (d.Name, Content: d.Name == First ? Json("""{"v": 5}""") : d.Content)).ToList();
        var change = await Store.Changes.CreateFromAsync(Ann, "From git", "", 1, old);
        Assert.Equal([First], change.Documents.Select(d => d.Name));
        await RefusedAsync(RefusalKind.BaseMoved, () => SubmitAsync(change.Id));
        var rebased = await Store.Changes.RebaseAsync(Ann, change.Id, new Dictionary<string, byte[]?>());
        Assert.Equal((2, First), (rebased.Base, rebased.Documents.Single().Name));
    }

    [Fact]
    public async Task What_is_published_is_what_was_looked_at()
    {
        await ImportAsync();
        var change = await DraftAsync();
        await SubmitAsync(change.Id);
        await ApproveAsync(change.Id);
        await RefusedAsync(RefusalKind.ContentChanged, () => Store.Changes.PublishAsync(Paul, change.Id, "sha256:other"));
        Assert.Equal(2, (await Store.Changes.PublishAsync(Paul, change.Id, change.ContentHash)).PublishedAs);
    }

    [Fact]
    public async Task A_refused_save_carries_both_versions()
    {
        await ImportAsync();
        var change = await DraftAsync();
        var refusal = await RefusedAsync(RefusalKind.DocumentChanged, () => Store.Changes.PutAsync(Bob, change.Id, First, Json("""{"v": 7}"""), "sha256:old"));
        Assert.Equal(["""{"v": 2}""", """{"v": 7}"""], new[] { refusal.Current, refusal.Sent }.Select(d => global::System.Text.Encoding.UTF8.GetString(d!.Content)));
    }

    [Theory]
    [InlineData(false, false, false, "")]
    [InlineData(false, true, true, "")]
    [InlineData(false, true, false, "Mirels")]
    [InlineData(true, false, false, "with blank")]
    public async Task A_key_of_no_sense_is_refused(bool execute, bool draft, bool record, string workflow) =>
        await RefusedAsync(RefusalKind.Invalid, () => Store.Keys.CreateAsync(Paul, "x", new KeyScope(execute, draft, record, workflow.Length == 0 ? [] : [workflow]), TimeSpan.FromDays(1)));
}
