using System.Text;
using BoneMets.Rules.Authoring;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Libraries;

/// <summary>A library that is loaded on top of an earlier one is the one that would be loaded from nothing.</summary>
public sealed class ReloadTests
{
    private static readonly Lazy<IReadOnlyList<LibraryFile>> Files = new(() =>
    {
        var root = Path.Combine(SpecTable.Root(), "workflows");
        return [.. Directory.GetFiles(root, "*.json", SearchOption.AllDirectories).Select(f => new LibraryFile(Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllBytes(f))).Where(f => LibraryFile.IsDocument(f.Path))];
    });

    private static readonly Lazy<IReadOnlyList<LibraryDocument>> Documents = new(() => [.. Files.Value.Select(LibraryDocument.Read)]);

    /// <summary>Edits one after the other, each on top of what the one before left.</summary>
    [Fact]
    public void Whatever_is_edited_the_findings_and_the_hashes_are_those_of_a_fresh_reading()
    {
        var before = RuleLibrary.Load(Documents.Value, null).Library;
        foreach (var (name, from, to) in Edits())
        {
            var edited = Edited(name, from, to);
            var reloaded = RuleLibrary.Load([.. Documents.Value.Where(d => d.Path != name), .. edited.Select(LibraryDocument.Read)], before);
            var fresh = RuleLibrary.Load([.. Files.Value.Where(f => f.Path != name), .. edited]);
            Assert.Equal(fresh.Diagnostics.Select(d => $"{d} {d.Span} {d.Fix}"), reloaded.Diagnostics.Select(d => $"{d} {d.Span} {d.Fix}"));
            Assert.Equal(fresh.Library.Hash, reloaded.Library.Hash);
            Assert.Equal(fresh.Library.Workflows.Select(w => (w.Name, w.Bound?.Hash, w.Cases?.Cases.Count)), reloaded.Library.Workflows.Select(w => (w.Name, w.Bound?.Hash, w.Cases?.Cases.Count)));
            AssertOneBinding(reloaded.Library);
            before = reloaded.Library;
        }
    }

    /// <summary>Whoever writes is answered before the library is bound, and is told the same.</summary>
    [Fact]
    public void Whatever_is_edited_names_mean_before_the_library_is_bound_what_they_mean_after()
    {
        var (before, seen) = (RuleLibrary.Load(Documents.Value, null).Library, 0);
        foreach (var (name, from, to) in Edits())
        {
            IReadOnlyList<LibraryDocument> edited = [.. Documents.Value.Where(d => d.Path != name), .. Edited(name, from, to).Select(LibraryDocument.Read)];
            var fresh = RuleLibrary.Load([.. Files.Value.Where(f => f.Path != name), .. Edited(name, from, to)]).Library;
            foreach (var rule in fresh.Workflows.SelectMany(w => w.Model.AllRules().Where(r => r.Expression is not null).Take(2).Select(r => (Workflow: w.Name, r.Name, Expression: r.Expression!.Text))))
            {
                Assert.Equal(Told(AuthoringContext.Of(fresh, rule.Workflow, rule.Name), rule.Expression), Told(AuthoringContext.Of(edited, before, rule.Workflow, rule.Name), rule.Expression));
                seen++;
            }
            before = RuleLibrary.Load(edited, before).Library;
        }
        Assert.InRange(seen, 1000, 10_000);
        Assert.Null(AuthoringContext.Of(Documents.Value, null, "Nothing"));
    }

    private static IEnumerable<string> Told(AuthoringContext? context, string expression)
    {
        if (context is null) return [];
        var (node, findings) = context.Bind(expression, isCondition: true);
        return [node is null ? "" : PlainEnglish.Of(node), .. findings.Select(f => f.ToString()), .. Completions.InExpression(context, "", 0).Items.Select(i => i.ToString())];
    }

    [Fact]
    public void What_no_edit_touches_is_taken_over_and_what_it_touches_is_not()
    {
        var before = RuleLibrary.Load(Documents.Value, null).Library;
        const string name = "mirels-fracture-risk/workflow.json";
        var edited = RuleLibrary.Load([.. Documents.Value.Where(d => d.Path != name), .. Edited(name, "\"Description\": \"", "\"Description\": \"Edited. ").Select(LibraryDocument.Read)], before).Library;
        Assert.NotSame(before["MirelsFractureRisk"].Bound, edited["MirelsFractureRisk"].Bound);
        Assert.NotSame(before["BoneMetastasisPathway"].Bound, edited["BoneMetastasisPathway"].Bound);
        Assert.Same(before["Hypercalcemia"].Bound, edited["Hypercalcemia"].Bound);
        Assert.Same(before["Hypercalcemia"].Cases, edited["Hypercalcemia"].Cases);
        Assert.Same(before.Schemas, edited.Schemas);
    }

    [Fact]
    public void What_a_workflow_injects_is_part_of_its_hash_and_of_what_its_binding_rests_on()
    {
        static LibraryDocument Document(string name, string text) => LibraryDocument.Read(new LibraryFile(name, Encoding.UTF8.GetBytes(text)));
        static LibraryDocument Injected(int limit) => Document("j/workflow.json", $$"""{"WorkflowName": "J", "Inputs": [{"Name": "p", "Schema": "p"}], "GlobalParams": [{"Name": "limit", "Expression": "{{limit}}"}], "Rules": []}""");
        LibraryDocument[] others =
        [
            Document("facts/p.schema.json", """{"type": "object", "properties": {"n": {"type": "number"}}}"""),
            Document("w/workflow.json", """{"WorkflowName": "W", "Inputs": [{"Name": "p", "Schema": "p"}], "WorkflowsToInject": ["J"], "Rules": [{"RuleName": "Above", "Expression": "p.n > limit"}]}"""),
        ];
        var before = RuleLibrary.Load([.. others, Injected(1)], null).Library;
        var after = RuleLibrary.Load([.. others, Injected(5)], before).Library;
        Assert.NotEqual(before["W"].Bound!.Hash, after["W"].Bound!.Hash);
        using var engine = new RuleEngine(after, new EngineOptions { Compile = false });
        Assert.Equal(Verdict.NotMet, engine.Decide("W", """{"p":{"n":3}}"""u8, null).Decision!["Above"]);
    }

    /// <summary>A workflow that uses another one reads the very binding that the library has of it.</summary>
    private static void AssertOneBinding(RuleLibrary library)
    {
        foreach (var user in library.Workflows.Select(w => w.Bound).OfType<Rules.Language.BoundWorkflow>())
            foreach (var used in Rules.Language.BoundTree.UsedBy(user)) Assert.Same(library[used.Name].Bound, used);
    }

    private static IEnumerable<(string Name, string? From, string To)> Edits()
    {
        foreach (var name in Files.Value.Select(f => f.Path).Where(p => p.EndsWith("/workflow.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            yield return (name, "\"Expression\": \"", "\"Expression\": \"nothng && ");
            yield return (name, "\"RuleName\": \"", "\"RuleName\": \"Renamed");
            yield return (name, "\"WorkflowName\": \"", "\"WorkflowName\": \"Renamed");
            yield return (name, "\"Title\": \"", "\"Title\": \"Edited ");
            yield return (name, null, "");
        }
        yield return ("facts/patient.schema.json", "\"minimum\": 0", "\"minimum\": 0.5");
        yield return ("facts/lesion.schema.json", "\"type\": \"number\"", "\"type\": \"nmber\"");
        yield return ("evidence.json", "\"Id\": \"", "\"Id\": \"other-");
        yield return ("evidence.json", null, "");
        yield return ("hypercalcemia/cases.json", "\"met\"", "\"mt\"");
        yield return ("hypercalcemia/workflow.json", "{", "");
        yield return ("mirels-fracture-risk/workflow.json", "\"WorkflowName\": \"MirelsFractureRisk\",", "\"WorkflowName\": \"MirelsFractureRisk\", \"Uses\": [{ \"Workflow\": \"BoneMetastasisPathway\" }],");
        yield return ("evidence.json", "\"Id\": \"", "\"Id\": \"");
    }

    /// <summary>The document with the first place replaced; nothing when it goes.</summary>
    private static IReadOnlyList<LibraryFile> Edited(string name, string? from, string to)
    {
        if (from is null) return [];
        var text = Encoding.UTF8.GetString(Files.Value.Single(f => f.Path == name).Content.Span);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{name} has no {from}");
        return [new LibraryFile(name, Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]))];
    }
}
