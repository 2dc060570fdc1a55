using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Cohorts.Mapping;

/// <summary>A mapping held against the columns of an input and the facts of a workflow: the converter that it makes, or everything that is wrong with it.</summary>
internal static class MappingCheck
{
    public static readonly IReadOnlyList<string> DateFormats = ["yyyy-MM-dd", "dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "yyyyMMdd"];

    public static IReadOnlyList<Diagnostic> Check(CohortMapping mapping, IReadOnlyList<string> columns, IReadOnlyList<FactPath> facts)
    {
        var found = new List<Diagnostic>();
        var names = columns.ToHashSet(StringComparer.Ordinal);
        var uses = new Dictionary<string, string>(StringComparer.Ordinal);
        var filled = new HashSet<string>(StringComparer.Ordinal);
        if (mapping.Decimal is not (null or "." or ",")) found.Add(new(DiagnosticCode.NotOneOf, "`decimal` takes `.` or `,`", null, Pointer: "/decimal"));
        if (mapping.Id is { } id) Use(id, "/id");
        for (var i = 0; i < (mapping.Ignored?.Count ?? 0); i++) Use(mapping.Ignored![i], $"/ignored/{i}");
        for (var i = 0; i < mapping.Columns.Count; i++)
        {
            var column = mapping.Columns[i];
            Use(column.Column, $"/columns/{i}/column");
            if (facts.FirstOrDefault(f => f.Text == column.Fact) is not { } fact)
                found.Add(new(DiagnosticCode.UnknownFact, $"column `{column.Column}`: the workflow has no fact `{column.Fact}` that a column can hold", FactPath.Hint(column.Fact, facts) ?? "lists of objects, such as several lesions with their details, need NDJSON", Pointer: $"/columns/{i}/fact"));
            else if (!filled.Add(fact.Text))
                found.Add(new(DiagnosticCode.FactDuplicate, $"column `{column.Column}`: `{fact.Text}` is taken from another column already", "map one of them and ignore the other", Pointer: $"/columns/{i}/fact"));
            else
                Check(column, fact, $"/columns/{i}", found);
        }
        foreach (var column in columns.Where(c => !uses.ContainsKey(c)))
            found.Add(new(DiagnosticCode.MissingKey, $"column `{column}` is neither mapped, nor the id, nor ignored", "map it to a fact, or name it under `ignored`", Pointer: "/columns"));
        return found;

        void Use(string column, string pointer)
        {
            if (!names.Contains(column)) found.Add(new(DiagnosticCode.UnknownName, $"the input has no column `{column}`", Suggestion.DidYouMean(column, columns), Pointer: pointer));
            else if (!uses.TryAdd(column, pointer)) found.Add(new(DiagnosticCode.DuplicateName, $"column `{column}` is used twice", $"it stands at `{uses[column]}` already", Pointer: pointer));
        }
    }

    private static void Check(MappedColumn column, FactPath fact, string at, List<Diagnostic> found)
    {
        var element = fact.Element;
        if (column.Unit is { } unit && element.Unit is null) found.Add(Wrong($"`{fact.Text}` has no unit", "leave `unit` out", "/unit"));
        else if (column.Unit is { } given && given != element.Unit && !element.OtherUnits.ContainsKey(given))
            found.Add(new(DiagnosticCode.FactUnitUnknown, $"column `{column.Column}`: `{fact.Text}` is not given in `{given}`", Units(element), Pointer: at + "/unit"));
        else if (column.Unit is null && element.OtherUnits.Count > 0)
            found.Add(new(DiagnosticCode.MissingKey, $"column `{column.Column}`: say the unit of `{fact.Text}`, which takes several", Units(element), Pointer: at + "/unit"));
        if (column.Date is not null && element.Type is not DateType) found.Add(Wrong($"`{fact.Text}` is no date", "leave `date` out", "/date"));
        else if (column.Date is { } format && !DateFormats.Contains(format, StringComparer.Ordinal))
            found.Add(new(DiagnosticCode.NotOneOf, $"column `{column.Column}`: dates are not written `{format}`", $"one of {string.Join(", ", DateFormats.Select(f => $"`{f}`"))}", Pointer: at + "/date"));
        if (fact.IsList && string.IsNullOrEmpty(column.Separator)) found.Add(new(DiagnosticCode.MissingKey, $"column `{column.Column}`: `{fact.Text}` is a list", "say what stands between its elements, such as `\"separator\": \"|\"`", Pointer: at + "/separator"));
        if (!fact.IsList && column.Separator is not null) found.Add(Wrong($"`{fact.Text}` is no list", "leave `separator` out", "/separator"));
        if (!fact.IsList && column.None is not null) found.Add(Wrong($"`{fact.Text}` is no list", "leave `none` out", "/none"));

        Diagnostic Wrong(string message, string help, string key) => new(DiagnosticCode.NotTogether, $"column `{column.Column}`: {message}", help, Pointer: at + key);
    }

    private static string Units(FactProperty property) => "accepted: " + string.Join(", ", property.OtherUnits.Keys.Prepend(property.Unit).Select(u => $"`{u}`"));
}
