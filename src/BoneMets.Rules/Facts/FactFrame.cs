namespace BoneMets.Rules.Facts;

/// <summary>
/// The facts of one object, laid out by its schema so that compiled rules read them by position.
/// Unknown is <see cref="double.NaN"/> in <see cref="Numbers"/>, <see cref="Unknown"/> in <see cref="Codes"/>, null elsewhere;
/// an absent nested object is a frame whose facts are all unknown. <see cref="Path"/> is how the caller's facts name this object
/// (<c>patient.lesions[0]</c>); missing facts are reported below it. Mutable so that it can be reused; not thread safe.
/// </summary>
public sealed class FactFrame
{
    public const int Unknown = -1;

    public FactFrame(ObjectSchema schema, string path)
    {
        Schema = schema;
        Path = path;
        Numbers = new double[schema.NumberCount];
        Exact = new decimal[schema.NumberCount];
        Codes = new int[schema.CodeCount];
        Texts = new string?[schema.TextCount];
        Objects = new FactFrame?[schema.ObjectCount];
        Lists = new FactList?[schema.ListCount];
        Array.Fill(Numbers, double.NaN);
        Array.Fill(Codes, Unknown);
    }

    public ObjectSchema Schema { get; }

    public string Path { get; set; }

    /// <summary>Numbers in the canonical unit, rounded to the nearest double; comparing two unequal ones decides exactly.</summary>
    public double[] Numbers { get; }

    /// <summary>The same numbers exactly. Meaningless where <see cref="Numbers"/> is NaN.</summary>
    public decimal[] Exact { get; }

    /// <summary>Booleans as 0 and 1, enumerations by index, dates as <see cref="DateOnly.DayNumber"/>.</summary>
    public int[] Codes { get; }

    public string?[] Texts { get; }

    public FactFrame?[] Objects { get; }

    public FactList?[] Lists { get; }

    /// <summary>Makes every fact unknown again. Nested frames and lists are dropped.</summary>
    public void Clear()
    {
        Array.Fill(Numbers, double.NaN);
        Array.Fill(Codes, Unknown);
        Array.Clear(Texts);
        Array.Clear(Objects);
        Array.Clear(Lists);
    }

    public void SetNumber(FactProperty property, decimal value)
    {
        Numbers[property.Slot] = (double)value;
        Exact[property.Slot] = value;
    }

    /// <summary>The nested object, or one whose facts are all unknown.</summary>
    public FactFrame ObjectAt(FactProperty property) =>
        Objects[property.Slot] ??= new FactFrame(((ObjectType)property.Type).Schema, $"{Path}.{property.Name}");
}

/// <summary>A list of facts; each element is a frame (a scalar one has the single property <c>value</c>). A given list counts as complete.</summary>
public sealed class FactList(string path)
{
    public string Path { get; } = path;

    public List<FactFrame> Items { get; } = [];
}
