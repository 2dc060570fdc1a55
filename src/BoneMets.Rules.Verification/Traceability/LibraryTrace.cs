using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Verification.Traceability;

/// <summary>
/// From every statement of a source to the rules, table rows and score bands that encode it, and on to the golden cases that show them.
/// Immutable; the same library gives the same trace. <see cref="Findings"/> are the places where the chain is broken.
/// </summary>
/// <param name="Statements">By id, numbers in it counted as numbers: S2 stands before S10.</param>
/// <param name="Rules">Every enabled rule, nested ones included, by workflow and then as in the document.</param>
public sealed record LibraryTrace(
    RuleLibrary Library, IReadOnlyList<StatementTrace> Statements, IReadOnlyList<RuleTrace> Rules, IReadOnlyList<Diagnostic> Findings)
{
    public static LibraryTrace Of(RuleLibrary library, CancellationToken cancellation = default)
    {
        var expected = new ExpectedVerdicts(library);
        var rules = library.Workflows.SelectMany(w => w.Model.AllRules().Select(r => new RuleTrace(w, r, expected.Of(w.Name, r.Name)))).ToList();
        var encodings = rules.SelectMany(Encodings).Concat(library.Workflows.SelectMany(w => RowEncodings.Of(w, cancellation))).ToLookup(e => e.Statement, StringComparer.Ordinal);
        var statements = library.Statements.OrderBy(s => s.Id, NaturalOrder.Instance)
            .Select(s => new StatementTrace(s, [.. library.Workflows.SelectMany(w => encodings[s.Id].Where(e => ReferenceEquals(e.Workflow, w)))])).ToList();
        return new LibraryTrace(library, statements, rules, TraceFindings.Of(statements, rules));
    }

    private static IEnumerable<Encoding> Encodings(RuleTrace rule) =>
        rule.Statements.Select(s => new Encoding(s, rule.Workflow, rule.Rule.Name, rule, rule.Cases.Met));
}

public sealed record StatementTrace(SourceStatement Statement, IReadOnlyList<Encoding> EncodedBy)
{
    /// <summary>Neither encoded nor left out for a reason.</summary>
    public bool IsGap => EncodedBy.Count == 0 && Statement.NoRule is null;
}

/// <summary>
/// A rule, table row or score band that cites a statement. <see cref="Cases"/> show it: of a rule those that expect it met, of a row or band
/// those of its own workflow on whose facts it surely applies.
/// </summary>
/// <param name="Name">Of a rule its name, else the table or score item and the number of the row or band, from 1.</param>
/// <param name="Rule">Null for a row or band.</param>
public sealed record Encoding(string Statement, LibraryWorkflow Workflow, string Name, RuleTrace? Rule, IReadOnlyList<TracedCase> Cases);

public sealed record RuleTrace(LibraryWorkflow Workflow, Rule Rule, RuleCases Cases)
{
    /// <summary>The statements that it cites, each once.</summary>
    public IEnumerable<string> Statements => Rule.Evidence.SelectMany(c => c.Statements).Select(s => s.Text).Distinct(StringComparer.Ordinal);
}

/// <summary>
/// The golden cases that name a rule, those of workflows that include it among them. A case may expect several verdicts of a rule that is
/// included once per element; it then counts once under each of them and once under <see cref="Any"/>.
/// </summary>
public sealed record RuleCases(IReadOnlyList<TracedCase> Met, int NotMet, int Undetermined, int Failed, int Any)
{
    public static readonly RuleCases None = new([], 0, 0, 0, 0);
}

/// <summary>A golden case and the workflow that it decides with.</summary>
public sealed record TracedCase(string Workflow, GoldenCase Case);
