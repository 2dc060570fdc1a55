using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace BoneMets.Rules.Store.Database;

/// <summary>One database that several servers share. A lock of the transaction makes their writes wait for each other.</summary>
internal sealed class PostgreSqlDatabase(StoreOptions options, string connection) : StoreDatabase(options)
{
    /// <summary>Any number, the same for every process.</summary>
    private const long WriteLock = 0x626F6E656D657473, MigrationLock = 0x626F6E656D657474;

    private const int TurnsPatience = 4;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(PostgreSqlSession.Guarded(connection, options.Patience));

    protected override string Name => "the database";

    /// <summary>What has come in since the last look, up to the most, less what is taken: in one statement, so that servers that ask at once get each their own.</summary>
    private const string TakeRate = """
        INSERT INTO key_rates AS r ("Key", "Left", "Granted", "At") VALUES (@key, @most - least(@wanted, @most), least(@wanted, @most), extract(epoch FROM now()))
        ON CONFLICT ("Key") DO UPDATE SET
          "Granted" = least(@wanted, floor(least(@most, r."Left" + @rate * greatest(0, excluded."At" - r."At")))),
          "Left" = least(@most, r."Left" + @rate * greatest(0, excluded."At" - r."At")) - least(@wanted, floor(least(@most, r."Left" + @rate * greatest(0, excluded."At" - r."At")))),
          "At" = greatest(r."At", excluded."At")
        RETURNING "Granted", "Left"
        """;

    public override bool IsShared => true;

    public override Task<RateSlice> TakeRateAsync(string key, int perSecond, int most, int wanted, CancellationToken cancellation) => GuardAsync(async () =>
    {
        await using var opened = await source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(TakeRate, opened) { CommandTimeout = (int)Math.Ceiling(Options.Patience.TotalSeconds) };
        command.Parameters.AddWithValue("key", key);
        foreach (var (name, value) in new[] { ("rate", perSecond), ("most", most), ("wanted", wanted) }) command.Parameters.AddWithValue(name, (double)value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new RateSlice((int)reader.GetDouble(0), reader.GetDouble(1));
    }, () => true);

    public override StoreNews Listen() => new PostgreSqlNews(source);

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    public override bool IsOfTables(DbException exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.DatatypeMismatch };

    protected override Task AnnounceInsideAsync(StoreContext context, CancellationToken cancellation) =>
        context.Database.ExecuteSqlAsync($"SELECT pg_notify({PostgreSqlNews.Channel}, '')", cancellation);

    protected override Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>The lock is the connection's: it ends with it, whatever becomes of this process. A migration of many rows takes longer than an action.</summary>
    protected override async Task<IAsyncDisposable?> TurnToMigrateAsync(CancellationToken cancellation)
    {
        // Not from the pool, where a connection outlives its use.
        var own = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        try
        {
            await own.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", own) { CommandTimeout = TurnsPatience * (int)Math.Ceiling(Options.Patience.TotalSeconds) };
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = MigrationLock });
            await command.ExecuteNonQueryAsync(cancellation);
            return own;
        }
        catch
        {
            await own.DisposeAsync();
            throw;
        }
    }

    protected override void Configure(DbContextOptionsBuilder builder) =>
        builder.UseNpgsql(source, npgsql => npgsql.CommandTimeout((int)Math.Ceiling(Options.Patience.TotalSeconds)));

    protected override async Task<IAsyncDisposable> BeginReadAsync(StoreContext context, CancellationToken cancellation) =>
        await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    protected override async Task<IDbContextTransaction> BeginWriteAsync(StoreContext context, TimeSpan patience, CancellationToken cancellation)
    {
        var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        try
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({WriteLock})", cancellation);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    protected override string? Explain(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "the database server of the store has no room left on its disk",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => "the database server of the store has no connection free",
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => "the database server of the store is read-only now",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InvalidCatalogName } e => $"the database server of the store refuses the connection: {e.MessageText}",
        PostgresException { SqlState: PostgreSqlSession.EndedWhileIdle } => "this server stood still in the middle of an action, so that the database server of the store has undone it",
        PostgresException { IsTransient: true } e => $"the database server of the store gave up: {e.MessageText}",
        PostgresException => null,
        NpgsqlException { InnerException: TimeoutException } => $"the database server of the store has not answered for {Options.Patience.TotalSeconds:0} seconds",
        NpgsqlException e => $"the database server of the store cannot be reached: {e.InnerException?.Message ?? e.Message}",
        _ => null,
    };
}
