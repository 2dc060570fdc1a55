using System.Buffers;
using System.Text.Json;

namespace BoneMets.Rules.Server.Cohorts.Results;

/// <summary>
/// Counts what answer lines say, as they are written, and lists the patients who lack facts. It reads the lines themselves, so that what is
/// counted is what is downloaded. Not thread safe.
/// </summary>
internal sealed class Tallying
{
    private readonly Tally tally = new();
    private readonly NameTable<RuleTally> verdicts, advice;
    private readonly NameTable<OutputTally> outputs;
    private readonly NameTable<Lacking> lacking;
    private readonly RepeatedTexts texts = new();
    private readonly ArrayBufferWriter<byte> undetermined = new();
    private readonly List<Lacking> missingNow = [];
    private readonly HashSet<string> codesNow = new(StringComparer.Ordinal);

    public Tallying()
    {
        verdicts = new(RuleOf);
        advice = new(RuleOf);
        outputs = new(name =>
        {
            var made = new OutputTally { Name = name };
            tally.Outputs.Add(made);
            return made;
        });
        lacking = new(name =>
        {
            var made = new MissingTally();
            tally.Missing.Add(name, made);
            return new Lacking(name, made);
        });
    }

    public Tally Tally => tally;

    /// <summary>A line <c>{"line": …, "id": …, "missing": […]}</c> for each patient who lacks facts.</summary>
    public ReadOnlySpan<byte> Undetermined => undetermined.WrittenSpan;

    public void Add(ReadOnlySpan<byte> line)
    {
        tally.Patients++;
        missingNow.Clear();
        Range? number = null, id = null;
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 256 });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("line"u8)) number = ValueIn(ref reader);
            else if (reader.ValueTextEquals("id"u8)) id = ValueIn(ref reader);
            else if (reader.ValueTextEquals("decision"u8)) AddDecision(ref reader);
            else if (reader.ValueTextEquals("error"u8)) AddError(ref reader);
            else reader.Skip();
        }
        if (missingNow.Count > 0) List(line, number!.Value, id);
    }

    private static Range ValueIn(ref Utf8JsonReader reader)
    {
        reader.Read();
        return checked((int)reader.TokenStartIndex)..checked((int)reader.BytesConsumed);
    }

    private void AddDecision(ref Utf8JsonReader reader)
    {
        verdicts.Restart();
        outputs.Restart();
        lacking.Restart();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("verdicts"u8)) AddVerdicts(ref reader);
            else if (reader.ValueTextEquals("outputs"u8)) AddOutputs(ref reader);
            else if (reader.ValueTextEquals("recommendations"u8)) AddAdvice(ref reader, r => r.Recommended++);
            else if (reader.ValueTextEquals("pending"u8)) AddAdvice(ref reader, r => r.Pending++);
            else if (reader.ValueTextEquals("withheld"u8)) AddAdvice(ref reader, r => r.Withheld++);
            else if (reader.ValueTextEquals("missing"u8)) AddMissing(ref reader);
            else if (reader.ValueTextEquals("status"u8)) AddStatus(ref reader);
            else reader.Skip();
        }
    }

    private void AddStatus(ref Utf8JsonReader reader)
    {
        reader.Read();
        var status = reader.ValueTextEquals("complete"u8) ? "complete" : reader.ValueTextEquals("incomplete"u8) ? "incomplete" : "failed";
        tally.Statuses[status] = tally.Statuses.GetValueOrDefault(status) + 1;
    }

    private void AddVerdicts(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var rule = verdicts.Find(ref reader);
            reader.Read();
            if (reader.ValueTextEquals("met"u8)) rule.Met++;
            else if (reader.ValueTextEquals("notMet"u8)) rule.NotMet++;
            else if (reader.ValueTextEquals("undetermined"u8)) rule.Undetermined++;
            else rule.Failed++;
        }
    }

    private void AddOutputs(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var values = outputs.Find(ref reader).Values;
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.Null: values.Unknown++; break;
                case JsonTokenType.True: values.True++; break;
                case JsonTokenType.False: values.False++; break;
                case JsonTokenType.Number when reader.TryGetDecimal(out var number): values.Add(number); break;
                case JsonTokenType.String: values.Add(texts.Find(ref reader)); break;
                default: values.Add(Raw(ref reader)); break;
            }
        }
    }

    /// <summary>A list counts as a whole.</summary>
    private static string Raw(ref Utf8JsonReader reader)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return value.RootElement.GetRawText();
    }

    private void AddAdvice(ref Utf8JsonReader reader, Action<RuleTally> count)
    {
        advice.Restart();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isRule = reader.ValueTextEquals("rule"u8);
                reader.Read();
                if (isRule) count(advice.Find(ref reader));
                else reader.Skip();
            }
        }
    }

    private void AddMissing(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            Lacking? fact = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("fact"u8))
                {
                    reader.Read();
                    fact = lacking.Find(ref reader);
                }
                else if (fact is { Counted.Label: null } && reader.ValueTextEquals("label"u8))
                {
                    reader.Read();
                    fact.Counted.Label = reader.GetString();
                }
                else if (fact is { Counted.Unit: null } && reader.ValueTextEquals("unit"u8))
                {
                    reader.Read();
                    fact.Counted.Unit = reader.GetString();
                }
                else
                {
                    reader.Skip();
                }
            }
            // Of several elements of a list the patient lacks it once.
            if (fact is null || fact.LastPatient == tally.Patients) continue;
            fact.LastPatient = tally.Patients;
            fact.Counted.Patients++;
            missingNow.Add(fact);
        }
    }

    private void AddError(ref Utf8JsonReader reader)
    {
        tally.Refused++;
        codesNow.Clear();
        using var error = JsonDocument.ParseValue(ref reader);
        foreach (var finding in error.RootElement.GetProperty("errors").EnumerateArray())
            if (finding.GetProperty("code").GetString() is { } code && codesNow.Add(code)) tally.Errors[code] = tally.Errors.GetValueOrDefault(code) + 1;
    }

    private void List(ReadOnlySpan<byte> line, Range number, Range? id)
    {
        tally.Undetermined++;
        undetermined.Write("{\"line\":"u8);
        undetermined.Write(line[number]);
        if (id is { } given)
        {
            undetermined.Write(",\"id\":"u8);
            undetermined.Write(line[given]);
        }
        undetermined.Write(",\"missing\":["u8);
        for (var i = 0; i < missingNow.Count; i++)
        {
            if (i > 0) undetermined.Write(","u8);
            undetermined.Write(missingNow[i].Json);
        }
        undetermined.Write("]}\n"u8);
    }

    private RuleTally RuleOf(string name)
    {
        if (tally.Rules.Find(r => r.Name == name) is { } known) return known;
        var made = new RuleTally { Name = name };
        tally.Rules.Add(made);
        return made;
    }

    /// <summary>A fact that somebody lacks, under its name for all elements.</summary>
    private sealed class Lacking(string name, MissingTally counted)
    {
        public byte[] Json { get; } = JsonSerializer.SerializeToUtf8Bytes(name);

        public MissingTally Counted { get; } = counted;

        public long LastPatient { get; set; }
    }
}
