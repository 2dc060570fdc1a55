using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Documents;

/// <summary>Reads a file of golden cases. Whether the names in it exist is for the library to say.</summary>
public static class CasesReader
{
    private static readonly Words<Verdict> Verdicts = new()
    {
        { "met", Verdict.Met },
        { "notMet", Verdict.NotMet },
        { "undetermined", Verdict.Undetermined },
        { "failed", Verdict.Failed },
    };

    /// <summary>The file, or null when it is no object or names no workflow. Cases that cannot be replayed are reported and left out.</summary>
    public static GoldenCaseFile? Read(JsonTextNode root, DiagnosticBag findings)
    {
        var document = new ObjectReader(root, "case file", findings, strict: true);
        document.Ignore("$schema");
        var workflow = document.Text("Workflow", required: true);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var cases = document.Objects("Cases", "case", required: true).Select(c => Case(c, seen)).OfType<GoldenCase>().ToList();
        document.Finish();
        return workflow is null ? null : new GoldenCaseFile(workflow, cases, root);
    }

    private static GoldenCase? Case(ObjectReader reader, HashSet<string> seen)
    {
        var id = reader.Text("Id", required: true);
        if (id is not null && !seen.Add(id)) reader.Report("Id", DiagnosticCode.DuplicateName, $"`{id}` is already the id of a case");
        var title = reader.Text("Title");
        var asOf = reader.Date("AsOf");
        var tags = reader.Texts("Tags", "tag").Select(t => t.Text).ToList();
        var facts = reader.Object("Facts", required: true);
        var expect = reader.Nested("Expect", "expectation", required: true) is { IsObject: true } expectation ? Expectation(expectation) : null;
        var why = reader.Text("Why");
        var source = reader.Text("Source");
        reader.Finish();
        return id is null || facts is null || expect is null ? null : new GoldenCase(id, title, asOf, tags, facts, expect, why, source, reader.Node);
    }

    private static GoldenExpectation Expectation(ObjectReader expect)
    {
        var rules = new List<KeyValuePair<string, Verdict>>();
        foreach (var property in expect.Object("Rules")?.Properties ?? [])
        {
            if (property.Value.Kind != JsonTextKind.String)
                expect.Findings.Add(property.Value.At(DiagnosticCode.WrongJsonType, $"a verdict is a text, not {ObjectReader.Describe(property.Value.Kind)}"));
            else if (expect.WordOf(new AuthoredText(property.Value.Text!, property.Value), Verdicts) is { } verdict)
                rules.Add(KeyValuePair.Create(property.Name, verdict));
        }
        var outputs = expect.Object("Outputs")?.Properties ?? [];
        foreach (var output in outputs)
            if (output.Value.Kind == JsonTextKind.Object)
                expect.Findings.Add(output.Value.At(DiagnosticCode.CaseExpectationInvalid, $"the output `{output.Name}` cannot be an object"));
        IReadOnlyList<string>? missing = expect.Has("Missing") ? [.. expect.Texts("Missing", "missing fact").Select(t => t.Text)] : null;
        IReadOnlyList<string>? events = expect.Has("Events") ? [.. expect.Texts("Events", "event", unique: false).Select(t => t.Text)] : null;
        expect.Finish();
        if (rules.Count == 0 && outputs.Count == 0 && missing is null && events is null && expect.Node.Properties.Count == 0)
            expect.Report(DiagnosticCode.CaseExpectationInvalid, "the case expects nothing");
        return new GoldenExpectation(rules, outputs, missing, events, expect.Node);
    }
}
