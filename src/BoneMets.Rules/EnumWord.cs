using System.Text.Json;

namespace BoneMets.Rules;

/// <summary>Values of enumerations as JSON writes them: <c>inReview</c>, <c>notMet</c>, <c>warning</c>.</summary>
public static class EnumWord
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
