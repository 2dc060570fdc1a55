using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Binding;

/// <summary>Which types go together. Units: a plain number meets any unit, two numbers with units only the same one.</summary>
internal static class TypeRules
{
    public static bool UnitsMeet(NumberType a, NumberType b) => a.Unit is null || b.Unit is null || a.Unit == b.Unit;

    /// <summary>The type of a value that may come from either side; null when there is none.</summary>
    public static FactType? Join(FactType a, FactType b) => (a, b) switch
    {
        (AbsentType, _) => b,
        (_, AbsentType) => a,
        (NumberType x, NumberType y) => UnitsMeet(x, y) ? new NumberType(x.IsInteger && y.IsInteger, x.Unit ?? y.Unit) : null,
        (EnumType, TextType) or (TextType, EnumType) => FactType.Text,
        (EnumType x, EnumType y) => x == y ? x : FactType.Text,
        (ListType x, ListType y) => Join(x.Element, y.Element) is { } element ? new ListType(element) : null,
        _ => a == b ? a : null,
    };

    /// <summary>Whether values of the two types can be compared for equality.</summary>
    public static bool Comparable(FactType a, FactType b) => (a, b) switch
    {
        (AbsentType, _) or (_, AbsentType) => true,
        (NumberType, NumberType) or (BooleanType, BooleanType) or (DateType, DateType) => true,
        (TextType, TextType) or (EnumType, TextType) or (TextType, EnumType) => true,
        (EnumType x, EnumType y) => x == y,
        _ => false,
    };

    public static bool Ordered(FactType type) => type is NumberType or DateType or AbsentType;

    public static bool IsTextual(FactType type) => type is TextType or EnumType or AbsentType;

    public static bool IsBoolean(FactType type) => type is BooleanType or AbsentType;

    public static bool IsNumber(FactType type) => type is NumberType or AbsentType;

    public static bool IsScalar(FactType type) => type is not (ListType or ObjectType);

    public static NumberType NumberOf(FactType type) => type as NumberType ?? FactType.Number;
}
