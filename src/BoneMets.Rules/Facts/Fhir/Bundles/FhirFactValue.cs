using System.Globalization;
using System.Text.Json;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>A value that a resource gives a fact. Equal values are equal whatever unit they were written in.</summary>
/// <param name="Content">A boolean, a decimal in the canonical unit, a text, a date; null is an answer that leaves the fact unknown.</param>
/// <param name="Sent">The number as written, where it was written in another unit.</param>
/// <param name="Unit">That other unit; null for the canonical one.</param>
internal sealed record FhirFactValue(object? Content, decimal Sent = 0, string? Unit = null)
{
    public static readonly FhirFactValue Unknown = new(Content: null);
    public static readonly FhirFactValue True = new(true);

    public bool IsSame(FhirFactValue other) => Equals(Content, other.Content);

    /// <summary>As facts are sent: in the unit of the source, so that the engine converts and nothing is rounded on the way.</summary>
    public void Write(Utf8JsonWriter writer, string name)
    {
        writer.WritePropertyName(name);
        if (Unit is not null)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("value");
            writer.WriteRawValue(ExactNumber.Show(Sent));
            writer.WriteString("unit", Unit);
            writer.WriteEndObject();
            return;
        }
        switch (Content)
        {
            case bool yes: writer.WriteBooleanValue(yes); break;
            case decimal number: writer.WriteRawValue(ExactNumber.Show(number)); break;
            case DateOnly date: writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            default: writer.WriteStringValue((string)Content!); break;
        }
    }

    public override string ToString() => Content switch
    {
        null => "unknown",
        bool yes => yes ? "true" : "false",
        decimal number => ExactNumber.Show(number),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        var text => (string)text,
    };
}

/// <summary>What reading an element gave: a value, or why there is none. <see cref="Shown"/> is what stands there.</summary>
internal readonly record struct FhirOutcome(FhirFactValue? Value, string Shown, string? Note, FhirRefusal Kind, string Reason)
{
    public static FhirOutcome Of(FhirFactValue value, string shown, string? note = null) => new(value, shown, note, default, "");

    public static FhirOutcome Refused(FhirRefusal kind, string reason, string shown = "") => new(null, shown, null, kind, reason);
}
