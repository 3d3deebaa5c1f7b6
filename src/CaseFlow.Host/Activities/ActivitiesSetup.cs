namespace CaseFlow.Host.Activities;

/// <summary>The endpoints of activities.</summary>
internal static class ActivitiesSetup
{
    public static void MapActivities(this IEndpointRouteBuilder api)
    {
        var ofCase = api.MapGroup("/cases").WithTags("Activities");
        AddActivity.Map(ofCase);
        ListActivities.Map(ofCase);
        var activities = api.MapGroup("/activities").WithTags("Activities");
        CloseActivity.Map(activities);
        ConvertActivity.Map(activities);
    }
}
