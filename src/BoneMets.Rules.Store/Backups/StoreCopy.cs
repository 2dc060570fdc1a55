using Microsoft.Data.Sqlite;

namespace BoneMets.Rules.Store;

/// <summary>A file in the making, in the folder of the one that it becomes; gone unless it became it.</summary>
internal sealed class StoreCopy : IDisposable
{
    private const int Busy = 5, Full = 13;

    private StoreCopy(string file) => File = file;

    public string File { get; }

    /// <summary>Only its owner may read it, from the first byte.</summary>
    public static StoreCopy Beside(string file)
    {
        var place = $"{file}.{Path.GetRandomFileName()}.partial";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            new FileStream(place, options).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreBackup.Refused($"`{file}` cannot be written: {e.Message.Replace(Path.GetFullPath(place), file, StringComparison.Ordinal)}", e);
        }
        return new StoreCopy(place);
    }

    /// <summary>All of another file and of its write-ahead log, as of one moment: SQLite copies it within one read transaction, and waits for no writer.</summary>
    public async Task FillAsync(string from, CancellationToken cancellation)
    {
        try
        {
            await using var source = Connection(from, SqliteOpenMode.ReadOnly);
            await using var target = Connection(File, SqliteOpenMode.ReadWrite);
            await source.OpenAsync(cancellation);
            await target.OpenAsync(cancellation);
            source.BackupDatabase(target);
            await CloseAsync(target, cancellation);
            if (await AskAsync(target, "PRAGMA integrity_check(1)", cancellation) is var found and not "ok") throw StoreBackup.Refused($"`{from}` is damaged: {found}");
        }
        catch (SqliteException e)
        {
            throw StoreBackup.Refused(e.SqliteErrorCode switch
            {
                Busy => $"`{from}` is busy: try again",
                Full => $"there is no room left for a copy of `{from}`",
                _ => $"`{from}` cannot be copied, it is damaged or no store: {e.Message}",
            }, e);
        }
    }

    /// <summary>One file, without a log beside it.</summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        await using var connection = Connection(File, SqliteOpenMode.ReadWrite);
        await connection.OpenAsync(cancellation);
        await CloseAsync(connection, cancellation);
    }

    public void MoveTo(string file, bool mayReplace)
    {
        try
        {
            System.IO.File.Move(File, file, mayReplace);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreBackup.Refused($"`{file}` cannot be written: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        foreach (var file in new StoreFiles(File).All) System.IO.File.Delete(file);
    }

    internal static SqliteConnection Connection(string file, SqliteOpenMode mode) => new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());

    internal static async Task<string?> AskAsync(SqliteConnection connection, string question, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    private static Task<string?> CloseAsync(SqliteConnection connection, CancellationToken cancellation) => AskAsync(connection, "PRAGMA journal_mode = DELETE", cancellation);
}
