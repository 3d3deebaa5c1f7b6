using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CaseFlow.Host.People.SignIn;

/// <summary>Tells the OpenAPI document how a request says who asks: in one of these ways.</summary>
internal static class SecurityDocs
{
    private static readonly ImmutableArray<(string Name, OpenApiSecurityScheme Scheme)> Ways =
    [
        (
            "apiKey",
            new()
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = $"{ApiKeys.Prefix}…",
                Description = "An API key, made at /api/keys.",
            }
        ),
        (
            "token",
            new()
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "A token of somebody whom the settings trust: SignIn:Jwt.",
            }
        ),
        (
            "cookie",
            new()
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = CookieSetup.Name,
                Description =
                    "Set by POST /api/sign-in. A change that comes with it must be from a page of the host: "
                    + "'Sec-Fetch-Site: same-origin', or its address as 'Origin'.",
            }
        ),
        (
            "loopbackHeaders",
            new()
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = CaseFlowHeaders.UserHeader,
                Description =
                    "Who asks, where he neither signed in nor sends a key; believed from this machine only, and where "
                    + $"SignIn:TrustLoopbackHeaders is on. His roles are in {CaseFlowHeaders.RolesHeader}.",
            }
        ),
    ];

    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Components ??= new();
                document.Components.SecuritySchemes = Ways.ToDictionary(
                    way => way.Name,
                    IOpenApiSecurityScheme (way) => way.Scheme,
                    StringComparer.Ordinal
                );
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                var said = context.Description.ActionDescriptor.EndpointMetadata;
                if (said.OfType<IAuthorizeData>().Any() && !said.OfType<IAllowAnonymous>().Any())
                {
                    operation.Security =
                    [
                        .. Ways.Select(way => new OpenApiSecurityRequirement
                        {
                            [new OpenApiSecuritySchemeReference(way.Name, context.Document)] = [],
                        }),
                    ];
                }

                return Task.CompletedTask;
            }
        );
    }
}
