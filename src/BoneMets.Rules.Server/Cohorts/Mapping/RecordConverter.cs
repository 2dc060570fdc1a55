using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using BoneMets.Rules.Diagnostics;
using CsvHelper;

namespace BoneMets.Rules.Server.Cohorts.Mapping;

/// <summary>Makes of a record the line of facts that it stands for, and knows from which column each fact came. Not thread safe.</summary>
internal sealed class RecordConverter : IDisposable
{
    private readonly IReadOnlyList<string> columns;
    private readonly bool hasDecimalComma;
    private readonly int id;
    private readonly Node root = new("");
    private readonly Dictionary<string, string> columnOf = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<byte> line = new();
    private readonly ArrayBufferWriter<byte> idText = new();
    private readonly Utf8JsonWriter writer;
    private string[] values = [];

    /// <param name="mapping">One that <see cref="MappingCheck"/> finds nothing wrong with.</param>
    public RecordConverter(CohortMapping mapping, IReadOnlyList<string> columns, IReadOnlyList<FactPath> facts)
    {
        this.columns = columns;
        (hasDecimalComma, id) = (mapping.Decimal == ",", mapping.Id is null ? -1 : IndexOf(mapping.Id));
        foreach (var column in mapping.Columns)
        {
            var fact = facts.First(f => f.Text == column.Fact);
            columnOf.Add(fact.Pointer, column.Column);
            var node = root;
            foreach (var step in fact.Steps) node = node.Child(step);
            node.Field = new Field(IndexOf(column.Column), column, fact);
        }
        writer = new Utf8JsonWriter(line);
    }

    /// <summary>The line of the last record; only until the next one.</summary>
    public ReadOnlySpan<byte> Line => line.WrittenSpan;

    /// <summary>The id of the last record as JSON; empty when it has none.</summary>
    public ReadOnlySpan<byte> Id => idText.WrittenSpan;

    /// <summary>Null when <see cref="Line"/> has the facts; else why the record cannot be read.</summary>
    public Diagnostic? Read(CsvReader record, CsvMalformedReason? malformed)
    {
        line.ResetWrittenCount();
        idText.ResetWrittenCount();
        if (malformed is { } reason) return new(DiagnosticCode.FactsMalformed, reason == CsvMalformedReason.StrayQuote ? "a quotation mark stands in a field that does not begin with one" : "text follows a closing quotation mark", "put the field in quotation marks, and double those that belong to the text");
        if (record.FieldCount != columns.Count) return new(DiagnosticCode.FactsMalformed, $"the record has {record.FieldCount} fields, and the first line names {columns.Count} columns", "look for a separator or a line end in a field without quotation marks");
        if (values.Length != columns.Count) values = new string[columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            if (!Utf8.IsValid(record.GetSpan(i))) return new(DiagnosticCode.FactsMalformed, $"column `{columns[i]}` has bytes that are not UTF-8", "save the table as CSV in UTF-8");
            values[i] = record.GetString(i).Trim();
        }
        WriteId();
        writer.Reset(line);
        WriteObject(root);
        writer.Flush();
        return null;
    }

    /// <summary>Findings about facts, with the columns that they came from.</summary>
    public IReadOnlyList<Diagnostic> Named(IReadOnlyList<Diagnostic> findings) => [.. findings.Select(f => ColumnOf(f.Pointer) is { } column ? f with { Message = $"column `{column}`: {f.Message}" } : f)];

    public void Dispose() => writer.Dispose();

    private string? ColumnOf(string pointer)
    {
        for (var at = pointer; at.Length > 0; at = at[..at.LastIndexOf('/')])
            if (columnOf.TryGetValue(at, out var column)) return column;
        return null;
    }

    private int IndexOf(string column)
    {
        for (var i = 0; i < columns.Count; i++)
            if (columns[i] == column) return i;
        throw new ArgumentException($"there is no column {column}", nameof(column));
    }

    private void WriteId()
    {
        if (id < 0 || values[id].Length == 0) return;
        writer.Reset(idText);
        writer.WriteStringValue(values[id]);
        writer.Flush();
    }

    private void WriteObject(Node node)
    {
        writer.WriteStartObject();
        if (node == root && idText.WrittenCount > 0)
        {
            writer.WritePropertyName("id"u8);
            writer.WriteRawValue(Id, skipInputValidation: true);
        }
        foreach (var child in node.Children)
        {
            if (!HasValue(child)) continue;
            writer.WritePropertyName(child.Name);
            if (child.Field is { } field) WriteField(field);
            else WriteObject(child);
        }
        writer.WriteEndObject();
    }

    private void WriteField(Field field)
    {
        var text = Meaning(field)!;
        if (!field.Fact.IsList)
        {
            FieldValue.Write(writer, text, field.Fact.Element, field.Column, hasDecimalComma);
            return;
        }
        writer.WriteStartArray();
        if (text != field.Column.None)
        {
            foreach (var part in text.Split(field.Column.Separator!))
            {
                var element = part.Trim();
                if (field.Column.Values?.TryGetValue(element, out var meant) == true) element = meant ?? "";
                if (element.Length == 0) writer.WriteNullValue(); // an element that is there, but not known
                else FieldValue.Write(writer, element, field.Fact.Element, field.Column, hasDecimalComma);
            }
        }
        writer.WriteEndArray();
    }

    private bool HasValue(Node node) => node.Field is { } field ? Meaning(field) is not null : node.Children.Any(HasValue);

    /// <summary>Null when it is not known.</summary>
    private string? Meaning(Field field)
    {
        var text = values[field.Index];
        if (field.Column.Values?.TryGetValue(text, out var meant) == true) text = meant;
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private sealed record Field(int Index, MappedColumn Column, FactPath Fact);

    private sealed class Node(string name)
    {
        public string Name { get; } = name;

        public List<Node> Children { get; } = [];

        public Field? Field { get; set; }

        public Node Child(string step)
        {
            if (Children.FirstOrDefault(c => c.Name == step) is { } known) return known;
            var made = new Node(step);
            Children.Add(made);
            return made;
        }
    }
}
