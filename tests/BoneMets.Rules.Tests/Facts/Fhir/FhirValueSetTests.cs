using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Facts.Fhir;

/// <summary>Value sets as documents of a library.</summary>
public sealed class FhirValueSetTests
{
    private const string Good = """{"resourceType":"ValueSet","url":"urn:x:bone","version":"1","title":"Bone","status":"draft","compose":{"include":[{"system":"http://snomed.info/sct","concept":[{"code":"94222008"}]}]}}""";

    private const string Schema = """
        {"type":"object","properties":{"bone":{"type":"boolean","x-fhir":{"sources":[{"resource":"Condition","valueSet":"bone","verificationStatus":["confirmed"],"select":"exists"}],"absent":"unknown"}}}}
        """;

    [Theory]
    [InlineData("", "", null, "")]
    [InlineData("\"ValueSet\"", "\"CodeSystem\"", "BMR1006", "/resourceType")]
    [InlineData("\"url\":\"urn:x:bone\",", "", "BMR1004", "")]
    [InlineData("urn:x:bone", "bone", "BMR1018", "/url")]
    [InlineData("\"version\":\"1\"", "\"version\":1", "BMR1005", "/version")]
    [InlineData("\"draft\"", "\"retired\"", "BMR1006", "/status")]
    [InlineData("\"title\"", "\"titel\"", "BMR1003", "/titel")]
    [InlineData("\"compose\":{", "\"expansion\":{},\"compose\":{", "BMR1003", "/expansion")]
    [InlineData("\"include\":[", "\"exclude\":[],\"include\":[", "BMR1018", "/compose/exclude")]
    [InlineData("\"concept\":[{\"code\":\"94222008\"}]", "\"filter\":[{\"op\":\"is-a\"}]", "BMR1018", "/compose/include/0/filter")]
    [InlineData("\"concept\":[", "\"valueSet\":[\"x\"],\"concept\":[", "BMR1018", "/compose/include/0/valueSet")]
    [InlineData("http://snomed.info/sct", "SNOMED", "BMR1018", "/compose/include/0/system")]
    [InlineData("{\"code\":\"94222008\"}", "", "BMR1018", "/compose")]
    [InlineData("{\"code\":\"94222008\"}", "{\"code\":\"94222008\"},{\"code\":\"94222008\"}", "BMR1007", "/compose/include/0/concept/1/code")]
    [InlineData("{\"code\":\"94222008\"}", "{\"code\":94222008}", "BMR1005", "/compose/include/0/concept/0/code")]
    [InlineData("{\"code\":\"94222008\"}", "{\"code\":\"94222008\",\"is\":true}", "BMR1003", "/compose/include/0/concept/0/is")]
    public void What_is_no_list_of_codes_is_a_finding_with_its_place(string old, string now, string? code, string pointer)
    {
        var text = old.Length == 0 ? Good : Good.Replace(old, now, StringComparison.Ordinal);
        var found = Load(("valuesets/bone.json", text), ("facts/patient.schema.json", Schema)).Diagnostics.Where(d => d.Document == "valuesets/bone.json").ToList();
        if (code is null) Assert.Empty(found);
        else Assert.Contains((code, pointer), found.Select(d => (d.Code.Id, d.Pointer)));
        Assert.All(found, d => Assert.True(d.Help is { Length: > 0 } || d.Code.Id is "BMR1003" or "BMR1004" or "BMR1005", d.ToString()));
    }

    [Theory]
    [InlineData("valuesets/Bone_Set.json")]
    [InlineData("valuesets/bone/set.json")]
    public void A_name_that_no_mapping_could_use_is_refused(string path) =>
        Assert.Contains(Load((path, Good)).Diagnostics, d => d.Code == DiagnosticCode.InvalidName && d.Document == path);

    [Fact]
    public void A_mapping_that_names_a_set_that_is_not_there_is_warned_of_with_the_near_name()
    {
        var found = Assert.Single(Load(("facts/patient.schema.json", Schema), ("valuesets/bones.json", Good)).Diagnostics);
        Assert.Equal((DiagnosticCode.UnknownValueSet, "did you mean `bones`?"), (found.Code, found.Help));
    }

    [Fact]
    public void The_hash_of_what_reads_a_set_covers_it_and_no_other_hash_does()
    {
        var files = Directory.EnumerateFiles(Path.Combine(SpecTable.Root(), "workflows"), "*.json", SearchOption.AllDirectories)
            .Select(f => new LibraryFile(Path.GetRelativePath(Path.Combine(SpecTable.Root(), "workflows"), f).Replace('\\', '/'), File.ReadAllBytes(f)))
            .Where(f => LibraryFile.IsDocument(f.Path) && !LibraryFile.IsCases(f.Path)).ToList();
        var before = RuleLibrary.Load([.. files]).Library;
        var changed = files.Select(f => LibraryFile.IsValueSet(f.Path)
            ? f with { Content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(f.Content.Span).Replace("\"1.0.0\"", "\"1.0.1\"", StringComparison.Ordinal)) }
            : f);
        var after = RuleLibrary.Load([.. changed]).Library;
        foreach (var workflow in before.Workflows)
        {
            var readsPatient = workflow.Bound!.Inputs.Any(i => i.Schema.Name == "patient") || workflow.Model.Uses.Count > 0;
            Assert.True(readsPatient == (workflow.Bound.Hash != after[workflow.Name].Bound!.Hash), workflow.Name);
        }
    }

    [Fact]
    public void The_shipped_set_holds_the_codes_of_the_mapping_and_only_whole_ones()
    {
        var source = FhirBundles.Shipped["patient"].Find("boneMetastasisConfirmed")!.Fhir!.Sources[0];
        Assert.NotNull(source.Installed);
        Assert.Equal(source.Installed.Codes, source.Codes);
        Assert.All(source.Codes, c => Assert.False(c.IsPrefix));
        Assert.DoesNotContain(source.Codes, c => c.Code is "94217008" or "C79.52" or "314990009" or "314994000" or "94381002" or "94225005");
    }

    private static LibraryLoad Load(params (string Path, string Text)[] files) => RuleLibrary.Load([.. files.Select(f => new LibraryFile(f.Path, Encoding.UTF8.GetBytes(f.Text)))]);
}
