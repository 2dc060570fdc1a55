using System.Globalization;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>
/// Emits all that a decision without explanation says: verdicts, which facts each undetermined rule still lacks, and the outputs, in exact
/// decimals and step by step as the evaluator does it, but with every name resolved and nothing allocated. What has no such code is left out
/// with all that reads it; then the details are not whole, and only the verdicts in them serve.
/// </summary>
internal sealed partial class DetailEmission
{
    /// <summary>Bits of the widest mask.</summary>
    private const int MostPaths = 128;
    private const int WordBits = 64;

    private readonly Identifiers names = new();
    private readonly List<string> paths;
    private readonly Dictionary<(string Frame, string Property), string> factNames = [];
    private readonly Dictionary<string, DetailScope> scopes = new(StringComparer.Ordinal);
    private readonly List<ObjectSchema> absent = [];
    private readonly HashSet<Definition> referenced;
    private readonly DetailScope root;

    /// <summary>With the <paramref name="knownPaths"/> of an earlier run their places are the bits.</summary>
    private DetailEmission(BoundWorkflow workflow, IEnumerable<string> knownPaths)
    {
        Workflow = workflow;
        paths = [.. knownPaths];
        root = new DetailScope(workflow, [.. workflow.Inputs.Select(i => new DetailFrame(new InputFrame(i.Schema, names.Unique(i.Name)), i.Name))], "");
        referenced = [.. BoundTree.Roots(workflow).SelectMany(BoundTree.SelfAndDescendants).OfType<BoundReference>().Select(r => r.Target)];
        Layout = new DetailLayout(workflow);
    }

    public BoundWorkflow Workflow { get; }

    public IEnumerable<string> InputNames => root.Inputs.Select(i => i.Source!.Name);

    public List<Step> Steps { get; } = [];

    /// <summary>Values that live longer than one method: C# type and name.</summary>
    public List<(string Type, string Name)> Fields { get; } = [];

    /// <summary>Members of the generated class besides its methods.</summary>
    public List<string> Statics { get; } = [];

    public DetailLayout Layout { get; }

    /// <summary>Schemas of nested objects that may be absent.</summary>
    public IReadOnlyList<ObjectSchema> AbsentSchemas => absent;

    /// <summary>The facts that may be missing, in ordinal order: their bits.</summary>
    public IReadOnlyList<string> Paths => paths;

    /// <summary>Rules without code: their bits are never set.</summary>
    public List<int> SkippedRules { get; } = [];

    /// <summary>Every rule and every output has code, so that a decision can be written from the details.</summary>
    public bool IsWhole => Workflow.Includes.Count == 0 && SkippedRules.Count == 0 && Layout.Cells.Take(Layout.Outputs).All(c => c.Type is not null);

    public bool IsWide => paths.Count > WordBits;

    /// <summary>Twice: the first run finds the facts that may be missing, the second knows their order.</summary>
    public static DetailEmission Of(BoundWorkflow workflow, CancellationToken cancellation)
    {
        var first = new DetailEmission(workflow, []);
        first.Run(cancellation);
        var second = new DetailEmission(workflow, first.paths.Order(StringComparer.Ordinal));
        second.Run(cancellation);
        return second;
    }

    private void Run(CancellationToken cancellation)
    {
        for (var i = 0; i < Workflow.Rules.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                Rule(Workflow.Rules[i], i);
            }
            catch (NotCompiledException)
            {
                SkippedRules.Add(i);
            }
        }
        for (var i = 0; i < Layout.Cells.Count; i++)
        {
            try
            {
                Cell(i);
            }
            catch (NotCompiledException)
            {
                Layout.Cells[i].Type = null;
            }
        }
    }

    private void Rule(RuleDefinition rule, int index)
    {
        var value = referenced.Contains(rule) ? ToTruth(Value(root, rule)) : null;
        var (place, step) = Open(root, $"{rule.Name}: {Emission.TextOf(rule)}");
        value ??= ToTruth(Lower(rule.Condition, place), place);
        var (word, bit) = (Literal.Whole(index / WordBits), Literal.Whole(index % WordBits));
        if (value.True != "false") place.Block.Add($"s.met[{word}] |= ({value.True} ? 1UL : 0UL) << {bit};");
        if (value.False != "false") place.Block.Add($"s.notMet[{word}] |= ({value.False} ? 1UL : 0UL) << {bit};");
        place.Block.Add($"s.missing[{Literal.Whole(index)}] = {value.Missing};");
        Steps.Add(step);
    }

    private void Cell(int index)
    {
        var cell = Layout.Cells[index];
        var (place, step) = Open(root, $"cell {Literal.Whole(index)}: {cell.Name}");
        var shape = cell.Output is { } output ? Value(root, output) : Lower(cell.Expression!, place);
        cell.Type = TypeOf(shape);
        var target = $"s.cells[{Literal.Whole(index)}]";
        place.Block.Add(shape switch
        {
            DetailUnknown => $"{target}.SetUnknown();",
            DetailConstant { Value: bool } or DetailTruth => Truth(ToTruth(shape)),
            DetailConstant { Value: decimal } => Number(ToNumber(shape, place)),
            DetailConstant { Value: DateOnly date } => $"{target}.SetCode({Literal.Day(date)});",
            DetailConstant constant => $"{target}.SetText({Literal.Text((string)constant.Value)});",
            DetailNumber number => Number(number),
            DetailCode code => $"{target}.SetCode({code.Code});",
            DetailText text => $"{target}.SetText({text.Text});",
            DetailRows rows => $"{target}.SetRows({rows.Mask});",
            _ => throw new NotCompiledException(shape.GetType().Name),
        });
        if (shape is DetailRows { Values: var values }) cell.RowValues = values;
        Steps.Add(step);

        string Truth(DetailTruth truth) => $"{target}.SetTruth({truth.True}, {truth.False});";
        string Number(DetailNumber number) => number is { Bound: not null, Near: { } whole }
            ? $"{target}.SetWhole({whole.Low}, {whole.High});"
            : $"{target}.SetNumber({number.Bounded}, {number.Low}, {number.High});";
    }

    /// <summary>A word that is constant by itself has no index: it is shown as a text.</summary>
    private static FactType TypeOf(DetailShape shape) => shape switch
    {
        DetailConstant { Value: string } or DetailText => FactType.Text,
        DetailConstant { Type: var type } => type,
        DetailTruth => FactType.Boolean,
        DetailCode { Type: var type } => type,
        DetailRows { Type: var type } => type,
        _ => FactType.Number,
    };

    /// <summary>The value of a definition in a scope; computed at most once there.</summary>
    private DetailShape Value(DetailScope scope, Definition definition)
    {
        if (definition is TableOutputDefinition output) return Table(scope, output.Table)[output.Index];
        if (scope.Values.TryGetValue(definition, out var value)) return value ?? throw new NotCompiledException(definition.Name);
        scope.Values[definition] = null;
        var (place, step) = Open(scope, $"{scope.Prefix}{definition.Name}: {Emission.TextOf(definition)}");
        var shape = definition switch
        {
            ParameterDefinition parameter => Lower(parameter.Expression, place),
            ScoreDefinition score => Sum(score, place),
            RuleDefinition rule => ToTruth(Lower(rule.Condition, place), place),
            _ => throw new NotCompiledException(definition.GetType().Name),
        };
        value = Publish(shape, $"{scope.Prefix}{definition.Name}", place);
        Steps.Add(step);
        scope.Values[definition] = value;
        return value;
    }

    private static (DetailPlace Place, Step Step) Open(DetailScope scope, string comment)
    {
        var block = new CodeBlock(0);
        return (new DetailPlace(scope, block), new Step(block, Identifiers.Comment(comment)));
    }

    /// <summary>Gives a value names that later methods can read.</summary>
    private DetailShape Publish(DetailShape shape, string name, DetailPlace place)
    {
        switch (shape)
        {
            case DetailTruth truth:
                return new DetailTruth(Store("bool", $"{name}_met", truth.True, place), Store("bool", $"{name}_notMet", truth.False, place), Missing());
            case DetailNumber { Bound: { } bound, Near: { } whole }:
                var least = Store("double", whole.Low == whole.High ? name : $"{name}_low", whole.Low, place);
                return DetailNumber.Whole(least, whole.Low == whole.High ? least : Store("double", $"{name}_high", whole.High, place), Missing(), bound);
            case DetailNumber number:
                var low = Store("decimal", number.IsPoint ? name : $"{name}_low", number.Low, place);
                var high = number.IsPoint ? low : Store("decimal", $"{name}_high", number.High, place);
                var near = number.Near is { } doubles && number.IsPoint ? Store("double", $"{name}_near", doubles.Low, place) : null;
                return new DetailNumber(Store("bool", $"{name}_bounded", number.Bounded, place), low, high, Missing(), near is null ? null : (near, near));
            case DetailCode code:
                return code with { Code = Store("int", name, code.Code, place), Missing = Missing() };
            case DetailText text:
                return new DetailText(Store("string?", name, text.Text, place), Missing());
            case DetailRows rows:
                return rows with { Mask = Store("ulong", $"{name}_rows", rows.Mask, place), Missing = Missing() };
            case DetailUnknown:
                return new DetailUnknown(Missing());
            default:
                return shape;
        }

        string Missing() => Store("Bits", $"{name}_missing", shape.Missing, place);
    }

    private string Store(string type, string name, string value, DetailPlace place)
    {
        if (value is "true" or "false" or DetailShape.Nothing) return value;
        if (value.StartsWith("s.", StringComparison.Ordinal) && value.AsSpan(2).IndexOfAny(" .[(") < 0) return value;
        var unique = names.Unique(name);
        Fields.Add((type, unique));
        place.Block.Add($"s.{unique} = {value};");
        return $"s.{unique}";
    }

    private string Local(DetailPlace place, string type, string name, string value)
    {
        if (value is "true" or "false" or DetailShape.Nothing) return value;
        var unique = names.Unique(name);
        place.Block.Add($"{type} {unique} = {value};");
        return unique;
    }

    private static void Unsure(DetailPlace place, string condition) => place.Block.AddOnce($"unsure |= {condition};");

    private string BitOf(string path)
    {
        var index = paths.IndexOf(path);
        if (index < 0)
        {
            if (paths.Count == MostPaths) throw new NotCompiledException("more facts than bits");
            index = paths.Count;
            paths.Add(path);
        }
        return index < WordBits ? Literal.Mask(1UL << index) : $"new UInt128({Literal.Mask(1UL << (index - WordBits))}, 0)";
    }

    private static string Union(params IEnumerable<string> parts)
    {
        var list = parts.Where(p => p != DetailShape.Nothing).Distinct(StringComparer.Ordinal).ToList();
        return list.Count switch { 0 => DetailShape.Nothing, 1 => list[0], _ => $"({string.Join(" | ", list)})" };
    }

    /// <summary>Nothing is missing of what is decided.</summary>
    private string Unless(string known, string missing, DetailPlace place) => (known, missing) switch
    {
        ("true", _) or (_, DetailShape.Nothing) => DetailShape.Nothing,
        ("false", _) => missing,
        _ => Local(place, "Bits", "missing", $"{known} ? {DetailShape.Nothing} : {missing}"),
    };

    private string MissingOf(DetailShape shape, DetailPlace place) =>
        shape is DetailRows rows ? Unless(Known(rows), rows.Missing, place) : shape.Missing;

    private static string Exactly(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture) + "m";
        return value < 0 ? $"({text})" : text;
    }
}
