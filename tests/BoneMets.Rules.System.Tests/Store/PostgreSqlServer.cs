using System.Diagnostics;
using System.Globalization;
using BoneMets.Rules.System.Tests.Server;
using Npgsql;

namespace BoneMets.Rules.System.Tests.Store;

[CollectionDefinition(Name)]
public sealed class PostgreSqlCollection : ICollectionFixture<PostgreSqlServer>
{
    public const string Name = "PostgreSQL";
}

/// <summary>A real PostgreSQL with a data folder of its own, on a free port of this machine. It does not run as root, so root lends it the account of Debian's package.</summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private const string Account = "postgres";
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-pg-").FullName;
    private int port;
    private int databases;

    public Task InitializeAsync()
    {
        port = FreePort.Find();
        var data = Path.Combine(folder, "data");
        if (Environment.IsPrivilegedProcess) Run("chown", Account, folder);
        RunAs("initdb", "-D", data, "-U", "bonemets", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C");
        Start();
        return Task.CompletedTask;
    }

    /// <summary>On the same port as before.</summary>
    public void Start() =>
        RunAs("pg_ctl", "-D", Path.Combine(folder, "data"), "-w", "-l", Path.Combine(folder, "log"), "-o", $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off", "start");

    /// <summary>As in a power cut: nothing is finished, nobody is told.</summary>
    public void Crash() => RunAs("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "stop");

    public Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        Crash();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>A connection string to a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"store{Interlocked.Increment(ref databases)}");
        await using var connection = new NpgsqlConnection(To("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return To(name);
    }

    private string To(string database) => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=bonemets;Database={database};Maximum Pool Size=20");

    /// <summary>One of PostgreSQL's own programs, of the version that runs here.</summary>
    public static string Program(string name) => Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(v => Path.Combine(v, "bin", name)).Last(File.Exists);

    /// <summary>A connection string as those programs read it.</summary>
    public static string ForPrograms(string connection)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        return string.Create(CultureInfo.InvariantCulture, $"host={parts.Host} port={parts.Port} user={parts.Username} dbname={parts.Database}");
    }

    private static void RunAs(string program, params string[] arguments)
    {
        var path = Program(program);
        if (Environment.IsPrivilegedProcess) Run("runuser", ["-u", Account, "--", path, .. arguments]);
        else Run(path, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // Nothing is piped: the server would inherit the pipe and keep it open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
