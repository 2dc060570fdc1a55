using System.Globalization;
using Npgsql;

namespace BoneMets.Rules.Store.Database;

/// <summary>
/// What the sessions of servers that share a database need. A server that stands still in the middle of a transaction (a frozen process, a paused
/// virtual machine) holds its locks, and all others would wait for it: so the database ends its session after half of the time that they wait.
/// But never after less than a busy machine may hold up a server that is well.
/// </summary>
internal static class PostgreSqlSession
{
    public const string EndedWhileIdle = "25P03";

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(3);

    public static string Guarded(string connection, TimeSpan patience)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        var still = patience / 2 > Shortest ? patience / 2 : Shortest;
        var guard = string.Create(CultureInfo.InvariantCulture, $"-c idle_in_transaction_session_timeout={(long)still.TotalMilliseconds}");
        builder.Options = string.IsNullOrEmpty(builder.Options) ? guard : $"{guard} {builder.Options}"; // what the administrator says stands
        return builder.ConnectionString;
    }
}
