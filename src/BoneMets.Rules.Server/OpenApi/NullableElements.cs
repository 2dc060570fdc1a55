using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BoneMets.Rules.Server.OpenApi;

/// <summary>Says which lists and maps may hold <c>null</c>: the framework sees only whether the list itself may be.</summary>
internal sealed class NullableElements : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo?.AttributeProvider is PropertyInfo property && new NullabilityInfoContext().Create(property).GenericTypeArguments is [.., { ReadState: NullabilityState.Nullable }])
        {
            Allow(schema.Items);
            Allow(schema.AdditionalProperties);
        }
        return Task.CompletedTask;
    }

    private static void Allow(IOpenApiSchema? element)
    {
        if (element is OpenApiSchema { Type: { } type } own) own.Type = type | JsonSchemaType.Null;
    }
}
