using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using static BoneMets.Rules.Tests.Compilation.BoundBuilder;

namespace BoneMets.Rules.Tests.Compilation;

/// <summary>Random workflows and facts with few different values, so that boundaries, ties and unknowns meet often. Plain ones have no lists and no choice between numbers.</summary>
internal sealed class RandomWorkflows(int seed, int rules = 40, bool plain = false)
{
    private static readonly decimal[] Numbers = [0, 1, 1.5m, 2, 3, 3.3m, 4, 9, 10, 12, 0.1m, 0.3m, -2, 100];
    private static readonly string[] Days = ["2020-02-29", "2024-02-29", "2025-01-31", "2026-01-31"];
    private static readonly string[] Names = ["Ann", "Bob", ""];

#pragma warning disable CA5394 // Random tests, not secrets.
    private readonly Random random = new(seed);
    private readonly BoundBuilder b = new("Random", ("patient", Samples.Patient));
    private readonly BoundWorkflow used = Samples.Mirels();
    private readonly List<BoundNode> numbers = [];
    private readonly List<BoundNode> truths = [];
    private readonly List<(BoundNode Node, Func<BoundPattern> Pattern)> words = [];

    public BoundWorkflow Workflow()
    {
        for (var i = 0; i < 4; i++) AddTable(i);
        for (var i = 0; i < 6; i++)
        {
            if (random.Next(2) == 0) numbers.Add(Reference(b.Param($"number{i} = …", Number(3))));
            else truths.Add(Reference(b.Param($"truth{i} = …", Truth(2))));
        }
        var items = Enumerable.Range(0, 2).Select(AddItem).ToArray();
        numbers.Add(Reference(b.Score("score", items)));
        for (var i = 0; i < rules; i++) truths.Add(Reference(b.Rule($"Rule{i}: …", Truth(4))));
        return b.Build();
    }

    public FactFrame Facts()
    {
        var frame = new FactFrame(Samples.Patient, "patient");
        Fill(frame);
        return frame;
    }

    public void Fill(FactFrame frame) => Fill(frame, 0);

    private void Fill(FactFrame frame, int depth)
    {
        var unknown = random.Next(4);
        foreach (var property in frame.Schema.Properties)
        {
            if (random.Next(4) < unknown) continue;
            switch (property.Type)
            {
                case NumberType { IsInteger: true }: frame.SetNumber(property, random.Next(property.Maximum == 3 ? 4 : 14)); break;
                case NumberType: frame.SetNumber(property, Pick(Numbers)); break;
                case BooleanType: frame.SetBoolean(property, random.Next(2) == 0); break;
                case EnumType type: frame.SetEnumeration(property, Pick(type.Values)); break;
                case DateType: frame.SetDate(property, DateOnly.Parse(Pick(Days))); break;
                case TextType: frame.SetText(property, Pick(Names)); break;
                case ObjectType: Fill(frame.ObjectAt(property), depth + 1); break;
                default:
                    var list = frame.ListAt(property);
                    for (var i = random.Next(4); i > 0; i--) Fill(list.Add(), depth + 1);
                    break;
            }
        }
    }

    private BoundNode Truth(int depth)
    {
        if (depth == 0 || random.Next(8) == 0) return Leaf();
        return random.Next(14) switch
        {
            0 or 1 => And(Truth(depth - 1), Truth(depth - 1), Truth(depth - 1)),
            2 or 3 => Or(Truth(depth - 1), Truth(depth - 1)),
            4 => Not(Truth(depth - 1)),
            5 or 6 or 7 => Compare(Number(depth - 1), Pick(["==", "!=", "<", "<=", ">", ">="]), Number(depth - 1)),
            8 => Is(Number(depth - 1), NumberPattern()),
            9 => new BoundIsKnown(default, random.Next(2) == 0 ? Number(1) : Truth(1)),
            10 => new BoundCoalesce(default, FactType.Boolean, Truth(depth - 1), Truth(depth - 1)),
            11 => new BoundConditional(default, FactType.Boolean, Truth(depth - 1), Truth(depth - 1), Truth(depth - 1)),
            12 => Compare(Truth(depth - 1), "==", Truth(depth - 1)),
            _ => plain ? Leaf() : List(),
        };
    }

    private BoundNode Leaf() => random.Next(12) switch
    {
        0 => b.Fact("patient.dialysis"),
        1 => b.Fact("patient.spine.unstable"),
        2 => Compare(b.Fact("patient.site"), Pick(["==", "!=", "<", ">="]), Word(Pick(Samples.Site.Values), Samples.Site)),
        3 => Compare(b.Fact("patient.site"), Pick(["==", "!="]), b.Fact("patient.otherSite")),
        4 => Compare(b.Fact("patient.name"), Pick(["==", "!=", "<", ">="]), Text(Pick(Names))),
        5 => Compare(b.Fact("patient.imaged"), Pick(["==", "!=", "<", "<=", ">", ">="]), random.Next(2) == 0 ? b.Fact("patient.diagnosed") : Day(Pick(Days))),
        6 => Is(b.Fact("patient.name"), random.Next(2) == 0 ? Texts(Pick(Names)) : new BoundNotPattern(default, NullOr(Texts(Pick(Names))))),
        7 => Is(b.Fact("patient.dialysis"), Truth(random.Next(2) == 0)),
        8 => Is(b.Fact("patient.diagnosed"), new BoundValuePattern(default, NumberSet.Of(true, new Interval(new Bound(DateOnly.Parse(Pick(Days)).DayNumber, true), Bound.Open)))),
        9 when words.Count > 0 && Pick(words) is var (node, pattern) => Is(node, pattern()),
        _ => truths.Count == 0 ? b.Fact("patient.dialysis") : Pick(truths),
    };

    private static BoundPattern Truth(bool value) => BoundBuilder.Truth(value);

    private BoundNode Number(int depth)
    {
        if (depth <= 0 || random.Next(3) == 0)
        {
            return random.Next(8) switch
            {
                0 => b.Fact("patient.calcium"),
                1 => b.Fact("patient.albumin"),
                2 => b.Fact("patient.age"),
                3 => b.Fact("patient.spine.grade"),
                4 or 5 when numbers.Count > 0 => Pick(numbers),
                _ => BoundBuilder.Number(Pick(Numbers)),
            };
        }
        return random.Next(10) switch
        {
            < 4 => Calculate(Number(depth - 1), Pick(['+', '-', '*', '/']), Number(depth - 1)),
            4 => new BoundNegate(default, Number(depth - 1)),
            5 => new BoundFunction(default, FactType.Number, Pick([ScalarFunction.Min, ScalarFunction.Max]), [Number(depth - 1), Number(depth - 1)]),
            6 => new BoundFunction(default, FactType.Number, Pick([ScalarFunction.Abs, ScalarFunction.Floor, ScalarFunction.Ceiling, ScalarFunction.Round]), [Number(depth - 1)]),
            7 when !plain => new BoundConditional(default, FactType.Number, Truth(1), Number(depth - 1), Number(depth - 1)),
            8 => new BoundCoalesce(default, FactType.Number, Number(depth - 1), Number(depth - 1)),
            _ => new BoundFunction(
                default, FactType.Integer, Pick([ScalarFunction.DaysBetween, ScalarFunction.MonthsBetween, ScalarFunction.YearsBetween]),
                [b.Fact("patient.diagnosed"), random.Next(2) == 0 ? b.Fact("patient.imaged") : new BoundAsOf(default)]),
        };
    }

    private BoundNode List()
    {
        if (random.Next(4) == 0)
        {
            var markers = b.Fact("patient.markers");
            var m = Element(markers, "m");
            return random.Next(2) == 0
                ? Query(ListOperation.Contains, markers, null, null, Number(0))
                : Query(ListOperation.Any, markers, m, Compare(Variable(m), Pick(["==", "<", ">="]), Number(1)));
        }
        var lesions = b.Fact("patient.lesions");
        var l = Element(lesions);
        var fact = Compare(Member(Variable(l), "corticalPercent"), Pick(["<", ">=", "=="]), Number(1));
        var rule = new BoundUseReference(default, new BoundUse(used, [Variable(l)]), Pick(used.Rules));
        var test = random.Next(3) switch { 0 => fact, 1 => And(rule, Member(Variable(l), "painful")), _ => Or(fact, rule, Member(Variable(l), "painful")) };
        var source = random.Next(3) == 0 ? Query(ListOperation.Where, lesions, l, Is(Member(Variable(l), "site"), Words(Samples.Site, "upperLimb"))) : lesions;
        return random.Next(3) switch
        {
            0 => Query(ListOperation.Any, source, l, test),
            1 => Query(ListOperation.All, source, l, test),
            _ => Compare(Query(ListOperation.Count, source, random.Next(3) == 0 ? null : l, null), ">=", BoundBuilder.Number(random.Next(4))),
        };
    }

    private BoundPattern NumberPattern()
    {
        var (x, y) = (Pick(Numbers), Pick(Numbers));
        BoundPattern range = Range(Math.Min(x, y), random.Next(3) == 0 ? null : Math.Max(x, y), true, true);
        return random.Next(4) switch { 0 => NullOr(range), 1 => new BoundNotPattern(default, range), _ => range };
    }

    /// <summary>Rows with random conditions. Nothing is proved of them, except completeness by an otherwise row.</summary>
    private void AddTable(int index)
    {
        var isWord = random.Next(2) == 0;
        var type = isWord ? (FactType)Samples.Appearance : FactType.Number;
        var policy = Pick([HitPolicy.First, HitPolicy.Unique, HitPolicy.Any, HitPolicy.Priority]);
        var rows = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(2) == 0
            ? Row([NumberPattern(), Words(Samples.Site, Pick(Samples.Site.Values))], Outcome())
            : new BoundRow([NumberPattern(), null], Truth(1), false, [Outcome()], [], Node)).ToList();
        var isComplete = policy == HitPolicy.First && random.Next(2) == 0;
        if (isComplete) rows.Add(Otherwise(Outcome()));
        var table = b.Table(
            $"table{index}", policy, [("…", Number(1)), ("patient.site", b.Fact("patient.site"))], rows, isComplete, false, false, ($"table{index}", type));
        var value = Reference(table.Outputs[0]);
        if (isWord) words.Add((value, () => random.Next(3) == 0 ? NullOr(Words(Samples.Appearance, "mixed")) : Words(Samples.Appearance, "blastic", "mixed")));
        else numbers.Add(value);

        BoundNode Outcome() => isWord ? Word(Pick(Samples.Appearance.Values), Samples.Appearance) : BoundBuilder.Number(Pick(Numbers));
    }

    private TableDefinition AddItem(int index) => b.Table(
        $"item{index}", HitPolicy.First, [("…", Number(1))],
        [Row([NumberPattern()], BoundBuilder.Number(random.Next(4))), Row([NumberPattern()], BoundBuilder.Number(random.Next(4))), Otherwise(BoundBuilder.Number(5))],
        true, false, true, ($"item{index}", FactType.Number));

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
#pragma warning restore CA5394
}
