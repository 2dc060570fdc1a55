using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace BoneMets.Rules.Store.Database;

/// <summary>
/// One database, reached through short transactions: a read sees one moment, and writes come one after the other, so that what an action
/// has looked at still holds when it writes. Thread safe.
/// </summary>
internal abstract class StoreDatabase(StoreOptions options) : IAsyncDisposable
{
    private DbContextOptions<StoreContext>? built;

    /// <summary>Most of what a short read costs is making its context.</summary>
    private PooledDbContextFactory<StoreContext>? readers;

    public static StoreDatabase Of(StoreOptions options) => options.PostgreSql is { } connection ? new PostgreSqlDatabase(options, connection) : new SqliteDatabase(options);

    protected StoreOptions Options { get; } = options;

    public async Task MigrateAsync(CancellationToken cancellation) => await GuardAsync(async () =>
    {
        await PrepareAsync(cancellation);
        await using var turn = await TurnToMigrateAsync(cancellation);
        await using var context = NewContext();
        // What a newer version keeps there may mean something that this one would not heed.
        RefuseNewer(await context.Database.GetAppliedMigrationsAsync(cancellation), context);
        // Migrating takes the write lock; a store that is up to date opens also while somebody writes.
        if ((await context.Database.GetPendingMigrationsAsync(cancellation)).Any()) await context.Database.MigrateAsync(cancellation);
        return true;
    }, () => false);

    public Task<IAsyncDisposable?> AloneAsync(CancellationToken cancellation) => GuardAsync(() => TurnToMigrateAsync(cancellation), () => false);

    /// <summary>Refuses what a server of this version would have to change before use: the tables of something else, or of another version.</summary>
    public Task RequireCurrentAsync(CancellationToken cancellation) => RequireAsync(isCurrent: true, cancellation);

    /// <summary>Refuses the tables of something else, or of a newer version.</summary>
    public Task RequireStoreAsync(CancellationToken cancellation) => RequireAsync(isCurrent: false, cancellation);

    private Task RequireAsync(bool isCurrent, CancellationToken cancellation) => GuardAsync(async () =>
    {
        await using var context = NewContext();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        var known = context.Database.GetMigrations().ToList();
        if (!applied.Intersect(known).Any()) throw new StoreUnavailableException($"{Name} holds no store", mayBeDone: false);
        if (isCurrent && known.Except(applied).Any()) throw new StoreUnavailableException($"{Name} holds a store of an older version: use the programs of that version, or start the server of this version on it once", mayBeDone: false);
        RefuseNewer(applied, context);
        return true;
    }, () => false);

    private void RefuseNewer(IEnumerable<string> applied, StoreContext context)
    {
        if (applied.Except(context.Database.GetMigrations()).Any()) throw new StoreUnavailableException($"{Name} holds a store of a newer version: use the programs of that version", mayBeDone: false);
    }

    public Task<T> ReadAsync<T>(Func<StoreContext, Task<T>> read, CancellationToken cancellation) => GuardAsync(async () =>
    {
        await using var context = (readers ??= new PooledDbContextFactory<StoreContext>(Built())).CreateDbContext();
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var transaction = await BeginReadAsync(context, cancellation);
        return await read(context);
    }, () => false);

    /// <summary>Runs an action and its audit entries as one transaction; nothing is left of it when it throws.</summary>
    public Task<T> WriteAsync<T>(string actor, Func<StoreWriter, Task<T>> write, CancellationToken cancellation)
    {
        var isCommitting = false;
        return GuardAsync(async () =>
        {
            var since = Stopwatch.GetTimestamp();
            using var turn = await TurnToWriteAsync(cancellation);
            await using var context = NewContext();
            await using var transaction = await BeginWriteAsync(context, Options.Patience - Stopwatch.GetElapsedTime(since), cancellation);
            var writer = new StoreWriter(context, actor, Now);
            var result = await write(writer);
            await context.SaveChangesAsync(cancellation);
            await writer.FinishAsync(cancellation);
            if (writer.IsNews) await AnnounceInsideAsync(context, cancellation);
            isCommitting = true;
            // From here on a cancelled request would not know what became of its action.
            await transaction.CommitAsync(CancellationToken.None);
            isCommitting = false;
            if (writer.IsNews) Announced();
            return result;
        }, () => isCommitting);
    }

    /// <summary>
    /// One statement that needs nothing of what was looked at before, and so, where the database lets several write at once, waits for no other
    /// action; how many rows it touched.
    /// </summary>
    public Task<int> StatementAsync(FormattableString sql, CancellationToken cancellation) => GuardAsync(async () =>
    {
        using var turn = await TurnToWriteAsync(cancellation);
        await using var context = NewContext();
        return await context.Database.ExecuteSqlAsync(sql, cancellation);
    }, () => true);

    /// <summary>Several servers may work on it.</summary>
    public virtual bool IsShared => false;

    /// <summary>Where <see cref="IsShared"/>; see <see cref="KeyRateStore"/>.</summary>
    public virtual Task<RateSlice> TakeRateAsync(string key, int perSecond, int most, int wanted, CancellationToken cancellation) =>
        throw new NotSupportedException("one server alone counts by itself");

    public DateTimeOffset Now => TimeFormat.Rounded(Options.Clock.GetUtcNow());

    public abstract StoreNews Listen();

    public abstract ValueTask DisposeAsync();

    /// <summary>The database answers, but its tables are not those of a store any more.</summary>
    public abstract bool IsOfTables(DbException exception);

    /// <summary>Tells other processes within the transaction, so that they hear of it exactly when it is done.</summary>
    protected virtual Task AnnounceInsideAsync(StoreContext context, CancellationToken cancellation) => Task.CompletedTask;

    protected virtual void Announced()
    {
    }

    /// <summary>What messages call it; never with a password.</summary>
    protected abstract string Name { get; }

    protected abstract Task PrepareAsync(CancellationToken cancellation);

    /// <summary>Waits, where the migrations of several processes would meet between two of them, until it is the only one that migrates.</summary>
    protected virtual Task<IAsyncDisposable?> TurnToMigrateAsync(CancellationToken cancellation) => Task.FromResult<IAsyncDisposable?>(null);

    protected abstract void Configure(DbContextOptionsBuilder builder);

    protected abstract Task<IAsyncDisposable> BeginReadAsync(StoreContext context, CancellationToken cancellation);

    /// <summary>Waits, where the database itself would keep a thread waiting, until it is the only writer of this process.</summary>
    protected virtual Task<IDisposable?> TurnToWriteAsync(CancellationToken cancellation) => Task.FromResult<IDisposable?>(null);

    /// <summary>Waits until it is the only writer of all processes; <paramref name="patience"/> is what is left of it after waiting for the turn.</summary>
    protected abstract Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> BeginWriteAsync(StoreContext context, TimeSpan patience, CancellationToken cancellation);

    /// <summary>What the database's own exception means for whoever asked; null when it means a mistake of this program.</summary>
    protected abstract string? Explain(Exception exception);

    /// <summary>For what <see cref="Explain"/> knows: the action is certainly not done, even when it failed while it was being confirmed.</summary>
    protected virtual bool IsUndone(Exception exception) => false;

    private StoreContext NewContext() => new(Built());

    private DbContextOptions<StoreContext> Built()
    {
        if (built is not null) return built;
        var builder = new DbContextOptionsBuilder<StoreContext>();
        Configure(builder);
        // Migrations are written by hand, so there is no snapshot of the model to compare with; a test compares the tables instead.
        builder.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        return built = builder.Options;
    }

    protected async Task<T> GuardAsync<T>(Func<Task<T>> act, Func<bool> isCommitting)
    {
        try
        {
            return await act();
        }
        catch (Exception e) when (Cause(e) is { } cause)
        {
            throw new StoreUnavailableException(Explain(cause)!, isCommitting() && !IsUndone(cause), e);
        }
    }

    private Exception? Cause(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            if (Explain(e) is not null) return e;
        return null;
    }
}
