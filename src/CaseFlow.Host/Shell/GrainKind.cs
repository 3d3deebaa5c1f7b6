namespace CaseFlow.Host.Shell;

/// <summary>
/// What all grains of one kind are found by. <c>GetGrain</c> by an interface looks the types' names up by reflection at each
/// call, which costs a command more than deciding it.
/// </summary>
internal sealed record GrainKind(GrainType Grain, GrainInterfaceType Interface)
{
    /// <summary>The kind of a grain that there need not be: it is not called.</summary>
    public static GrainKind Of(IAddressable any) => new(any.GetGrainId().Type, ((GrainReference)any).InterfaceType);

    public T Find<T>(IGrainFactory grains, IdSpan key)
        where T : IAddressable => (T)grains.GetGrain(GrainId.Create(Grain, key), Interface);
}
