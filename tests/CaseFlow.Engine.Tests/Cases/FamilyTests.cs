using System.Reflection;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>The compiler does not see that a family of records is closed; these tests do.</summary>
public sealed class FamilyTests
{
    private static readonly Func<CaseSpec, CaseCommand>[] OneOfEach =
    [
        Create(),
        Edit(),
        Status("open"),
        Stage("next"),
        Route(),
        Queue("gold"),
        Pick(),
        Release(),
        Offer(),
        Unqueue(),
        Assign("ann"),
        Resolve(),
        Cancel(),
        Reactivate(),
        AddNote,
        spec => new CaseCommand.CompleteActivity(Guid.NewGuid(), 5) { By = spec.By, At = spec.At },
        spec => new CaseCommand.CancelActivity(Guid.NewGuid()) { By = spec.By, At = spec.At },
        spec => new CaseCommand.DoNotDecrement(On: true, "Goodwill") { By = spec.By, At = spec.At },
        spec => new CaseCommand.Merge([], ImmutableSortedDictionary<string, CaseId>.Empty)
        {
            By = spec.By,
            At = spec.At,
        },
        spec => new CaseCommand.Unmerge(null, []) { By = spec.By, At = spec.At },
        Undo(),
        spec => new CaseCommand.FindCase(2) { By = spec.By, At = spec.At },
        spec => new CaseCommand.AddChildren([]) { By = spec.By, At = spec.At },
        spec => new CaseCommand.RemoveChild(default) { By = spec.By, At = spec.At },
        spec => new CaseCommand.LinkSimilar(new CaseId(Guid.NewGuid()), SolutionFound: true)
        {
            By = spec.By,
            At = spec.At,
        },
        spec => new CaseCommand.Migrate { By = spec.By, At = spec.At },
        spec => new CaseCommand.Ring { By = spec.By, At = spec.At },
    ];

    private static CaseCommand.AddActivity AddNote(CaseSpec spec) =>
        new(
            Guid.NewGuid(),
            new ActivityContent(ActivityKind.Note, "Called twice", null, null, IsPublic: false, null),
            IsDone: true,
            null
        )
        {
            By = spec.By,
            At = spec.At,
        };

    [Fact]
    public void Every_command_has_an_answer_and_a_name_of_its_own()
    {
        var spec = TestProcesses.Support.After(Create()).As("ann", Role.Agent | Role.Automation);
        var commands = OneOfEach.Select(command => command(spec)).ToList();

        Assert.Equal(
            Nested(typeof(CaseCommand)).ToHashSet(),
            commands.Select(command => command.GetType()).ToHashSet()
        );
        Assert.Equal(commands.Count, commands.Select(CommandNames.Of).Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            commands,
            command => Assert.NotNull(CaseDecider.Decide(spec.Process, spec.Case, command, spec.Told))
        );
    }

    [Fact]
    public void Every_event_has_a_stored_name_of_its_own()
    {
        var named = typeof(CaseEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();

        Assert.Equal(Nested(typeof(CaseEvent)).ToHashSet(), named.Select(one => one.DerivedType).ToHashSet());
        Assert.Equal(named.Count, named.Select(one => one.TypeDiscriminator).Distinct().Count());
    }

    private static IEnumerable<Type> Nested(Type family) =>
        family.GetNestedTypes().Where(type => type.IsSubclassOf(family));
}
