using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BoneMets.Rules.Store;

/// <summary>
/// The file of a SQLite store and what SQLite keeps beside it. They belong together: a log that is left behind would be played into whatever
/// file lies there next.
/// </summary>
internal sealed class StoreFiles(string file)
{
    private const int Busy = 5, Locked = 6, Corrupt = 11, NoDatabase = 26;
    private static readonly string[] Beside = ["-wal", "-shm", "-journal"];

    public IEnumerable<string> All => [file, .. Beside.Select(end => file + end)];

    /// <summary>One that is there.</summary>
    public string? Any() => All.FirstOrDefault(File.Exists);

    /// <summary>Under a name with the time, which it returns. Refused while somebody has the store open.</summary>
    public async Task<string> MoveAsideAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var aside = string.Create(CultureInfo.InvariantCulture, $"{file}.replaced-{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
        if (new StoreFiles(aside).Any() is { } taken) throw StoreBackup.Refused($"there is a file `{taken}` already");
        await RequireUnusedAsync(cancellation);
        foreach (var from in All.Where(File.Exists)) File.Move(from, aside + from[file.Length..]);
        return aside;
    }

    /// <summary>Only the last one who has it open can take the log in.</summary>
    private async Task RequireUnusedAsync(CancellationToken cancellation)
    {
        if (!File.Exists(file)) return;
        try
        {
            await using var connection = StoreCopy.Connection(file, SqliteOpenMode.ReadWrite);
            await connection.OpenAsync(cancellation);
            if (await StoreCopy.AskAsync(connection, "PRAGMA journal_mode = DELETE", cancellation) is not "delete") throw InUse();
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Busy or Locked)
        {
            throw InUse(e);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Corrupt or NoDatabase)
        {
            // That is why it is replaced. Nobody works with it: a server that does gets the same answer.
        }
    }

    private StoreUnavailableException InUse(Exception? inner = null) => StoreBackup.Refused($"`{file}` is in use: stop the server first", inner);
}
