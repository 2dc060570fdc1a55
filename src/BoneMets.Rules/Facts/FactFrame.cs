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

    // Nested frames and lists of earlier uses, so that the next use allocates nothing.
    private readonly FactFrame?[] spareObjects;
    private readonly FactList?[] spareLists;

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
        spareObjects = new FactFrame?[schema.ObjectCount];
        spareLists = new FactList?[schema.ListCount];
        Array.Fill(Numbers, double.NaN);
        Array.Fill(Codes, Unknown);
    }

    public ObjectSchema Schema { get; }

    public string Path { get; set; }

    /// <summary>Numbers in the canonical unit, rounded to the nearest double (<see cref="ExactNumber"/>); comparing two unequal ones decides exactly.</summary>
    public double[] Numbers { get; }

    /// <summary>The same numbers exactly. Meaningless where <see cref="Numbers"/> is NaN.</summary>
    public decimal[] Exact { get; }

    /// <summary>Booleans as 0 and 1, enumerations by index, dates as <see cref="DateOnly.DayNumber"/>.</summary>
    public int[] Codes { get; }

    public string?[] Texts { get; }

    public FactFrame?[] Objects { get; }

    public FactList?[] Lists { get; }

    /// <summary>Some number may have more digits than a double tells apart (see <see cref="IsLong"/>), so that only <see cref="Exact"/> decides comparisons.</summary>
    public bool HasLongNumbers { get; private set; }

    /// <summary>Makes every fact unknown again. Nested frames and lists are dropped here, kept aside and used again: do not hold on to them.</summary>
    public void Clear()
    {
        Array.Fill(Numbers, double.NaN);
        Array.Fill(Codes, Unknown);
        Array.Clear(Texts);
        Array.Clear(Objects);
        Array.Clear(Lists);
        HasLongNumbers = false;
    }

    public void SetNumber(FactProperty property, decimal value) => SetNumber(property, value, ExactNumber.ToDouble(value));

    internal void SetNumber(FactProperty property, decimal value, double nearest)
    {
        Numbers[property.Slot] = nearest;
        Exact[property.Slot] = value;
        HasLongNumbers |= IsLong(value);
    }

    /// <summary>More than 15 digits as written. Two different shorter decimals are two different doubles, in the same order.</summary>
    public static bool IsLong(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return bits[2] != 0 || unchecked((ulong)(uint)bits[1] << 32 | (uint)bits[0]) >= 1_000_000_000_000_000;
    }

    public void SetBoolean(FactProperty property, bool value) => Codes[property.Slot] = value ? 1 : 0;

    public void SetDate(FactProperty property, DateOnly value) => Codes[property.Slot] = value.DayNumber;

    public void SetText(FactProperty property, string value) => Texts[property.Slot] = value;

    /// <summary>Sets an enumeration by its word, which must be one of the listed ones.</summary>
    public void SetEnumeration(FactProperty property, string word)
    {
        var values = ((EnumType)property.Type).Values;
        for (var i = 0; i < values.Count; i++)
        {
            if (!string.Equals(values[i], word, StringComparison.Ordinal)) continue;
            Codes[property.Slot] = i;
            return;
        }
        throw new ArgumentException($"`{Path}.{property.Name}` is {property.Type.Describe()}, not `{word}`", nameof(word));
    }

    /// <summary>Makes one fact unknown again.</summary>
    public void SetUnknown(FactProperty property)
    {
        switch (property.Type)
        {
            case NumberType: Numbers[property.Slot] = double.NaN; break;
            case TextType: Texts[property.Slot] = null; break;
            case ObjectType: Objects[property.Slot] = null; break;
            case ListType: Lists[property.Slot] = null; break;
            default: Codes[property.Slot] = Unknown; break;
        }
    }

    /// <summary>The nested object, or one whose facts are all unknown.</summary>
    public FactFrame ObjectAt(FactProperty property) => Objects[property.Slot] ??= SpareObject(property);

    /// <summary>The list; an unknown one becomes empty, which is known.</summary>
    public FactList ListAt(FactProperty property) => Lists[property.Slot] ??= SpareList(property);

    private FactFrame SpareObject(FactProperty property)
    {
        if (spareObjects[property.Slot] is not { } frame)
            return spareObjects[property.Slot] = new FactFrame(((ObjectType)property.Type).Schema, $"{Path}.{property.Name}");
        frame.Clear();
        return frame;
    }

    private FactList SpareList(FactProperty property)
    {
        if (spareLists[property.Slot] is not { } list)
            return spareLists[property.Slot] = new FactList($"{Path}.{property.Name}", property.ElementSchema);
        list.Items.Clear();
        return list;
    }
}

/// <summary>A list of facts; each element is a frame (a scalar one has the single property <c>value</c>). A given list counts as complete.</summary>
public sealed class FactList(string path, ObjectSchema? elementSchema = null)
{
    /// <summary>Elements kept for the next use; a longer list allocates the rest again, so that one huge input does not fill memory for good.</summary>
    private const int MostSpares = 1_024;

    private readonly List<FactFrame> spares = [];

    public string Path { get; } = path;

    public List<FactFrame> Items { get; } = [];

    /// <summary>Appends an element whose facts are all unknown.</summary>
    public FactFrame Add()
    {
        var index = Items.Count;
        FactFrame frame;
        if (index < spares.Count)
        {
            frame = spares[index];
            frame.Clear();
        }
        else
        {
            var schema = elementSchema ?? throw new InvalidOperationException("the list was made without a schema for its elements");
            frame = new FactFrame(schema, $"{Path}[{index}]");
            if (index == spares.Count && index < MostSpares) spares.Add(frame);
        }
        Items.Add(frame);
        return frame;
    }
}
