using System.Text;
using Microsoft.Win32.SafeHandles;

namespace BoneMets.Rules.Cli;

/// <summary>Where a command reads and writes. Colour, tables and progress only where a person looks on.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public required TextWriter Out { get; init; }
    public required TextWriter Error { get; init; }
    public required Func<Stream> OpenInput { get; init; }
    public required Func<Stream> OpenOutput { get; init; }
    public bool OutIsTerminal { get; init; }
    public bool ErrorIsTerminal { get; init; }

    /// <summary><c>NO_COLOR</c> with any text turns colour off (no-color.org).</summary>
    public bool AllowsColour { get; init; }

    public bool ColourOut => OutIsTerminal && AllowsColour;

    public bool ColourError => ErrorIsTerminal && AllowsColour;

    public static Terminal OfProcess() => new()
    {
        Out = new StreamWriter(Console.OpenStandardOutput(), Utf8) { NewLine = "\n" },
        Error = new StreamWriter(Console.OpenStandardError(), Utf8) { NewLine = "\n", AutoFlush = true },
        OpenInput = Console.OpenStandardInput,
        OpenOutput = StandardOutput,
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        AllowsColour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
    };

    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
    }

    /// <summary>
    /// A pipe is written through its own handle, which reports a reader that has gone; the console's stream would drop everything in silence.
    /// A file keeps the console's stream, which shares its position with whatever the shell writes next.
    /// </summary>
    private static Stream StandardOutput()
    {
        const int Descriptor = 1;
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();
        var handle = new SafeFileHandle(Descriptor, ownsHandle: false);
        var pipe = new FileStream(handle, FileAccess.Write, bufferSize: 0);
        if (!pipe.CanSeek) return pipe;
        pipe.Dispose();
        return Console.OpenStandardOutput();
    }
}
