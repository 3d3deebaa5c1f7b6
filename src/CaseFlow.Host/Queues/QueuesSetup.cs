namespace CaseFlow.Host.Queues;

/// <summary>Queues: what waits in them, who may see it, and who gets it.</summary>
internal static class QueuesSetup
{
    public static void AddQueues(this IServiceCollection services)
    {
        services.AddSingleton<StaffReader>();
        services.AddSingleton<AssignmentTurns>();
        services.AddSingleton<QueueAccess>();
        services.AddSingleton<FirstTaker>();
        services.AddSingleton<QueueOffers>();
        services.AddHostedService(provider => provider.GetRequiredService<QueueOffers>());
    }

    public static void MapQueues(this IEndpointRouteBuilder api)
    {
        var queues = api.MapGroup("/queues").WithTags("Queues");
        ListQueues.Map(queues);
        ListQueueItems.Map(queues);
        TakeNext.Map(queues);
        TakeNextOfMine.Map(queues);

        var cases = api.MapGroup("/cases").WithTags("Queues");
        RoutingOfCase.Map(cases);
        WhyNotThere.Map(cases);
    }
}
