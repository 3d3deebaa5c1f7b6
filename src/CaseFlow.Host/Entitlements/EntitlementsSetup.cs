namespace CaseFlow.Host.Entitlements;

/// <summary>The endpoints of entitlements. Everybody reads them; supervisors and admins change them.</summary>
internal static class EntitlementsSetup
{
    public static void AddEntitlements(this IServiceCollection services)
    {
        services.AddSingleton<EntitlementReader>();
        services.AddSingleton<EntitlementDoor>();
    }

    public static void MapEntitlements(this IEndpointRouteBuilder api)
    {
        var entitlements = api.MapGroup("/entitlements").WithTags("Entitlements");
        CreateEntitlement.Map(entitlements);
        ReadEntitlements.Map(entitlements);
        EditEntitlement.Map(entitlements);
        ChangeEntitlement.Map(entitlements);
        RenewEntitlement.Map(entitlements);
        ReadLedger.Map(entitlements);
        EntitlementTemplates.Map(api.MapGroup("/entitlement-templates").WithTags("Entitlements"));
    }
}
