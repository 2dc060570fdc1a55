using System.Net;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.CdsHooks;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>What the server is started with.</summary>
public sealed record ServerOptions
{
    /// <summary>The folder of workflows that is served read-only, without a store; null serves the store.</summary>
    public string? Library { get; init; }

    public StoreOptions Store { get; init; } = new();

    /// <summary>The folder that an empty store is filled from.</summary>
    public string Import { get; init; } = "workflows";

    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>The names by which others reach this server. With none it is for this machine only.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>
    /// By which address others know this server, where it cannot know that itself (behind a proxy): in absolute addresses that it gives out, and as
    /// <c>aud</c> of the tokens of <see cref="CdsHooksOptions.Clients"/>. Null gives out the address that was asked.
    /// </summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>Somebody who gets a new one-time link at start: whoever may start the server may let people in.</summary>
    public string? Invite { get; init; }

    /// <summary>Proxies whose word counts on who asked, and whether by https.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>Null looks in the usual places.</summary>
    public string? Editor { get; init; }

    public string Cache { get; init; } = Path.Combine("data", "cache");

    /// <summary>Whose tokens are taken besides passwords and keys; null: nobody's.</summary>
    public OidcOptions? Oidc { get; init; }

    /// <summary>Who may ask by CDS Hooks beyond who may ask for decisions.</summary>
    public CdsHooksOptions CdsHooks { get; init; } = CdsHooksOptions.None;

    /// <summary>How long recorded decisions are kept.</summary>
    public TimeSpan DecisionLifetime { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Recorded decisions keep the patient's facts; otherwise only what was decided, and a hash of the rest.</summary>
    public bool KeepFacts { get; init; } = true;

    /// <summary>The folder whose files cohort runs may read where they lie; null: none.</summary>
    public string? CohortFiles { get; init; }

    /// <summary>Bytes of the input of a cohort run, unpacked.</summary>
    public long CohortInput { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>How long cohort runs are kept after their last start or their end.</summary>
    public TimeSpan CohortLifetime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How many partitions of cohort runs this server decides at the same time; the rest of the machine is for whoever asks.</summary>
    public int CohortWorkers { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    public string? WriteOpenApi { get; init; }

    public bool ShowHelp { get; init; }

    /// <summary>How often the library folder, or the store, is looked through for changes that were not reported.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the folder must be quiet before a change is read: an editor or a version control tool writes several files.</summary>
    public TimeSpan QuietTime { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>Requests served at the same time; as many again as <see cref="Waiting"/> wait, the rest is sent away with 429.</summary>
    public int Concurrent { get; init; } = 16 * Math.Max(4, Environment.ProcessorCount);

    public int Waiting { get; init; } = 512;

    /// <summary>
    /// Requests of CDS Hooks served at the same time, besides the others; as many again wait, the rest is sent away with 503. They may have to wait for
    /// somebody's FHIR server, and must not take the places of those that can decide at once.
    /// </summary>
    public int HooksAtOnce { get; init; } = 32;

    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a batch may take, its body's arrival included.</summary>
    public TimeSpan BatchTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Requests per second of one API key; twice as many at once after a pause.</summary>
    public int KeyRate { get; init; } = 1_000;

    /// <summary>Requests of one API key at once, after a pause.</summary>
    public int KeyBurst => 2 * KeyRate;

    /// <summary>How long a request with an <c>Idempotency-Key</c> can be repeated.</summary>
    public TimeSpan RepeatLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The collector of OpenTelemetry that numbers and traces are sent to; null: none are.</summary>
    public Uri? Otlp { get; init; }

    public TimeSpan OtlpInterval { get; init; } = TimeSpan.FromSeconds(15);

    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>Where the link for the first administrator is printed.</summary>
    public TextWriter Notes { get; init; } = TextWriter.Null;

    /// <summary>Nobody but this machine reaches the server, so that reading and executing need no account.</summary>
    public bool IsLocal => Hosts.Count == 0 && Proxies.Count == 0 && Urls.All(u => ListenAddress.Of(u) is { } end && IPAddress.IsLoopback(end.Address));

    /// <summary>What makes these options unusable; null when nothing does.</summary>
    public string? Complaint()
    {
        if (Urls.Count == 0) return "bonemets-server: `--urls` names no address";
        foreach (var url in Urls)
        {
            if (ListenAddress.Of(url) is not { } end) return $"bonemets-server: `{url}` is not an address to listen on; write it like `http://127.0.0.1:5080`";
            if (IPAddress.IsLoopback(end.Address)) continue;
            if (Library is not null) return $"bonemets-server: refuses to listen on `{url}`: a folder has no accounts, so it is served to this machine only (127.0.0.1, [::1] or localhost)";
            if (Hosts.Count == 0) return $"bonemets-server: `{url}` can be reached by others; say with `--hosts` by which names, such as `--hosts rules.example.org`";
        }
        if (Library is not null && (Hosts.Count > 0 || Proxies.Count > 0 || Oidc is not null || Invite is not null)) return "bonemets-server: `--hosts`, `--proxies`, `--invite` and `--oidc-…` go with a store, not with `--library`";
        if (Library is not null && CdsHooks.Clients.Any(c => c.RecordsDecisions)) return "bonemets-server: a folder has no store to record decisions in: leave out `record` of the clients of `--cds-hooks`, or `--library`";
        if (PublicUrl is { } known && !WebAddress.TryRead(known.OriginalString, allowsLoopback: true, out _, out var wrong)) return $"bonemets-server: `--public-url` {wrong}";
        if (CdsHooks.Clients.Count > 0 && PublicUrl is null) return "bonemets-server: the clients of `--cds-hooks` need `--public-url`: the address that their tokens have to name as `aud`";
        if (Oidc is { } provider && CdsHooks.Clients.FirstOrDefault(c => c.Issuer.TrimEnd('/') == provider.Authority.TrimEnd('/')) is { } both) return $"bonemets-server: `{both.Issuer}` is the provider of `--oidc-authority` and a client of `--cds-hooks`: whose tokens are whose would not be known";
        if (HooksAtOnce <= 0) return "bonemets-server: `--hooks-at-once` takes a number of requests from 1";
        if (DecisionLifetime <= TimeSpan.Zero) return "bonemets-server: `--decision-days` takes a number of days from 1";
        if (CohortFiles is { } folder && !Directory.Exists(folder)) return $"bonemets-server: `--cohort-files` takes a folder, and `{folder}` is none";
        if (Library is not null && CohortFiles is not null) return "bonemets-server: cohort runs need a store: leave out `--cohort-files`, or `--library`";
        if (KeyRate <= 0) return "bonemets-server: `--key-rate` takes a number of requests per second from 1";
        if (Editor is { } editor && !File.Exists(Path.Combine(editor, EditorFiles.Index)))
            return $"bonemets-server: `{editor}` holds no built editor ({EditorFiles.Index})";
        return null;
    }

    /// <summary>The end points behind <see cref="Urls"/>.</summary>
    internal IEnumerable<IPEndPoint> EndPoints() => Urls.Select(u => ListenAddress.Of(u)!);
}
