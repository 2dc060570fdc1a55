using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>
/// The reference meaning of a workflow: a walk over its bound tree with the facts of one patient. Every definition is evaluated when it is
/// first read and kept; used workflows join the same decision (one budget, one trace, one set of kept values). Cheap to make, for one decision,
/// not thread safe. Nothing throws for what facts and rules can contain: what goes wrong is a <see cref="FaultValue"/>.
/// </summary>
public sealed partial class Evaluator
{
    private const int FreshStackSize = 16 * 1024 * 1024;

    /// <summary>Stands for a definition that is being evaluated, so that a circle is found rather than followed.</summary>
    private static readonly Value InProgress = new UnknownValue(MissingFacts.None);

    private readonly IReadOnlyList<FactFrame> inputs;
    private readonly DecisionContext context;
    private readonly Value?[] values;
    private readonly TableResult?[] tables;
    private Value?[] variables = new Value?[LanguageLimits.LambdaNesting + 1];

    /// <summary>One frame per input of the workflow, in order.</summary>
    public Evaluator(BoundWorkflow workflow, IReadOnlyList<FactFrame> inputs, DateOnly? asOf, ITrace? trace = null, EvaluationBudget? budget = null)
        : this(new DecisionContext(asOf, trace, budget ?? new EvaluationBudget()), workflow, inputs)
    {
    }

    internal Evaluator(DecisionContext context, BoundWorkflow workflow, IReadOnlyList<FactFrame> inputs)
    {
        (Workflow, this.inputs, this.context) = (workflow, inputs, context);
        values = new Value?[workflow.Definitions.Count];
        tables = new TableResult?[workflow.Tables.Count];
    }

    public BoundWorkflow Workflow { get; }

    private ITrace? Trace => context.Trace;

    /// <summary>One frame per input of <see cref="Workflow"/>.</summary>
    public IReadOnlyList<FactFrame> Inputs => inputs;

    /// <summary>What the decision has to say besides its values, so far: tables of which no row applied, used workflows included.</summary>
    public IReadOnlyList<Diagnostic> Notices => context.Notices;

    /// <summary>The value of a definition of this workflow. For a rule: true, false, unknown or a fault.</summary>
    public Value ValueOf(Definition definition)
    {
        if (values[definition.Slot] is { } kept)
        {
            return ReferenceEquals(kept, InProgress) ? throw new InvalidOperationException($"`{definition.Name}` refers to itself") : kept;
        }
        values[definition.Slot] = InProgress;
        Trace?.EnterDefinition(Workflow, inputs, definition.Name);
        var value = !context.Budget.TrySpend(definition.Steps) ? Faults.BudgetExhausted : definition switch
        {
            ParameterDefinition parameter => Evaluate(parameter.Expression),
            RuleDefinition rule => Evaluate(rule.Condition),
            TableOutputDefinition output => OutputOf(output),
            ScoreDefinition score => Total(score),
            _ => throw new InvalidOperationException($"no meaning for {definition.GetType().Name}"),
        };
        values[definition.Slot] = value;
        Trace?.ExitDefinition(Workflow, inputs, definition.Name, value);
        return value;
    }

    /// <summary>The value of an expression of this workflow. Depth is no danger: when the stack runs out the walk goes on with a fresh one.</summary>
    public Value Evaluate(BoundNode node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return OnFreshStack(node);
        Trace?.Enter(node);
        var value = Walk(node);
        Trace?.Exit(node, value);
        return value;
    }

    /// <summary>Gives the variable of a lambda, or of an include's <c>ForEach</c>, a value for the expressions evaluated from now on.</summary>
    public void Bind(LambdaVariable variable, Value value)
    {
        if (variable.Depth >= variables.Length) Array.Resize(ref variables, variable.Depth + 1);
        variables[variable.Depth] = value;
    }

    private Value Walk(BoundNode node) => node switch
    {
        BoundConstant constant => constant.Known,
        BoundInput input => new KnownValue(inputs[input.Index]),
        BoundVariable variable => variables[variable.Variable.Depth]!,
        BoundAsOf => context.AsOf is { } date ? new KnownValue(date) : new UnknownValue(MissingFacts.Of("asOf")),
        BoundFact fact => Fact(fact),
        BoundAbsent absent => Absent(absent),
        BoundReference reference => ValueOf(reference.Target),
        BoundUseReference use => Used(use),
        BoundNot not => Kleene.Not(Evaluate(not.Operand)),
        BoundLogic logic => Logic(logic),
        BoundComparison comparison => Compare(comparison),
        BoundPatternTest test => Patterns.Test(test.Pattern, Evaluate(test.Operand)),
        BoundArithmetic arithmetic => Calculate(arithmetic),
        BoundNegate negate => Arithmetic.Negate(Evaluate(negate.Operand)),
        BoundConditional conditional => Conditional(conditional),
        BoundCoalesce coalesce => Coalesce(coalesce),
        BoundIsKnown known => IsKnown(Evaluate(known.Operand)),
        BoundValueIn converted => ValueIn(converted),
        BoundFunction function => Call(function),
        BoundListQuery query => Query(query),
        BoundList list => ListOf(list),
        _ => throw new InvalidOperationException($"no meaning for {node.GetType().Name}"),
    };

    private Value OnFreshStack(BoundNode node)
    {
        Value? value = null;
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    value = Evaluate(node);
                }
#pragma warning disable CA1031 // Whatever it is goes on in the thread that asked.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    thrown = ExceptionDispatchInfo.Capture(e);
                }
            },
            FreshStackSize);
        thread.Start();
        thread.Join();
        thrown?.Throw();
        return value!;
    }
}
