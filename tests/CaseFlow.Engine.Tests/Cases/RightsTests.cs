using System.Runtime.CompilerServices;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>The table of rights, at the door behind all doors.</summary>
public sealed class RightsTests
{
    private static readonly ImmutableArray<Type> Commands =
    [
        .. typeof(CaseCommand).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(CaseCommand))),
    ];

    [Fact]
    public void Every_command_has_its_row()
    {
        Assert.InRange(Commands.Length, 20, 100);
        Assert.All(Commands, command => Assert.Contains(Rights.To(NameOf(command)), Rights.All));
        Assert.Equal(Rights.All.Length, Rights.All.DistinctBy(right => right.Name, StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_role_may_give_the_commands_of_the_table_and_no_others()
    {
        var process = TestProcesses.Plain.Process;
        foreach (var command in Commands.Where(type => type != typeof(CaseCommand.Create)))
        {
            foreach (var role in RoleNames.All)
            {
                var by = new Actor("somebody", RoleNames.Find(role)!.Value);
                var answer = Assert.IsType<Decision.Refused>(
                    CaseDecider.Decide(process, null, Blank(command, by), TestProcesses.Plain.Told)
                );

                Assert.Equal(
                    Rights.To(NameOf(command)).Roles.HasFlag(by.Roles),
                    answer.Reason is not Refusal.RoleNotAllowed
                );
            }
        }
    }

    private static string NameOf(Type command) =>
        CommandNames.Of((CaseCommand)RuntimeHelpers.GetUninitializedObject(command));

    private static CaseCommand Blank(Type command, Actor by)
    {
        var blank = (CaseCommand)RuntimeHelpers.GetUninitializedObject(command);
        typeof(CaseCommand).GetProperty(nameof(CaseCommand.By))!.SetValue(blank, by);
        return blank;
    }
}
