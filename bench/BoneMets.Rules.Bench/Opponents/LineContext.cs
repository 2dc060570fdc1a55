using System.Text.Json.Serialization;

namespace BoneMets.Rules.Bench.Opponents;

/// <summary>(c) reads lines with what System.Text.Json generates from the records.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Line))]
[JsonSerializable(typeof(MeasurementsLine))]
internal sealed partial class LineContext : JsonSerializerContext;
