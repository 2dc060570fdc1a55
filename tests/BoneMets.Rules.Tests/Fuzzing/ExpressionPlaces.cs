using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Authoring;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Tests.Properties;
using BoneMets.Rules.Tests.Spec;
using FsCheck;
using FsCheck.Fluent;

namespace BoneMets.Rules.Tests.Fuzzing;

/// <summary>Where an expression is written: what names it can use, texts that are at home there, and facts of that workflow.</summary>
internal sealed class ExpressionPlace(RuleLibrary library, string workflow, IReadOnlyList<string> texts, IEnumerable<string> facts, Gen<string>? grammar = null)
{
    private static readonly DateOnly Day = new(2026, 1, 31);
    private readonly List<(FactSet Facts, DateOnly? AsOf)> sets = [];

    /// <summary>Nothing known at all comes first.</summary>
    public IReadOnlyList<(string Text, DateOnly? AsOf)> FactTexts { get; } = [("{}", null), .. facts.Select(f => (f, (DateOnly?)Day))];

    public RuleLibrary Library { get; } = library;

    public BoundWorkflow Workflow { get; } = library[workflow].Bound!;

    public AuthoringContext Context { get; } = AuthoringContext.Of(library, workflow)!;

    public IReadOnlyList<(FactSet Facts, DateOnly? AsOf)> Facts
    {
        get
        {
            if (sets.Count > 0) return sets;
            var reader = new FactReader([.. Workflow.Inputs.Select(i => (i.Name, i.Schema))]);
            foreach (var (text, asOf) in FactTexts)
            {
                var set = reader.Rent();
                if (reader.Read(Encoding.UTF8.GetBytes(text), set, null)) sets.Add((set, asOf));
            }
            return sets;
        }
    }

    /// <summary>One of its texts, one made by the grammar, or words without order.</summary>
    public string Text(Random random) =>
        grammar is not null && random.Chance(60) ? grammar.Make((ulong)random.Next())
        : texts.Count == 0 || random.Chance(5) ? ExpressionMutation.Soup(random)
        : random.Pick(texts);
}

/// <summary>What an expression needs besides facts.</summary>
internal static class Reads
{
    /// <summary>Definitions that it names are those of its place, not of a workflow that could be evaluated; only facts are the same in both.</summary>
    public static bool Definitions(BoundNode node) => BoundTree.SelfAndDescendants(node).Any(n => n is BoundReference or BoundUseReference);
}

/// <summary>The places that there are: the small world of the tables, generated worlds, and every shipped workflow.</summary>
internal static class ExpressionPlaces
{
    /// <summary>So many come first that are made for tests.</summary>
    public const int Small = 1 + Worlds;

    private const int Worlds = 8, FactsEach = 12;
    private static readonly string[] Members = ["Expression", "Condition", "When", "Input", "Then", "Otherwise", "SuccessEvent", "Value"];
    private static readonly Lazy<RuleLibrary> ShippedLibrary = new(() => RuleLibrary.Load(Path.Combine(SpecTable.Root(), "workflows")).Required());

    public static IReadOnlyList<ExpressionPlace> All() => [Table(), .. Enumerable.Range(1, Worlds).Select(i => Generated((ulong)i)), .. Shipped()];

    public static ExpressionPlace Table()
    {
        var rows = SpecTable.All();
        var facts = rows.Select(r => Facts(r.Facts)).Distinct(StringComparer.Ordinal);
        return new ExpressionPlace(SpecWorld.Load(Array.Empty<(string, string)>()).Library, "Spec", [.. rows.Select(r => r.Expression)], facts.Where((_, i) => i % 10 == 0));
    }

    public static ExpressionPlace Generated(ulong seed)
    {
        var documents = RandomWorkflows.Library(1, isPure: false).Make(seed);
        var scope = Scope.Of(documents.World, isPure: false, hasPatient: true);
        var grammar = Gen.Elements<Kind>(Kind.Truth, Kind.Truth, Kind.Truth, Kind.Number, Kind.Date, Kind.Text, Kind.Numbers).SelectMany(kind => ExpressionGen.Any(scope, kind, [], 3));
        var facts = documents.World.Layout.Partial(30).ArrayOf(FactsEach).Make(seed).Select(f => f.ToJson());
        return new ExpressionPlace(documents.LoadSound(seed), "Main0", [.. documents.Workflows.SelectMany(Texts)], facts, grammar);
    }

    private static IEnumerable<ExpressionPlace> Shipped() =>
        from workflow in ShippedLibrary.Value.Workflows
        where workflow.Bound is not null
        let facts = (workflow.Cases?.Cases ?? []).Take(FactsEach).Select(c => c.Facts.Raw)
        select new ExpressionPlace(ShippedLibrary.Value, workflow.Name, [.. Texts(JsonNode.Parse(workflow.Model.Node.Raw)!)], facts);

    /// <summary>Every text that stands where an expression or a pattern can.</summary>
    private static IEnumerable<string> Texts(JsonNode node) => node switch
    {
        JsonObject members => members.Where(m => m.Value is not null).SelectMany(m => m.Value!.GetValueKind() == JsonValueKind.String && Members.Contains(m.Key) ? [m.Value.GetValue<string>()] : Texts(m.Value)),
        JsonArray items => items.Where(i => i is not null).SelectMany(i => i!.GetValueKind() == JsonValueKind.String ? [i.GetValue<string>()] : Texts(i)),
        _ => [],
    };

    /// <summary>The facts of a row as those of its workflow: the evaluation date is none of them.</summary>
    private static string Facts(string row)
    {
        using var document = JsonDocument.Parse(row);
        var fields = document.RootElement.EnumerateObject().Where(f => f.Name != "asOf").Select(f => string.Create(CultureInfo.InvariantCulture, $"{JsonSerializer.Serialize(f.Name)}:{f.Value.GetRawText()}"));
        return $"{{\"p\":{{{string.Join(",", fields)}}}}}";
    }
}
