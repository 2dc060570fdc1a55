using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>
/// The facts of a patient as unknowns of the solver, within the domains of the fact schemas. Two workflows that read the same fact of the same
/// type share it, so that two versions can be asked about one patient. Not thread safe.
/// </summary>
internal sealed class SymbolicFacts(Script script, IReadOnlyCollection<string> texts, int longestList)
{
    private readonly Dictionary<string, (string Domain, Symbol Symbol)> declared = new(StringComparer.Ordinal);
    private readonly Dictionary<Symbol, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly List<DeclaredFact> unknowns = [];
    private readonly List<string> texts = [.. texts.Order(StringComparer.Ordinal)];
    private int textFacts;
    private Number? asOf;

    /// <summary>Lists are looked at up to this length.</summary>
    public int LongestList { get; } = longestList;

    /// <summary>What is made of facts alone and cannot be said, by how it is written.</summary>
    public Dictionary<string, Symbol> Anything { get; } = new(StringComparer.Ordinal);

    /// <summary>All that was declared, to be read from a solution.</summary>
    public IReadOnlyList<DeclaredFact> Unknowns => unknowns;

    /// <summary>Some list was declared, so that a proof is about lists up to <see cref="LongestList"/>.</summary>
    public bool HasLists { get; private set; }

    /// <summary>The evaluation date, which may be missing.</summary>
    public Number AsOf => asOf ??= (Number)OfType("asOf", FactType.Date, null);

    public SymbolicFrame Input(string name, ObjectSchema schema) => new(schema, name, this);

    /// <summary>One and the same for everybody who reads the fact. Refused when two versions allow other values of it: what is proved of one domain says nothing of the other.</summary>
    internal Symbol Declare(SymbolicFrame owner, FactProperty property)
    {
        var path = owner.Schema.IsScalarElement ? owner.Path : $"{owner.Path}.{property.Name}";
        if (property.Type is ObjectType type) return new Thing(new SymbolicFrame(type.Schema, path, this), Term.False, Term.False);
        var domain = DomainOf(property);
        if (declared.TryGetValue(path, out var known)) return known.Domain == domain ? known.Symbol : throw new NotTranslatedException($"the versions allow other values of `{path}`");
        var symbol = property.Type is ListType ? List(path, property) : OfType(path, property.Type, property);
        declared.Add(path, (domain, symbol));
        return symbol;
    }

    /// <summary>A number for a symbol, always the same for the same one.</summary>
    internal int NumberOf(Symbol symbol)
    {
        if (!numbers.TryGetValue(symbol, out var number)) numbers.Add(symbol, number = numbers.Count);
        return number;
    }

    private static string DomainOf(FactProperty property) => string.Join('|',
    [
        property.Type.Describe(), .. (property.Type as EnumType)?.Values ?? [], Bound(property.Minimum), Bound(property.Maximum), $"{property.Earliest:O}", $"{property.Latest:O}",
        .. property.OtherUnits.OrderBy(u => u.Key, StringComparer.Ordinal).Select(u => $"{u.Key}*{Bound(u.Value.Factor)}/{Bound(u.Value.Divisor)}"),
    ]);

    private static string Bound(decimal? number) => number is { } known ? ValueText.Number(known) : "-";

    private Symbol OfType(string path, FactType type, FactProperty? property)
    {
        var known = script.Declare("Bool");
        if (type is BooleanType)
        {
            var truth = script.Declare("Bool");
            unknowns.Add(new DeclaredFact(path, type, known, truth, []));
            return new Truth(Term.And(known, truth), Term.And(known, Term.Not(truth)), Term.False);
        }
        if (type is NumberType or DateType)
        {
            var isWhole = type is DateType or NumberType { IsInteger: true };
            var raw = script.Declare(isWhole ? "Int" : "Real");
            unknowns.Add(new DeclaredFact(path, type, known, raw, []));
            var value = isWhole ? new Term($"(to_real {raw})") : raw;
            if (type is DateType) Within(value, property?.Earliest?.DayNumber ?? new DateOnly(1900, 1, 1).DayNumber, property?.Latest?.DayNumber ?? new DateOnly(2100, 12, 31).DayNumber);
            else Within(value, property?.Minimum, property?.Maximum);
            return new Number([new Alternative(Term.True, value, value)], Term.Not(known), Term.False);
        }
        var words = type is EnumType enumeration ? enumeration.Values : TextsOfNext();
        var index = script.Declare("Int");
        unknowns.Add(new DeclaredFact(path, type, known, index, words));
        script.Assert(new Term($"(and (<= 0 {index}) (< {index} {words.Count}))"));
        return new Word(words.Select((w, i) => (w, i)).ToDictionary(w => w.w, w => Term.And(known, new Term($"(= {index} {w.i})")), StringComparer.Ordinal), Term.Not(known), Term.False, true);
    }

    /// <summary>
    /// A text is one that the workflow names or another one. Of the others the first fact needs one, the second may have the same or its own,
    /// and so on: so all facts can differ, and any of them be equal.
    /// </summary>
    private List<string> TextsOfNext() => [.. texts, .. Enumerable.Range(1, ++textFacts).Select(i => i == 1 ? "another text" : $"another text {i}")];

    private Series List(string path, FactProperty property)
    {
        HasLists = true;
        var (known, length) = (script.Declare("Bool"), script.Declare("Int"));
        script.Assert(new Term($"(and (<= 0 {length}) (<= {length} {LongestList}))"));
        unknowns.Add(new DeclaredFact(path, property.Type, known, length, []));
        var schema = property.ElementSchema!;
        var elements = Enumerable.Range(0, LongestList).Select(i =>
        {
            var frame = new SymbolicFrame(schema, $"{path}[{i}]", this);
            var belongs = new Term($"(< {i} {length})");
            return new Element(schema.IsScalarElement ? frame.Read(schema.Properties[0]) : new Thing(frame, Term.False, Term.False), belongs, Term.False);
        });
        return new Series([.. elements], Term.Not(known), Term.False);
    }

    private void Within(Term value, decimal? minimum, decimal? maximum)
    {
        if (minimum is { } least) script.Assert(Term.AtMost(Term.Of(least), value));
        if (maximum is { } most) script.Assert(Term.AtMost(value, Term.Of(most)));
    }
}

/// <summary>An unknown of the solver: whether the fact is known, and its value (an index into <see cref="Words"/>, a day number, the length of a list).</summary>
internal sealed record DeclaredFact(string Path, FactType Type, Term Known, Term Value, IReadOnlyList<string> Words);
