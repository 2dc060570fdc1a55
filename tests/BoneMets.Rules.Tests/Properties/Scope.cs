using System.Collections.Immutable;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>Something with a value that an expression can name.</summary>
internal sealed record Symbol(Kind Kind, string Text, IReadOnlyList<string> Words);

/// <summary>
/// What an expression can read at its place. A pure scope has neither ways out of unknown (<c>??</c>, <c>IsKnown</c>, <c>null</c>, <c>_</c>)
/// nor anything that can fault.
/// </summary>
internal sealed record Scope(World World, bool IsPure, bool HasPatient)
{
    public ImmutableList<Symbol> Symbols { get; init; } = [];

    /// <summary>The facts of the innermost lambda's element and what used workflows say of it.</summary>
    public ImmutableList<Symbol> Near { get; init; } = [];

    /// <summary>Used workflows with an input <c>thing</c>: their members by name.</summary>
    public ImmutableList<(string Workflow, Symbol Member)> Used { get; init; } = [];

    public int Lambdas { get; init; }

    public string Variable => $"x{Lambdas}";

    public bool MayNest => HasPatient && Lambdas < 2;

    /// <summary>The scope of a workflow: the facts of its inputs.</summary>
    public static Scope Of(World world, bool isPure, bool hasPatient)
    {
        var symbols = Facts(world.Thing, "thing");
        if (hasPatient) symbols = symbols.AddRange(Facts(world.Patient, "p")).AddRange(Facts(world.Inner, "p.inner")).Add(new Symbol(Kind.Numbers, "p.values", []));
        return new Scope(world, isPure, hasPatient) { Symbols = symbols };
    }

    public Scope With(params IEnumerable<Symbol> symbols) => this with { Symbols = Symbols.AddRange(symbols) };

    /// <summary>Members of a used workflow, on the caller's own inputs; inside of lambdas also on the element.</summary>
    public Scope Using(string workflow, IReadOnlyList<Symbol> members) => this with
    {
        Symbols = Symbols.AddRange(members.Select(m => m with { Text = $"{workflow}.{m.Text}" })),
        Used = Used.AddRange(members.Select(m => (workflow, m))),
    };

    /// <summary>Inside of a lambda over the list of things.</summary>
    public Scope OverThings() => this with
    {
        Symbols = Symbols.AddRange(Near),
        Near = Facts(World.Thing, Variable).AddRange(Used.Select(u => u.Member with { Text = $"{u.Workflow}(thing: {Variable}).{u.Member.Text}" })),
        Lambdas = Lambdas + 1,
    };

    /// <summary>Inside of a lambda over a list of numbers.</summary>
    public Scope OverNumbers() => this with { Symbols = Symbols.AddRange(Near), Near = [new Symbol(Kind.Number, Variable, [])], Lambdas = Lambdas + 1 };

    private static ImmutableList<Symbol> Facts(IReadOnlyList<Field> fields, string owner) =>
        [.. fields.Select(f => new Symbol(f.Kind, $"{owner}.{f.Name}", f.Words))];
}
