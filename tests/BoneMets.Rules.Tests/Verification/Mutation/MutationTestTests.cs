using BoneMets.Rules.Documents;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Tests.Verification.Coverage;
using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Mutation;
using BoneMets.Rules.Verification.Mutation.Suggestions;

namespace BoneMets.Rules.Tests.Verification.Mutation;

public sealed class MutationTestTests
{
    private const string Met = """{"Rules": {"R": "met"}}""";
    private const string NotMet = """{"Rules": {"R": "notMet"}}""";

    [Theory]
    [InlineData("p.n > 5", MutantStatus.Killed, "1")]
    [InlineData("p.n < 5", MutantStatus.Killed, "0")]
    [InlineData("p.n >= 4", MutantStatus.Survived, null)]
    [InlineData("p.n >= 6", MutantStatus.Killed, "1")]
    public void A_mutant_is_killed_by_the_first_case_that_notices(string after, MutantStatus status, string? killer)
    {
        var report = MutationTest.Run(CoveredLibrary.Of(CoveredLibrary.Rule("p.n >= 5"), $$"""{"n": 9} => {{Met}}""", $$"""{"n": 5} => {{Met}}""", $$"""{"n": 1} => {{NotMet}}"""), new MutationOptions { Workflows = ["W"] });
        var result = report.Workflows.Single().Results.Single(r => r.Mutant.After == after);
        Assert.Equal((status, killer), (result.Status, result.KilledBy));
        Assert.Equal((75m, 3, 1), (report.Score.Percent, report.Score.Killed, report.Score.Survived));
    }

    [Fact]
    public void A_case_that_fails_anyway_kills_nothing() =>
        Assert.Equal(0, MutationTest.Run(CoveredLibrary.Of(CoveredLibrary.Rule("p.n >= 5"), $$"""{"n": 9} => {{NotMet}}"""), new MutationOptions { Workflows = ["W"] }).Score.Killed);

    [Theory]
    [InlineData("\"Uses\": [{\"Workflow\": \"V\", \"Include\": true, \"ForEach\": \"p.parts\", \"As\": \"q\"}], \"Rules\": []", """{"V[p.parts[0]].Positive": "met"}""")]
    [InlineData("\"Uses\": [{\"Workflow\": \"V\"}], \"Rules\": [{\"RuleName\": \"R\", \"Expression\": \"p.parts.Any(x => V(q: x).Positive)\"}]", """{"R": "met"}""")]
    public void Cases_of_a_workflow_kill_mutants_of_those_that_it_includes_or_uses(string members, string rules)
    {
        var report = MutationTest.Run(CoveredLibrary.Of(members, $$"""{"parts": [{"m": 0.5}]} => {"Rules": {{rules}}}"""), new MutationOptions { Workflows = ["V"] });
        Assert.Contains(report.Workflows.Single().Results, r => r is { Status: MutantStatus.Killed, KilledBy: "W/0", Mutant.After: "q.m < 0" or "q.m <= 0" });
    }

    [Fact]
    public void A_mutant_that_the_library_refuses_is_invalid_and_counts_for_nothing()
    {
        var report = MutationTest.Run(CoveredLibrary.Of(CoveredLibrary.Rule("p.n is > 5 or < 3")), new MutationOptions { Workflows = ["W"], Suggests = false });
        var invalid = report.Workflows.Single().Results.Single(r => r.Status == MutantStatus.Invalid);
        Assert.Equal(("p.n is > 5 and < 3", true), (invalid.Mutant.After, invalid.Reason!.Contains("nothing can match", StringComparison.Ordinal)));
        Assert.Equal(report.Workflows.Single().Results.Count - 1, report.Score.Total);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_cores()
    {
        var library = CoveredLibrary.Of(CoveredLibrary.Rule("p.n >= 5 && (p.a || p.kind is \"x\" or \"y\")"), $$"""{"n": 9, "a": true} => {{Met}}""");
        Assert.Equal(Lines(1), Lines(4));

        List<string> Lines(int cores) => [.. MutationTest.Run(library, new MutationOptions { Cores = cores }).Workflows.SelectMany(w => w.Results)
            .Select(r => $"{r.Mutant} {r.Status} {r.KilledBy} {r.Reason} {r.Suggestion?.Json}")];
    }

    [Theory]
    [InlineData("p.n >= 5 && p.a")]
    [InlineData("p.n is >= 1.5 and < 2.5 || p.kind is \"x\" or \"y\"")]
    [InlineData("IsKnown(p.n) && p.n * 2 + 1 > 10")]
    [InlineData("(p.a ?? p.b) && !p.c")]
    [InlineData("p.day >= Date(\"2026-03-01\") && p.i != 3")]
    [InlineData("p.parts.Any(q => q.m > 1 && q.m <= 3)")]
    [InlineData("p.parts.Count(q => q.m > 1) >= 2")]
    [InlineData("p.a ? p.n > 3 : p.i > 3")]
    [InlineData("p.kind is null || p.kind == \"x\"")]
    public void Suggested_cases_kill_what_they_are_suggested_for(string condition)
    {
        var library = CoveredLibrary.Of(CoveredLibrary.Rule(condition), """{"n": 2, "i": 3, "kind": "x", "parts": [{"m": 2}, {"m": 0}]}""");
        var before = MutationTest.Run(library, new MutationOptions { Workflows = ["W"] });
        Assert.NotEmpty(before.Survivors);
        Assert.Empty(before.Survivors.Where(s => s.Suggestion is null).Select(s => s.Mutant.After));
        Assert.Equal(100, MutationTest.Run(With(library, before), new MutationOptions { Workflows = ["W"] }).Score.Percent);
    }

    [Fact]
    public void Suggested_cases_for_tables_scores_parameters_and_used_workflows_kill_too()
    {
        var library = CoveredLibrary.Of("""
            "Uses": [{"Workflow": "V", "Include": true, "ForEach": "p.parts", "As": "q", "When": "p.a"}],
            "GlobalParams": [{"Name": "twice", "Expression": "p.n * 2"}],
            "Scores": [{"Name": "s", "Items": [{"Name": "points", "Input": "p.i", "Points": [{"When": "<= 4", "Points": 1}, {"When": ">= 5", "Points": 2}]}]}],
            "Tables": [{"Name": "t", "Inputs": [{"Name": "n", "Expression": "p.n"}], "Outputs": [{"Name": "w", "Type": "enum", "Values": ["low", "high"]}], "Rows": [
              {"When": ["< 10"], "Then": ["\"low\""]}, {"Otherwise": true, "Then": ["\"high\""]}]}],
            "Rules": []
            """);
        var before = MutationTest.Run(library, new MutationOptions { Workflows = ["W"] });
        Assert.Empty(before.Survivors.Where(s => s.Suggestion is null).Select(s => s.Mutant.ToString()));
        Assert.Equal(100, MutationTest.Run(With(library, before), new MutationOptions { Workflows = ["W"] }).Score.Percent);
    }

    [Fact]
    public void A_suggestion_is_a_whole_case_that_says_what_it_shows()
    {
        var library = CoveredLibrary.Of(CoveredLibrary.Rule("p.n >= 5 && p.a"), $$"""{"n": 9, "a": true, "i": 7} => {{Met}}""", $$"""{"n": 9, "a": false} => {{NotMet}}""");
        var result = MutationTest.Run(library, new MutationOptions { Workflows = ["W"] }).Survivors.Single(r => r.Mutant.After == "p.n > 5 && p.a");
        Assert.Equal("""
            {
              "Id": "r-comparison-1",
              "Title": "R: met; `p.n >= 5`, not `p.n > 5`",
              "Facts": {
                "p": { "a": true, "n": 5 }
              },
              "Expect": {
                "Rules": { "R": "met" }
              },
              "Why": "Nothing else noticed a mistake (comparison) in rule R: `p.n > 5` in place of `p.n >= 5`.",
              "Source": "specification decision, awaiting clinician"
            }
            """, result.Suggestion!.Json);
    }

    [Theory]
    [InlineData("NotASolidTumor", "not-a-solid-tumor-comparison-1")]
    [InlineData("VitaminDSupplement", "vitamin-d-supplement-comparison-1")]
    [InlineData("MRI", "mri-comparison-1")]
    public void The_id_of_a_suggestion_is_made_of_the_words_of_the_name(string rule, string id)
    {
        var library = CoveredLibrary.Of($$"""
            "Rules": [{"RuleName": "{{rule}}", "Expression": "p.n >= 5"}]
            """);
        Assert.Equal(id, MutationTest.Run(library, new MutationOptions { Workflows = ["W"] }).Survivors.First().Suggestion!.Id);
    }

    [Fact]
    public void Accepted_cases_stand_at_the_end_and_nothing_else_changes()
    {
        var library = CoveredLibrary.Of(CoveredLibrary.Rule("p.n >= 5"), $$"""{"n": 9} => {{Met}}""");
        var cases = MutationTest.Run(library, new MutationOptions { Workflows = ["W"] }).Survivors.Select(s => s.Suggestion!).DistinctBy(s => s.Id).ToList();
        var document = JsonText.Parse("cases.json", "{\n  // ours\n  \"Workflow\": \"W\", \"Cases\": [\n    {\"Id\": \"0\",  \"Facts\": {}, \"Expect\": {\"Events\": []}}\n  ]\n}\n").Document!;
        var text = SuggestedCases.Append(document, cases);
        Assert.StartsWith(document.Text[..document.Text.IndexOf("\n  ]", StringComparison.Ordinal)] + ",\n    {\n      \"Id\": \"r-", text, StringComparison.Ordinal);
        Assert.EndsWith("    }\n  ]\n}\n", text, StringComparison.Ordinal);
        Assert.Equal(cases.Select(c => c.Id), JsonText.Parse("x", text).Root!["Cases"]!.Items.Skip(1).Select(c => c["Id"]!.Text!));
        Assert.Equal(cases.Count, JsonText.Parse("x", SuggestedCases.Append(JsonText.Parse("y", SuggestedCases.EmptyFile("W")).Document!, cases)).Root!["Cases"]!.Items.Count);
    }

    /// <summary>The same library with the suggestions among its cases.</summary>
    private static RuleLibrary With(RuleLibrary library, MutationReport report)
    {
        var added = report.Survivors.Select(s => s.Suggestion).OfType<SuggestedCase>().DistinctBy(s => s.Id);
        var files = library.Documents.Select(d => new LibraryFile(d.Name, global::System.Text.Encoding.UTF8.GetBytes(d.Name == "w/cases.json" ? SuggestedCases.Append(d, added) : d.Text)));
        var load = RuleLibrary.Load([.. files]);
        Assert.Empty(load.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()));
        using var engine = new RuleEngine(load.Library, new EngineOptions { Compile = false });
        Assert.Empty(CaseChecker.Check(engine, CaseSuite.Of(load.Library, [])).Select(d => d.ToString()));
        return load.Library;
    }
}
