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
    private const long WriteLock = 0x626F6E656D657473, MigrationLock = 0x626F6E656D696772;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connection);

    protected override string Name => "the database";

    public override StoreNews Listen() => new PostgreSqlNews(source);

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    public override bool IsOfTables(DbException exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.DatatypeMismatch };

    protected override Task AnnounceInsideAsync(StoreContext context, CancellationToken cancellation) =>
        context.Database.ExecuteSqlAsync($"SELECT pg_notify({PostgreSqlNews.Channel}, '')", cancellation);

    protected override Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    protected override void Configure(DbContextOptionsBuilder builder) =>
        builder.UseNpgsql(source, npgsql => npgsql.CommandTimeout((int)Math.Ceiling(Options.Patience.TotalSeconds)));

    /// <summary>EF Core locks for each migration and lets go between two, where another process would begin with the second too.</summary>
    protected override async Task<IAsyncDisposable?> TurnToMigrateAsync(CancellationToken cancellation)
    {
        var session = await source.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({MigrationLock})", session) { CommandTimeout = (int)Math.Ceiling(Options.Patience.TotalSeconds) };
            await command.ExecuteNonQueryAsync(cancellation);
            return new MigrationTurn(session);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

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
        PostgresException { IsTransient: true } e => $"the database server of the store gave up: {e.MessageText}",
        PostgresException => null,
        NpgsqlException { InnerException: TimeoutException } => $"the database server of the store has not answered for {Options.Patience.TotalSeconds:0} seconds",
        NpgsqlException e => $"the database server of the store cannot be reached: {e.InnerException?.Message ?? e.Message}",
        _ => null,
    };

    private sealed class MigrationTurn(NpgsqlConnection session) : IAsyncDisposable
    {
        /// <summary>Said, not left to the end of the session: that comes when the pool gives it to somebody else.</summary>
        public async ValueTask DisposeAsync()
        {
            await using (session)
            {
                await using var command = new NpgsqlCommand($"SELECT pg_advisory_unlock({MigrationLock})", session);
                await command.ExecuteNonQueryAsync();
            }
        }
    }
}
