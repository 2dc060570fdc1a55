using System.Globalization;
using System.Text.Json.Nodes;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Verification.Mutation.Suggestions;

/// <summary>Makes a golden case of facts that tell a mutant from the original, and tries it on both.</summary>
internal sealed class CaseFragment(RuleEngine original, RuleEngine mutated, Mutant mutant)
{
    private const string Source = "specification decision, awaiting clinician";
    private const int MostRules = 3;
    private const int MostOutputs = 3;

    /// <summary>Null when no expectation that a case can state tells the two apart.</summary>
    public SuggestedCase? Of(TellingFacts found, string id)
    {
        var facts = System.Text.Encoding.UTF8.GetBytes(found.Facts.ToJsonString());
        var (one, _) = original.Judge(mutant.Workflow, facts, found.AsOf);
        var (other, _) = mutated.Judge(mutant.Workflow, facts, found.AsOf);
        if (one is null || other is null || Expectation(one, other) is not { } expectation) return null;
        var title = Title(one);
        var golden = new JsonObject { ["Id"] = id, ["Title"] = title };
        if (found.AsOf is { } date) golden["AsOf"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        golden["Facts"] = found.Facts.DeepClone();
        golden["Expect"] = expectation;
        golden["Why"] = $"Nothing else noticed a mistake ({mutant.Operator}) in {mutant.Part}: {MutantWords.Mistake(mutant)}.";
        golden["Source"] = Source;
        if (Read(golden) is not { } replayable) return null;
        var isTelling = CaseRunner.Run(original, replayable).Passed && !CaseRunner.Run(mutated, replayable).Passed;
        return isTelling ? new SuggestedCase(mutant.Workflow, id, title, CaseLayout.Of(golden)) { Replayable = replayable } : null;
    }

    /// <summary>As little as tells the two apart: the rule or the value that has the mistake, else rules and values that come out otherwise.</summary>
    private JsonNode? Expectation(Judgement one, Judgement other)
    {
        var rules = JudgementContrast.Rules(one, other).ToList();
        var outputs = JudgementContrast.Outputs(one, other).ToList();
        if (rules.Find(IsOwn) is { } own) (rules, outputs) = ([own], []);
        else if (outputs.Exists(IsOwnOutput)) (rules, outputs) = ([.. rules.Where(r => IsDecided(one, r)).Take(MostRules)], [.. outputs.Where(IsOwnOutput)]);
        else (rules, outputs) = ([.. rules.OrderBy(r => IsDecided(one, r) ? 0 : 1).Take(MostRules)], [.. outputs.Take(MostOutputs)]);
        if (rules.Count + outputs.Count == 0) return null;
        var asked = new JsonObject();
        if (rules.Count > 0) asked["Rules"] = new JsonObject(rules.Select(r => KeyValuePair.Create(r, (JsonNode?)JsonValue.Create("met"))));
        if (outputs.Count > 0) asked["Outputs"] = new JsonObject(outputs.Select(o => KeyValuePair.Create(o, (JsonNode?)null)));
        if (one.Rules.Any(r => r.Verdict == Verdict.Undetermined && rules.Contains(r.Name, StringComparer.Ordinal))) asked["Missing"] = new JsonArray();
        var draft = Read(new JsonObject { ["Id"] = "draft", ["Facts"] = new JsonObject(), ["Expect"] = asked });
        return draft is null ? null : JsonNode.Parse(ActualExpectation.Of(one, draft.Case.Expect));
    }

    private bool IsOwn(string rule) => mutant.Part.Kind == MutatedPartKind.Rule && rule == mutant.Part.Name;

    private bool IsOwnOutput(string output) => mutant.Definitions.Any(d => d.Name == output);

    private static bool IsDecided(Judgement judgement, string rule) => judgement.Rules.Any(r => r.Name == rule && r.Verdict is Verdict.Met or Verdict.NotMet);

    private string Title(Judgement judgement)
    {
        var subject = mutant.Part.ToString();
        if (mutant.Part.Kind == MutatedPartKind.Rule && judgement.Rules.FirstOrDefault(r => r.Name == mutant.Part.Name) is { } rule)
            subject = $"{rule.Title ?? rule.Name}: {rule.Verdict switch { Verdict.Met => "met", Verdict.NotMet => "not met", Verdict.Failed => "failed", _ => "undetermined" }}";
        return $"{subject}; {MutantWords.Needed(mutant)}";
    }

    /// <summary>As a case file would give it; null when it is no case.</summary>
    private ReplayableCase? Read(JsonObject golden)
    {
        var file = new JsonObject { ["Workflow"] = mutant.Workflow, ["Cases"] = new JsonArray(golden.DeepClone()) };
        var bag = new DiagnosticBag();
        var read = JsonText.Parse("suggestion", file.ToJsonString()).Root is { } root ? CasesReader.Read(root, bag) : null;
        return bag.HasErrors || read is not { Cases: [var single] } ? null : new ReplayableCase(mutant.Workflow, single, CanonicalJson.Of(single.Facts));
    }
}
