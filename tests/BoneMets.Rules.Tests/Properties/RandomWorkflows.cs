using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>Workflow documents made up at random, all of whose parts may build on each other and on two used workflows.</summary>
internal static class RandomWorkflows
{
    private sealed record Draft(Scope Scope, ImmutableList<(string Section, JsonObject Node)> Parts)
    {
        public Draft Add(string section, JsonObject node, params IEnumerable<Symbol> symbols) =>
            this with { Scope = Scope.With(symbols), Parts = Parts.Add((section, node)) };
    }

    /// <summary>Schemas, the used workflows <c>Used</c> and <c>Second</c>, and several workflows that know nothing of each other.</summary>
    /// <param name="workflows">How many.</param>
    /// <param name="isPure">Without ways out and without faults.</param>
    public static Gen<Documents> Library(int workflows, bool isPure) =>
        from world in World.Any
        from used in Workflow(Scope.Of(world, isPure, hasPatient: false), "Used", [], definitions: 2, rules: 2, depth: 2)
        let outer = Scope.Of(world, isPure, hasPatient: true).Using("Used", used.Members)
        from second in Workflow(outer, "Second", ["Used"], definitions: 2, rules: 2, depth: 2)
        from mains in Gen.CollectToArray(Enumerable.Range(0, workflows), i => Workflow(outer.Using("Second", second.Members), $"Main{i}", ["Used", "Second"], definitions: 6, rules: 5, depth: 3))
        select Documents.Of(world, [used.Node, second.Node, .. mains.Select(m => m.Node)]);

    private static Gen<(JsonObject Node, IReadOnlyList<Symbol> Members)> Workflow(Scope scope, string name, string[] uses, int definitions, int rules, int depth) =>
        from defined in Draw.Fold(new Draft(scope, []), definitions, (draft, i) => Definition(draft, i))
        from draft in Draw.Fold(defined, rules, (d, i) => TopRule(d, $"Rule{i}", depth))
        select (Document(draft, scope, name, uses), (IReadOnlyList<Symbol>)[.. draft.Scope.Symbols.Skip(scope.Symbols.Count)]);

    private static JsonObject Document(Draft draft, Scope scope, string name, string[] uses)
    {
        var document = new JsonObject { ["WorkflowName"] = name, ["Inputs"] = new JsonArray(Input("thing", "thing")) };
        // Some say nothing of themselves and some are overdue on some days; by name, so that no other choice depends on it.
        var said = name[^1] % 3;
        if (said > 0) document["Title"] = $"\"{name}\" für alle";
        if (said == 2) document["Metadata"] = new JsonObject { ["IntendedUse"] = "tests", ["ReviewDue"] = World.Dates[2] };
        if (scope.HasPatient) document["Inputs"]!.AsArray().Add((JsonNode)Input("p", "patient"));
        if (uses.Length > 0) document["Uses"] = new JsonArray([.. uses.Select(u => new JsonObject { ["Workflow"] = u })]);
        foreach (var section in (string[])["GlobalParams", "Scores", "Tables", "Rules"])
            document[section] = new JsonArray([.. draft.Parts.Where(p => p.Section == section).Select(p => p.Node.DeepClone())]);
        return document;
    }

    private static JsonObject Input(string name, string schema) => new() { ["Name"] = name, ["Schema"] = schema };

    private static Gen<Draft> Definition(Draft draft, int index) => Draw.From(
        (5, () => Parameter(draft.Scope, $"param{index}").Select(made => draft.Add("GlobalParams", made.Node, made.Symbols))),
        (2, () => TableGen.Score(draft.Scope, $"score{index}").Select(made => draft.Add("Scores", made.Node, made.Symbols))),
        (5, () => TableGen.Table(draft.Scope, $"table{index}").Select(made => draft.Add("Tables", made.Node, made.Symbols))));

    private static Gen<Made> Parameter(Scope scope, string name) =>
        from scalar in Gen.Elements([.. ExpressionGen.Scalars, (Kind.Number, []), (Kind.Truth, [])])
        from expression in ExpressionGen.Any(scope, scalar.Kind, scalar.Words, 2)
        from hasUnit in Draw.Chance(15)
        select new Made(
            hasUnit && scalar.Kind == Kind.Number
                ? new JsonObject { ["Name"] = name, ["Expression"] = expression, ["Unit"] = "mg" }
                : new JsonObject { ["Name"] = name, ["Expression"] = expression },
            [new Symbol(scalar.Kind, name, scalar.Words)]);

    /// <summary>A rule, or a rule of nested ones that are rules of the workflow too.</summary>
    private static Gen<Draft> TopRule(Draft draft, string name, int depth) => Draw.From(
        (5, () => Rule(draft.Scope, name, depth).Select(made => draft.Add("Rules", made.Node, made.Symbols))),
        (1, () => from nested in Gen.CollectToArray(Enumerable.Range(0, 2), i => Rule(draft.Scope, $"{name}n{i}", depth - 1))
                  from joined in Draw.Of("And", "Or", "AndAlso", "OrElse")
                  select draft.Add(
                      "Rules",
                      new JsonObject { ["RuleName"] = name, ["Operator"] = joined, ["Rules"] = new JsonArray([.. nested.Select(n => n.Node.DeepClone())]) },
                      [new Symbol(Kind.Truth, name, []), .. nested.SelectMany(n => n.Symbols)])));

    private static Gen<Made> Rule(Scope scope, string name, int depth) =>
        from count in Draw.Of(0, 0, 1, 2)
        from locals in Draw.Fold((Scope: scope, Nodes: ImmutableList<JsonObject>.Empty), count, (state, i) =>
            Parameter(state.Scope, $"{name}local{i}").Select(made => (state.Scope.With(made.Symbols), state.Nodes.Add(made.Node))))
        from expression in TruthGen.Any(locals.Scope, depth)
        select new Made(
            locals.Nodes.IsEmpty
                ? new JsonObject { ["RuleName"] = name, ["Expression"] = expression }
                : new JsonObject { ["RuleName"] = name, ["Expression"] = expression, ["LocalParams"] = new JsonArray([.. locals.Nodes.Select(n => n.DeepClone())]) },
            [new Symbol(Kind.Truth, name, [])]);
}
