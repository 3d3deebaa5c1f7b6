using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary>Finds the grain of a case.</summary>
internal static class CaseGrains
{
    private static GrainKind? kind;

    public static ICaseGrain Case(this IGrainFactory grains, Guid id) =>
        (kind ??= GrainKind.Of(grains.GetGrain<ICaseGrain>(id))).Find<ICaseGrain>(
            grains,
            GrainIdKeyExtensions.CreateGuidKey(id)
        );
}
