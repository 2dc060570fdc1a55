using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.CdsHooks;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>The command line of the server.</summary>
public static class ServerArguments
{
    public const int UsageExit = 2;

    public const string Usage = """
        Serves the execution API, the authoring API, their documentation, and the editor.

        Content: a store with changes, reviews and releases, or a folder
          --store FILE           the SQLite file of the store (default: data/bonemets.db)
          --postgres CONNECTION  a PostgreSQL database holds the store; several servers may share it
          --postgres-file FILE   the same, with the connection string (and its password) in a file
          --import DIR           the folder that an empty store is filled from (default: workflows)
          --library DIR          serve this folder read-only instead, watched for changes, without a store

        Access
          --urls URLS            where to listen, separated by ";" (default: http://127.0.0.1:5080)
          --hosts NAMES          the names by which others reach the server, separated by ";"
          --public-url URL       by which address others know the server, if it cannot know (behind a proxy)
          --proxies ADDRESSES    IP addresses of proxies in front of it, separated by ";"
          --invite NAME          print a one-time link for this user at start: the way back for a lone administrator
          --oidc-authority URL   take bearer tokens of this OpenID Connect provider
          --oidc-audience NAME   for whom these tokens have to be (needed with --oidc-authority)
          --oidc-name CLAIM      the claim that a person is known by (default: sub)
          --oidc-roles CLAIM     the claim that lists the roles (default: roles)

          --key-rate N           requests per second of one API key (default: 1000)

        Electronic health records
          --cds-hooks FILE       clients, web pages and FHIR servers for CDS Hooks (docs/cds-hooks.md)
          --hooks-at-once N      requests of CDS Hooks served at the same time (default: 32)

        Decisions
          --decision-days N      how long recorded decisions are kept (default: 90)
          --mask-facts           recorded decisions keep no facts, only what was decided and hashes

        Cohort runs
          --cohort-files DIR     a folder whose NDJSON and CSV files runs may read where they lie (default: none)
          --cohort-input MIB     how large the input of a run may be, unpacked (default: 4096)
          --cohort-days N        how long runs are kept, with input and results (default: 30)
          --cohort-workers N     partitions that this server decides at the same time (default: half of the cores)

        Operation
          --otlp URL             send metrics and traces to this collector of OpenTelemetry, such as http://127.0.0.1:4318

        Others
          --editor DIR           the built editor (default: wwwroot beside the program, else editor/dist)
          --cache DIR            where compiled rules are kept (default: data/cache)
          --write-openapi FILE   write the OpenAPI document of the folder of workflows and stop
          --help                 this text
        """;

    private static readonly string[] Flags = ["--help", "-h", "--mask-facts"];
    private static readonly string[] Valued =
    [
        "--store", "--postgres", "--postgres-file", "--import", "--library", "--urls", "--hosts", "--public-url", "--proxies", "--invite", "--oidc-authority", "--oidc-audience",
        "--oidc-name", "--oidc-roles", "--cds-hooks", "--hooks-at-once", "--key-rate", "--decision-days", "--otlp",
        "--cohort-files", "--cohort-input", "--cohort-days", "--cohort-workers", "--editor", "--cache", "--write-openapi",
    ];

    /// <summary>On false <paramref name="complaint"/> is one line for whoever started the program.</summary>
    public static bool TryParse(IReadOnlyList<string> args, [NotNullWhen(true)] out ServerOptions? options, [NotNullWhen(false)] out string? complaint)
    {
        options = null;
        if (!TryRead(args, out var given, out complaint)) return false;
        if (given.ContainsKey("--help") || given.ContainsKey("-h"))
        {
            options = new ServerOptions { ShowHelp = true };
            return true;
        }
        var read = Options(given, ref complaint);
        complaint ??= read.Complaint();
        if (complaint is not null) return false;
        options = read;
        return true;
    }

    private static bool TryRead(IReadOnlyList<string> args, out Dictionary<string, string> given, [NotNullWhen(false)] out string? complaint)
    {
        (given, complaint) = (new Dictionary<string, string>(StringComparer.Ordinal), null);
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var n, var v] ? (n, v) : (args[i], null);
            if (Flags.Contains(name) && value is null) value = "yes";
            else if (Valued.Contains(name)) value ??= ++i < args.Count ? args[i] : null;
            else complaint = $"bonemets-server: unknown option `{args[i]}` (`--help` lists the options)";
            if (complaint is null && string.IsNullOrWhiteSpace(value)) complaint = $"bonemets-server: `{name}` takes a value";
            if (complaint is null && !given.TryAdd(name, value!)) complaint = $"bonemets-server: `{name}` is given twice";
            if (complaint is not null) return false;
        }
        return true;
    }

    private static ServerOptions Options(Dictionary<string, string> given, ref string? complaint)
    {
        var defaults = new ServerOptions();
        string? Value(string name) => given.GetValueOrDefault(name);
        if (Value("--library") is not null && given.Keys.FirstOrDefault(k => k is "--store" or "--postgres" or "--postgres-file" or "--import") is { } other)
            complaint ??= $"bonemets-server: `--library` serves a folder without a store; leave out `{other}`";
        if (given.Keys.Count(k => k is "--store" or "--postgres" or "--postgres-file") > 1)
            complaint ??= "bonemets-server: `--store`, `--postgres` and `--postgres-file` exclude each other";
        return defaults with
        {
            Library = Value("--library") ?? (given.ContainsKey("--write-openapi") ? Value("--import") ?? defaults.Import : null),
            Store = defaults.Store with { File = Value("--store") ?? defaults.Store.File, PostgreSql = Value("--postgres") ?? Contents(Value("--postgres-file"), ref complaint) },
            Import = Value("--import") ?? defaults.Import,
            Urls = List(Value("--urls")) ?? defaults.Urls,
            Hosts = List(Value("--hosts")) ?? [],
            PublicUrl = Value("--public-url") is { } url ? Public(url, ref complaint) : null,
            Invite = Value("--invite"),
            Proxies = Addresses(List(Value("--proxies")), ref complaint),
            Oidc = Oidc(given, ref complaint),
            CdsHooks = Hooks(Value("--cds-hooks"), ref complaint),
            DecisionLifetime = Value("--decision-days") is { } days ? TimeSpan.FromDays(Number("--decision-days", "days", days, 36_500, ref complaint)) : defaults.DecisionLifetime,
            HooksAtOnce = Value("--hooks-at-once") is { } places ? Number("--hooks-at-once", "requests", places, 10_000, ref complaint) : defaults.HooksAtOnce,
            KeyRate = Value("--key-rate") is { } rate ? Number("--key-rate", "requests per second", rate, 1_000_000, ref complaint) : defaults.KeyRate,
            CohortFiles = Value("--cohort-files"),
            CohortInput = Value("--cohort-input") is { } input ? 1024L * 1024 * Number("--cohort-input", "MiB", input, 1_000_000, ref complaint) : defaults.CohortInput,
            CohortLifetime = Value("--cohort-days") is { } kept ? TimeSpan.FromDays(Number("--cohort-days", "days", kept, 36_500, ref complaint)) : defaults.CohortLifetime,
            CohortWorkers = Value("--cohort-workers") is { } workers ? Number("--cohort-workers", "partitions", workers, 1_000, ref complaint) : defaults.CohortWorkers,
            KeepFacts = Value("--mask-facts") is null,
            Otlp = Collector(Value("--otlp"), ref complaint),
            Editor = Value("--editor"),
            Cache = Value("--cache") ?? defaults.Cache,
            WriteOpenApi = Value("--write-openapi"),
        };
    }

    private static CdsHooksOptions Hooks(string? file, ref string? complaint)
    {
        if (file is null) return CdsHooksOptions.None;
        if (CdsHooksFile.TryRead(file, out var read, out var wrong)) return read;
        complaint ??= wrong;
        return CdsHooksOptions.None;
    }

    private static OidcOptions? Oidc(Dictionary<string, string> given, ref string? complaint)
    {
        if (!given.TryGetValue("--oidc-authority", out var authority))
        {
            if (given.Keys.FirstOrDefault(k => k.StartsWith("--oidc-", StringComparison.Ordinal)) is { } lone) complaint ??= $"bonemets-server: `{lone}` goes with `--oidc-authority`";
            return null;
        }
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            complaint ??= $"bonemets-server: `--oidc-authority` takes an https address, not `{authority}`";
        if (!given.TryGetValue("--oidc-audience", out var audience)) complaint ??= "bonemets-server: `--oidc-authority` needs `--oidc-audience`: tokens for other applications are not for this one";
        var defaults = new OidcOptions(authority, audience ?? "");
        return defaults with { NameClaim = given.GetValueOrDefault("--oidc-name") ?? defaults.NameClaim, RoleClaim = given.GetValueOrDefault("--oidc-roles") ?? defaults.RoleClaim };
    }

    private static string[]? List(string? text) => text?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<IPAddress> Addresses(string[]? texts, ref string? complaint)
    {
        var found = new List<IPAddress>();
        foreach (var text in texts ?? [])
        {
            if (IPAddress.TryParse(text, out var address)) found.Add(address);
            else complaint ??= $"bonemets-server: `{text}` is no IP address of a proxy";
        }
        return found;
    }

    private static Uri? Collector(string? text, ref string? complaint)
    {
        if (text is null) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0 && address.UserInfo.Length == 0) return address;
        complaint ??= "bonemets-server: `--otlp` takes an http or https address without a name or password in it, such as `http://127.0.0.1:4318`";
        return null;
    }

    /// <summary>From 1 to <paramref name="most"/>.</summary>
    private static int Number(string option, string what, string text, int most, ref string? complaint)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
        complaint ??= $"bonemets-server: `{option}` takes a number of {what} from 1 to {most.ToString(CultureInfo.InvariantCulture)}, not `{text}`";
        return 1;
    }

    private static Uri? Public(string text, ref string? complaint)
    {
        if (WebAddress.TryRead(text, allowsLoopback: true, out var address, out var wrong)) return address;
        complaint ??= $"bonemets-server: `--public-url` {wrong}";
        return null;
    }

    private static string? Contents(string? file, ref string? complaint)
    {
        if (file is null) return null;
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            complaint ??= $"bonemets-server: `{file}` cannot be read: {e.Message}";
            return null;
        }
    }
}
