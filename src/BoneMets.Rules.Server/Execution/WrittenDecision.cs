using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Server.Execution;

/// <summary>A decision as the bytes of an answer. Dispose of it when they are sent.</summary>
internal sealed class WrittenDecision : IDisposable
{
    private readonly AnswerBuffer buffer;

    private WrittenDecision(string workflow, DecisionStatus status, AnswerBuffer buffer) => (Workflow, Status, this.buffer) = (workflow, status, buffer);

    public string Workflow { get; }

    public DecisionStatus Status { get; }

    public ReadOnlySpan<byte> Bytes => buffer.Written;

    /// <summary>Decides and writes in one, see <see cref="WorkflowEngine.Write"/>.</summary>
    public static WrittenDecision Of(WorkflowEngine engine, FactSet facts, DateOnly asOf, Explain explain)
    {
        var rented = AnswerBuffer.Rent();
        return new WrittenDecision(engine.Workflow.Name, engine.Write(facts, asOf, rented.Writer, explain: explain), rented);
    }

    public void Dispose() => buffer.Dispose();
}
