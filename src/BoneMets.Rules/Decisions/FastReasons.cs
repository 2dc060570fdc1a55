using System.Text.Json;
using BoneMets.Rules.Compilation;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Decisions;

/// <summary>The rules of a decision with their evidence, from compiled details: byte for byte as <see cref="RuleWriter"/> writes them.</summary>
internal sealed class FastReasons
{
    private readonly FastReason[] reasons;
    private readonly FastRule[] rules;
    private readonly FastTexts texts;

    /// <summary>Rules of which only the evaluator knows what they give out or say.</summary>
    private readonly ulong[] unsaidWhenMet;
    private readonly ulong[] unsaidWhenNotMet;
    private readonly ulong[] unsaidWhenUndetermined;

    public FastReasons(BoundWorkflow workflow, FastRule[] rules, IReadOnlyDictionary<string, EvidenceSource> evidence, FastTexts texts)
    {
        (this.rules, this.texts) = (rules, texts);
        var definitions = workflow.Rules.ToList();
        reasons = [.. definitions.Select(d => new FastReason(d, evidence))];
        unsaidWhenMet = Details.Bits(definitions, d => d.OnSuccess is not null);
        unsaidWhenNotMet = Details.Bits(definitions, d => d.OnFailure is not null || d.ErrorMessage?.Parts.Any(p => p.Text is null) == true);
        // An undetermined rule shows the text of its recommendation too.
        unsaidWhenUndetermined = Details.Bits(rules, r => r.NeedsEvaluatorWhenMet);
    }

    public bool CanBeSaid(Details details)
    {
        for (var word = 0; word < unsaidWhenMet.Length; word++)
        {
            var (met, notMet) = (details.Met[word], details.NotMet[word]);
            if ((met & unsaidWhenMet[word]) != 0 || (notMet & unsaidWhenNotMet[word]) != 0 || (~(met | notMet) & unsaidWhenUndetermined[word]) != 0) return false;
        }
        return true;
    }

    public void Write(ref JsonBytes json, Details details)
    {
        json.Put(",\"rules\":["u8);
        for (var i = 0; i < rules.Length; i++)
        {
            var verdict = details.VerdictOf(i);
            if (i > 0) json.Put((byte)',');
            json.Put(reasons[i].Heads[(int)verdict]);
            if (rules[i].HasAdvice && verdict is Verdict.Met or Verdict.Undetermined)
            {
                json.Put(",\"recommendation\":{\"text\":\""u8);
                texts.Write(ref json, rules[i].Recommendation ?? [], details);
                json.Put(rules[i].RecommendationEnd);
            }
            json.Put(reasons[i].Evidence);
            texts.WritePaths(ref json, details.Missing[i]);
            json.Put("]}"u8);
        }
        json.Put((byte)']');
    }

    /// <summary>What is the same in every decision: the beginning by verdict, and the sources up to what is missing.</summary>
    private sealed class FastReason(RuleDefinition rule, IReadOnlyDictionary<string, EvidenceSource> evidence)
    {
        private static readonly Verdict[] Compiled = [Verdict.Undetermined, Verdict.Met, Verdict.NotMet];

        /// <summary>By verdict.</summary>
        public byte[][] Heads { get; } = [.. Compiled.Select(verdict => Open(writer =>
        {
            writer.WriteString("name", rule.Name);
            DecisionWriter.WriteOptional(writer, "title", rule.Model.Title);
            writer.WriteString("verdict", DecisionWriter.VerdictName(verdict));
            if (verdict == Verdict.Met) DecisionWriter.WriteOptional(writer, "event", rule.Model.SuccessEvent);
            if (verdict == Verdict.NotMet && rule.ErrorMessage is { } message) writer.WriteString("message", string.Concat(message.Parts.Select(p => p.Text)));
        }))];

        public byte[] Evidence { get; } =
        [
            (byte)',',
            .. Open(writer =>
            {
                writer.WriteStartArray("evidence");
                foreach (var citation in ResolvedCitation.Of(rule.Model, evidence)) RuleWriter.Write(writer, citation);
                writer.WriteEndArray();
            }).AsSpan(1),
            .. ",\"missing\":["u8,
        ];

        /// <summary>An object without its last bracket.</summary>
        private static byte[] Open(Action<Utf8JsonWriter> members)
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, DecisionWriter.Compact))
            {
                writer.WriteStartObject();
                members(writer);
                writer.WriteEndObject();
            }
            return buffer.ToArray()[..^1];
        }
    }
}
