namespace BoneMets.Rules.Server.Cohorts.Input;

/// <summary>A piece of an input that is cut between two patients.</summary>
/// <param name="FirstLine">Of the input, from 1.</param>
/// <param name="Patients">Lines with content, or records.</param>
/// <param name="Offset">Of its first byte in the input.</param>
/// <param name="Bytes">Only until the next one is asked for.</param>
internal readonly record struct InputPart(long FirstLine, int Patients, long Offset, ReadOnlyMemory<byte> Bytes);

/// <summary>How large the pieces are: so that each is decided in a moment, and losing one costs nothing.</summary>
internal static class InputParts
{
    public const int MostPatients = 5_000;
    public const int MostBytes = 4 * 1024 * 1024;
}

/// <summary>An input that cannot be taken, with the reason and the remedy.</summary>
internal sealed class InputRefusedException(string message) : Exception(message);
