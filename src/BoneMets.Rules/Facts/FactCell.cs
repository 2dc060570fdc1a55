namespace BoneMets.Rules.Facts;

/// <summary>One fact of a frame as a value: <c>bool</c>, <c>decimal</c>, <c>string</c> (texts and words), <see cref="DateOnly"/>, a list, null for unknown.</summary>
public static class FactCell
{
    public static object? Read(FactFrame frame, FactProperty fact) => fact.Type switch
    {
        NumberType => double.IsNaN(frame.Numbers[fact.Slot]) ? null : frame.Exact[fact.Slot],
        TextType => frame.Texts[fact.Slot],
        ListType => frame.Lists[fact.Slot],
        ObjectType => frame.Objects[fact.Slot],
        _ when frame.Codes[fact.Slot] == FactFrame.Unknown => null,
        BooleanType => frame.Codes[fact.Slot] == 1,
        EnumType words => words.Values[frame.Codes[fact.Slot]],
        _ => DateOnly.FromDayNumber(frame.Codes[fact.Slot]),
    };

    /// <summary>A list of objects is made known by <c>false</c> (empty) or <c>true</c> (of one element, of which nothing is known); a list that was read is put back.</summary>
    public static void Write(FactFrame frame, FactProperty fact, object? value)
    {
        switch (value)
        {
            case null: frame.SetUnknown(fact); break;
            case FactList list: frame.Lists[fact.Slot] = list; break;
            case FactFrame nested: frame.Objects[fact.Slot] = nested; break;
            case decimal number: frame.SetNumber(fact, number); break;
            case DateOnly date: frame.SetDate(fact, date); break;
            case bool hasElement when fact.Type is ListType:
                var made = frame.Lists[fact.Slot] = new FactList($"{frame.Path}.{fact.Name}", fact.ElementSchema);
                if (hasElement) made.Add();
                break;
            case bool truth: frame.SetBoolean(fact, truth); break;
            case string word when fact.Type is EnumType: frame.SetEnumeration(fact, word); break;
            case string text: frame.SetText(fact, text); break;
            default: throw new InvalidOperationException($"no fact can be {value.GetType().Name}");
        }
    }
}
