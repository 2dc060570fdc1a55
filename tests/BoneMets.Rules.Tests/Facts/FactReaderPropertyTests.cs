using System.Globalization;
using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Tests.Facts;

public class FactReaderPropertyTests
{
    private const int Rounds = 3_000;

    [Fact]
    public void Facts_written_in_any_order_and_spelling_are_read_back()
    {
        var reader = TestFacts.Reader();
        var set = reader.Rent();
        var errors = new List<Diagnostic>();
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var expected = new FactFrame(TestFacts.Patient, "patient");
            var json = $$"""{"patient": {{Write(expected, random)}} }""";
            Assert.True(reader.Read(Encoding.UTF8.GetBytes(json), set, errors), $"{json}\n{string.Join('\n', errors)}");
            Assert.Equal(TestFacts.Show(expected), TestFacts.Show(set["patient"]));
            Assert.Equal(expected.Numbers, set["patient"].Numbers);
        }
    }

    [Fact]
    public void A_second_reading_allocates_nothing()
    {
        var json = """
            {"patient": {"age": 61, "totalCalcium": {"value": 2.6, "unit": "mmol/L"}, "creatinine": {"unit": "umol/L", "value": 101.5}, "ratio": 0.25, "onDialysis": false,
             "note": "post", "bornOn": "1964-05-01", "kidney": {"clearance": 55.5, "isSingle": true}, "values": [1, 2.5, 1234567890.123456789012345],
             "lesions": [{"site": "upperLimb", "pain": "mild"}, {"corticalPercent": 33.3}, null]}, "lesion": {"s\u0069te": "lowerLimb"}}
            """u8.ToArray();
        var reader = TestFacts.Reader();
        var errors = new List<Diagnostic>();
        var set = reader.Rent();
        var allRead = true;
        Allocations.None(1_000, () => allRead &= reader.Read(json, set, errors));
        Assert.True(allRead);
    }

    [Fact]
    public void Renting_and_returning_keeps_what_was_made()
    {
        var reader = TestFacts.Reader();
        var set = reader.Rent();
        Assert.True(reader.Read("""{"patient": {"age": 61}}"""u8, set, null));
        reader.Return(set);
        Assert.Same(set, reader.Rent());
        Assert.Equal("", TestFacts.Show(set["patient"]));
        Assert.NotSame(set, reader.Rent());
    }

    private static string Write(FactFrame frame, Random random)
    {
        var members = new List<string>();
        foreach (var property in frame.Schema.Properties)
        {
            if (random.Next(4) == 0) continue;
            var value = random.Next(8) == 0 ? "null" : Value(frame, property, random);
            members.Add($"{Spell(property.Name, random)}{Blank(random)}:{Blank(random)}{value}");
        }
        var shuffled = members.ToArray();
        if (random.Next(2) == 0) random.Shuffle(shuffled);
        return "{" + Blank(random) + string.Join(Blank(random) + "," + Blank(random), shuffled) + Blank(random) + "}";
    }

    private static string Value(FactFrame frame, FactProperty property, Random random)
    {
        switch (property.Type)
        {
            case BooleanType:
                var flag = random.Next(2) == 0;
                frame.SetBoolean(property, flag);
                return flag ? "true" : "false";
            case EnumType words:
                var word = words.Values[random.Next(words.Values.Count)];
                frame.SetEnumeration(property, word);
                return Spell(word, random);
            case DateType:
                var date = new DateOnly(1900, 1, 1).AddDays(random.Next(60_000));
                frame.SetDate(property, date);
                return $"\"{date:yyyy-MM-dd}\"";
            case TextType:
                var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => "aä\"\\/\n€😀".EnumerateRunes().ElementAt(random.Next(8)).ToString()));
                frame.SetText(property, text);
                return System.Text.Json.JsonSerializer.Serialize(text);
            case ObjectType:
                return Write(frame.ObjectAt(property), random);
            case ListType:
                var list = frame.ListAt(property);
                return "[" + string.Join(",", Enumerable.Range(0, random.Next(5)).Select(_ => Element(list.Add(), random))) + "]";
            default:
                return Number(frame, property, random);
        }
    }

    private static string Element(FactFrame element, Random random) =>
        element.Schema.IsScalarElement ? Value(element, element.Schema.Properties[0], random) : Write(element, random);

    private static string Number(FactFrame frame, FactProperty property, Random random)
    {
        var low = property.Minimum ?? -1_000_000m;
        var high = property.Maximum ?? 1_000_000m;
        var digits = ((NumberType)property.Type).IsInteger ? 0 : random.Next(0, 20);
        var value = Math.Clamp(decimal.Round(low + (high - low) * (decimal)random.NextDouble(), digits), low, high);
        var plain = value.ToString(CultureInfo.InvariantCulture);
        var spelled = random.Next(3) switch
        {
            0 when value.Scale > 0 => plain.Replace(".", "", StringComparison.Ordinal).TrimStart('-').TrimStart('0') is { Length: > 0 } mantissa ? $"{(value < 0 ? "-" : "")}{mantissa}e-{value.Scale}" : "0",
            1 => plain + (value.Scale > 0 ? "000" : ".0"),
            _ => plain,
        };
        if (property.Unit is null || random.Next(2) == 0)
        {
            frame.SetNumber(property, value);
            return spelled;
        }
        var other = property.OtherUnits.FirstOrDefault();
        if (other.Key is not null && other.Value.ToCanonical(value) is var converted && converted >= low && converted <= high)
        {
            frame.SetNumber(property, converted);
            return $$"""{"value": {{spelled}}, "unit": "{{other.Key}}"}""";
        }
        frame.SetNumber(property, value);
        return $$"""{"unit": "{{property.Unit}}", "value": {{spelled}}}""";
    }

    private static string Spell(string word, Random random) =>
        random.Next(5) == 0 ? $"\"\\u{(int)word[0]:x4}{word[1..]}\"" : $"\"{word}\"";

    private static string Blank(Random random) => random.Next(6) switch { 0 => " ", 1 => "\n\t", _ => "" };
}
