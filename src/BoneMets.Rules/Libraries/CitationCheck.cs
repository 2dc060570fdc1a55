using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Libraries;

/// <summary>What a workflow cites must be in <c>evidence.json</c>: the source, and the statements of that source.</summary>
internal static class CitationCheck
{
    public static void Run(Workflow model, EvidenceDocument evidence, DiagnosticBag bag)
    {
        foreach (var citation in model.Citations())
        {
            if (evidence.Sources.All(s => s.Id != citation.Source))
                bag.Add((citation.Node["Source"] ?? citation.Node).At(DiagnosticCode.UnknownSource, $"`{citation.Source}` is not in evidence.json", Suggestion.DidYouMean(citation.Source, evidence.Sources.Select(s => s.Id))));
            foreach (var statement in citation.Statements) Check(citation, statement, evidence, bag);
        }
    }

    private static void Check(Citation citation, AuthoredText id, EvidenceDocument evidence, DiagnosticBag bag)
    {
        if (evidence.Statements.FirstOrDefault(s => s.Id == id.Text) is not { } statement)
            bag.Add(id.Node.At(DiagnosticCode.UnknownStatement, $"there is no statement `{id.Text}` in evidence.json", Suggestion.DidYouMean(id.Text, evidence.Statements.Select(s => s.Id))));
        else if (statement.Source != citation.Source)
            bag.Add(id.Node.At(DiagnosticCode.UnknownStatement, $"`{id.Text}` is a statement of `{statement.Source}`, not of `{citation.Source}`", "cite it under its own source"));
        else if (statement.NoRule is not null)
            bag.Add(id.Node.At(DiagnosticCode.UnknownStatement, $"evidence.json says that no rule encodes `{id.Text}`", "remove the citation, or `NoRule` of the statement"));
    }
}
