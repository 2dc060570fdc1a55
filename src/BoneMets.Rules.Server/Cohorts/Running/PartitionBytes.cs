using System.Security.Cryptography;
using BoneMets.Rules.Server.Cohorts.Input;
using BoneMets.Rules.Server.Cohorts.Results;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Cohorts.Running;

/// <summary>The bytes of a partition, exactly those that were there when the input was taken.</summary>
internal sealed class PartitionBytes(CohortFiles files)
{
    /// <summary><see cref="InputRefusedException"/> when a file is not what it was.</summary>
    public async Task<byte[]> ReadAsync(CohortInput input, CohortPartition part, CancellationToken cancellation)
    {
        var bytes = part.Content is { } content ? Packing.Unpack(content, part.Bytes) : await ReadAsync(input.File!, part, cancellation);
        if (HashOf(bytes) == part.Hash) return bytes;
        throw new InputRefusedException(input.File is { } file
            ? $"the file `{file}` was changed after the run had taken it as its input; create a run for the file as it is now"
            : "the input in the store is damaged; restore the store from a backup");
    }

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private async Task<byte[]> ReadAsync(string file, CohortPartition part, CancellationToken cancellation)
    {
        await using var stream = files.Open(file);
        if (stream.Length < part.Offset + part.Bytes) throw new InputRefusedException($"the file `{file}` is shorter than when the run had taken it as its input; create a run for the file as it is now");
        stream.Position = part.Offset;
        var bytes = new byte[part.Bytes];
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}
