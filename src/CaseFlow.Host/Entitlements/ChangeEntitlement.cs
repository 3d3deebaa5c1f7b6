using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Entitlements;

/// <summary><c>POST /api/entitlements/{id}/activate|deactivate|cancel|default</c></summary>
internal static class ChangeEntitlement
{
    public static void Map(IEndpointRouteBuilder entitlements)
    {
        Map(
            entitlements,
            "activate",
            "Let cases use it from its first day on",
            EntitlementChange.Activate,
            async (db, row, cancellation) =>
            {
                row.State = EntitlementState.Activated;
                if (row.IsDefault)
                {
                    await EntitlementDoor.ClearOtherDefaults(db, row, cancellation);
                }
            }
        );
        Map(
            entitlements,
            "deactivate",
            "Make it a draft again, to change it",
            EntitlementChange.Deactivate,
            (_, row, _) =>
            {
                row.State = EntitlementState.Draft;
                return Task.CompletedTask;
            }
        );
        Map(
            entitlements,
            "cancel",
            "End it for good; what cases hold of it they can still give back",
            EntitlementChange.Cancel,
            (_, row, _) =>
            {
                row.State = EntitlementState.Cancelled;
                return Task.CompletedTask;
            }
        );
        Map(
            entitlements,
            "default",
            "Give it to the customer's cases where nobody chooses another one",
            null,
            async (db, row, cancellation) =>
            {
                row.IsDefault = true;
                await EntitlementDoor.ClearOtherDefaults(db, row, cancellation);
            }
        );
    }

    private static void Map(
        IEndpointRouteBuilder entitlements,
        string verb,
        string summary,
        EntitlementChange? change,
        Func<CaseFlowDb, EntitlementRow, CancellationToken, Task> work
    ) =>
        entitlements
            .MapPost(
                $"/{{id:guid}}/{verb}",
                async (HttpContext context, Guid id, EntitlementDoor door) =>
                {
                    var (bytes, problem) = await JsonBody.Read(context);
                    return problem is not null
                        ? problem
                        : await door.Change(
                            context,
                            id,
                            bytes,
                            change,
                            async (db, row, _) =>
                            {
                                await work(db, row, context.RequestAborted);
                                return null;
                            }
                        );
                }
            )
            .Needs(Rights.ChangeEntitlements)
            .WithName($"{char.ToUpperInvariant(verb[0])}{verb[1..]}Entitlement")
            .WithSummary(summary)
            .Produces<EntitlementView>()
            .ProducesProblems(400, 401, 403, 404, 409, 412, 422);
}
