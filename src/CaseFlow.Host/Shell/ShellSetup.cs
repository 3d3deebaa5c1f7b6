using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Shell.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Scalar.AspNetCore;

namespace CaseFlow.Host.Shell;

/// <summary>What stands round every feature: errors, the OpenAPI document, its reference page, the start page.</summary>
internal static class ShellSetup
{
    public static void AddShell(this IServiceCollection services)
    {
        services.AddOpenApi("v1", ApiDocument.Describe);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddSingleton<KeptAnswers>();
    }

    public static void UseShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler(errors => errors.Run(AnswerFailure));
        app.UseStatusCodePages(context => AnswerBareStatus(context.HttpContext));
        app.UseWhen(AsksForPage, pages => pages.UseStatusCodePagesWithReExecute(NotFoundPage.Address));
        app.Use(RefuseNul);
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference(
            "/docs",
            options =>
                options
                    .WithTitle("CaseFlow")
                    .WithDynamicBaseServerUrl()
                    // Everything that would ask another host.
                    .DisableDefaultFonts()
                    .DisableTelemetry()
                    .DisableAgent()
                    .DisableMcp()
                    .HideDeveloperTools()
        );
        app.MapGet("/schemas/process.json", () => Results.Text(ProcessSchema.Json, "application/schema+json"))
            .ExcludeFromDescription();
    }

    // A browser is shown a page, also where there is none; a program gets a problem document.
    private static bool AsksForPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    // No text that the product keeps can hold U+0000 (PostgreSQL has no place for it), so nothing can be asked for by it.
    private static Task RefuseNul(HttpContext context, RequestDelegate next) =>
        context.Request.QueryString.Value!.Contains("%00", StringComparison.Ordinal)
            ? ApiProblem.Malformed("The address holds the character U+0000.").ExecuteAsync(context)
            : next(context);

    private static Task AnswerFailure(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()!.Error;
        var problem = failure switch
        {
            BadHttpRequestException { StatusCode: 413 } => new ApiProblem(
                413,
                "body-too-large",
                "The body is too large."
            ),
            BadHttpRequestException bad => new ApiProblem(bad.StatusCode, "malformed", Plain(bad)),
            _ => new ApiProblem(500, "failed", "The host failed at this. It is in its log; nothing was changed."),
        };
        return problem.ExecuteAsync(context);
    }

    // The framework's text names the parameter and its .NET type; the parameter is what helps.
    private static string Plain(BadHttpRequestException bad) =>
        bad.InnerException is JsonException ? "The body is not JSON."
        : bad.Message.Split('"') is [_, var parameter, ..] ? $"'{parameter.Split(' ')[^1]}' has the wrong form."
        : "The request is malformed.";

    private static Task AnswerBareStatus(HttpContext context)
    {
        var (code, detail) = context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => ("not-found", $"There is nothing at {context.Request.Path}. See /docs."),
            StatusCodes.Status405MethodNotAllowed => (
                "method-not-allowed",
                $"{context.Request.Method} is not possible at {context.Request.Path}. See /docs."
            ),
            StatusCodes.Status415UnsupportedMediaType => ("media-type", "The body must be application/json."),
            var status => ("not-possible", $"The answer is {status}."),
        };
        return new ApiProblem(context.Response.StatusCode, code, detail).ExecuteAsync(context);
    }
}
