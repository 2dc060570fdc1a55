using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace BoneMets.Rules.Tests.Documents;

public class JsonEditTests
{
    private const string Rules = "{\r\n  \"Rules\": [ // all of them\r\n    { \"RuleName\": \"A\", \"Points\": 2.50 }, // first\r\n    { \"RuleName\": \"B\" } // last\r\n  ]\r\n}\r\n";

    [Theory]
    [InlineData("[1, 2]", 0, "9", "[9, 1, 2]")]
    [InlineData("[1, 2]", 2, "9", "[1, 2, 9]")]
    [InlineData("[1,2]", 1, "9", "[1,9,2]")]
    [InlineData("[1]", 1, "9", "[1, 9]")]
    [InlineData("[]", 0, "9", "[9]")]
    [InlineData("[\n  1\n]", 0, "9", "[\n  9,\n  1\n]")]
    [InlineData("[\n\t1 // one\n]", 1, "9", "[\n\t1, // one\n\t9\n]")]
    [InlineData("[ 1, 2 // two\n]", 2, "9", "[ 1, 2, // two\n9\n]")]
    [InlineData("[ 1 /* one */ ]", 1, "9", "[ 1, /* one */ 9 ]")]
    [InlineData("[\n  1\n]", 1, "{\n  \"a\": 1\n}", "[\n  1,\n  {\n    \"a\": 1\n  }\n]")]
    [InlineData("[ // none\n]", 0, "9", "[ // none\n9]")]
    public void An_inserted_item_looks_like_its_neighbours_and_removing_it_restores_the_text(string text, int index, string json, string expected)
    {
        var edited = JsonEdit.InsertItem(Parse(text), index, json);
        Assert.Equal(expected, edited);
        Assert.Equal(text, JsonEdit.RemoveItem(Parse(edited), index));
    }

    [Theory]
    [InlineData("{}", "b", "1", "{ \"b\": 1 }")]
    [InlineData("{\"a\": 1}", "A", "2", "{\"a\": 2}")]
    [InlineData("{\n  \"a\": 1\n}", "b", "[]", "{\n  \"a\": 1,\n  \"b\": []\n}")]
    [InlineData("{\n}", "b", "1", "{\n  \"b\": 1\n}")]
    public void A_property_is_set_in_the_style_of_the_document(string text, string key, string json, string expected) =>
        Assert.Equal(expected, JsonEdit.SetProperty(Parse(text), key, json));

    [Theory]
    [InlineData("[1]", 0, "[]")]
    [InlineData("[ /* c */ 1 ]", 0, "[ /* c */  ]")]
    [InlineData("[1, // one\n 2]", 0, "[ // one\n 2]")]
    [InlineData("[1, // one\n 2]", 1, "[1 // one\n ]")]
    [InlineData("[1 /* a */, /* b */ 2, 3]", 0, "[ /* a */ /* b */ 2, 3]")]
    public void Comments_between_items_survive_a_removal(string text, int index, string expected)
    {
        var edited = JsonEdit.RemoveItem(Parse(text), index);
        Assert.Equal(expected, edited);
        Parse(edited);
    }

    [Fact]
    public void Everything_that_an_edit_does_not_touch_keeps_its_spelling()
    {
        var rules = Parse(Rules)["Rules"]!;
        Assert.Equal(Rules.Replace("2.50", "3", StringComparison.Ordinal), JsonEdit.Replace(rules.Items[0]["Points"]!, "3"));
        Assert.Equal(Rules.Replace("\"B\" } //", "\"B\", \"Enabled\": false } //", StringComparison.Ordinal), JsonEdit.SetProperty(rules.Items[1], "Enabled", "false"));
        Assert.Equal(Rules.Replace(", \"Points\": 2.50", "", StringComparison.Ordinal), JsonEdit.RemoveProperty(rules.Items[0], "points"));
        Assert.Equal(Rules, JsonEdit.RemoveProperty(rules.Items[0], "absent"));
        Assert.Equal(Rules.Replace("Points", "Sc\\\"ore", StringComparison.Ordinal), JsonEdit.RenameKey(rules.Items[0], "Points", "Sc\"ore"));
        Assert.Equal(Rules.Replace("} // last", "}, // last\r\n    { \"RuleName\": \"C\" }", StringComparison.Ordinal), JsonEdit.InsertItem(rules, 2, "{ \"RuleName\": \"C\" }"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1 2")]
    [InlineData("1 // c")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("x")]
    public void What_is_not_one_JSON_value_is_refused(string json) =>
        Assert.Throws<ArgumentException>(() => JsonEdit.InsertItem(Parse("[1]"), 0, json));

    [Fact]
    public void A_key_that_is_taken_is_refused() =>
        Assert.Throws<ArgumentException>(() => JsonEdit.RenameKey(Parse("{\"a\":1,\"b\":2}"), "a", "B"));

    [Fact]
    public void Any_edit_of_any_document_has_the_meaning_it_should() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var text = new DocumentWriter(random).Document();
            var root = Parse(text);
            var target = Nodes(root).Where(n => n.Kind is JsonTextKind.Array or JsonTextKind.Object).OrderBy(_ => random.Next()).First();
            var (edited, inverse, expected) = RandomEdit(random, text, target);
            var again = Parse(edited);
            Assert.Equal(Canonical(expected), CanonicalText(again));
            if (inverse is not null) Assert.Equal(text, inverse(Nodes(again).First(n => n.Pointer == target.Pointer)));

            // outside of the edited value, not a character moves
            var tail = text.Length - target.Span.End;
            Assert.Equal(text[..target.Span.Start], edited[..target.Span.Start]);
            Assert.Equal(text[^tail..], edited[^tail..]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private static (string Edited, Func<JsonTextNode, string>? Inverse, JsonNode Expected) RandomEdit(Random random, string text, JsonTextNode target)
    {
        var expected = JsonNode.Parse(text, null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;
        var place = target.Pointer.Split('/').Skip(1).Aggregate(expected, (node, step) => node is JsonArray a ? a[int.Parse(step)]! : node[step]!);
        if (place is JsonArray array)
        {
            var count = target.Items.Count;
            var index = random.Next(count + 1);
            switch (random.Next(count == 0 ? 1 : 4))
            {
                case 0:
                    array.Insert(index, JsonNode.Parse("{\"new\": [1]}"));
                    return (JsonEdit.InsertItem(target, index, "{\"new\": [1]}"), count == 0 ? null : n => JsonEdit.RemoveItem(n, index), expected);
                case 1:
                    array.RemoveAt(index %= count);
                    return (JsonEdit.RemoveItem(target, index), null, expected);
                case 2:
                    var (from, to) = (random.Next(count), random.Next(count));
                    var moved = array[from];
                    array.RemoveAt(from);
                    array.Insert(to, moved);
                    return (JsonEdit.MoveItem(target, from, to), n => JsonEdit.MoveItem(n, to, from), expected);
                default:
                    index %= count;
                    var raw = target.Items[index].Raw;
                    array[index] = 12.50m;
                    return (JsonEdit.Replace(target.Items[index], "12.50"), n => JsonEdit.Replace(n.Items[index], raw), expected);
            }
        }
        var owner = place.AsObject();
        if (random.Next(2) == 0 || target.Properties.Count == 0)
        {
            owner["new"] = JsonNode.Parse("[true]");
            return (JsonEdit.SetProperty(target, "new", "[true]"), target.Properties.Count == 0 ? null : n => JsonEdit.RemoveProperty(n, "new"), expected);
        }
        var key = target.Properties[random.Next(target.Properties.Count)].Name;
        if (random.Next(2) == 0)
        {
            owner.Remove(key);
            return (JsonEdit.RemoveProperty(target, key), null, expected);
        }
        var value = owner[key];
        owner.Remove(key);
        owner["renamed"] = value;
        return (JsonEdit.RenameKey(target, key, "renamed"), n => JsonEdit.RenameKey(n, "renamed", key), expected);
    }

    private static JsonTextNode Parse(string text)
    {
        var result = JsonText.Parse("d", text);
        Assert.True(result.Diagnostics.Count == 0, string.Join('\n', result.Diagnostics) + "\n" + text);
        return result.Root!;
    }

    private static IEnumerable<JsonTextNode> Nodes(JsonTextNode node) =>
        node.Items.Concat(node.Properties.Select(p => p.Value)).SelectMany(Nodes).Prepend(node);

    private static string CanonicalText(JsonTextNode node) => System.Text.Encoding.UTF8.GetString(CanonicalJson.Of(node));

    private static string Canonical(JsonNode node) => CanonicalText(Parse(node.ToJsonString()));

    /// <summary>Writes small documents in random layouts: spread or not, with comments in every gap.</summary>
    private sealed class DocumentWriter(Random random)
    {
        private readonly string newLine = random.Next(2) == 0 ? "\n" : "\r\n";

        public string Document() => Gap(0) + Value(0) + Gap(0);

        private string Value(int depth)
        {
            var kind = depth == 0 ? random.Next(2) : random.Next(depth > 3 ? 2 : 0, 6);
            var count = random.Next(4);
            var spread = random.Next(2) == 0;
            return kind switch
            {
                0 => "[" + Join(count, spread, depth, _ => Value(depth + 1)) + "]",
                1 => "{" + Join(count, spread, depth, i => $"\"k{i}\":{Gap(0)}{Value(depth + 1)}") + "}",
                2 => "2.50",
                3 => "\"ä\\\"😀\"",
                4 => "-1e2",
                _ => "null",
            };
        }

        private string Join(int count, bool spread, int depth, Func<int, string> element)
        {
            var indent = spread ? newLine + new string(' ', 2 * depth + 2) : "";
            var parts = Enumerable.Range(0, count).Select(i => Gap(5) + indent + Gap(5) + element(i) + Gap(5));
            return string.Join(',', parts) + Gap(4) + (spread ? newLine + new string(' ', 2 * depth) : "");
        }

        private string Gap(int rarely) => random.Next(3 + rarely * 2) switch
        {
            0 => " ",
            1 when random.Next(3) == 0 => " /* c */ ",
            2 when random.Next(3) == 0 => "// c" + newLine,
            _ => "",
        };
    }
}
