using System.Text.Json.Serialization.Metadata;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Host.People.SignIn;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CaseFlow.Host.Shell;

/// <summary>What the OpenAPI document says beside the endpoints themselves.</summary>
internal static class ApiDocument
{
    public static void Describe(OpenApiOptions options)
    {
        SecurityDocs.Describe(options);
        options.CreateSchemaReferenceId = NameOf;
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                DescribeByHand(schema, context.JsonTypeInfo.Type);
                return Task.CompletedTask;
            }
        );
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info.Title = "CaseFlow";
                document.Info.Version = "1";
                document.Info.Description =
                    "Cases, moved by processes written in YAML. Every change answers with the case as it now is and its "
                    + "`ETag`; `If-Match` guards an update, `Idempotency-Key` makes a POST safe to repeat. Errors are "
                    + $"`{ApiProblem.ContentType}` with a stable `code`.";
                document.Servers = [];
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                if (context.Description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true)
                {
                    AddHeaders(operation, context.Description.HttpMethod);
                }

                return Task.CompletedTask;
            }
        );
    }

    /// <summary>Requests are nested in the endpoint that takes them: <c>MoveStatus.Request</c> is called MoveStatusRequest.</summary>
    private static string? NameOf(JsonTypeInfo type) =>
        type.Type is { IsNested: true, DeclaringType: { } endpoint, Name: "Request" or "Answer" or "Entry" }
            ? endpoint.Name + type.Type.Name
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type)?.Replace("Shape", "", StringComparison.Ordinal);

    /// <summary>Types that are written by converters of their own look like nothing to whoever reads their properties.</summary>
    private static void DescribeByHand(OpenApiSchema schema, Type type)
    {
        if (type == typeof(CaseId))
        {
            (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
        }
        else if (type == typeof(FieldValues))
        {
            (schema.Type, schema.AdditionalProperties) = (
                JsonSchemaType.Object,
                new OpenApiSchema { Description = FieldText }
            );
        }
        else if (type == typeof(FieldValue))
        {
            (schema.Type, schema.Description) = (null, FieldText);
        }
    }

    private const string FieldText = "A text, a number, true or false, as the process declares the field.";

    private static void AddHeaders(OpenApiOperation operation, string? method)
    {
        Add(
            operation,
            CaseFlowHeaders.RolesHeader,
            $"With {CaseFlowHeaders.UserHeader}: agent, supervisor, designer, admin, automation; several with commas. Default: agent."
        );
        if (method is "POST" or "PATCH")
        {
            Add(operation, "If-Match", "The ETag of the case as it was seen; refused where it has changed since.");
            Add(
                operation,
                "Idempotency-Key",
                "The same key with the same request gets the first answer again, byte for byte."
            );
        }
    }

    private static void Add(OpenApiOperation operation, string header, string description)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(
            new OpenApiParameter
            {
                Name = header,
                In = ParameterLocation.Header,
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            }
        );
    }
}
