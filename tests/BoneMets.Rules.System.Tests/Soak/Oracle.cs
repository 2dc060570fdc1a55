using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>
/// What the evaluator, without any compiled code, answers to the facts of the golden cases of the shipped library, to the byte. Which release answers and
/// how far it was reviewed changes while the servers publish, and every decision has its own id and time: these are left out of the comparison; the hash
/// of the content is not.
/// </summary>
internal sealed partial class Oracle : IDisposable
{
    public const string Date = "2026-01-31";

    /// <summary>The most costly workflow evaluates all the others for each patient; of its cases some are enough.</summary>
    private const int MostOfOne = 60;

    private static readonly DateOnly AsOf = DateOnly.Parse(Date, global::System.Globalization.CultureInfo.InvariantCulture);
    private static readonly int Depths = Enum.GetValues<Explain>().Length;

    private readonly RuleEngine engine;
    private readonly List<Question> questions = [];
    private readonly List<List<Question>> byWorkflow;

    public Oracle(string library)
    {
        engine = new RuleEngine(RuleLibrary.Load(library).Required(), new EngineOptions { Compile = false });
        foreach (var workflow in engine.Library.Workflows.Where(w => w.Bound is not null))
            foreach (var golden in (workflow.Cases?.Cases ?? []).Take(MostOfOne))
                Add(workflow.Name, JsonNode.Parse(golden.Facts.Raw)!.ToJsonString());
        byWorkflow = [.. questions.GroupBy(q => q.Workflow, StringComparer.Ordinal).Select(g => g.ToList())];
    }

    public int Count => questions.Count;

    public Question Any(Random random) => questions[random.Next(questions.Count)];

    /// <summary>So many patients of one workflow.</summary>
    public IReadOnlyList<Question> Many(Random random, int count)
    {
        var of = byWorkflow[random.Next(byWorkflow.Count)];
        return [.. Enumerable.Range(0, count).Select(_ => of[random.Next(of.Count)])];
    }

    /// <summary>What is wrong with this decision; null: nothing.</summary>
    public string? Complaint(Question question, Explain explain, string decision)
    {
        var known = question.Hashes[(int)explain] ??= Hash(Expected(question.Workflow, question.Facts, explain)!);
        if (known == Hash(Comparable(decision))) return null;
        return $"{question.Workflow} with {question.Facts}, explain {explain}, answered\n{Comparable(decision)}\nwhere the evaluator says\n{Expected(question.Workflow, question.Facts, explain)}";
    }

    public void Dispose() => engine.Dispose();

    private void Add(string workflow, string facts)
    {
        if (Expected(workflow, facts, Explain.None) is not { } decision) return; // a case about wrong facts
        questions.Add(new Question(workflow, facts, new string?[Depths]) { Hashes = { [(int)Explain.None] = Hash(decision) } });
    }

    private string? Expected(string workflow, string facts, Explain explain)
    {
        var evaluator = engine.For(workflow);
        var set = evaluator.Facts.Rent();
        try
        {
            if (!evaluator.Facts.Read(Encoding.UTF8.GetBytes(facts), set, [])) return null;
            var written = new ArrayBufferWriter<byte>();
            evaluator.Write(set, AsOf, written, stamped: false, explain);
            return Comparable(Encoding.UTF8.GetString(written.WrittenSpan));
        }
        finally
        {
            evaluator.Facts.Return(set);
        }
    }

    private static string Hash(string comparable) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(comparable)));

    private static string Comparable(string decision) => Stamps().Replace(decision, "");

    [GeneratedRegex("""
        "(release|releaseStatus|decisionId|evaluatedAt)":(null|\d+|"[^"]*"),
        """, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Stamps();
}

/// <summary>Facts, and the hash of the right decision for each depth of explanation, once it was asked for.</summary>
internal sealed record Question(string Workflow, string Facts, string?[] Hashes);
