using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>What the server is started with.</summary>
public sealed record ServerOptions
{
    public const int UsageExit = 2;

    public const string Usage = """
        Serves a folder of workflows, read-only: the execution API, its documentation, and the editor.

          --library DIR          the folder of workflows, watched for changes (default: workflows)
          --urls URLS            where to listen, separated by ";" (default: http://127.0.0.1:5080); this machine only
          --editor DIR           the built editor (default: wwwroot beside the program, else editor/dist)
          --cache DIR            where compiled rules are kept (default: data/cache)
          --write-openapi FILE   write the OpenAPI document of this library and stop
          --help                 this text
        """;

    public string Library { get; init; } = "workflows";

    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>Null looks in the usual places.</summary>
    public string? Editor { get; init; }

    public string Cache { get; init; } = Path.Combine("data", "cache");

    public string? WriteOpenApi { get; init; }

    public bool ShowHelp { get; init; }

    /// <summary>How often the library folder is looked through for changes that the operating system did not report.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the folder must be quiet before a change is read: an editor or a version control tool writes several files.</summary>
    public TimeSpan QuietTime { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>Requests served at the same time; as many again as <see cref="Waiting"/> wait, the rest is sent away with 429.</summary>
    public int Concurrent { get; init; } = 16 * Math.Max(4, Environment.ProcessorCount);

    public int Waiting { get; init; } = 512;

    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>The command line. On false <paramref name="complaint"/> is one line for whoever started the program.</summary>
    public static bool TryParse(IReadOnlyList<string> args, [NotNullWhen(true)] out ServerOptions? options, [NotNullWhen(false)] out string? complaint)
    {
        (options, complaint) = (null, null);
        var read = new ServerOptions();
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var n, var v] ? (n, v) : (args[i], null);
            if (name is "--help" or "-h")
            {
                read = read with { ShowHelp = true };
                continue;
            }
            if (name is not ("--library" or "--urls" or "--editor" or "--cache" or "--write-openapi"))
            {
                complaint = $"bonemets-server: unknown option `{args[i]}` (`--help` lists the options)";
                return false;
            }
            value ??= ++i < args.Count ? args[i] : null;
            if (string.IsNullOrWhiteSpace(value))
            {
                complaint = $"bonemets-server: `{name}` takes a value";
                return false;
            }
            read = name switch
            {
                "--library" => read with { Library = value },
                "--urls" => read with { Urls = value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) },
                "--editor" => read with { Editor = value },
                "--cache" => read with { Cache = value },
                _ => read with { WriteOpenApi = value },
            };
        }
        complaint = read.Complaint();
        if (complaint is not null) return false;
        options = read;
        return true;
    }

    /// <summary>What makes these options unusable; null when nothing does.</summary>
    public string? Complaint()
    {
        if (Urls.Count == 0) return "bonemets-server: `--urls` names no address";
        foreach (var url in Urls)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp || address.PathAndQuery != "/")
                return $"bonemets-server: `{url}` is not an address to listen on; write it like `http://127.0.0.1:5080`";
            if (Loopback(address) is null)
                return $"bonemets-server: refuses to listen on `{url}`: there are no accounts yet, so it serves this machine only (127.0.0.1, [::1] or localhost)";
        }
        if (Editor is { } editor && !File.Exists(Path.Combine(editor, EditorFiles.Index)))
            return $"bonemets-server: `{editor}` holds no built editor ({EditorFiles.Index})";
        return null;
    }

    /// <summary>The end points behind <see cref="Urls"/>.</summary>
    internal IEnumerable<IPEndPoint> EndPoints() => Urls.Select(u => new Uri(u)).Select(u => new IPEndPoint(Loopback(u)!, u.Port));

    private static IPAddress? Loopback(Uri address)
    {
        if (string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)) return IPAddress.Loopback;
        return IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip) ? ip : null;
    }
}
