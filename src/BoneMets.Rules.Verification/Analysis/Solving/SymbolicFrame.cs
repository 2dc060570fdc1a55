using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>The facts of one object of all patients. Each fact is a symbol that is made when it is first read.</summary>
internal sealed class SymbolicFrame(ObjectSchema schema, string path, SymbolicFacts? facts)
{
    private readonly Dictionary<FactProperty, Symbol> read = [];

    public ObjectSchema Schema { get; } = schema;

    /// <summary>As <see cref="FactFrame.Path"/>.</summary>
    public string Path { get; } = path;

    public Symbol Read(FactProperty property)
    {
        if (!read.TryGetValue(property, out var symbol)) read.Add(property, symbol = facts is null ? Absent(property) : facts.Declare(this, property));
        return symbol;
    }

    /// <summary>Some fact is known; a list that is given is one, an empty one too.</summary>
    public Term IsAnyFactKnown() =>
        facts is null ? Term.False : Term.Or(Schema.Properties.Select(p => Read(p) switch { Thing thing => thing.Frame!.IsAnyFactKnown(), var fact => fact.Known }));

    /// <summary>The frame of an object that nobody gave.</summary>
    private Symbol Absent(FactProperty property) => property.Type switch
    {
        BooleanType => new Truth(Term.False, Term.False, Term.False),
        NumberType or DateType => new Number([], Term.True, Term.False),
        ObjectType type => new Thing(new SymbolicFrame(type.Schema, $"{Path}.{property.Name}", null), Term.False, Term.False),
        ListType => new Series([], Term.True, Term.False),
        _ => new Word(new Dictionary<string, Term>(StringComparer.Ordinal), Term.True, Term.False),
    };
}
