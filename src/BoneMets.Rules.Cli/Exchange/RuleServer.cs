using System.Globalization;
using System.Net.Http.Headers;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Cli.Exchange;

/// <summary>A release as a server handed it out: checked, and not written anywhere yet.</summary>
internal sealed record PulledLibrary(int Release, IReadOnlyList<(string Name, byte[] Content)> Documents);

/// <summary>A server as the commands talk to it. Whatever goes wrong is a <see cref="CommandFailure"/>.</summary>
internal sealed class RuleServer : IDisposable
{
    private const string LibraryPath = "api/v1/library";
    private const string ReleaseHeader = "X-Release";
    private const int MostJson = 64 * 1024 * 1024;
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan UsualLimit = TimeSpan.FromMinutes(2);

    /// <summary>A little more than the server gives itself: it replays everything.</summary>
    private static readonly TimeSpan SubmitLimit = TimeSpan.FromMinutes(6);

    private readonly ServerAddress address;
    private readonly string? key;
    private readonly HttpClient client;

    public RuleServer(ServerAddress address, string? key)
    {
        (this.address, this.key) = (address, key);
        // A redirect is not followed: the key is for this server and no other.
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !address.IsThisMachine,
            ConnectTimeout = ConnectLimit,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public async Task<PulledLibrary> PullAsync(int? release, CancellationToken cancellation)
    {
        var path = release is { } number ? string.Create(CultureInfo.InvariantCulture, $"{LibraryPath}?release={number}") : LibraryPath;
        var answer = await SendAsync(HttpMethod.Get, path, null, UsualLimit, LibraryArchive.MostBytes, cancellation);
        if (answer.Type != LibraryArchive.ContentType || !int.TryParse(answer.Release, NumberStyles.None, CultureInfo.InvariantCulture, out var pulled)) throw NotUnderstood();
        try
        {
            return new PulledLibrary(pulled, LibraryArchive.Read(answer.Body));
        }
        catch (StoreRefusedException refusal)
        {
            throw new CommandFailure($"{address}: what came is refused, nothing was written: {ServerAnswers.Plain(refusal.Message)}");
        }
    }

    /// <summary>Drafts a change that makes the library what is in this archive.</summary>
    public async Task<ChangeAnswer> PushAsync(byte[] archive, string title, string? description, int? @base, CancellationToken cancellation)
    {
        var path = $"{LibraryPath}?title={Uri.EscapeDataString(title)}";
        if (!string.IsNullOrWhiteSpace(description)) path += $"&description={Uri.EscapeDataString(description)}";
        if (@base is { } number) path += string.Create(CultureInfo.InvariantCulture, $"&base={number}");
        using var content = new ByteArrayContent(archive);
        content.Headers.ContentType = new MediaTypeHeaderValue(LibraryArchive.ContentType);
        return await ChangeAsync(HttpMethod.Put, path, content, UsualLimit, cancellation);
    }

    public Task<ChangeAnswer> SubmitAsync(long change, CancellationToken cancellation) =>
        ChangeAsync(HttpMethod.Post, string.Create(CultureInfo.InvariantCulture, $"api/v1/changes/{change}/submit"), null, SubmitLimit, cancellation);

    public void Dispose() => client.Dispose();

    private async Task<ChangeAnswer> ChangeAsync(HttpMethod method, string path, HttpContent? content, TimeSpan limit, CancellationToken cancellation) =>
        ServerAnswers.Read<ChangeAnswer>((await SendAsync(method, path, content, limit, MostJson, cancellation)).Body) ?? throw NotUnderstood();

    private async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, TimeSpan limit, int most, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ending.CancelAfter(limit);
        // Whoever reads can simply ask again.
        var unknown = method == HttpMethod.Get ? "" : $"; whether it was done is not known, look at {address.At("changes")}";
        try
        {
            using var request = new HttpRequestMessage(method, address.At(path)) { Content = content };
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ending.Token);
            if (response.Headers.Location is { } elsewhere && (int)response.StatusCode is >= 300 and < 400)
                throw new CommandFailure($"{address} sends us to {ServerAnswers.Plain(elsewhere.OriginalString)}, which is not followed: name the server's own address with --server");
            var (body, type) = (await BodyAsync(response, most, ending.Token), response.Content.Headers.ContentType?.MediaType);
            if (!response.IsSuccessStatusCode) throw ServerRefusal.Of(address, (int)response.StatusCode, ServerAnswers.Read<Problem>(body), key is not null);
            return new Answer(body, type, response.Headers.TryGetValues(ReleaseHeader, out var values) ? values.FirstOrDefault() : null);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new CommandFailure($"{address} has not answered for {limit.TotalMinutes:0} minutes{unknown}", inner: e);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            throw new CommandFailure($"{address} cannot be reached, is it the right address and the server started? {e.InnerException?.Message ?? e.Message}", inner: e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new CommandFailure($"the connection to {address} was lost{unknown}: {e.Message}", inner: e);
        }
    }

    private async Task<byte[]> BodyAsync(HttpResponseMessage response, int most, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var block = new byte[64 * 1024];
        while (await stream.ReadAsync(block, cancellation) is > 0 and var count)
        {
            if (body.Length + count > most) throw new CommandFailure($"{address} answers with more than {most / 1024 / 1024} MB: it is refused");
            body.Write(block, 0, count);
        }
        return body.ToArray();
    }

    private CommandFailure NotUnderstood() => new($"{address} answers with something else than this command understands: is it the address of a server, and of the same version?");

    private sealed record Answer(byte[] Body, string? Type, string? Release);
}
