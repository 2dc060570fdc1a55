using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BoneMets.Rules.Store.Database;

/// <summary>One file with a write-ahead log: readers never wait, writers wait for each other.</summary>
internal sealed class SqliteDatabase(StoreOptions options) : StoreDatabase(options)
{
    private const int Mistake = 1, Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NoDatabase = 26;

    /// <summary>Of Entity Framework; its name is part of no interface, and a test says when it is another one.</summary>
    private const string MigrationLock = "__EFMigrationsLock";

    private static readonly TimeSpan MigrationPause = TimeSpan.FromMilliseconds(100);
    private readonly LocalNews news = new();
    private readonly SemaphoreSlim turn = new(1);

    public override StoreNews Listen() => news.Listen();

    public override ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        turn.Dispose();
        return ValueTask.CompletedTask;
    }

    public override bool IsOfTables(DbException exception) => exception is SqliteException { SqliteErrorCode: Mistake };

    protected override string Name => Options.File;

    protected override void Announced() => news.Announce();

    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Options.File))!);
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        // What is committed stays after a power cut too.
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>
    /// Whoever migrates holds a row of a table, which stays for ever when its process is killed: everybody after it would wait for ever. A migration
    /// is over long before our patience; a row that outlives it is nobody's.
    /// </summary>
    protected override async Task<IAsyncDisposable?> TurnToMigrateAsync(CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellation);
        var since = Stopwatch.GetTimestamp();
        while (await MigratingSinceAsync(connection, cancellation) is { } held)
        {
            if (Stopwatch.GetElapsedTime(since) < Options.Patience)
            {
                await Task.Delay(MigrationPause, cancellation);
                continue;
            }
            await using var command = connection.CreateCommand();
            command.CommandText = $"DELETE FROM {MigrationLock} WHERE \"Timestamp\" = $held";
            command.Parameters.AddWithValue("$held", held);
            await command.ExecuteNonQueryAsync(cancellation);
        }
        return null;
    }

    /// <summary>Null when nobody migrates.</summary>
    private static async Task<string?> MigratingSinceAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var exists = connection.CreateCommand();
        exists.CommandText = $"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '{MigrationLock}'";
        if (await exists.ExecuteScalarAsync(cancellation) is 0L) return null;
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT CAST(\"Timestamp\" AS TEXT) FROM {MigrationLock} LIMIT 1";
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    protected override void Configure(DbContextOptionsBuilder builder) => builder.UseSqlite(ConnectionString);

    protected override async Task<IAsyncDisposable> BeginReadAsync(StoreContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        var transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await context.Database.UseTransactionAsync(transaction, cancellation))!;
    }

    /// <summary>SQLite sleeps while it waits for the lock. One thread that sleeps is enough: with all of them nobody would decide any more.</summary>
    protected override async Task<IDisposable?> TurnToWriteAsync(CancellationToken cancellation) =>
        await turn.WaitAsync(Options.Patience, cancellation) ? new Turn(turn) : throw new SqliteException("another action of this server waits for the lock", Busy);

    /// <summary>Microsoft.Data.Sqlite begins with <c>BEGIN IMMEDIATE</c>, which takes the write lock at once.</summary>
    protected override Task<IDbContextTransaction> BeginWriteAsync(StoreContext context, TimeSpan patience, CancellationToken cancellation)
    {
        ((SqliteConnection)context.Database.GetDbConnection()).DefaultTimeout = Seconds(patience);
        return context.Database.BeginTransactionAsync(cancellation);
    }

    protected override string? Explain(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: Busy or Locked } => $"the store {Options.File} is busy: another process has been writing to it for {Options.Patience.TotalSeconds:0} seconds",
        SqliteException { SqliteErrorCode: Full } => $"there is no room left on the disk of the store {Options.File}",
        SqliteException { SqliteErrorCode: ReadOnly } => $"the store {Options.File} may not be written to",
        SqliteException { SqliteErrorCode: InputOutput } => $"the disk of the store {Options.File} reports an error",
        SqliteException { SqliteErrorCode: CannotOpen } => $"the store {Options.File} cannot be opened",
        SqliteException { SqliteErrorCode: Corrupt or NoDatabase } => $"{Options.File} is damaged or no store: restore it from a backup",
        IOException or UnauthorizedAccessException => $"the store {Options.File} cannot be opened: {exception.Message}",
        _ => null,
    };

    /// <summary>SQLite writes to the disk when it commits: where there is no room, or no lock, the commit is not there. After an error of the disk it may be.</summary>
    protected override bool IsUndone(Exception exception) => exception is SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or Full };

    private string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = Options.File,
        Mode = Options.IsReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
        ForeignKeys = true,
        DefaultTimeout = Seconds(Options.Patience),
    }.ToString();

    /// <summary>At least one: none means to wait for ever.</summary>
    private static int Seconds(TimeSpan patience) => Math.Max(1, (int)Math.Ceiling(patience.TotalSeconds));

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
