using System.Text.Json;

namespace BoneMets.Rules.Store;

/// <summary>Names of columns as a text of the database.</summary>
internal static class CohortColumns
{
    public static string Write(IReadOnlyList<string> columns) => JsonSerializer.Serialize(columns);

    public static IReadOnlyList<string> Read(string? text) => text is null ? [] : JsonSerializer.Deserialize<List<string>>(text)!;
}
