using BoneMets.Rules.Compilation;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Decisions;

/// <summary>Everything of a rule that is the same in every decision, as JSON; the counterpart of <see cref="ScopedRule"/>.</summary>
internal sealed class FastRule
{
    public FastRule(BoundWorkflow workflow, RuleDefinition rule, DetailLayout layout, FastCell[] cells)
    {
        var model = rule.Model;
        var title = model.Title ?? rule.Name;
        var rules = workflow.Rules.ToList();
        Name = Quoted(rule.Name);
        Title = JsonBytes.Escaped(title);
        Recommendation = Pieces(rule.RecommendationText, layout);
        WhenUndetermined = Pieces(rule.WhenUndetermined, layout);
        Reason = Recommendation ?? [new FastPiece(JsonBytes.Escaped($"{title}."), -1)];
        WithheldBy = [.. rules.SelectMany((by, i) => by.Withholds.Where(target => target.Name == rule.Name).Select(_ => i))];
        NeedsEvaluatorWhenMet = !AreSupported(Recommendation, cells);
        NeedsEvaluatorWhenUndetermined = !AreSupported(WhenUndetermined, cells);
        if (model.Recommendation is not { } recommendation) return;
        HasAdvice = true;
        var urgency = $"\",\"urgency\":\"{DecisionWriter.UrgencyName(recommendation.Urgency)}\"";
        var strength = recommendation.Strength is { } given ? $",\"strength\":\"{given.ToString().ToLowerInvariant()}\"" : "";
        Head = [.. JsonText("{\"rule\":"), .. Name, .. model.Title is null ? [] : (byte[])[.. JsonText(",\"title\":\""), .. Title, (byte)'"'], .. JsonText(",\"text\":\"")];
        RecommendationEnd = JsonText(urgency + strength + "}");
        PendingEnd = JsonText(urgency + ",\"missing\":[");
        WithheldEnd = JsonText(urgency + ",\"by\":[");
    }

    public byte[] Name { get; }

    public byte[] Title { get; }

    public bool HasAdvice { get; }

    /// <summary>Up to the text of an entry.</summary>
    public byte[] Head { get; } = [];

    public byte[] RecommendationEnd { get; } = [];

    public byte[] PendingEnd { get; } = [];

    public byte[] WithheldEnd { get; } = [];

    public FastPiece[]? Recommendation { get; }

    public FastPiece[]? WhenUndetermined { get; }

    /// <summary>Why a rule that is met withholds others.</summary>
    public FastPiece[] Reason { get; }

    /// <summary>The rules that withhold this one unless they are not met.</summary>
    public int[] WithheldBy { get; }

    public bool NeedsEvaluatorWhenMet { get; }

    public bool NeedsEvaluatorWhenUndetermined { get; }

    private static byte[] JsonText(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static byte[] Quoted(string text) => [(byte)'"', .. JsonBytes.Escaped(text), (byte)'"'];

    private static FastPiece[]? Pieces(BoundMessage? message, DetailLayout layout) => message is null
        ? null
        : [.. message.Parts.Select(p => p.Text is { } text ? new FastPiece(JsonBytes.Escaped(text), -1) : new FastPiece([], layout.CellOf(p.Expression!)))];

    private static bool AreSupported(FastPiece[]? pieces, FastCell[] cells) => pieces is null || Array.TrueForAll(pieces, p => p.Cell < 0 || cells[p.Cell].IsSupported);
}

/// <summary>A part of a text: as it stands, or what a cell holds.</summary>
internal readonly record struct FastPiece(byte[] Text, int Cell);
