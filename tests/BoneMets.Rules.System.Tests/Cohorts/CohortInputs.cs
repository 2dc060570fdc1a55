using System.IO.Compression;
using System.Text;

namespace BoneMets.Rules.System.Tests.Cohorts;

/// <summary>Inputs for the small library's workflow.</summary>
internal static class CohortInputs
{
    public static byte[] Lines(int count) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(Line)));

    public static string Line(int number) => (number % 10) switch
    {
        3 => $"{{\"id\":\"p{number}\",\"patient\":{{}}}}\n",
        7 => $"{{\"id\":\"p{number}\",\"patient\":{{\"calcium\":\"none\"}}}}\n",
        _ => $"{{\"id\":\"p{number}\",\"patient\":{{\"calcium\":{number % 20}}}}}\n",
    };

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.SmallestSize)) stream.Write(bytes);
        return packed.ToArray();
    }
}
