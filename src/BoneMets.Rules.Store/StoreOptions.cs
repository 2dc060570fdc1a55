using BoneMets.Rules.Store.Database;

namespace BoneMets.Rules.Store;

/// <summary>Where the store lies.</summary>
public sealed record StoreOptions
{
    /// <summary>The SQLite file; its folder is made when it is not there.</summary>
    public string File { get; init; } = Path.Combine("data", "bonemets.db");

    /// <summary>A connection string; with one, PostgreSQL holds the store and <see cref="File"/> is not used.</summary>
    public string? PostgreSql { get; init; }

    /// <summary>For looking on while servers work: nothing is created or brought up to date, and what is no store of this version is refused.</summary>
    public bool IsReadOnly { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long a write waits for another one, and any command for the database.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// For what else works on the same PostgreSQL: the connection string with the limit that keeps a server that stands still from stopping the
    /// others. Null for SQLite.
    /// </summary>
    public string? SharedConnection => PostgreSql is { } connection ? PostgreSqlSession.Guarded(connection, Patience) : null;
}
