using BoneMets.Rules.Authoring;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Server.Language;

/// <summary>Types as answers name them.</summary>
internal static class TypeInfos
{
    public static TypeInfo Of(Typing typing) => new(
        NameOf(typing.Type), (typing.Type as NumberType)?.Unit, typing.OtherUnits, [.. typing.Words.Select(w => new TypeValue(w.Value, w.Label))],
        typing.Fact?.Minimum, typing.Fact?.Maximum, typing.Items is { } items ? Of(items) : null, (typing.Type as ObjectType)?.Schema.Name);

    public static string NameOf(FactType type) => type switch
    {
        BooleanType => "boolean",
        NumberType { IsInteger: true } => "integer",
        NumberType => "number",
        TextType => "text",
        DateType => "date",
        EnumType => "enum",
        ListType => "list",
        ObjectType => "object",
        _ => "unknown",
    };
}
