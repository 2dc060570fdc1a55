using System.Collections.Immutable;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>One workflow on certain inputs: the root, or a used one. Its definitions are computed once per scope.</summary>
internal sealed class Scope(BoundWorkflow workflow, IReadOnlyList<FrameSource?> inputs, CodeBlock? body, CodeBlock? step, string prefix)
{
    public BoundWorkflow Workflow { get; } = workflow;

    /// <summary>One per input; null = the caller has none, so all of its facts are unknown.</summary>
    public IReadOnlyList<FrameSource?> Inputs { get; } = inputs;

    /// <summary>The loop body that the inputs live in, and the step around it; null when the scope is known everywhere.</summary>
    public CodeBlock? Body { get; } = body;

    public CodeBlock? Step { get; } = step;

    public string Prefix { get; } = prefix;

    /// <summary>Null = not compiled (also while it is being emitted, which breaks cycles).</summary>
    public Dictionary<Definition, Shape?> Values { get; } = [];

    public Dictionary<TableDefinition, IReadOnlyList<ChoiceShape>?> Tables { get; } = [];
}

/// <summary>Where an expression is being emitted: its workflow, the step, the innermost block, and the frames of the lambda variables by depth.</summary>
internal sealed record Place(Scope Scope, CodeBlock Step, CodeBlock Block, ImmutableDictionary<int, ElementFrame> Variables);

/// <summary>A definition's code in evaluation order. A rule of the root has its index; its verdict becomes a bit.</summary>
internal sealed class Step(CodeBlock code, string comment)
{
    public CodeBlock Code { get; } = code;
    public string Comment { get; } = comment;
    public int? RuleIndex { get; init; }
    public TruthShape? Verdict { get; set; }

    /// <summary>Everything that is written of it and may name values.</summary>
    public IEnumerable<string> Texts => [.. Code.Header.Select(h => h.Line), .. Code.Lines, .. Verdict is null ? [] : (string[])[Verdict.True, Verdict.False]];
}
