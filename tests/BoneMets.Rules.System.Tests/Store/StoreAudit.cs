using BoneMets.Rules.Store;

namespace BoneMets.Rules.System.Tests.Store;

/// <summary>Nothing is changed behind the log's back without being found.</summary>
public abstract class StoreAudit : StoreBases
{
    [Theory]
    [InlineData("""UPDATE audit SET "Actor" = 'mallory' WHERE "Sequence" = 3""", "entry 3", "changed after it was written")]
    [InlineData("""UPDATE audit SET "Details" = '{}' WHERE "Sequence" = 1""", "entry 1", "changed after it was written")]
    [InlineData("""DELETE FROM audit WHERE "Sequence" = 2""", "entry 3", "entry 2 is missing")]
    [InlineData("""DELETE FROM audit WHERE "Sequence" = 7""", "entry 6", "its newest entry was 7")]
    [InlineData("""UPDATE audit SET "Sequence" = 99 WHERE "Sequence" = 2; UPDATE audit SET "Sequence" = 2 WHERE "Sequence" = 3; UPDATE audit SET "Sequence" = 3 WHERE "Sequence" = 99""", "entry 2", "does not follow")]
    [InlineData("""UPDATE release_documents SET "DocumentId" = (SELECT "DocumentId" FROM release_documents WHERE "Release" = 2 AND "Name" = 'b/workflow.json') WHERE "Release" = 2 AND "Name" = 'a/workflow.json'""", "release 2", "not those that it was published with")]
    [InlineData("""DELETE FROM release_documents WHERE "Release" = 1 AND "Name" = 'a/README.md'""", "release 1", "not those that it was published with")]
    [InlineData("""DELETE FROM releases WHERE "Number" = 2""", "release 2", "was removed")]
    [InlineData("""INSERT INTO releases SELECT 3, "ManifestHash", "Kind", "Status", "PublishedAt", "PublishedBy", "Note", "ChangeId", "Restores", "ApprovedBy", "ApprovedAt" FROM releases WHERE "Number" = 2""", "release 3", "does not know it")]
    [InlineData("""UPDATE audit SET "At" = 'yesterday' WHERE "Sequence" = 2""", "entry 2", "its time `yesterday` cannot be read")]
    [InlineData("""UPDATE audit SET "Details" = '[' WHERE "Sequence" = 1""", "entry 1", "its details cannot be read")]
    [InlineData("""UPDATE audit SET "Details" = '[]' WHERE "Sequence" = 1""", "entry 1", "changed after it was written")]
    [InlineData("""UPDATE audit SET "Details" = '{"manifest":1}' WHERE "Sequence" = 1""", "release 1", "the log does not know it")]
    [InlineData("""UPDATE audit SET "Subject" = 'release 99999999999' WHERE "Sequence" = 1""", "release 1", "the log does not know it")]
    [InlineData("""INSERT INTO audit_head SELECT 2, 1, "Hash" FROM audit WHERE "Sequence" = 1""", "log", "2 newest entries")]
    [InlineData("DELETE FROM audit_head", "entry 7", "does not say which entry is its newest")]
    [InlineData("DROP TABLE audit", "log", "it cannot be read")]
    [InlineData("ALTER TABLE audit_head RENAME TO x", "log", "it cannot be read")]
    public async Task Whoever_tampers_with_the_database_is_found_out(string sql, string place, string message)
    {
        await ImportAsync();
        await PublishAsync();
        Assert.True((await Store.Audit.VerifyAsync()).IsIntact);
        await TamperAsync(sql);
        var found = await Store.Audit.VerifyAsync();
        Assert.Contains(found.Findings, f => f.Place == place && f.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_that_was_changed_in_the_database_is_found_in_every_release_that_has_it()
    {
        await ImportAsync();
        await PublishAsync();
        await TamperAsync("""UPDATE documents SET "Content" = (SELECT "Content" FROM documents WHERE "Id" NOT IN (SELECT "DocumentId" FROM release_documents WHERE "Name" = 'a/README.md') LIMIT 1) WHERE "Id" IN (SELECT "DocumentId" FROM release_documents WHERE "Name" = 'a/README.md')""");
        Assert.Equal(["release 1", "release 2"], (await Store.Audit.VerifyAsync()).Findings.Select(f => f.Place));
    }

    [Fact]
    public async Task A_hash_noted_earlier_proves_that_the_log_was_not_written_anew()
    {
        await ImportAsync();
        var noted = (await Store.Audit.VerifyAsync()).Head;
        await PublishAsync();
        Assert.True((await Store.Audit.VerifyAsync(noted)).IsIntact);
        Assert.Contains((await Store.Audit.VerifyAsync("sha256:elsewhere")).Findings, f => f.Place == "log");
    }

    [Fact]
    public async Task A_refused_action_leaves_nothing_behind()
    {
        await ImportAsync();
        var change = await DraftAsync();
        var before = (await Store.Audit.VerifyAsync()).Head;
        await RefusedAsync(RefusalKind.WrongState, () => Store.Changes.PublishAsync(Paul, change.Id));
        await RefusedAsync(RefusalKind.DocumentChanged, () => Store.Changes.PutAsync(Ann, change.Id, First, Json("{}"), "sha256:other"));
        Assert.Equal(before, (await Store.Audit.VerifyAsync()).Head);
        var after = await Store.Changes.GetAsync(change.Id);
        Assert.Equal((change.State, change.ContentHash, change.UpdatedAt), (after.State, after.ContentHash, after.UpdatedAt));
    }
}
