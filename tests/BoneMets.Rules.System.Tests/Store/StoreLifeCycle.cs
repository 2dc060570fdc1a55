using System.Text;
using BoneMets.Rules.Store;
using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BoneMets.Rules.System.Tests.Store;

/// <summary>From a folder to a release, and every way in which that is refused.</summary>
public abstract class StoreLifeCycle : StoreContract
{
    [Fact]
    public async Task The_tables_are_those_of_the_model()
    {
        var options = new DbContextOptionsBuilder<StoreContext>().UseSqlite("Data Source=:memory:").Options;
        await using var context = new StoreContext(options);
        var model = context.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Select(p => $"{e.GetTableName()}.{p.GetColumnName(StoreObjectIdentifier.Table(e.GetTableName()!))}"));
        Assert.Equal(model.Order(StringComparer.Ordinal), (await ColumnsAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Several_processes_open_a_new_store_at_the_same_time()
    {
        var options = await NewDatabaseAsync();
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RuleStore.OpenAsync(options)));
        var imported = await Task.WhenAll(opened.Select(s => s.Releases.ImportAsync("import", [(First, Json("{}"))], "")));
        Assert.Single(imported, r => r is not null);
        foreach (var store in opened) await store.DisposeAsync();
    }

    [Fact]
    public async Task A_folder_becomes_release_1_once_and_unreviewed()
    {
        var release = await ImportAsync();
        Assert.Equal((1, ReleaseKind.Imported, ReleaseStatus.Unreviewed, "import"), (release.Number, release.Kind, release.Status, release.PublishedBy));
        Assert.Null(await Store.Releases.ImportAsync("import", [(First, Json("{}"))], "again"));
        Assert.Equal(["a/README.md", First, Second], (await Store.Releases.DocumentsAsync(1)).Select(d => d.Name));
        Assert.Equal("""{"v": 1}""", await TextAsync(1, First));
        Assert.Equal(release, await Store.Releases.LatestAsync());
    }

    [Fact]
    public async Task The_first_review_approves_the_imported_release_as_it_is()
    {
        var release = await ImportAsync();
        await RefusedAsync(RefusalKind.ContentChanged, () => Store.Releases.ApproveAsync(Rita, 1, "sha256:other", ""));
        await RefusedAsync(RefusalKind.OwnChange, () => Store.Releases.ApproveAsync("import", 1, release.ManifestHash, ""));
        var approved = await Store.Releases.ApproveAsync(Rita, 1, release.ManifestHash, "read");
        Assert.Equal((ReleaseStatus.Approved, Rita), (approved.Status, approved.ApprovedBy));
        await RefusedAsync(RefusalKind.WrongState, () => Store.Releases.ApproveAsync(Paul, 1, release.ManifestHash, "read"));
    }

    [Fact]
    public async Task A_change_is_drafted_submitted_approved_and_published()
    {
        await ImportAsync();
        var change = await DraftAsync();
        Assert.Equal((ChangeState.Draft, 1, "Raise the limit"), (change.State, change.Base, change.Title));
        Assert.Equal([(First, Ann)], change.Documents.Select(d => (d.Name, d.EditedBy)));
        Assert.Equal(ChangeState.InReview, (await SubmitAsync(change.Id)).State);
        Assert.Equal(ChangeState.Approved, (await ApproveAsync(change.Id)).State);
        var published = await Store.Changes.PublishAsync(Paul, change.Id);
        Assert.Equal((ChangeState.Published, 2), (published.State, published.PublishedAs));

        var release = await Store.Releases.GetAsync(2);
        Assert.Equal((ReleaseKind.Published, ReleaseStatus.Approved, Paul, Rita, change.Id), (release.Kind, release.Status, release.PublishedBy, release.ApprovedBy, release.Change));
        Assert.Equal(("""{"v": 2}""", """{"v": 1}""", """{"v": 1}"""), (await TextAsync(2, First), await TextAsync(2, Second), await TextAsync(1, First)));
        Assert.Equal(published.ContentHash, release.ManifestHash);
        Assert.Equal(["import", Ann, Ann, Ann, Rita, Paul, Paul], (await Store.Audit.ReadAsync(100)).Reverse().Select(e => e.Actor));
        Assert.True((await Store.Audit.VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task Documents_are_added_and_removed()
    {
        await ImportAsync();
        var change = await Store.Changes.CreateAsync(Ann, "Move it", "");
        await Store.Changes.PutAsync(Ann, change.Id, "c/workflow.json", Json("{}"), expected: null);
        await Store.Changes.RemoveAsync(Ann, change.Id, Second, (await Store.Changes.DocumentAsync(change.Id, Second))!.Hash);
        Assert.Equal([(Second, true, false), ("c/workflow.json", false, true)], (await Store.Changes.GetAsync(change.Id)).Documents.Select(d => (d.Name, d.BaseHash is not null, d.Hash is not null)));
        await SubmitAsync(change.Id);
        await ApproveAsync(change.Id);
        await Store.Changes.PublishAsync(Paul, change.Id);
        Assert.Equal(["a/README.md", First, "c/workflow.json"], (await Store.Releases.DocumentsAsync(2)).Select(d => d.Name));
    }

    [Fact]
    public async Task An_edit_that_started_from_an_older_text_is_refused_with_the_text_as_it_is()
    {
        await ImportAsync();
        var change = await Store.Changes.CreateAsync(Ann, "x", "");
        var start = (await Store.Changes.DocumentAsync(change.Id, First))!.Hash;
        await Store.Changes.PutAsync(Ann, change.Id, First, Json("""{"v": 2}"""), start);
        var refusal = await RefusedAsync(RefusalKind.DocumentChanged, () => Store.Changes.PutAsync(Bob, change.Id, First, Json("""{"v": 3}"""), start));
        Assert.Equal("""{"v": 2}""", Encoding.UTF8.GetString(refusal.Current!.Content));
        await RefusedAsync(RefusalKind.DocumentChanged, () => Store.Changes.PutAsync(Bob, change.Id, "none.json", Json("{}"), start));
        await RefusedAsync(RefusalKind.DocumentChanged, () => Store.Changes.PutAsync(Bob, change.Id, Second, Json("{}"), expected: null));
        await RefusedAsync(RefusalKind.DocumentChanged, () => Store.Changes.RemoveAsync(Bob, change.Id, First, start));
    }

    [Fact]
    public async Task Of_many_edits_at_the_same_time_exactly_one_is_kept()
    {
        await ImportAsync();
        var change = await Store.Changes.CreateAsync(Ann, "x", "");
        var start = (await Store.Changes.DocumentAsync(change.Id, First))!.Hash;
        var kept = await Task.WhenAll(Enumerable.Range(10, 8).Select(async i =>
        {
            try
            {
                return (await Store.Changes.PutAsync($"author{i}", change.Id, First, Json($$"""{"v": {{i}}}"""), start)).Hash;
            }
            catch (StoreRefusedException e) when (e.Kind == RefusalKind.DocumentChanged)
            {
                return null;
            }
        }));
        Assert.Equal(Assert.Single(kept, h => h is not null), (await Store.Changes.DocumentAsync(change.Id, First))!.Hash);
        Assert.True((await Store.Audit.VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task A_comment_alone_is_an_edit_that_nobody_overwrites_unseen_and_a_rebase_keeps()
    {
        await ImportAsync();
        const string commented = "{ /* why */ \"v\": 1 }";
        var draft = await DraftAsync(commented);
        Assert.Equal(First, draft.Documents.Single().Name);
        var imported = (await Store.Releases.DocumentsAsync(1)).Single(d => d.Name == First);
        await RefusedAsync(RefusalKind.DocumentChanged, () => Store.Changes.PutAsync(Bob, draft.Id, First, Json("""{"v": 7}"""), imported.Hash));
        await PublishAsync("""{"v": 2}""", Second);
        var rebased = await Store.Changes.RebaseAsync(Ann, draft.Id, new Dictionary<string, byte[]?>());
        Assert.Equal(First, rebased.Documents.Single().Name);
        await SubmitAsync(draft.Id);
        await ApproveAsync(draft.Id);
        await Store.Changes.PublishAsync(Paul, draft.Id);
        Assert.Equal(commented, await TextAsync(3, First));
    }

    [Fact]
    public async Task A_publication_of_workflows_that_lack_statements_is_refused_until_they_make_them()
    {
        await ImportAsync();
        var change = await DraftAsync();
        await Store.Changes.SubmitAsync(Ann, change.Id, new ChangeEvidence(change.ContentHash, 0, "{}", Unstated: 2));
        await ApproveAsync(change.Id);
        await RefusedAsync(RefusalKind.MetadataMissing, () => Store.Changes.PublishAsync(Paul, change.Id));
        await EditAsync(change.Id, First, """{"v": 3}""");
        await SubmitAsync(change.Id);
        await ApproveAsync(change.Id);
        await Store.Changes.PublishAsync(Paul, change.Id);
    }

    [Fact]
    public async Task Whoever_made_a_key_does_not_approve_what_it_drafted()
    {
        await ImportAsync();
        var (key, _) = await Store.Keys.CreateAsync(Rita, "ci", new KeyScope(false, true, false, []), TimeSpan.FromDays(1));
        var change = await Store.Changes.CreateAsync(key.Actor, "From git", "");
        await EditAsync(change.Id, First, """{"v": 2}""", key.Actor);
        await SubmitAsync(change.Id);
        await RefusedAsync(RefusalKind.OwnChange, () => ApproveAsync(change.Id));
        var content = (await Store.Changes.GetAsync(change.Id)).ContentHash;
        await Store.Changes.ReviewAsync(Bob, change.Id, content, ReviewVerdict.Approve, "");
    }

    [Fact]
    public async Task A_document_that_is_no_JSON_is_refused_with_its_place()
    {
        await ImportAsync();
        var change = await Store.Changes.CreateAsync(Ann, "x", "");
        var refusal = await RefusedAsync(RefusalKind.Invalid, () => EditAsync(change.Id, First, "{\n  \"v\": }"));
        Assert.Contains("line 2, column 8", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_approves_a_change_that_they_took_part_in()
    {
        await ImportAsync();
        var change = await DraftAsync();
        await EditAsync(change.Id, Second, """{"v": 9}""", actor: Bob);
        await EditAsync(change.Id, Second, """{"v": 1}""", actor: Ann); // Bob's edit is undone, he is an author all the same
        var submitted = await Store.Changes.SubmitAsync(Paul, change.Id, new ChangeEvidence((await Store.Changes.GetAsync(change.Id)).ContentHash, 0, "{}"));
        Assert.Equal([Ann, Bob], submitted.Authors);
        foreach (var actor in new[] { Ann, Bob, Paul })
            await RefusedAsync(RefusalKind.OwnChange, () => Store.Changes.ReviewAsync(actor, change.Id, submitted.ContentHash, ReviewVerdict.Approve, "fine"));
        Assert.Equal(ChangeState.Approved, (await ApproveAsync(change.Id)).State);
    }

    [Fact]
    public async Task Approval_and_evidence_are_for_exactly_one_content()
    {
        await ImportAsync();
        var change = await DraftAsync();
        await EditAsync(change.Id, First, """{"v": 3}""");
        await RefusedAsync(RefusalKind.ContentChanged, () => Store.Changes.SubmitAsync(Ann, change.Id, new ChangeEvidence(change.ContentHash, 0, "{}")));
        var submitted = await SubmitAsync(change.Id);
        await RefusedAsync(RefusalKind.ContentChanged, () => Store.Changes.ReviewAsync(Rita, change.Id, change.ContentHash, ReviewVerdict.Approve, ""));
        await ApproveAsync(change.Id);
        await EditAsync(change.Id, First, """{"v": 4}""");
        var edited = await Store.Changes.GetAsync(change.Id);
        Assert.Equal((ChangeState.Draft, null, null), (edited.State, edited.Evidence, edited.EvidenceAgainst));
        await RefusedAsync(RefusalKind.WrongState, () => Store.Changes.PublishAsync(Paul, change.Id));
        await EditAsync(change.Id, First, """{"v": 3}"""); // the approved content again, but the approval is gone
        Assert.Equal(submitted.ContentHash, (await Store.Changes.GetAsync(change.Id)).ContentHash);
        await RefusedAsync(RefusalKind.WrongState, () => Store.Changes.PublishAsync(Paul, change.Id));
    }

    [Fact]
    public async Task A_failing_case_blocks_until_it_is_mended()
    {
        await ImportAsync();
        var change = await DraftAsync();
        await SubmitAsync(change.Id, against: 1);
        var refusal = await RefusedAsync(RefusalKind.EvidenceAgainst, () => ApproveAsync(change.Id));
        Assert.Contains("1 finding speaks against", refusal.Message, StringComparison.Ordinal);
        await RefusedAsync(RefusalKind.Invalid, () => Store.Changes.ReviewAsync(Rita, change.Id, change.ContentHash, ReviewVerdict.SendBack, " "));
        Assert.Equal(ChangeState.Draft, (await Store.Changes.ReviewAsync(Rita, change.Id, change.ContentHash, ReviewVerdict.SendBack, "case 3 fails")).State);
        await EditAsync(change.Id, First, """{"v": 5}""");
        await SubmitAsync(change.Id);
        await ApproveAsync(change.Id);
        Assert.Equal(2, (await Store.Changes.PublishAsync(Paul, change.Id)).PublishedAs);
        Assert.Equal([ReviewVerdict.SendBack, ReviewVerdict.Approve], (await Store.Changes.ReviewsAsync(change.Id)).Select(r => r.Verdict));
    }

    [Fact]
    public async Task Actions_that_do_not_fit_the_state_are_refused()
    {
        await ImportAsync();
        var draft = await DraftAsync();
        await RefusedAsync(RefusalKind.WrongState, () => ApproveAsync(draft.Id));
        await RefusedAsync(RefusalKind.WrongState, () => Store.Changes.PublishAsync(Paul, draft.Id));
        await SubmitAsync(draft.Id);
        await RefusedAsync(RefusalKind.AlreadySubmitted, () => SubmitAsync(draft.Id));
        await RefusedAsync(RefusalKind.WrongState, () => Store.Changes.PublishAsync(Paul, draft.Id));
        Assert.Equal(ChangeState.Withdrawn, (await Store.Changes.WithdrawAsync(Ann, draft.Id, "not needed")).State);
        await RefusedAsync(RefusalKind.WrongState, () => EditAsync(draft.Id, First, "{}"));
        await RefusedAsync(RefusalKind.WrongState, () => Store.Changes.WithdrawAsync(Ann, draft.Id, ""));
        var published = await PublishAsync();
        await RefusedAsync(RefusalKind.AlreadyPublished, () => Store.Changes.PublishAsync(Paul, published.Id));
        await RefusedAsync(RefusalKind.WrongState, () => Store.Changes.WithdrawAsync(Ann, published.Id, ""));
        await RefusedAsync(RefusalKind.NotFound, () => Store.Changes.GetAsync(99));
        await RefusedAsync(RefusalKind.NotFound, () => Store.Releases.GetAsync(99));
    }

    [Fact]
    public async Task Of_many_that_publish_at_the_same_time_exactly_one_does()
    {
        await ImportAsync();
        var change = await DraftAsync();
        await SubmitAsync(change.Id);
        await ApproveAsync(change.Id);
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            try
            {
                return (await Store.Changes.PublishAsync($"publisher{i}", change.Id)).PublishedAs;
            }
            catch (StoreRefusedException e) when (e.Kind == RefusalKind.AlreadyPublished)
            {
                return null;
            }
        }));
        Assert.Equal(2, Assert.Single(results, r => r is not null));
        Assert.Equal([2, 1], (await Store.Releases.ListAsync()).Select(r => r.Number));
        Assert.True((await Store.Audit.VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task Comments_stand_at_a_place_until_they_are_resolved()
    {
        await ImportAsync();
        var change = await DraftAsync();
        var comment = await Store.Comments.AddAsync(Rita, change.Id, First, "LowFractureRisk", "Is 7 included?");
        await RefusedAsync(RefusalKind.Invalid, () => Store.Comments.AddAsync(Rita, change.Id, First, "", " "));
        await RefusedAsync(RefusalKind.NotFound, () => Store.Comments.AddAsync(Rita, 99, First, "", "x"));
        await Store.Comments.ResolveAsync(Ann, change.Id, comment.Id);
        await Store.Comments.ResolveAsync(Bob, change.Id, comment.Id);
        Assert.Equal([("LowFractureRisk", Rita, Ann)], (await Store.Comments.ListAsync(change.Id)).Select(c => (c.Place, c.By, c.ResolvedBy)));
    }
}
