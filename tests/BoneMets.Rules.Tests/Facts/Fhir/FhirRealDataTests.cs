using System.Text.Json.Nodes;
using BoneMets.Rules.Facts.Fhir.Bundles;

namespace BoneMets.Rules.Tests.Facts.Fhir;

/// <summary>Public files about synthetic people, against what an independent program found in them (<c>tests/spec/fhir/real</c>).</summary>
public sealed class FhirRealDataTests
{
    private static readonly string Folder = Path.Combine(FhirBundles.Folder, "real");
    private static readonly JsonObject Expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "expected-facts.json")))!.AsObject();

    /// <summary>The other program's name of a result, and the fact; it found more than there are facts for.</summary>
    private static readonly Dictionary<string, string> Facts = new(StringComparer.Ordinal)
    {
        ["calcium_total"] = "totalCalcium",
        ["albumin"] = "albumin",
        ["creatinine"] = "creatinine",
        ["psa"] = "psa",
        ["ecog"] = "ecog",
        ["pain_nrs"] = "painScore",
    };

    public static TheoryData<string> Files => [.. Expected.Select(e => e.Key)];

    public static TheoryData<string, string> Results
    {
        get
        {
            var results = new TheoryData<string, string>();
            foreach (var (file, facts) in Expected)
                foreach (var (result, _) in facts!["observations"]!.AsObject().Where(o => Facts.ContainsKey(o.Key))) results.Add(file, result);
            return results;
        }
    }

    /// <summary>On the day of the result, so that nothing is too old.</summary>
    [Theory, MemberData(nameof(Results))]
    public void The_latest_result_is_the_one_that_the_other_program_found(string file, string result)
    {
        var found = Expected[file]!["observations"]![result]!;
        var reading = FhirBundles.Read(Bundle(file), found["effective"]!.GetValue<string>()[..10]);
        var fact = Facts[result];
        if (result is "pain_nrs")
        {
            // A pain score is a whole number here, and Synthea's are fractions: they are refused and not rounded.
            Assert.Null(FhirBundles.Facts(reading)["patient"]?[fact]);
            Assert.Contains(reading.Rejected, r => r is { Fact: "patient.painScore", Kind: FhirRefusal.Value } && r.Reason.Contains("fraction", StringComparison.Ordinal));
            return;
        }
        Assert.Equal(Number(found["latest"]!["value"]!), Number(FhirBundles.Facts(reading)["patient"]![fact]!));
        var taken = Assert.Single(reading.Taken, t => t.Fact == $"patient.{fact}");
        var id = found["id"]!.GetValue<string>();
        // Of two results of one instant with one value either may be named.
        if (found["tiesAtLatestTime"]!.GetValue<int>() == 1) Assert.Equal($"Observation/{id}", taken.Resource);
        Assert.Equal(DateTimeOffset.Parse(found["effective"]!.GetValue<string>()), DateTimeOffset.Parse(taken.Date!));
    }

    [Theory, MemberData(nameof(Files))]
    public void Age_sex_death_and_bone_metastasis_are_those_that_the_other_program_found(string file)
    {
        var found = Expected[file]!;
        var reading = FhirBundles.Read(Bundle(file), "2020-12-31");
        var facts = FhirBundles.Facts(reading)["patient"];
        // No record of a metastasis leaves it unknown; the other program says false.
        Assert.Equal(found["boneMetastasis"]!.GetValue<bool>() ? true : null, facts?["boneMetastasisConfirmed"]?.GetValue<bool>());
        if (found["patient"] is not { } patient)
        {
            Assert.Null(facts?["ageYears"]);
            Assert.Null(facts?["sex"]);
            return;
        }
        Assert.Equal(patient["gender"]!.GetValue<string>(), facts!["sex"]!.GetValue<string>());
        Assert.Equal(2020 - int.Parse(patient["birthDate"]!.GetValue<string>()[..4]), facts["ageYears"]!.GetValue<int>());
        Assert.Equal(patient["deceased"]!.GetValue<bool>(), reading.Notes.Any(n => n.StartsWith("the patient has died", StringComparison.Ordinal)));
        Assert.Equal(found["boneAgents"]!.AsArray().Count > 0, facts["currentBoneAgent"] is not null);
    }

    [Fact]
    public void Every_difference_to_the_other_program_has_its_reason_and_every_reason_is_needed()
    {
        var rows = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "differences.json")))!["rows"]!.AsArray();
        Assert.All(rows, r => Assert.NotEmpty(r!["why"]!.GetValue<string>()));
        var listed = rows.Select(r => r!["expectation"]!.GetValue<string>() + (r["code"] is { } code ? " " + code.GetValue<string>() : "")).ToList();
        Assert.Equal(listed.Distinct(), listed);
        Assert.Equal(listed.Order(), Expected.SelectMany(e => Differences(e.Key, e.Value!)).Distinct().Order());
    }

    /// <summary>What this file says there and not here.</summary>
    private static IEnumerable<string> Differences(string file, JsonNode expected)
    {
        var reading = FhirBundles.Read(Bundle(file), "2020-12-31");
        foreach (var (result, found) in expected["observations"]!.AsObject())
        {
            var onItsDay = FhirBundles.Read(Bundle(file), found!["effective"]!.GetValue<string>()[..10]);
            if (!Facts.TryGetValue(result, out var fact) || FhirBundles.Facts(onItsDay)["patient"]?[fact] is null) yield return "observations." + result;
        }
        if (expected["boneMetastasis"]!.GetValue<bool>() != FhirBundles.Facts(reading)["patient"]?["boneMetastasisConfirmed"]?.GetValue<bool>()) yield return "boneMetastasis";
        foreach (var condition in expected["cancerConditions"]!.AsArray())
        {
            var resource = "Condition/" + condition!["id"]?.GetValue<string>();
            if (reading.Taken.Any(t => t.Resource == resource && t.Fact is ("patient.knownCancer" or "patient.boneMetastasisConfirmed"))) continue;
            foreach (var code in condition["codes"]!.AsArray()) yield return "cancerConditions " + code!.GetValue<string>();
        }
    }

    [Fact]
    public void What_is_worth_knowing_of_the_files_is_seen()
    {
        Assert.Contains("(no `clinicalStatus`: taken as current)", Taken("bundle-trialmatching-patient01-breast-bone-liver-mets.json", "2019-04-01", "patient.boneMetastasisConfirmed"), StringComparison.Ordinal);
        Assert.Contains("the unit is read from its text", Taken("uscore-observation-serum-calcium-no-ucum-code.json", "2005-07-05", "patient.totalCalcium"), StringComparison.Ordinal);
        var john = FhirBundles.Facts(FhirBundles.Read(Bundle("bundle-mcode-john-anyperson-nsclc-brain-mets-cM0.json"), "2019-04-01"))["patient"]!;
        Assert.Equal("lung", john["primaryTumor"]!.GetValue<string>());
        Assert.Null(john["creatinineClearance"]);
    }

    private static string Taken(string file, string asOf, string fact) => FhirBundles.Line(Assert.Single(FhirBundles.Read(Bundle(file), asOf).Taken, t => t.Fact == fact));

    private static decimal Number(JsonNode node) => decimal.Parse(node.ToJsonString(), System.Globalization.NumberStyles.Float);

    /// <summary>A resource alone, and the prefetch of a hook, in a Bundle.</summary>
    private static string Bundle(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        var node = JsonNode.Parse(text)!.AsObject();
        if (node["resourceType"]?.GetValue<string>() is "Bundle") return text;
        var resources = node["prefetch"] is JsonObject prefetch ? prefetch.Select(p => p.Value).Where(r => r is not null) : [node];
        return new JsonObject { ["resourceType"] = "Bundle", ["type"] = "collection", ["entry"] = new JsonArray([.. resources.Select(r => (JsonNode)new JsonObject { ["resource"] = r!.DeepClone() })]) }.ToJsonString();
    }
}
