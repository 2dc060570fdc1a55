using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Language;
using BoneMets.Rules.Verification.Analysis;
using BoneMets.Rules.Verification.Analysis.Solving;

namespace BoneMets.Rules.Tests.Verification.Analysis;

/// <summary>Whether a patient shows what a finding says, judged from the decision alone and not by what the analysis asked for.</summary>
internal sealed partial class Witness(RuleEngine engine, Finding finding)
{
    private readonly BoundWorkflow workflow = engine.Library[finding.Workflow].Bound!;

    /// <summary>What a finding that nobody can show says of everybody needs no example; a row that never applies has none.</summary>
    public bool IsNeeded => finding.Diagnostic.Code.Id is not ("BMR7001" or "BMR7010") && finding.Diagnostic.Help?.StartsWith("its cells exclude each other", StringComparison.Ordinal) != true;

    public bool Shows(Patient patient)
    {
        if (engine.Decide(finding.Workflow, patient.Bytes(), patient.AsOf, Explain.None).Decision is not { } decision) return false;
        bool IsMet(string rule) => decision[rule] == Verdict.Met;
        bool IsWithheld(string rule) => IsMet(rule) && decision.Withheld.Any(w => w.Rule == rule);
        return finding.Diagnostic.Code.Id switch
        {
            "BMR7002" => IsMet(Rule.Name),
            "BMR7003" => IsSilent(patient),
            "BMR7004" => IsWithheld(Rule.Name),
            "BMR7005" => Named.Count == 2 && Named.All(IsWithheld),
            "BMR7006" => decision[Rule.Name] == Verdict.Failed,
            "BMR7007" or "BMR7008" => Named.Count > 1 && Named.All(IsMet),
            "BMR7009" => decision.Notices.Any(n => n.Code == DiagnosticCode.NoRowApplies.Id && n.Message.Contains($"`{Table.Name}`", StringComparison.Ordinal)),
            "BMR7011" => AreGivenTogether(decision),
            var code => throw new InvalidOperationException($"no patient can show {code}"),
        };
    }

    /// <summary>The patient with one fact less, in every way.</summary>
    public static IEnumerable<Patient> Smaller(Patient patient)
    {
        if (patient.AsOf is not null) yield return patient with { AsOf = null };
        var places = Places(patient.Facts).ToList();
        for (var i = 0; i < places.Count; i++)
        {
            var copy = patient.Facts.DeepClone().AsObject();
            Places(copy).ElementAt(i).Remove();
            yield return patient with { Facts = copy };
        }
    }

    private RuleDefinition Rule => workflow.Rules.Single(r => r.Node.Pointer == finding.Diagnostic.Pointer);

    private TableDefinition Table => workflow.Tables.Single(t => finding.Diagnostic.Pointer == t.Node.Pointer || t.Rows.Any(r => r.Node.Pointer == finding.Diagnostic.Pointer));

    /// <summary>The rules that the message names.</summary>
    private List<string> Named => [.. NamesInMessage().Matches(finding.Diagnostic.Message).Select(m => m.Groups["name"].Value)];

    /// <summary>Advice of both rules, in one of the corpus' two forms: <c>Rule</c> or <c>V.Rule</c>, perhaps of an element.</summary>
    private bool AreGivenTogether(Decision decision)
    {
        (string Name, string Element) Split(string rule) => rule.Split('[', ']') is [var workflow, .. var path, var name] ? (workflow + name, string.Concat(path)) : (rule, "");
        var given = decision.Recommendations.Select(r => Split(r.Rule)).ToList();
        bool Is(string name, int place) => name == Named[place] || name == $"V.{Named[place]}";
        return given.Any(a => Is(a.Name, 0) && given.Any(b => Is(b.Name, 1) && (a.Element.Length == 0 || b.Element.Length == 0 || a.Element == b.Element)));
    }

    /// <summary>All cells of the row match, and yet it is not the one that decides.</summary>
    private bool IsSilent(Patient patient)
    {
        using var own = new WorkflowEngine(workflow, engine.Library.Evidence, new EngineOptions { Compile = false });
        var facts = own.Facts.Rent();
        if (!own.Facts.Read(patient.Bytes(), facts, [], "")) return false;
        var evaluator = new Evaluator(workflow, facts.Inputs, patient.AsOf);
        var index = Table.Rows.ToList().FindIndex(r => r.Node.Pointer == finding.Diagnostic.Pointer);
        var row = Table.Rows[index];
        var cells = row.Cells.Select((cell, i) => cell is null ? Value.True : Patterns.Test(cell, evaluator.Evaluate(Table.Columns[i].Expression)));
        var all = row.Condition is { } condition ? cells.Append(evaluator.Evaluate(condition)) : cells;
        if (!all.All(v => v is KnownValue { Content: true })) return false;
        var result = evaluator.ResultOf(Table);
        if (finding.Diagnostic.Help!.StartsWith("the table fails", StringComparison.Ordinal)) return result.Fault is not null;
        if (finding.Diagnostic.Help.Contains("still open", StringComparison.Ordinal)) return result.Sure.Contains(index) && result.Possible.Count > 0;
        return result.Sure.Any(s => s != index) && !(result.Sure.Contains(index) && result.Possible.Count == 0);
    }

    private static IEnumerable<Place> Places(JsonNode? node) => node switch
    {
        JsonObject owner => owner.SelectMany(p => Places(p.Value).Prepend(new Place(owner, p.Key, -1))),
        JsonArray list => list.SelectMany((e, i) => Places(e).Prepend(new Place(list, "", i))),
        _ => [],
    };

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamesInMessage();

    private sealed record Place(JsonNode Owner, string Key, int Index)
    {
        public void Remove()
        {
            if (Owner is JsonArray list) list.RemoveAt(Index);
            else Owner.AsObject().Remove(Key);
        }
    }
}
