using System.Globalization;

namespace BoneMets.Rules.Store.Database;

/// <summary>Times in UTC to the millisecond, as texts that sort by time.</summary>
internal static class TimeFormat
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) => DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static bool IsTime(string text) => DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    /// <summary>What reading back what was written gives.</summary>
    public static DateTimeOffset Rounded(DateTimeOffset time) => Read(Write(time));
}
