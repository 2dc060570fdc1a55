using System.Text;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Tests.Content;
using BoneMets.Rules.Verification.Differences;

namespace BoneMets.Rules.Tests.Differences;

/// <summary>Laws of the comparison, on every document that ships.</summary>
public sealed class ShippedDifferenceTests
{
    public static TheoryData<string> Documents => [.. Shipped.Library.Documents.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_written_otherwise_with_the_same_meaning_has_no_parts(string name)
    {
        var text = Shipped.Library.Documents.Single(d => d.Name == name);
        var other = new StringBuilder();
        Rewrite(text.Root!, other);
        Assert.NotEqual(text.Text, other.ToString());
        var found = Assert.Single(Between(name, text.Text, other.ToString()));
        Assert.False(found.IsUnreadable);
        Assert.Empty(found.Parts);
        Assert.Empty(Between(name, text.Text, text.Text));
    }

    /// <summary>Every third value of the workflows, at night every one; of the other documents, where many are alike, one of every kind.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void One_value_that_changes_is_one_part_at_its_place(string name)
    {
        var text = Shipped.Library.Documents.Single(d => d.Name == name);
        var values = Values(text.Root!).Where(v => v.Pointer != "/$schema");
        if (LibraryFile.IsWorkflow(name)) values = values.Where((_, i) => i % Nightly.Times(5, 1) == 0);
        else values = values.DistinctBy(v => string.Concat(v.Pointer.Where(c => !char.IsDigit(c))));
        foreach (var value in values)
        {
            var edited = string.Concat(text.Text.AsSpan(0, value.Span.Start), Other(value), text.Text.AsSpan(value.Span.End));
            var document = Assert.Single(Between(name, text.Text, edited));
            Assert.True(document.Parts.Count == 1, $"{value.Pointer}: {string.Join("; ", document.Parts.Select(p => $"{p.Kind} {p.Of} {p.Name}"))}");
            var part = document.Parts[0];
            Assert.True(part.Kind == PartChange.Changed && (value.Pointer == part.Pointer || value.Pointer.StartsWith(part.Pointer + "/", StringComparison.Ordinal)), $"{value.Pointer}: {part}");
            var field = Assert.Single(part.Fields);
            Assert.NotEqual(field.Before, field.After);
        }
    }

    private static IReadOnlyList<DocumentDifference> Between(string name, string before, string after) => LibraryDifferences.Between([File(name, before)], [File(name, after)]);

    private static LibraryFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private static IEnumerable<JsonTextNode> Values(JsonTextNode node)
    {
        if (node.Kind is not (JsonTextKind.Object or JsonTextKind.Array)) return [node];
        return node.Items.Concat(node.Properties.Select(p => p.Value)).SelectMany(Values);
    }

    private static string Other(JsonTextNode value) => value.Kind switch
    {
        JsonTextKind.String => CanonicalJson.Quote(value.Text + "x"),
        JsonTextKind.Number => value.Raw == "0" ? "1" : value.Raw + "1",
        JsonTextKind.True => "false",
        JsonTextKind.False => "true",
        _ => "\"x\"",
    };

    /// <summary>The keys of every object the other way round, a remark before each value, and numbers with needless zeros.</summary>
    private static void Rewrite(JsonTextNode node, StringBuilder text)
    {
        text.Append("\n /* remark */ ");
        switch (node.Kind)
        {
            case JsonTextKind.Object:
                text.Append('{');
                text.AppendJoin(',', node.Properties.Reverse().Select(p => CanonicalJson.Quote(p.Name) + " :" + Rewritten(p.Value)));
                text.Append('}');
                break;
            case JsonTextKind.Array:
                text.Append('[');
                text.AppendJoin(',', node.Items.Select(Rewritten));
                text.Append(']');
                break;
            case JsonTextKind.Number:
                text.Append(node.Raw).Append(node.Raw.Contains('.', StringComparison.Ordinal) ? "0" : ".0");
                break;
            default:
                text.Append(node.Raw);
                break;
        }
    }

    private static string Rewritten(JsonTextNode node)
    {
        var text = new StringBuilder();
        Rewrite(node, text);
        return text.ToString();
    }
}
