using System.Security.Cryptography;
using System.Text;

namespace BoneMets.Rules.Store;

/// <summary>A secret of 256 random bits. It is kept as a plain SHA-256: there is no dictionary to try.</summary>
public static class RandomSecret
{
    /// <summary>As hexadecimal digits.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
