using System.Text;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.System.Tests.Store;

/// <summary>Releases that moved on under a change, and back.</summary>
public abstract class StoreBases : StoreLifeCycle
{
    [Fact]
    public async Task A_change_on_an_older_release_is_put_on_the_newest_one_and_reviewed_again()
    {
        await ImportAsync();
        var mine = await DraftAsync("""{"v": 7}""", Second);
        await SubmitAsync(mine.Id);
        await ApproveAsync(mine.Id);
        await PublishAsync();
        await RefusedAsync(RefusalKind.BaseMoved, () => Store.Changes.PublishAsync(Paul, mine.Id));
        var rebased = await Store.Changes.RebaseAsync(Ann, mine.Id, new Dictionary<string, byte[]?>());
        Assert.Equal((ChangeState.Draft, 2), (rebased.State, rebased.Base));
        Assert.Equal([Second], rebased.Documents.Select(d => d.Name));
        await SubmitAsync(mine.Id);
        await ApproveAsync(mine.Id);
        await Store.Changes.PublishAsync(Paul, mine.Id);
        Assert.Equal(("""{"v": 2}""", """{"v": 7}"""), (await TextAsync(3, First), await TextAsync(3, Second)));
    }

    [Fact]
    public async Task Documents_that_both_changed_are_conflicts_until_somebody_says_what_shall_stand()
    {
        await ImportAsync();
        var mine = await DraftAsync("""{"v": 7}""");
        await PublishAsync();
        await RefusedAsync(RefusalKind.BaseMoved, () => SubmitAsync(mine.Id));
        var refusal = await RefusedAsync(RefusalKind.Conflicts, () => Store.Changes.RebaseAsync(Ann, mine.Id, new Dictionary<string, byte[]?>()));
        var conflict = Assert.Single(refusal.Conflicts);
        Assert.Equal((First, """{"v": 1}""", """{"v": 2}""", """{"v": 7}"""), (conflict.Name, Encoding.UTF8.GetString(conflict.Base!.Content), Encoding.UTF8.GetString(conflict.Theirs!.Content), Encoding.UTF8.GetString(conflict.Mine!.Content)));
        await RefusedAsync(RefusalKind.Invalid, () => Store.Changes.RebaseAsync(Ann, mine.Id, new Dictionary<string, byte[]?> { [Second] = Json("{}") }));
        var rebased = await Store.Changes.RebaseAsync(Bob, mine.Id, new Dictionary<string, byte[]?> { [First] = Json("""{"v": 8}""") });
        Assert.Equal([Ann, Bob], rebased.Authors);
        Assert.Equal("""{"v": 8}""", Encoding.UTF8.GetString((await Store.Changes.DocumentAsync(mine.Id, First))!.Content));
    }

    [Fact]
    public async Task An_edit_that_was_undone_does_not_undo_what_a_newer_release_did()
    {
        await ImportAsync();
        var mine = await DraftAsync("""{"v": 7}""");
        await EditAsync(mine.Id, First, """{"v": 1}""");
        await EditAsync(mine.Id, Second, """{"v": 5}""");
        await PublishAsync();
        await Store.Changes.RebaseAsync(Ann, mine.Id, new Dictionary<string, byte[]?>());
        Assert.Equal("""{"v": 2}""", Encoding.UTF8.GetString((await Store.Changes.DocumentAsync(mine.Id, First))!.Content));
    }

    [Fact]
    public async Task A_rollback_is_a_new_release_with_older_documents()
    {
        await ImportAsync();
        await PublishAsync();
        await RefusedAsync(RefusalKind.Invalid, () => Store.Releases.RollBackAsync(Paul, 1, " "));
        var release = await Store.Releases.RollBackAsync(Paul, 1, "the limit was wrong");
        Assert.Equal((3, ReleaseKind.RolledBack, 1, ReleaseStatus.Unreviewed), (release.Number, release.Kind, release.Restores, release.Status));
        Assert.Equal("""{"v": 1}""", await TextAsync(3, First));
        await RefusedAsync(RefusalKind.NothingChanged, () => Store.Releases.RollBackAsync(Paul, 1, "again"));
        Assert.True((await Store.Audit.VerifyAsync()).IsIntact);
    }
}
