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

    /// <summary>
    /// Some number has more digits than a double tells apart (see <see cref="IsLong"/>), so that only <see cref="Exact"/> decides comparisons.
    /// Set by whoever fills <see cref="Numbers"/>.
    /// </summary>
    public bool HasLongNumbers { get; set; }

    /// <summary>Makes every fact unknown again. Nested frames and lists are dropped.</summary>
    public void Clear()
    {
        Array.Fill(Numbers, double.NaN);
        Array.Fill(Codes, Unknown);
        Array.Clear(Texts);
        Array.Clear(Objects);
        Array.Clear(Lists);
        HasLongNumbers = false;
    }

    public void SetNumber(FactProperty property, decimal value)
    {
        Numbers[property.Slot] = (double)value;
        Exact[property.Slot] = value;
        HasLongNumbers |= IsLong(value);
    }

    /// <summary>
    /// More than 15 digits or 22 decimals as written. Below that two different decimals are two different doubles, in the same order:
    /// both parts of the division by a power of ten are exact, so its result is the nearest double.
    /// </summary>
    public static bool IsLong(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return bits[2] != 0 || value.Scale > 22 || ((ulong)(uint)bits[1] << 32 | (uint)bits[0]) >= 1_000_000_000_000_000;
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
