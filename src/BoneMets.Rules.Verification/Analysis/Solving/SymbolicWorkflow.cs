using System.Runtime.CompilerServices;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>
/// The evaluator's meaning of a workflow for all patients at once, as terms of the solver. Where a construct cannot be said exactly (square
/// roots, calendar months, objects chosen from lists) it may come to anything at all: what is proved in spite of that holds, and an example
/// counts only after the engine has decided it the same way. Decimals are real numbers here. Not thread safe.
/// </summary>
internal sealed partial class SymbolicWorkflow
{
    private readonly Script script;
    private readonly SymbolicFacts facts;
    private readonly IReadOnlyList<SymbolicFrame> inputs;
    private readonly Dictionary<string, SymbolicWorkflow> scopes;
    private readonly Symbol?[] values;
    private readonly Dictionary<TableDefinition, SymbolicTable> tables = [];
    private readonly Dictionary<int, Symbol> variables = [];
    private readonly Dictionary<string, Symbol> anything = [];

    public SymbolicWorkflow(BoundWorkflow workflow, Script script, SymbolicFacts facts)
        : this(workflow, script, facts, [.. workflow.Inputs.Select(i => facts.Input(i.Name, i.Schema))], [])
    {
    }

    private SymbolicWorkflow(BoundWorkflow workflow, Script script, SymbolicFacts facts, IReadOnlyList<SymbolicFrame> inputs, Dictionary<string, SymbolicWorkflow> scopes)
    {
        (Workflow, this.script, this.facts, this.inputs, this.scopes) = (workflow, script, facts, inputs, scopes);
        values = new Symbol?[workflow.Definitions.Count];
    }

    public BoundWorkflow Workflow { get; }

    public Symbol ValueOf(Definition definition) => values[definition.Slot] ??= Named(definition switch
    {
        ParameterDefinition parameter => Evaluate(parameter.Expression),
        RuleDefinition rule => Evaluate(rule.Condition),
        TableOutputDefinition output => OutputOf(output),
        ScoreDefinition score => score.Items.Select(ValueOf).Cast<Number>().Aggregate(Number.Of(Term.Of(0m)), (total, item) => Add(total, item).Named(script)),
        _ => throw new InvalidOperationException($"no meaning for {definition.GetType().Name}"),
    });

    public Truth VerdictOf(RuleDefinition rule) => (Truth)ValueOf(rule);

    public Symbol Evaluate(BoundNode node) => RuntimeHelpers.TryEnsureSufficientExecutionStack() ? Walk(node) : throw new NotTranslatedException(node.Type);

    private Symbol Walk(BoundNode node) => node switch
    {
        BoundConstant constant => Constant(constant.Value),
        BoundInput input => new Thing(inputs[input.Index], Term.False, Term.False),
        BoundVariable variable => variables[variable.Variable.Depth],
        BoundAsOf => facts.AsOf,
        BoundFact fact => Fact(fact),
        BoundReference reference => ValueOf(reference.Target),
        BoundUseReference use => Used(use),
        BoundNot not => Not((Truth)Evaluate(not.Operand)),
        BoundLogic logic => Chain(logic.IsAnd, logic.Operands.Select(o => (Truth)Evaluate(o))),
        BoundComparison comparison => Compare(comparison),
        BoundPatternTest test => Test(test.Pattern, Evaluate(test.Operand)),
        BoundArithmetic arithmetic => Calculate(arithmetic),
        BoundNegate negate => Negate((Number)Evaluate(negate.Operand)),
        BoundConditional conditional => Conditional(conditional),
        BoundCoalesce coalesce => Coalesce(coalesce),
        BoundIsKnown known => IsKnown(Evaluate(known.Operand)),
        BoundValueIn converted => ValueIn(converted),
        BoundFunction function => Call(function),
        BoundListQuery query => Query(query),
        _ => Anything(node),
    };

    /// <summary>
    /// Could be anything of its type, the same for everything that is written the same and reads the same: in all versions, when it reads
    /// nothing but facts; definitions of the same name may say something else in another version.
    /// </summary>
    private Symbol Anything(BoundNode node)
    {
        var shared = BoundTree.SelfAndDescendants(node).All(n => n is not (BoundReference or BoundUseReference or BoundVariable) && (n is not BoundInput input || inputs[input.Index].Path == input.Name));
        // Declared, so that a fact of which the versions have another schema is noticed.
        foreach (var fact in shared ? BoundTree.SelfAndDescendants(node).OfType<BoundFact>() : []) Evaluate(fact);
        var (known, key) = (shared ? facts.Anything : anything, BoundKey.Of(node) + string.Concat(variables.OrderBy(v => v.Key).Select(v => $"|{facts.NumberOf(v.Value)}")));
        return known.TryGetValue(key, out var symbol) ? symbol : known[key] = AnythingOf(node.Type);
    }

    private Symbol AnythingOf(FactType type)
    {
        script.IsApproximate = true;
        var (unknown, fault) = (script.Declare("Bool"), script.Declare("Bool"));
        switch (type)
        {
            case BooleanType:
                var truth = script.Declare("Bool");
                return new Truth(Term.And(truth, Term.Not(unknown), Term.Not(fault)), Term.And(Term.Not(truth), Term.Not(unknown), Term.Not(fault)), Term.And(fault, Term.Not(unknown)));
            case NumberType or DateType:
                var (low, high) = (script.Declare("Real"), script.Declare("Real"));
                script.Assert(Term.AtMost(low, high));
                return new Number([new Alternative(Term.True, low, high)], Term.And(unknown, Term.Not(fault)), fault);
            case EnumType words:
                var index = script.Declare("Int");
                var other = script.Declare("Int");
                Term Is(int i) => new($"(or (= {index} {i}) (= {other} {i}))");
                script.Assert(new Term($"(and (<= 0 {index}) (< {index} {words.Values.Count}))"));
                return new Word(words.Values.Select((w, i) => (w, i)).ToDictionary(w => w.w, w => Is(w.i), StringComparer.Ordinal), Term.And(unknown, Term.Not(fault)), fault);
            default:
                throw new NotTranslatedException(type);
        }
    }

    private Symbol Named(Symbol symbol) => symbol switch
    {
        Truth truth => Named(truth),
        Number number => number.Named(script),
        Word word => word.Named(script),
        _ => symbol,
    };

    private static Symbol Constant(object value) => value switch
    {
        bool truth => truth ? Truth.True : Truth.False,
        decimal number => Number.Of(Term.Of(number)),
        DateOnly date => Number.Of(Term.Of((decimal)date.DayNumber)),
        _ => Word.Of((string)value),
    };

    private Symbol Fact(BoundFact fact)
    {
        var owner = (Thing)Evaluate(fact.Owner);
        var value = owner.Frame!.Read(fact.Property);
        if (owner.Unknown.IsFalse && owner.Fault.IsFalse) return value;
        throw new NotTranslatedException(fact.Type);
    }

    private Symbol Used(BoundUseReference reference) => Open(reference.Use).ValueOf(reference.Target);

    /// <summary>A used workflow on the objects given to it; the same objects give the same values.</summary>
    internal SymbolicWorkflow Open(BoundUse use)
    {
        var used = use.Workflow;
        var frames = use.Arguments.Select((argument, i) => argument is null
            ? AbsentInput(used, i)
            : Evaluate(argument) is Thing { Frame: { } frame } thing && thing.Unknown.IsFalse && thing.Fault.IsFalse ? frame : throw new NotTranslatedException(argument.Type)).ToList();
        var key = $"{used.Name}({string.Join(',', frames.Select(f => f.Path))})";
        if (!scopes.TryGetValue(key, out var scope)) scopes.Add(key, scope = new SymbolicWorkflow(used, script, facts, frames, scopes));
        return scope;
    }

    /// <summary>An element of which nothing is known, for what does not depend on the element.</summary>
    internal static Symbol AbsentElement(BoundUse use, LambdaVariable element) =>
        new Thing(AbsentInput(use.Workflow, Enumerable.Range(0, use.Arguments.Count).First(i => use.Arguments[i] is BoundVariable v && ReferenceEquals(v.Variable, element))), Term.False, Term.False);

    /// <summary>The same truth under a short name.</summary>
    internal Truth Named(Truth truth) => new(script.Truth(truth.IsTrue), script.Truth(truth.IsFalse), script.Truth(truth.Fault));

    internal Term Named(Term term) => script.Truth(term);

    private static SymbolicFrame AbsentInput(BoundWorkflow workflow, int input) => new(workflow.Inputs[input].Schema, $"?{workflow.Name}.{workflow.Inputs[input].Name}", null);
}

/// <summary>A construct for which not even "it may be anything" can be said. The question is then answered with "not decided".</summary>
internal sealed class NotTranslatedException : Exception
{
    public NotTranslatedException(FactType type) : base($"an expression that gives {type.Describe()} is beyond the proofs")
    {
    }

    public NotTranslatedException(string message) : base(message)
    {
    }
}
