using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>The list of what is possible equals what then succeeds: tried out for every status, stage, role and queue.</summary>
public sealed class PossibilityTests
{
    public static TheoryData<string> Processes => ["support", "plain"];

    [Theory]
    [MemberData(nameof(Processes))]
    public void The_list_equals_what_then_succeeds(string process)
    {
        var spec = process == "support" ? TestProcesses.Support : TestProcesses.Plain;
        var told = new CaseFacts { Customer = Contoso, Contact = Rita };
        var others = Others(spec.KnowingOf(told));
        var tried = 0;
        foreach (var current in EveryStanding(spec.KnowingOf(told)))
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                var by = new Actor("ann", role);
                var known = told with { Undo = new UndoFacts(current, [], current.Version) };
                foreach (var possible in CasePossibilities.Of(spec.Process, current, by, spec.At, known))
                {
                    var decision = CaseDecider.Decide(
                        spec.Process,
                        current,
                        AsGiven(possible.Command),
                        ToldWith(known, others)
                    );
                    Assert.True(
                        possible.Refusal is null == decision is Decision.Accepted,
                        $"{possible.Name} {possible.To} from {current.Status}/{current.Stage}/{current.Queue} as {role}: "
                            + $"listed as {possible.Refusal?.Code ?? "allowed"}, answered {(decision as Decision.Refused)?.Reason.Code ?? "yes"}"
                    );
                    tried++;
                }
            }
        }

        Assert.True(tried > 1_000, $"only {tried} were tried");
    }

    [Fact]
    public void Every_command_that_people_give_is_in_the_list()
    {
        var current = TestProcesses.Support.After(Create(), AddTask).Case! with
        {
            Children = [Survivor],
            MergedCases = [new MergedCase(Survivor, "T-2", Monday9, [], [], 0, [])],
        };
        var closed = TestProcesses.Support.After(Create(), Cancel()).Case!;

        var listed = new[] { current, closed }
            .SelectMany(c =>
                CasePossibilities.Of(
                    TestProcesses.Support.Process,
                    c,
                    new Actor("ann", Role.Agent),
                    Monday9,
                    CaseFacts.None
                )
            )
            .Select(possible => possible.Command.GetType())
            .ToHashSet();

        var given = typeof(CaseCommand).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(CaseCommand)));
        Assert.Equal(
            [
                typeof(CaseCommand.Create),
                typeof(CaseCommand.Migrate),
                typeof(CaseCommand.Offer),
                typeof(CaseCommand.Ring),
            ],
            given.Where(type => !listed.Contains(type)).OrderBy(type => type.Name, StringComparer.Ordinal)
        );
    }

    private static CaseCommand.AddActivity AddTask(CaseSpec spec) =>
        new CaseCommand.AddActivity(
            Guid.NewGuid(),
            new ActivityContent(ActivityKind.Task, "Order a part", null, null, IsPublic: false, null),
            IsDone: false,
            null
        )
        {
            By = spec.By,
            At = spec.At,
        };

    // The list leaves open what is asked for with the command; here it is given.
    private static CaseCommand AsGiven(CaseCommand listed) =>
        listed switch
        {
            CaseCommand.Cancel { Into: not null } cancel => cancel with { Into = Survivor },
            CaseCommand.LinkSimilar link => link with { Other = Survivor },
            CaseCommand.Resolve resolve => resolve with { Resolution = "Done" },
            CaseCommand.MoveStage { Reason: not null } move => move with { Reason = "Because" },
            _ => listed,
        };

    private static readonly CaseId Survivor = new(Guid.Parse("00000000-0000-0000-0000-0000000000bb"));

    private static CaseFacts ToldWith(CaseFacts told, ImmutableArray<RelatedCase> others) =>
        told with
        {
            Related = others,
            Survivor = new SurvivorFacts(Survivor, CaseState.Active),
        };

    // A real case for who is to be merged or to become a child.
    private static ImmutableArray<RelatedCase> Others(CaseSpec spec)
    {
        var other = spec.After(Create()).Case! with { Id = new CaseId(Guid.Empty), Queue = null };
        return [new RelatedCase(other, spec.Process, CaseFacts.None)];
    }

    private static IEnumerable<Case> EveryStanding(CaseSpec spec)
    {
        var opened = spec.After(Create(), Edit(("title", Text("Printer hums")))).Case!;
        StageDefinition?[] stages = spec.Process.Stages.IsEmpty ? [null] : [.. spec.Process.Stages];
        return from status in spec.Process.Parts.Statuses
            from stage in stages
            from queue in new[] { null, spec.Process.Parts.Queues.FirstOrDefault()?.Key }
            from worker in queue is null ? [null] : new[] { null, "ann", "bob" }
            from impact in new FieldValue?[] { null, Number(1) }
            from priority in new[] { "low", "high" }
            select opened with
            {
                State = status.State,
                Status = status.Key,
                Stage = stage?.Key,
                Path = stage is null
                    ? []
                    : [.. spec.Process.Stages.Select(one => one.Key).TakeWhile(key => key != stage.Key), stage.Key],
                Queue = status.State == CaseState.Active ? queue : null,
                Worker = status.State == CaseState.Active ? worker : null,
                Fields = opened
                    .Fields.With("impact", impact)
                    .With("priority", Text(priority))
                    .With("colour", impact is null ? null : Text("red"))
                    .With("serial", Text("ABC-123"))
                    .With("cost", impact is null ? null : new FieldValue.Decimal(1)),
            };
    }
}
