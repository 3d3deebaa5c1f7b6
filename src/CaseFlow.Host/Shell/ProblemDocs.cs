namespace CaseFlow.Host.Shell;

/// <summary>Tells the OpenAPI document which problems an endpoint can answer with.</summary>
internal static class ProblemDocs
{
    public static RouteHandlerBuilder ProducesProblems(
        this RouteHandlerBuilder endpoint,
        params ReadOnlySpan<int> statuses
    )
    {
        foreach (var status in statuses)
        {
            endpoint.Produces<ProblemShape>(status, ApiProblem.ContentType);
        }

        return endpoint;
    }
}
