using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;

namespace CaseFlow.Host.Shell;

/// <summary>Turns away whoever may not do what an endpoint does, before it reads anything.</summary>
internal static class RightsGate
{
    /// <summary>Says which right of the table an endpoint needs.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, Right right) =>
        endpoint.WithMetadata(right);

    public static void UseRights(this IApplicationBuilder app) => app.Use(Check);

    private static Task Check(HttpContext context, RequestDelegate next) =>
        context.User.Identity is { IsAuthenticated: true }
        && context.GetEndpoint()?.Metadata.GetMetadata<Right>() is { } right
        && context.Actor().WhyNot(right) is { } refusal
            ? ApiProblem.Of(refusal).ExecuteAsync(context)
            : next(context);
}
