using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>
/// The solver Z3 as a process that answers questions in SMT-LIB, one after the other. A question that takes too long is given up, and the process
/// with it; the next question starts another one. Not thread safe.
/// </summary>
internal sealed class Z3Process(TimeSpan limit) : IDisposable
{
    /// <summary>Why a question is open where there is no solver.</summary>
    public const string NotInstalled = "skipped: the solver `z3` is not installed";

    private const string Sentinel = "end-of-answer";
    private static readonly Lazy<string?> Installed = new(FindVersion);
    private Process? process;
    private int sent;

    /// <summary>Null when it is not installed.</summary>
    public static string? Version => Installed.Value;

    /// <summary>Asks whether the assertions of <paramref name="script"/> and <paramref name="question"/> can hold together, and for which values of <paramref name="wanted"/>.</summary>
    public SolverAnswer Ask(Script script, Term question, IReadOnlyCollection<Term> wanted, CancellationToken cancellation)
    {
        if (question.IsFalse) return SolverAnswer.Impossible;
        cancellation.ThrowIfCancellationRequested();
        using var ended = new CancellationTokenSource(limit + limit);
        using var registration = cancellation.Register(Stop);
        using var patience = ended.Token.Register(Stop);
        try
        {
            var running = Start();
            cancellation.ThrowIfCancellationRequested();
            running.StandardInput.Write(script.Since(sent));
            sent = script.Length;
            var answer = Exchange($"(push)\n(assert {question})\n(check-sat)\n");
            var values = answer is "sat" && wanted.Count > 0 ? Values(Exchange($"(get-value ({string.Join(' ', wanted)}))\n")) : [];
            Exchange("(pop)\n");
            return answer switch
            {
                "sat" => new SolverAnswer(SolverStatus.Possible, values, null),
                "unsat" => SolverAnswer.Impossible,
                "unknown" or "timeout" => SolverAnswer.Undecided($"not decided within {limit.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s"),
                _ => SolverAnswer.Undecided(answer),
            };
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or ObjectDisposedException)
        {
            Stop();
            cancellation.ThrowIfCancellationRequested();
            return SolverAnswer.Undecided($"not decided within {limit.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s");
        }
    }

    public void Dispose() => Stop();

    private Process Start()
    {
        if (process is { HasExited: false } alive) return alive;
        Stop();
        var started = Run("-in", "-smt2");
        // Nobody reads it, and a full pipe would hold the solver up.
        started.ErrorDataReceived += static (_, _) => { };
        started.BeginErrorReadLine();
        process = started;
        sent = 0;
        started.StandardInput.Write(string.Create(CultureInfo.InvariantCulture, $"(set-option :timeout {(long)limit.TotalMilliseconds})\n(set-option :pp.decimal false)\n"));
        return started;
    }

    /// <summary>All that is printed in answer to the commands.</summary>
    private string Exchange(string commands)
    {
        var running = process ?? throw new InvalidOperationException("the solver was stopped");
        running.StandardInput.Write(commands);
        running.StandardInput.Write($"(echo \"{Sentinel}\")\n");
        running.StandardInput.Flush();
        var lines = new List<string>();
        while (running.StandardOutput.ReadLine() is { } line)
        {
            if (line == Sentinel) return string.Join('\n', lines).Trim();
            lines.Add(line);
        }
        throw new IOException("the solver ended");
    }

    private static IReadOnlyList<string> Values(string answer)
    {
        // ((x1 true) (x2 (/ 1.0 3.0)) …): the second part of each pair, in the order asked for.
        var pairs = SExpression.Parse(answer);
        return [.. pairs.Items.Select(p => p.Items.Count == 2 ? p.Items[1].ToString() : throw new IOException(answer))];
    }

    private void Stop()
    {
        var running = Interlocked.Exchange(ref process, null);
        if (running is null) return;
        try
        {
            running.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
        running.Dispose();
    }

    private static Process Run(params string[] arguments) => Process.Start(new ProcessStartInfo("z3", arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    }) ?? throw new InvalidOperationException("the solver does not start");

    private static string? FindVersion()
    {
        try
        {
            using var started = Run("--version");
            var text = started.StandardOutput.ReadToEnd().Trim();
            started.WaitForExit();
            return started.ExitCode == 0 ? text : null;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            return null;
        }
    }
}

internal enum SolverStatus { Impossible, Possible, Undecided }

/// <param name="Values">As SMT-LIB writes them, in the order asked for.</param>
/// <param name="Why">Why it is undecided.</param>
internal sealed record SolverAnswer(SolverStatus Status, IReadOnlyList<string> Values, string? Why)
{
    public static readonly SolverAnswer Impossible = new(SolverStatus.Impossible, [], null);

    public static SolverAnswer Undecided(string why) => new(SolverStatus.Undecided, [], why);
}
