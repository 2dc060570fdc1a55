using FsCheck;
using FsCheck.Fluent;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>Lists of things and of numbers, and what is asked of them.</summary>
internal static class ListGen
{
    public static Gen<string> Test(Scope s, int depth) => Draw.From(
        (4, () => from list in Things(s, depth)
                  from query in Draw.Of("Any", "All")
                  from body in TruthGen.Any(s.OverThings(), depth - 1)
                  select $"{list}.{query}({s.Variable} => {body})"),
        (1, () => Things(s, depth).Select(list => $"{list}.Any()")),
        (2, () => from list in Numbers(s, depth)
                  from query in Draw.Of("Any", "All")
                  from body in TruthGen.Any(s.OverNumbers(), depth - 1)
                  select $"{list}.{query}({s.Variable} => {body})"),
        (2, () => from list in Numbers(s, depth) from item in NumberGen.Any(s, 0) select $"{list}.Contains({item})"));

    public static Gen<string> Number(Scope s, int depth) => Draw.From(
        (4, () => from list in Things(s, depth) from body in TruthGen.Any(s.OverThings(), depth - 1) select $"{list}.Count({s.Variable} => {body})"),
        (1, () => Things(s, depth).Select(list => $"{list}.Count()")),
        (2, () => from list in Things(s, depth) from query in Aggregates from body in NumberGen.Any(s.OverThings(), depth - 1) select $"{list}.{query}({s.Variable} => {body})"),
        (2, () => from list in Numbers(s, depth) from query in Aggregates select $"{list}.{query}()"),
        (1, () => from list in Things(s, depth) from body in TruthGen.Any(s.OverThings(), depth - 1) select $"{list}.FirstOrDefault({s.Variable} => {body}).n0"));

    public static Gen<string> Numbers(Scope s, int depth)
    {
        var named = ExpressionGen.Named(s, Kind.Numbers)!;
        return !s.MayNest || depth <= 1 ? named : Draw.From(
            (6, () => named),
            (2, () => from list in named from body in TruthGen.Any(s.OverNumbers(), depth - 2) select $"{list}.Where({s.Variable} => {body})"),
            (2, () => from body in NumberGen.Any(s.OverThings(), depth - 2) select $"p.things.Select({s.Variable} => {body})"),
            (1, () => named.Select(list => $"{list}.Distinct()")));
    }

    private static Gen<string> Aggregates => Draw.Of("Sum", "Sum", "Sum", "Min", "Max", "Average");

    private static Gen<string> Things(Scope s, int depth) => depth <= 1 ? Gen.Constant("p.things") : Draw.From(
        (6, () => Gen.Constant("p.things")),
        (3, () => from body in TruthGen.Any(s.OverThings(), depth - 2) select $"p.things.Where({s.Variable} => {body})"),
        (1, () => from body in NumberGen.Any(s.OverThings(), 0) from query in Draw.Of("OrderBy", "OrderByDescending") select $"p.things.{query}({s.Variable} => {body})"),
        (1, () => Draw.Of("p.things.Take(1)", "p.things.Skip(1)")));
}
