using BoneMets.Rules.Store.Auditing;
using BoneMets.Rules.Store.Database;

namespace BoneMets.Rules.Store;

/// <summary>What was put back: the log as it stands in the backup, and where the files of the store that was there before lie now.</summary>
public sealed record RestoredStore(AuditVerification Backup, string? KeptAs);

/// <summary>
/// A SQLite store as it was at one moment, in one file, made while a server writes to it; and such a file as a store again. PostgreSQL has
/// programs of its own for both. <see cref="StoreUnavailableException"/> is thrown for whatever stands in the way; then nothing was changed.
/// </summary>
public static class StoreBackup
{
    private const string Actor = "restore";

    /// <summary>
    /// Copies the store to <paramref name="file"/>, which only its owner can read: it holds password hashes, the keys that sign cookies and, where
    /// decisions are recorded, facts of patients. The answer is about the copy. One that is not intact is kept all the same: it is what there is.
    /// </summary>
    public static async Task<AuditVerification> BackUpAsync(StoreOptions store, string file, bool mayReplace = false, CancellationToken cancellation = default)
    {
        if (!mayReplace && File.Exists(file)) throw Refused($"there is a file `{file}` already");
        await using (await RuleStore.OpenAsync(store with { IsReadOnly = true }, cancellation)) { }
        using var copy = StoreCopy.Beside(file);
        await copy.FillAsync(store.File, cancellation);
        var verified = await VerifyAsync(store, copy.File, cancellation);
        copy.MoveTo(file, mayReplace);
        return verified;
    }

    /// <summary>Something lies where the store is to be: its file, or a log that belongs to one.</summary>
    public static bool IsTaken(StoreOptions store) => new StoreFiles(store.File).Any() is not null;

    /// <summary>
    /// Makes <paramref name="file"/> the store: brought up to date, and with an entry in its log that says so. A backup that is damaged, altered or
    /// of a newer version is refused. A store that is there already is kept aside when <paramref name="mayReplace"/>, and must be in use by nobody.
    /// </summary>
    public static async Task<RestoredStore> RestoreAsync(string file, StoreOptions store, bool mayReplace = false, CancellationToken cancellation = default)
    {
        var place = new StoreFiles(store.File);
        if (Path.GetFullPath(file) == Path.GetFullPath(store.File)) throw Refused("the backup and the store are the same file");
        if (!File.Exists(file)) throw Refused($"there is no file `{file}`");
        if (place.Any() is { } there && !mayReplace) throw Refused($"there is a store already (`{there}`)");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(store.File))!);
        using var copy = StoreCopy.Beside(store.File);
        await copy.FillAsync(file, cancellation);
        var restored = store with { File = copy.File, IsReadOnly = false };
        AuditVerification verified;
        try
        {
            verified = await WriteAsync(restored, cancellation);
        }
        catch (StoreUnavailableException e)
        {
            // The copy has a name that nobody knows.
            throw new StoreUnavailableException(e.Message.Replace(copy.File, file, StringComparison.Ordinal), mayBeDone: false, e);
        }
        await copy.CloseAsync(cancellation);
        var kept = place.Any() is null ? null : await place.MoveAsideAsync(store.Clock.GetUtcNow(), cancellation);
        copy.MoveTo(store.File, mayReplace: false);
        return new RestoredStore(verified, kept);
    }

    private static async Task<AuditVerification> WriteAsync(StoreOptions restored, CancellationToken cancellation)
    {
        await using var database = StoreDatabase.Of(restored);
        await database.RequireStoreAsync(cancellation);
        await database.MigrateAsync(cancellation);
        var verified = await new AuditLog(database).VerifyAsync(cancellation: cancellation);
        if (!verified.IsIntact) throw Refused($"the backup is not intact ({verified.Findings[0].Place}: {verified.Findings[0].Message})");
        await database.WriteAsync(Actor, writer =>
        {
            writer.Audit("store.restored", "store", ("entries", AuditSubject.Text(verified.Entries)), ("head", verified.Head));
            return Task.FromResult(true);
        }, cancellation);
        return verified;
    }

    private static async Task<AuditVerification> VerifyAsync(StoreOptions store, string file, CancellationToken cancellation)
    {
        await using var copied = await RuleStore.OpenAsync(store with { File = file, IsReadOnly = true }, cancellation);
        return await copied.Audit.VerifyAsync(cancellation: cancellation);
    }

    internal static StoreUnavailableException Refused(string message, Exception? inner = null) => new(message, mayBeDone: false, inner);
}
