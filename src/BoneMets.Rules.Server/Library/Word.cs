using System.Text.Json;

namespace BoneMets.Rules.Server.Library;

/// <summary>Values of enumerations as answers write them: <c>inReview</c>, <c>approved</c>, <c>warning</c>.</summary>
internal static class Word
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
