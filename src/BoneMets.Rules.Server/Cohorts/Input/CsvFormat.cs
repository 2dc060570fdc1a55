using CsvHelper;

namespace BoneMets.Rules.Server.Cohorts.Input;

/// <summary>The one way in which CSV is read, when it is cut and when it is decided: RFC 4180, in UTF-8, empty lines between records left out.</summary>
internal static class CsvFormat
{
    /// <summary>Those that an input may have.</summary>
    public const string Separators = ",;\t|";

    /// <param name="separator">Null: what the first lines say.</param>
    public static CsvReaderOptions Options(char? separator) => new()
    {
        Separator = separator,
        HasHeader = false,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        MalformedData = CsvMalformedDataHandling.Recover, // each is told of, and becomes an error line
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    public static string NameOf(char separator) => separator == '\t' ? "tab" : separator.ToString();

    /// <summary>Null for what no input may have.</summary>
    public static char? SeparatorOf(string name) => name switch
    {
        "tab" => '\t',
        [var c] when Separators.Contains(c, StringComparison.Ordinal) => c,
        _ => null,
    };
}
