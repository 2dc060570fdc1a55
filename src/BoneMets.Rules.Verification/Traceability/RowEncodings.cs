using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Traceability;

/// <summary>The table rows and score bands of a workflow that cite statements, with the golden cases on whose facts they surely apply: each case is evaluated to see.</summary>
internal static class RowEncodings
{
    public static IEnumerable<Encoding> Of(LibraryWorkflow workflow, CancellationToken cancellation)
    {
        var cited = Cited(workflow.Model).ToList();
        if (cited.Count == 0) return [];
        var cases = Applying(workflow, cancellation);
        return cited.SelectMany(c => Statements(c.Evidence).Select(s => new Encoding(s, workflow, c.Name, null, [.. cases[c.Node]])));
    }

    /// <summary>Rows and bands that cite a statement, tables first.</summary>
    private static IEnumerable<(string Name, JsonTextNode Node, IReadOnlyList<Citation> Evidence)> Cited(Workflow model)
    {
        var rows = model.Tables.SelectMany(t => t.Rows.Select((r, i) => ($"{t.Name}, row {i + 1}", r.Node, r.Evidence)));
        var bands = model.Scores.SelectMany(s => s.Items).SelectMany(item => item.Bands.Select((b, i) => ($"{item.Name}, band {i + 1}", b.Node, b.Evidence)));
        return rows.Concat(bands).Where(c => Statements(c.Evidence).Any());
    }

    private static IEnumerable<string> Statements(IReadOnlyList<Citation> evidence) =>
        evidence.SelectMany(c => c.Statements).Select(s => s.Text).Distinct(StringComparer.Ordinal);

    /// <summary>By the row's place in the document, the cases in their order. A case whose facts do not fit shows nothing.</summary>
    private static ILookup<JsonTextNode, TracedCase> Applying(LibraryWorkflow workflow, CancellationToken cancellation)
    {
        var found = new List<(JsonTextNode Row, TracedCase Case)>();
        if (workflow.Bound is { } bound)
        {
            var reader = new FactReader([.. bound.Inputs.Select(i => (i.Name, i.Schema))]);
            var facts = reader.Rent();
            foreach (var golden in workflow.Cases?.Cases ?? [])
            {
                cancellation.ThrowIfCancellationRequested();
                if (!reader.Read(CanonicalJson.Of(golden.Facts), facts, new List<Diagnostic>())) continue;
                var hits = new RowHits();
                var evaluator = new Evaluator(bound, facts.Inputs, golden.AsOf, hits);
                foreach (var output in bound.Definitions.OfType<TableOutputDefinition>()) evaluator.ValueOf(output);
                found.AddRange(hits.Rows.Select(row => (row, new TracedCase(workflow.Name, golden))));
            }
        }
        return found.ToLookup(f => f.Row, f => f.Case);
    }

    /// <summary>Collects the rows that surely apply.</summary>
    private sealed class RowHits : ITrace
    {
        public HashSet<JsonTextNode> Rows { get; } = [];

        public void ExitRow(TableDefinition table, int row, Value applies)
        {
            if (applies is KnownValue { Content: true }) Rows.Add(table.Rows[row].Node);
        }

        public void Enter(BoundNode node)
        {
        }

        public void Exit(BoundNode node, Value value)
        {
        }

        public void EnterDefinition(BoundWorkflow workflow, IReadOnlyList<FactFrame> inputs, string name)
        {
        }

        public void ExitDefinition(BoundWorkflow workflow, IReadOnlyList<FactFrame> inputs, string name, Value value)
        {
        }

        public void EnterRow(TableDefinition table, int row)
        {
        }

        public void EnterCell(TableDefinition table, int row, int column)
        {
        }

        public void ExitCell(TableDefinition table, int row, int column, Value matches)
        {
        }
    }
}
