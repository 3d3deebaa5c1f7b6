using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Host.Processes;
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
            async (db, row, slas, cancellation) =>
            {
                // One that was renewed may name what is gone since.
                if (slas.Unknown(row.Sla) is { } unknown)
                {
                    return unknown;
                }

                row.State = EntitlementState.Activated;
                if (row.IsDefault)
                {
                    await EntitlementDoor.ClearOtherDefaults(db, row, cancellation);
                }

                return null;
            }
        );
        Map(
            entitlements,
            "deactivate",
            "Make it a draft again, to change it",
            EntitlementChange.Deactivate,
            (_, row, _, _) =>
            {
                row.State = EntitlementState.Draft;
                return Task.FromResult<ApiProblem?>(null);
            }
        );
        Map(
            entitlements,
            "cancel",
            "End it for good; what cases hold of it they can still give back",
            EntitlementChange.Cancel,
            (_, row, _, _) =>
            {
                row.State = EntitlementState.Cancelled;
                return Task.FromResult<ApiProblem?>(null);
            }
        );
        Map(
            entitlements,
            "default",
            "Give it to the customer's cases where nobody chooses another one",
            null,
            async (db, row, _, cancellation) =>
            {
                row.IsDefault = true;
                await EntitlementDoor.ClearOtherDefaults(db, row, cancellation);
                return null;
            }
        );
    }

    private static void Map(
        IEndpointRouteBuilder entitlements,
        string verb,
        string summary,
        EntitlementChange? change,
        Func<CaseFlowDb, EntitlementRow, SlasInUse, CancellationToken, Task<ApiProblem?>> work
    ) =>
        entitlements
            .MapPost(
                $"/{{id:guid}}/{verb}",
                async (HttpContext context, Guid id, EntitlementDoor door, SlasInUse slas) =>
                {
                    var (bytes, problem) = await JsonBody.Read(context);
                    return problem is not null
                        ? problem
                        : await door.Change(
                            context,
                            id,
                            bytes,
                            change,
                            (db, row, _) => work(db, row, slas, context.RequestAborted)
                        );
                }
            )
            .Needs(Rights.ChangeEntitlements)
            .WithName($"{char.ToUpperInvariant(verb[0])}{verb[1..]}Entitlement")
            .WithSummary(summary)
            .Produces<EntitlementView>()
            .ProducesProblems(400, 401, 403, 404, 409, 412, 422);
}
