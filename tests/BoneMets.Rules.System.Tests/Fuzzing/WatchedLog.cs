using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace BoneMets.Rules.System.Tests.Fuzzing;

/// <summary>Reads everything that a server logs and keeps only what must not stand there: a patient, or a defect of ours.</summary>
internal sealed class WatchedLog(string secret) : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Wrong { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = formatter(state, exception) + exception;
        if (line.Contains(secret, StringComparison.OrdinalIgnoreCase) || line.Contains(" failed with ", StringComparison.Ordinal)) Wrong.Enqueue(line);
    }

    public void Dispose()
    {
    }
}
