using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Tests.Documents;

public class CaseAndEvidenceReaderTests
{
    [Fact]
    public void A_case_is_read_with_all_it_states()
    {
        var findings = new DiagnosticBag();
        var file = CasesReader.Read(Parse("""
            { "$schema": "s", "workflow": "Mirels", "Cases": [
              { "Id": "a", "Title": "t", "AsOf": "2026-01-31", "Tags": ["x"], "Facts": { "lesion": { "site": "femur" } },
                "Expect": { "Rules": { "R": "met", "S": "notMet" }, "Outputs": { "score": 9.0, "dose": null }, "Missing": [], "Events": ["E"] },
                "Why": "w", "Source": "s" },
              { "Id": "b", "Facts": {}, "expect": { "rules": { "R": "undetermined" } } }] }
            """), findings)!;
        Assert.Empty(findings.Items);
        Assert.Equal("Mirels", file.Workflow);
        var first = file.Cases[0];
        Assert.Equal(("a", "t", new DateOnly(2026, 1, 31), "w", "s"), (first.Id, first.Title, first.AsOf!.Value, first.Why, first.Source));
        Assert.Equal([("R", Verdict.Met), ("S", Verdict.NotMet)], first.Expect.Rules.Select(r => (r.Key, r.Value)));
        Assert.Equal(["9.0", "null"], first.Expect.Outputs.Select(o => o.Value.Raw));
        Assert.Empty(first.Expect.Missing!);
        Assert.Null(file.Cases[1].Expect.Missing);
        Assert.Null(file.Cases[1].Expect.Events);
    }

    [Theory]
    [InlineData("{}", "d(1,1): error BMR1004: the case file has no `Workflow`", "d(1,1): error BMR1004: the case file has no `Cases`")]
    [InlineData("[]", "d(1,1): error BMR1005: a case file is an object, not a list")]
    [InlineData("{\"Workflow\": \"W\", \"Cases\": [\n{\"Id\": \"a\", \"Facts\": {}, \"Expect\": {}},\n{\"Id\": \"a\", \"AsOf\": \"2026-02-30\", \"Facts\": [], \"Expect\": {\"Rules\": {\"R\": \"Met\", \"S\": true}, \"Outputs\": {\"o\": {}}, \"Events\": \"e\"}},\n{\"Id\": 1, \"Fact\": {}}]}",
        "d(2,36): error BMR6003: the case expects nothing [/Cases/0/Expect]",
        "d(3,8): error BMR1007: `a` is already the id of a case [/Cases/1/Id]",
        "d(3,21): error BMR1014: `2026-02-30` is not a calendar date [/Cases/1/AsOf] (write it as `2026-01-31`)",
        "d(3,44): error BMR1005: `Facts` is an object, not a list [/Cases/1/Facts]",
        "d(3,74): error BMR1006: `Met` is not allowed here [/Cases/1/Expect/Rules/R] (did you mean `met`?)",
        "d(3,86): error BMR1005: a verdict is a text, not true or false [/Cases/1/Expect/Rules/S]",
        "d(3,110): error BMR6003: the output `o` cannot be an object [/Cases/1/Expect/Outputs/o]",
        "d(3,125): error BMR1005: `Events` is a list, not a text [/Cases/1/Expect/Events]",
        "d(4,1): error BMR1004: the case has no `Facts` [/Cases/2]",
        "d(4,1): error BMR1004: the case has no `Expect` [/Cases/2]",
        "d(4,8): error BMR1005: `Id` is a text, not a number [/Cases/2/Id] (write `\"1\"`)",
        "d(4,11): error BMR1003: a case has no key `Fact` [/Cases/2/Fact] (did you mean `Facts`?)")]
    public void Every_problem_of_a_case_file_is_reported(string text, params string[] expected)
    {
        var findings = new DiagnosticBag();
        CasesReader.Read(Parse(text), findings);
        Assert.Equal(expected, findings.Sorted().Select(d => d.ToString()));
    }

    [Theory]
    [InlineData("{\"$schema\": \"s\", \"Sources\": [")]
    [InlineData("[")]
    public void A_source_is_read_with_all_it_states(string start)
    {
        var findings = new DiagnosticBag();
        var text = start + """{ "Id": "mirels-1989", "Title": "T", "Authors": "M", "Publisher": "P", "Year": 1989, "Doi": "10.1000/x", "Url": "https://x.org/", "Verified": true, "Note": "n", "ReviewDue": "2027-06-30" }]""";
        var source = Assert.Single(EvidenceReader.Read(Parse(start == "[" ? text : text + "}"), findings).Sources);
        Assert.Empty(findings.Items);
        Assert.Equal(source with { Node = null! }, new EvidenceSource("mirels-1989", "T", "M", "P", 1989, "10.1000/x", "https://x.org/", true, "n", new DateOnly(2027, 6, 30), null!));
    }

    [Fact]
    public void Every_problem_of_a_source_is_reported()
    {
        var findings = new DiagnosticBag();
        EvidenceReader.Read(Parse("{\"Sources\": [{\"Id\": \"a b\", \"Year\": 19.5, \"Doi\": \"https://doi.org/10.1/x\", \"Url\": \"x.org\", \"Verifed\": true},\n{\"Id\": \"a b\", \"Title\": \"\", \"Verified\": \"yes\", \"ReviewDue\": \"soon\"}]}"), findings);
        Assert.Equal([
            "d(1,14): error BMR1004: the source has no `Title` [/Sources/0]",
            "d(1,14): error BMR1004: the source has no `Verified` [/Sources/0]",
            "d(1,21): error BMR1008: `a b` is not an id [/Sources/0/Id] (letters, digits, `-`, `.` and `_`)",
            "d(1,36): error BMR1005: `Year` is a whole number from 1800 to 2200 [/Sources/0/Year]",
            "d(1,49): error BMR1006: `https://doi.org/10.1/x` is not a DOI [/Sources/0/Doi] (it begins with `10.`, without an address before it)",
            "d(1,82): error BMR1006: `x.org` is not a web address [/Sources/0/Url] (it begins with `https://`)",
            "d(1,91): error BMR1003: a source has no key `Verifed` [/Sources/0/Verifed] (did you mean `Verified`?)",
            "d(2,8): error BMR1007: `a b` is already the id of a source [/Sources/1/Id]",
            "d(2,8): error BMR1008: `a b` is not an id [/Sources/1/Id] (letters, digits, `-`, `.` and `_`)",
            "d(2,24): error BMR1004: `Title` is empty [/Sources/1/Title]",
            "d(2,40): error BMR1005: `Verified` is true or false, not a text [/Sources/1/Verified]",
            "d(2,60): error BMR1014: `soon` is not a calendar date [/Sources/1/ReviewDue] (write it as `2026-01-31`)",
        ], findings.Sorted().Select(d => d.ToString()));
    }

    [Fact]
    public void Every_document_that_ships_is_read_without_a_finding()
    {
        var library = Path.Combine(Root(), "workflows");
        var files = Directory.EnumerateFiles(library, "*.json", SearchOption.AllDirectories).Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        var findings = new DiagnosticBag();
        foreach (var file in files)
        {
            var result = JsonText.Parse(Path.GetRelativePath(library, file), File.ReadAllBytes(file));
            findings.AddRange(result.Diagnostics);
            _ = Path.GetFileName(file) switch
            {
                "workflow.json" => (object)WorkflowReader.ReadAll(result.Root!, findings),
                "cases.json" => CasesReader.Read(result.Root!, findings),
                "evidence.json" => EvidenceReader.Read(result.Root!, findings),
                var name when file.Contains("/valuesets/", StringComparison.Ordinal) => ValueSetReader.Read(Path.GetFileNameWithoutExtension(name)!, result.Root!, findings)!,
                var other => throw new InvalidOperationException($"no reader for {other}"),
            };
        }
        Assert.Empty(findings.Sorted().Select(d => d.ToString()));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BoneMets.Rules.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private static JsonTextNode Parse(string text) => JsonText.Parse("d", text).Root!;
}
