using System.Runtime.CompilerServices;
using System.Text.Json;

namespace BoneMets.Rules;

/// <summary>Decisions in one line, for an application that has the library in its own process. Thread safe.</summary>
public static class WorkflowDecisions
{
    /// <summary>One engine for a library, as long as somebody holds the library.</summary>
    private static readonly ConditionalWeakTable<RuleLibrary, RuleEngine> Engines = [];

    /// <summary>As the HTTP interface takes facts; a value that JSON cannot say exactly is an error.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// Decides on facts that serialize to the workflow's inputs by name (<c>new { lesion = new { site = "femur" } }</c>, records, a <c>JsonNode</c>);
    /// absent and null members are unknown. Without <paramref name="asOf"/> for today in UTC. Throws a <see cref="FactsException"/> when the facts do
    /// not fit, a <see cref="LibraryException"/> when the workflow has errors.
    /// </summary>
    public static Decision Decide(this LibraryWorkflow workflow, object facts, DateOnly? asOf = null, Explain explain = Explain.Rules) =>
        workflow.Decide(JsonSerializer.SerializeToUtf8Bytes(facts, facts.GetType(), Json), asOf, explain);

    /// <summary>The same on facts as JSON in UTF-8, <c>{"lesion": {…}}</c>.</summary>
    public static Decision Decide(this LibraryWorkflow workflow, ReadOnlySpan<byte> facts, DateOnly? asOf = null, Explain explain = Explain.Rules)
    {
        if (!workflow.CanDecide) throw new LibraryException([RuleEngine.CannotDecide(workflow.Name)]);
        var engine = Engines.GetValue(workflow.Library, static library => new RuleEngine(library));
        var outcome = engine.Decide(workflow.Name, facts, asOf ?? engine.Today, explain);
        return outcome.Decision ?? throw new FactsException(workflow.Name, outcome.Errors);
    }
}
