using System.Text.Json;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Processes;
using CaseFlow.Host.Entitlements;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Processes;

/// <summary>
/// Entitlements supply SLAs of processes by their names: none names one that no process has, and none loses the one that it
/// names.
/// </summary>
internal sealed class SlasInUse(IDbContextFactory<CaseFlowDb> databases, ProcessCatalog catalog, TimeProvider time)
{
    /// <summary>The problem of an SLA that no process has; null where one has it, or none is named.</summary>
    public ApiProblem? Unknown(string? sla)
    {
        if (sla is null || catalog.Processes.Any(process => process.Conditions.Slas.Contains(sla)))
        {
            return null;
        }

        var detail = $"No process has an SLA '{sla}'.";
        return new ApiProblem(StatusCodes.Status422UnprocessableEntity, "unknown-sla", detail)
        {
            Allowed =
            [
                .. catalog
                    .Processes.SelectMany(process => process.Conditions.Slas)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            Errors = [new("sla", detail)],
        };
    }

    /// <summary>
    /// A problem for each SLA of the version that runs which the definition leaves out, which no other process has, and which an
    /// entitlement or a template names.
    /// </summary>
    public async Task<ImmutableArray<Problem>> LeftOut(CaseProcess process, string file, CancellationToken cancellation)
    {
        var known = catalog.Newest(process.Key)?.Conditions.Slas ?? [];
        var kept = catalog
            .Processes.Where(other => other.Key != process.Key)
            .Append(process)
            .SelectMany(one => one.Conditions.Slas);
        var gone = known.Except(kept);
        if (gone.IsEmpty)
        {
            return [];
        }

        var line = DefinitionsInUse.LineOf("sla", process);
        return
        [
            .. (await Users(gone, cancellation)).Select(user => new Problem(
                file,
                line,
                1,
                ProblemCodes.SlaInUse,
                $"{user.Name} supplies the SLA '{user.Sla}', which is left out; keep it, or let {user.Name} name another one"
            )),
        ];
    }

    // The first of each SLA is enough to know whom to ask. What has ended for good supplies nothing.
    private async Task<IEnumerable<(string Sla, string Name)>> Users(
        ImmutableSortedSet<string> slas,
        CancellationToken cancellation
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var names = slas.ToArray();
        var yesterday = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-1);
        var entitlements = await db
            .Entitlements.AsNoTracking()
            .Where(row => row.Sla != null && names.Contains(row.Sla))
            .Where(row => row.State != EntitlementState.Cancelled && row.Ends >= yesterday)
            .Select(row => new { row.Sla, row.Name })
            .ToListAsync(cancellation);
        var templates = await db.EntitlementTemplates.AsNoTracking().ToListAsync(cancellation);
        return entitlements
            .Select(row => (Sla: row.Sla!, Name: $"the entitlement '{row.Name}'"))
            .Concat(
                templates
                    .Select(row =>
                        (
                            JsonSerializer.Deserialize(row.Terms, EntitlementRequests.Default.EntitlementTerms)!.Sla
                                ?? "",
                            $"the template '{row.Name}'"
                        )
                    )
                    .Where(one => slas.Contains(one.Item1))
            )
            .OrderBy(one => one.Item1, StringComparer.Ordinal)
            .ThenBy(one => one.Item2, StringComparer.Ordinal)
            .DistinctBy(one => one.Item1, StringComparer.Ordinal);
    }
}
