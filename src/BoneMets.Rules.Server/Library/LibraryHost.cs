using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Telemetry;

namespace BoneMets.Rules.Server.Library;

/// <summary>
/// Holds the library that is served. A valid new content takes the place of the old one in one step; one with errors takes nobody's place,
/// its errors are shown, and the old content goes on serving. Thread safe; <see cref="Load"/> is called by one at a time.
/// </summary>
internal sealed class LibraryHost(ServerOptions options, TimeProvider clock, ServerMeter meter, ILogger<LibraryHost> log) : IDisposable
{
    private volatile LibraryState state = new(null, [], isStale: false);
    private string fingerprint = "";

    public LibraryState State => state;

    /// <summary>The content that serves now, held until the lease is disposed of; null when there has been no valid one yet.</summary>
    public LibrarySnapshot.Lease? Acquire()
    {
        while (state.Serving is { } serving)
            if (serving.TryAcquire() is { } lease) return lease;
        return null;
    }

    /// <summary>Reads the folder if it changed since the last time. False when it changed again meanwhile: call once more.</summary>
    public bool Load()
    {
        var before = FolderFingerprint.Of(options.Library);
        if (before == fingerprint) return true;
        var load = RuleLibrary.Load(options.Library);
        if (FolderFingerprint.Of(options.Library) != before) return false;
        fingerprint = before;
        Take(load);
        return true;
    }

    public void Dispose()
    {
        var last = state;
        state = new LibraryState(null, [], isStale: false);
        last.Serving?.Retire();
    }

    private void Take(LibraryLoad load)
    {
        var diagnostics = load.Diagnostics;
        if (!load.HasErrors && load.Library.Workflows.Count == 0)
            diagnostics = [.. diagnostics, new Diagnostic(DiagnosticCode.UnreadableFile, $"the folder `{options.Library}` holds no workflows", "a workflow is a file `workflow.json` in a folder of its own", options.Library)];
        var serving = state.Serving;
        if (diagnostics.Any(d => d.IsError))
        {
            state = new LibraryState(serving, diagnostics, isStale: serving is not null);
            meter.LibraryLoaded("invalid");
            log.LogWarning("The library {Library} holds {Errors} errors; {Serving} goes on serving", options.Library, diagnostics.Count(d => d.IsError), serving?.Library.Hash ?? "nothing");
            foreach (var error in diagnostics.Where(d => d.IsError)) log.LogWarning("{Diagnostic}", error);
            return;
        }
        if (serving?.Library.Hash == load.Library.Hash)
        {
            state = new LibraryState(serving, diagnostics, isStale: false);
            meter.LibraryLoaded("unchanged");
            return;
        }
        var engine = new RuleEngine(load.Library, new EngineOptions { Clock = clock, CacheDirectory = options.Cache });
        state = new LibraryState(new LibrarySnapshot(load.Library, engine, clock.GetUtcNow()), diagnostics, isStale: false);
        serving?.Retire();
        meter.LibraryLoaded("loaded");
        if (log.IsEnabled(LogLevel.Information)) log.LogInformation("Serving {Workflows} workflows of {Library}, content {Hash}", load.Library.Workflows.Count, options.Library, load.Library.Hash);
    }
}
