using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Cases;

/// <summary>Which rules and outputs of a decision read <c>asOf</c>: themselves, through other definitions, through used or included workflows.</summary>
internal sealed class DateReaders(BoundWorkflow? workflow)
{
    private readonly Dictionary<Definition, bool> known = new(ReferenceEqualityComparer.Instance);

    /// <param name="name">As a decision names it: <c>rule</c>, <c>Included.rule</c>, <c>Included[patient.lesions[0]].rule</c>.</param>
    public bool Reads(string name) => workflow is { ReadsAsOf: true } && Reads(workflow, name);

    private bool Reads(BoundWorkflow scope, string name)
    {
        if (scope.Definitions.FirstOrDefault(d => d.Name == name && d is not ParameterDefinition { Rule: not null }) is { } own) return Reads(own);
        foreach (var include in scope.Includes)
        {
            var used = include.Use.Workflow;
            if (!name.StartsWith(used.Name, StringComparison.Ordinal) || Inner(name[used.Name.Length..]) is not { } inner) continue;
            return Reads(include.When) || Reads(include.ForEach) || include.Use.Arguments.Any(Reads) || Reads(used, inner);
        }
        return false;
    }

    /// <summary>What follows <c>.</c> or <c>[path].</c>; null when neither stands there.</summary>
    private static string? Inner(string rest)
    {
        var depth = 0;
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '[') depth++;
            else if (rest[i] == ']') depth--;
            else if (depth == 0) return rest[i] == '.' ? rest[(i + 1)..] : null;
        }
        return null;
    }

    private bool Reads(Definition definition)
    {
        if (known.TryGetValue(definition, out var before)) return before;
        known[definition] = false;
        return known[definition] = definition switch
        {
            ParameterDefinition parameter => Reads(parameter.Expression),
            ScoreDefinition score => score.Items.Any(Reads),
            TableOutputDefinition output => output.Table.Columns.Any(c => Reads(c.Expression)) || output.Table.Rows.Any(r => Reads(r.Condition) || r.Then.Any(Reads)),
            RuleDefinition rule => Reads(rule.Condition),
            _ => false,
        };
    }

    private bool Reads(BoundNode? expression) => expression is not null && BoundTree.SelfAndDescendants(expression).Any(node => node switch
    {
        BoundAsOf => true,
        BoundReference reference => Reads(reference.Target),
        BoundUseReference reference => Reads(reference.Target),
        _ => false,
    });
}
