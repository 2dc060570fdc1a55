namespace BoneMets.Rules.Compilation;

/// <summary>A workflow as C#: one readable file, the same for the same workflow.</summary>
/// <param name="WorkflowName">The workflow's name, for messages.</param>
/// <param name="WorkflowHash">What the source was made from.</param>
/// <param name="Source">The file.</param>
/// <param name="InterpretedRules">Rules (by index) that the source leaves undetermined because some construct of theirs is not compiled: the evaluator decides these.</param>
public sealed record EmittedProgram(string WorkflowName, string WorkflowHash, string Source, IReadOnlyList<int> InterpretedRules)
{
    /// <summary>The namespace and the class of <see cref="Source"/>.</summary>
    public const string TypeName = "BoneMets.Rules.Generated.Decision";

    /// <summary>The method of <see cref="TypeName"/>; its signature is <see cref="CompiledDecision"/>.</summary>
    public const string MethodName = "Decide";
}
