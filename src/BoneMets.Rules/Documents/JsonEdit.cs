using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Documents;

/// <summary>
/// Lossless edits of a document's text. Each returns the whole new text; parse it again before the next edit.
/// New values are given as JSON text and stand as they are given, but an inserted one that is written at the margin is indented like
/// its neighbours. Comments between values are never removed. Wrong use (not one JSON value, a key that is taken) throws.
/// </summary>
public static class JsonEdit
{
    public static string Replace(JsonTextNode node, string json) => Apply(node, [(node.Span, Checked(json))]);

    /// <summary>Replaces the value of a key (compared without case), or adds the key at the end.</summary>
    public static string SetProperty(JsonTextNode owner, string key, string json)
    {
        Require(owner, JsonTextKind.Object);
        if (owner[key] is { } existing) return Replace(existing, json);
        return Insert(owner, owner.Properties.Count, $"{CanonicalJson.Quote(key)}: {Checked(json)}");
    }

    /// <summary>Without the key; unchanged when it is absent.</summary>
    public static string RemoveProperty(JsonTextNode owner, string key)
    {
        Require(owner, JsonTextKind.Object);
        var index = IndexOf(owner, key);
        return index < 0 ? owner.Document.Text : Remove(owner, index);
    }

    public static string RenameKey(JsonTextNode owner, string key, string newKey)
    {
        Require(owner, JsonTextKind.Object);
        var index = IndexOf(owner, key);
        if (index < 0) throw new ArgumentException($"there is no key `{key}`", nameof(key));
        var taken = IndexOf(owner, newKey);
        if (taken >= 0 && taken != index) throw new ArgumentException($"the key `{newKey}` is taken", nameof(newKey));
        return Apply(owner, [(owner.Properties[index].NameSpan, Checked(CanonicalJson.Quote(newKey)))]);
    }

    /// <summary>Inserts before the item with this index; the count of items appends.</summary>
    public static string InsertItem(JsonTextNode array, int index, string json)
    {
        Require(array, JsonTextKind.Array);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, array.Items.Count);
        return Insert(array, index, Checked(json));
    }

    public static string RemoveItem(JsonTextNode array, int index)
    {
        Require(array, JsonTextKind.Array);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, array.Items.Count);
        return Remove(array, index);
    }

    /// <summary>Moves an item to the place that index <paramref name="to"/> names afterwards. What stands between items (also comments) keeps its place.</summary>
    public static string MoveItem(JsonTextNode array, int from, int to)
    {
        Require(array, JsonTextKind.Array);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfNegative(to);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from, array.Items.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(to, array.Items.Count);
        var order = Enumerable.Range(0, array.Items.Count).ToList();
        order.RemoveAt(from);
        order.Insert(to, from);
        return Apply(array, [.. order.Select((source, place) => (array.Items[place].Span, array.Items[source].Raw)).Where((_, place) => order[place] != place)]);
    }

    private static string Insert(JsonTextNode owner, int index, string element)
    {
        var text = owner.Document.Text;
        var elements = Elements(owner);
        if (elements.Count == 0) return InsertFirst(owner, element);
        if (index < elements.Count)
        {
            var model = index > 0 ? index : Math.Min(1, elements.Count - 1);
            var separator = Separator(text, elements, model);
            return Apply(owner, [(new TextSpan(elements[index].Start, 0), Indented(element, text, elements[index].Start) + "," + separator)]);
        }
        var last = elements[^1];
        var before = Separator(text, elements, elements.Count - 1);
        var place = EndOfLineComment(text, last.End, owner.Span.End - 1, out var isLineComment);
        if (isLineComment && !before.Contains('\n') && !before.Contains('\r')) before = NewLine(text) + Indent(text, last.Start);
        var added = before + Indented(element, text, last.Start);
        return place == last.End
            ? Apply(owner, [(new TextSpan(last.End, 0), "," + added)])
            : Apply(owner, [(new TextSpan(last.End, 0), ","), (new TextSpan(place, 0), added)]);
    }

    private static string InsertFirst(JsonTextNode owner, string element)
    {
        var text = owner.Document.Text;
        var inside = TextSpan.Between(owner.Span.Start + 1, owner.Span.End - 1);
        if (!IsBlank(text, inside)) return Apply(owner, [(new TextSpan(inside.End, 0), element)]);
        var isObject = owner.Kind == JsonTextKind.Object;
        var spread = element.Contains('\n') || text.AsSpan(inside.Start, inside.Length).Contains('\n');
        if (!spread) return Apply(owner, [(inside, isObject ? $" {element} " : element)]);
        var (newLine, indent) = (NewLine(text), Indent(text, owner.Span.Start));
        var inner = indent + (indent.StartsWith('\t') ? "\t" : "  ");
        return Apply(owner, [(inside, newLine + inner + Reindent(element, newLine, inner) + newLine + indent)]);
    }

    private static string Remove(JsonTextNode owner, int index)
    {
        var text = owner.Document.Text;
        var elements = Elements(owner);
        var element = elements[index];
        var inside = TextSpan.Between(owner.Span.Start + 1, owner.Span.End - 1);
        if (elements.Count == 1)
        {
            var alone = IsBlank(text, TextSpan.Between(inside.Start, element.Start)) && IsBlank(text, TextSpan.Between(element.End, inside.End));
            return Apply(owner, [(alone ? inside : element, "")]);
        }
        if (index < elements.Count - 1)
        {
            var next = elements[index + 1];
            var comma = Comma(text, element.End);
            if (IsBlank(text, TextSpan.Between(element.End, comma)) && IsBlank(text, TextSpan.Between(comma + 1, next.Start)))
                return Apply(owner, [(TextSpan.Between(element.Start, next.Start), "")]);
            return Apply(owner, [(element, ""), (new TextSpan(comma, 1), "")]);
        }
        var previous = elements[index - 1];
        var separator = Comma(text, previous.End);
        var start = BlankStart(text, element.Start, separator + 1);
        if (start == separator + 1) return Apply(owner, [(TextSpan.Between(separator, element.End), "")]);
        // a comment stands between; when it runs to the end of its line, what follows must stay on another one
        var between = text.AsSpan(separator + 1, start - separator - 1);
        var isBlock = between.EndsWith("*/", StringComparison.Ordinal) && !between.Contains("//", StringComparison.Ordinal);
        return Apply(owner, [(new TextSpan(separator, 1), ""), (isBlock || IsLineEnd(text, element.End, inside.End) ? TextSpan.Between(start, element.End) : element, "")]);
    }

    /// <summary>Keys with their values, or items.</summary>
    private static List<TextSpan> Elements(JsonTextNode owner) => owner.Kind == JsonTextKind.Object
        ? [.. owner.Properties.Select(p => p.NameSpan.To(p.Value.Span))]
        : [.. owner.Items.Select(i => i.Span)];

    /// <summary>The blanks that stand before an element, as a model of what goes before a new one.</summary>
    private static string Separator(string text, List<TextSpan> elements, int model)
    {
        var element = elements[model];
        var blank = text[BlankStart(text, element.Start, 0)..element.Start];
        return elements.Count > 1 || blank.Contains('\n') ? blank : " ";
    }

    private static int BlankStart(string text, int end, int floor)
    {
        while (end > floor && IsBlank(text[end - 1])) end--;
        return end;
    }

    /// <summary>The comma after an element, past comments.</summary>
    private static int Comma(string text, int from)
    {
        JsonMistake.SkipBlank(text, from, out var at);
        return at;
    }

    /// <summary>The end of the comments that follow on the same line, or <paramref name="from"/>.</summary>
    private static int EndOfLineComment(string text, int from, int limit, out bool isLineComment)
    {
        isLineComment = false;
        var end = from;
        for (var at = from; at < limit; at++)
        {
            if (text[at] is ' ' or '\t') continue;
            if (text[at] != '/' || text[at + 1] is not ('/' or '*')) break;
            isLineComment = text[at + 1] == '/';
            if (isLineComment)
            {
                var length = text.AsSpan(at, limit - at).IndexOfAny('\r', '\n');
                return length < 0 ? limit : at + length;
            }
            at = text.IndexOf("*/", at + 2, StringComparison.Ordinal) + 1;
            end = at + 1;
        }
        return end;
    }

    private static bool IsLineEnd(string text, int from, int limit)
    {
        while (from < limit && text[from] is ' ' or '\t') from++;
        return text[from] is '\r' or '\n';
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n';

    private static bool IsBlank(string text, TextSpan span) => text.AsSpan(span.Start, span.Length).IndexOfAnyExcept(" \t\r\n") < 0;

    private static string NewLine(string text) => text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : text.Contains('\n') || !text.Contains('\r') ? "\n" : "\r";

    /// <summary>The blanks at the beginning of the line on which an offset stands.</summary>
    private static string Indent(string text, int offset)
    {
        var start = offset;
        while (start > 0 && text[start - 1] is not ('\r' or '\n')) start--;
        var end = start;
        while (end < offset && text[end] is ' ' or '\t') end++;
        return text[start..end];
    }

    private static string Indented(string element, string text, int neighbour) => Reindent(element, NewLine(text), Indent(text, neighbour));

    /// <summary>Indents the lines after the first when one of them begins at the margin; otherwise the author has indented already.</summary>
    private static string Reindent(string element, string newLine, string indent)
    {
        var lines = element.Split('\n');
        if (lines.Length == 1 || !lines.Skip(1).Any(l => l.Length > 0 && !IsBlank(l[0]))) return element;
        return string.Join(newLine + indent, lines.Select(l => l.TrimEnd('\r')));
    }

    private static int IndexOf(JsonTextNode owner, string key)
    {
        for (var i = 0; i < owner.Properties.Count; i++)
            if (string.Equals(owner.Properties[i].Name, key, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    private static string Checked(string json)
    {
        var fragment = json.Trim();
        var parsed = JsonText.Parse("value", fragment);
        if (parsed.Root is null || parsed.HasErrors) throw new ArgumentException("the new value is not JSON: " + parsed.Diagnostics[0].Message, nameof(json));
        if (parsed.Root.Span.Length != fragment.Length) throw new ArgumentException("nothing may stand beside the new value", nameof(json));
        return fragment;
    }

    private static void Require(JsonTextNode owner, JsonTextKind kind)
    {
        if (owner.Kind != kind) throw new ArgumentException($"the value at `{owner.Pointer}` is {ObjectReader.Describe(owner.Kind)}", nameof(owner));
    }

    private static string Apply(JsonTextNode node, List<(TextSpan Span, string Text)> changes)
    {
        var text = node.Document.Text;
        var output = new System.Text.StringBuilder(text.Length);
        var at = 0;
        foreach (var (span, replacement) in changes)
        {
            output.Append(text, at, span.Start - at).Append(replacement);
            at = span.End;
        }
        return output.Append(text, at, text.Length - at).ToString();
    }
}
