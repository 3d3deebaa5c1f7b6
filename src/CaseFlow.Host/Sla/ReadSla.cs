using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Sla;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Entitlements;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;

namespace CaseFlow.Host.Sla;

/// <summary><c>GET /api/cases/{id}/sla</c>: each clock with its target, its times, and every second of it explained.</summary>
internal static class ReadSla
{
    /// <param name="Run">Which run of the KPI it is: a clock that has ended can start anew.</param>
    /// <param name="Remaining">Seconds that may still count before it fails.</param>
    public sealed record ClockView(
        string Kpi,
        int Run,
        ClockState State,
        TargetView? Target,
        DateTimeOffset StartedAt,
        DateTimeOffset? WarnAt,
        DateTimeOffset? FailAt,
        DateTimeOffset? EndedAt,
        int WarningsGiven,
        SecondsView Seconds,
        long? Remaining,
        ImmutableArray<IntervalView> Intervals
    );

    /// <param name="Calendar">Null where all time counts.</param>
    /// <param name="WarnAfter">Seconds that count.</param>
    /// <param name="FailAfter">Seconds that count.</param>
    /// <param name="Sla">The SLA that the rule is part of; null where it is part of none.</param>
    /// <param name="ChosenBy">What chose the rule: its conditions, the entitlement, or that no other one applies.</param>
    /// <param name="When">The conditions of the rule, which hold.</param>
    /// <param name="Entitlement">The one that supplies the SLA; null where none does.</param>
    public sealed record TargetView(
        string Rule,
        string? Calendar,
        ImmutableArray<long> WarnAfter,
        long FailAfter,
        string? Sla,
        SlaChoice? ChosenBy,
        ImmutableArray<string> When,
        SupplierView? Entitlement
    );

    public sealed record SupplierView(Guid Id, string Name);

    public sealed record SecondsView(long Counting, long Paused, long Closed, long NotApplicable, long Total);

    /// <param name="ChosenBy">What chose the rule; null where there is none.</param>
    /// <param name="Definition">The hash of the version whose rule and calendar these are.</param>
    public sealed record IntervalView(
        ClockTime Kind,
        DateTimeOffset From,
        DateTimeOffset To,
        long Seconds,
        string? Rule,
        SlaChoice? ChosenBy,
        string? Calendar,
        string Definition
    );

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id}/sla", Handle)
            .Needs(Rights.ReadCases)
            .WithName(nameof(ReadSla))
            .WithSummary("The clocks of a case, every second explained")
            .AsCaseRead()
            .Produces<Page<ClockView>>();

    private static async Task<IResult> Handle(
        HttpContext context,
        string id,
        CaseDoor door,
        CaseJournal journal,
        ProcessCatalog processes,
        EntitlementReader entitlements,
        TimeProvider time
    )
    {
        if (await door.Find(context, id) is not { } found)
        {
            return CaseDoor.NoSuchCase(id);
        }

        ImmutableArray<CaseEvent> history =
        [
            .. (await journal.History(found, context.RequestAborted)).Select(recorded => recorded.Event),
        ];
        if (history is not [CaseEvent.Opened opened, ..])
        {
            return CaseDoor.NoSuchCase(id);
        }

        var versions = new Dictionary<string, CaseProcess>(StringComparer.Ordinal);
        foreach (var hash in ClockStories.Definitions(history))
        {
            versions[hash] = await processes.Version(opened.Process, hash);
        }

        var stories = ClockStories.Of(history, hash => versions[hash], time.GetUtcNow());
        var suppliers = await Suppliers(stories, entitlements, context.RequestAborted);
        return TypedResults.Ok(new Page<ClockView>([.. stories.Select(story => View(story, suppliers))], null));
    }

    private static async Task<ImmutableArray<EntitlementFacts>> Suppliers(
        ImmutableArray<ClockStory> stories,
        EntitlementReader entitlements,
        CancellationToken cancellation
    ) =>
        stories.Select(Supplier).OfType<Guid>().Distinct().ToArray() is [_, ..] ids
            ? await entitlements.Find(ids, [], cancellation)
            : [];

    private static Guid? Supplier(ClockStory story) =>
        story.Rule?.ChosenBy == SlaChoice.Entitlement ? story.Entitlement : null;

    private static ClockView View(ClockStory story, ImmutableArray<EntitlementFacts> suppliers)
    {
        var clock = story.Clock;
        return new ClockView(
            clock.Kpi,
            story.Run,
            clock.State,
            clock.Target is { } target
                ? new TargetView(
                    target.Rule,
                    target.Calendar,
                    target.WarnAfter,
                    target.FailAfter,
                    story.Rule?.Sla,
                    story.Rule?.ChosenBy,
                    [.. (story.Rule?.When ?? []).Select(condition => condition.Text)],
                    suppliers.FirstOrDefault(one => one.Id == Supplier(story)) is { } supplier
                        ? new SupplierView(supplier.Id, supplier.Name)
                        : null
                )
                : null,
            clock.StartedAt,
            clock.Due.Warn,
            clock.Due.Fail,
            clock.EndedAt,
            clock.Warned,
            new SecondsView(
                story[ClockTime.Counting],
                story[ClockTime.Paused],
                story[ClockTime.Closed],
                story[ClockTime.NotApplicable],
                story.Intervals.Sum(interval => interval.Seconds)
            ),
            story.Remaining,
            [
                .. story.Intervals.Select(interval => new IntervalView(
                    interval.Kind,
                    interval.From,
                    interval.To,
                    interval.Seconds,
                    interval.Rule,
                    interval.ChosenBy,
                    interval.Calendar,
                    interval.Definition
                )),
            ]
        );
    }
}
