using System.Text;
using System.Text.Json;
using CsvHelper;

namespace BoneMets.Rules.Server.Cohorts.Results;

/// <summary>
/// Answers as a table: a row for each, with all rules and outputs that any of them has. Texts that a spreadsheet would run as a formula get an
/// apostrophe in front; several values for one column stand beside each other with a semicolon.
/// </summary>
internal sealed class ResultTable(Tally tally)
{
    private static readonly CsvWriterOptions Written = new() { Injection = CsvInjection.Escape, TrueValue = "true", FalseValue = "false" };
    private static readonly string[] Advice = ["recommendations", "pending", "withheld"];
    private readonly List<string> rules = [.. tally.Rules.Select(r => r.Name)], outputs = [.. tally.Outputs.Select(o => o.Name)];

    public byte[] Header() => Rows(writer => writer.WriteRecord([.. (string[])["line", "id", "status", "error"], .. rules.Select(r => $"verdict {r}"), .. outputs.Select(o => $"output {o}"), .. Advice, "missing"]));

    public async Task WriteAsync(Stream lines, Stream target, CancellationToken cancellation)
    {
        using var reader = new StreamReader(lines, Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            using var answer = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 256 });
            await target.WriteAsync(Rows(writer => Write(writer, answer.RootElement)), cancellation);
        }
    }

    private static byte[] Rows(Action<CsvWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = CsvWriter.Create(bytes, Written, leaveOpen: true)) write(writer);
        return bytes.ToArray();
    }

    private void Write(CsvWriter writer, JsonElement answer)
    {
        Field(writer, [answer.GetProperty("line")]);
        Field(writer, answer.TryGetProperty("id", out var id) ? [id] : []);
        var isDecided = answer.TryGetProperty("decision", out var decision);
        writer.WriteField(isDecided ? decision.GetProperty("status").GetString() : "refused");
        writer.WriteField(isDecided ? "" : answer.GetProperty("error").GetProperty("detail").GetString());
        foreach (var rule in rules) Field(writer, isDecided ? Named(decision.GetProperty("verdicts"), rule) : []);
        foreach (var output in outputs) Field(writer, isDecided ? Named(decision.GetProperty("outputs"), output) : []);
        foreach (var advice in Advice) Field(writer, isDecided ? [.. decision.GetProperty(advice).EnumerateArray().Select(a => a.GetProperty("rule"))] : []);
        Field(writer, isDecided ? [.. decision.GetProperty("missing").EnumerateArray().Select(m => m.GetProperty("fact"))] : []);
        writer.EndRecord();
    }

    private static IReadOnlyList<JsonElement> Named(JsonElement values, string name) =>
        name.Contains("[*]", StringComparison.Ordinal)
            ? [.. values.EnumerateObject().Where(v => NameTable<object>.Plain(v.Name) == name).Select(v => v.Value)]
            : values.TryGetProperty(name, out var value) ? [value] : [];

    private static void Field(CsvWriter writer, IReadOnlyList<JsonElement> values)
    {
        if (values is [{ ValueKind: JsonValueKind.Number } number]) writer.WriteField(number.GetDecimal());
        else if (values is [{ ValueKind: JsonValueKind.True or JsonValueKind.False } truth]) writer.WriteField(truth.GetBoolean());
        else writer.WriteField(string.Join("; ", values.Select(v => v.ValueKind == JsonValueKind.Null ? "" : v.ToString())));
    }
}
