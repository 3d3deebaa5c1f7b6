using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary>The endpoints of cases.</summary>
internal static class CasesSetup
{
    public static void AddCases(this IServiceCollection services)
    {
        services.AddSingleton<CaseScopes>();
        services.AddSingleton<HiddenCases>();
        services.AddSingleton<RelatedCaseReader>();
        services.AddSingleton<CaseFactsReader>();
        services.AddSingleton<CaseDoor>();
        services.AddSingleton<ShownCases>();
        services.AddSingleton<CaseList>();
        services.AddSingleton<DuplicateCases>();
        services.AddSingleton<CaseWatch>();
    }

    public static void MapCases(this IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("Cases");
        CreateCase.Map(cases);
        FindDuplicates.Map(cases);
        FindOpenCases.Map(cases);
        ListCases.Map(cases);
        ReadCase.Map(cases);
        EditCase.Map(cases);
        MoveStatus.Map(cases);
        MoveStage.Map(cases);
        QueueWork.Map(cases);
        AddToQueue.Map(cases);
        AssignCase.Map(cases);
        ResolveCase.Map(cases);
        CancelCase.Map(cases);
        ReactivateCase.Map(cases);
        SwitchDecrement.Map(cases);
        MergeCases.Map(cases);
        UndoChange.Map(cases);
        Children.Map(cases);
        PossibleCommands.Map(cases);
        ReadPath.Map(cases);
        Timeline.Map(cases);
    }

    /// <summary>Describes an endpoint that takes a command: the body is read by hand, so it is told of here.</summary>
    public static RouteHandlerBuilder AsCaseCommand<TRequest>(
        this RouteHandlerBuilder endpoint,
        int status = StatusCodes.Status200OK
    )
        where TRequest : notnull =>
        endpoint
            .Accepts<TRequest>(isOptional: typeof(TRequest) == typeof(NoBody), "application/json")
            .Produces<CaseShape>(status)
            .ProducesProblems(400, 401, 403, 404, 409, 412, 413, 422);

    public static RouteHandlerBuilder AsCaseRead(this RouteHandlerBuilder endpoint) =>
        endpoint.ProducesProblems(400, 401, 404);
}
