using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation;

/// <summary>All mutants of a workflow: every operator at every site. Two operators that write the same text make one mutant.</summary>
public static class MutantFinder
{
    public static IReadOnlyList<Mutant> Of(BoundWorkflow workflow, IReadOnlyList<IMutationOperator>? operators = null)
    {
        var mutants = new List<Mutant>();
        var seen = new HashSet<(int Start, string? Json)>();
        foreach (var site in MutationSites.Of(workflow))
            foreach (var by in operators ?? MutationOperators.All)
                foreach (var edit in by.Edits(site))
                    if (Mutant(site, by, edit) is { } mutant && seen.Add((mutant.Replaces.Span.Start, mutant.Json))) mutants.Add(mutant);
        return mutants;
    }

    private static Mutant? Mutant(MutationSite site, IMutationOperator by, MutationEdit edit)
    {
        var workflow = site.Workflow.Name;
        switch (edit)
        {
            case TextEdit text:
                var authored = ((TextSite)site).Authored;
                var core = Core((TextSite)site, text);
                var after = authored.Text[..text.Span.Start] + text.NewText + authored.Text[text.Span.End..];
                if (after == authored.Text) return null;
                return new Mutant(workflow, site.Part, by.Name, SourcePlace.Of(authored.Node, text.Span), authored.Text, after, authored.Node)
                {
                    Core = (authored.Text[core.Start..core.End], authored.Text[core.Start..text.Span.Start] + text.NewText + authored.Text[text.Span.End..core.End]),
                    Json = CanonicalJson.Quote(after),
                    Definitions = site.Definitions,
                };
            case ValueEdit value:
                var (before, json) = (value.Node.Text ?? value.Node.Raw, JsonText.Parse("value", value.Json).Root?.Text ?? value.Json);
                return new Mutant(workflow, site.Part, by.Name, SourcePlace.Of(value.Node), before, json, value.Node) { Json = value.Json, Definitions = site.Definitions };
            case RemovalEdit removal:
                return new Mutant(workflow, site.Part, by.Name, SourcePlace.Of(removal.Item), removal.Before, "(removed)", removal.Item) { Definitions = site.Definitions };
            default:
                throw new InvalidOperationException($"no mutant for {edit.GetType().Name}");
        }
    }

    /// <summary>The comparison, call or chain around an edit; a constant by itself says little. Of a cell the whole.</summary>
    private static TextSpan Core(TextSite site, TextEdit edit)
    {
        var around = site is PatternSite ? [] : site.Nodes.Where(n => n is BinarySyntax or IsSyntax or ConditionalSyntax or UnarySyntax or CallSyntax or LambdaSyntax)
            .Select(n => n.Span).Where(s => s.Start <= edit.Span.Start && s.End >= edit.Span.End && s.Length >= edit.Span.Length);
        return around.OrderBy(s => s.Length).FirstOrDefault(new TextSpan(0, site.Text.Length));
    }
}
