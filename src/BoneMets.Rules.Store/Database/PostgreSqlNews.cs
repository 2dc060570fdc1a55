using Npgsql;

namespace BoneMets.Rules.Store.Database;

/// <summary>LISTEN on a connection of its own, which is opened again when it was lost.</summary>
internal sealed class PostgreSqlNews(NpgsqlDataSource source) : StoreNews
{
    public const string Channel = "bonemets_live";
    private NpgsqlConnection? connection;

    public override async Task BeginAsync(CancellationToken cancellation)
    {
        if (connection is not null) return;
        NpgsqlConnection? opened = null;
        try
        {
            opened = await source.OpenConnectionAsync(cancellation);
            await using var listen = new NpgsqlCommand($"LISTEN {Channel}", opened);
            await listen.ExecuteNonQueryAsync(cancellation);
            connection = opened;
        }
        catch (NpgsqlException e)
        {
            if (opened is not null) await opened.DisposeAsync();
            throw new StoreUnavailableException($"the database server of the store cannot be listened to: {e.Message}", mayBeDone: false, e);
        }
    }

    public override async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        if (connection is null)
        {
            await Task.Delay(atMost, cancellation);
            return;
        }
        try
        {
            await connection.WaitAsync(atMost, cancellation);
        }
        catch (Exception e) when (e is NpgsqlException or System.IO.IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Lost: the next round opens it again and looks for what was missed.
            await DisposeAsync();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (connection is { } open) await open.DisposeAsync();
        connection = null;
    }
}
