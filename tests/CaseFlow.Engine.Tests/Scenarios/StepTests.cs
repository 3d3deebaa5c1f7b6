using System.Reflection;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Tests.Cases;
using static CaseFlow.Engine.Tests.Scenarios.ScenarioSpec;

namespace CaseFlow.Engine.Tests.Scenarios;

public sealed class StepTests
{
    // A new command is added here with the step that gives it.
    private static readonly ImmutableDictionary<Type, string> written = new Dictionary<Type, string>
    {
        [typeof(CaseCommand.Edit)] = "edit: { impact: 3 }",
        [typeof(CaseCommand.MoveStatus)] = "status: waiting",
        [typeof(CaseCommand.MoveStage)] = "stage: next",
        [typeof(CaseCommand.Route)] = "route",
        [typeof(CaseCommand.AddToQueue)] = "queue: gold",
        [typeof(CaseCommand.Pick)] = "pick",
        [typeof(CaseCommand.Release)] = "release",
        [typeof(CaseCommand.RemoveFromQueue)] = "unqueue",
        [typeof(CaseCommand.FindCase)] = "find-case",
        [typeof(CaseCommand.Undo)] = "undo",
        [typeof(CaseCommand.Assign)] = "assign: team:support",
        [typeof(CaseCommand.Resolve)] = "resolve",
        [typeof(CaseCommand.Cancel)] = "cancel",
        [typeof(CaseCommand.Reactivate)] = "reactivate",
        [typeof(CaseCommand.AddActivity)] = "add-activity: phone-call",
        [typeof(CaseCommand.CompleteActivity)] = "complete-activity: Call back",
        [typeof(CaseCommand.LinkSimilar)] = "link-similar: resolved-case",
        [typeof(CaseCommand.CancelActivity)] = "cancel-activity: Call back",
    }.ToImmutableDictionary();

    // A scenario is about one case.
    private static readonly ImmutableArray<Type> BetweenCases =
    [
        typeof(CaseCommand.Merge),
        typeof(CaseCommand.Unmerge),
        typeof(CaseCommand.AddChildren),
        typeof(CaseCommand.RemoveChild),
    ];

    // The case is created by 'given', only the host carries cases over to another version and tells them the time, and the
    // customers of scenarios have no entitlements.
    public static TheoryData<Type> Commands =>
        [
            .. typeof(CaseCommand)
                .GetNestedTypes(BindingFlags.Public)
                .Where(type =>
                    type != typeof(CaseCommand.Create)
                    && type != typeof(CaseCommand.Migrate)
                    && type != typeof(CaseCommand.Ring)
                    && type != typeof(CaseCommand.DoNotDecrement)
                    && type != typeof(CaseCommand.Offer)
                    && !BetweenCases.Contains(type)
                ),
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_can_be_a_step_called_by_its_name(Type command)
    {
        var step = One($"- scenario: One step\n  steps:\n    - {written[command]}\n").Steps[1];

        Assert.IsType(command, step.Command);
        Assert.StartsWith(CommandNames.Of(step.Command!), written[command], StringComparison.Ordinal);
    }

    [Fact]
    public void Long_forms_carry_every_input()
    {
        var commands = One(
            """
            - scenario: Everything said
              steps:
                - status: { to: waiting, fields: { urgent: true, due: 2026-03-09 } }
                - stage: { to: resolve, reason: In a hurry }
                - assign: { user: ann }
                - assign: { team: gold }
                - resolve:
                    status: solved
                    resolution: Put out
                    billable-minutes: 30
                    fields: { cost: 12.5 }
                - cancel: { status: merged, into: active-case }
                - reactivate: { status: open, reason: Not out }
            """
        )
            .Steps.Skip(1)
            .Select(step => step.Command)
            .ToList();

        var status = Assert.IsType<CaseCommand.MoveStatus>(commands[0]);
        Assert.Equal(new FieldValue.Boolean(true), status.Fields["urgent"]);
        Assert.Equal(new FieldValue.Text("2026-03-09"), status.Fields["due"]);
        Assert.Equal("In a hurry", Assert.IsType<CaseCommand.MoveStage>(commands[1]).Reason);
        Assert.Equal("ann", Assert.IsType<CaseCommand.Assign>(commands[2]).User);
        Assert.Equal("gold", Assert.IsType<CaseCommand.Assign>(commands[3]).Team);
        var resolve = Assert.IsType<CaseCommand.Resolve>(commands[4]);
        Assert.Equal(("solved", "Put out", 30), (resolve.Status, resolve.Resolution, resolve.BillableMinutes));
        Assert.Equal(new FieldValue.Decimal(12.5m), resolve.Fields["cost"]);
        Assert.NotNull(Assert.IsType<CaseCommand.Cancel>(commands[5]).Into);
        Assert.Equal("Not out", Assert.IsType<CaseCommand.Reactivate>(commands[6]).Reason);
    }

    [Theory]
    [InlineData("30m", 30)]
    [InlineData("90 seconds", 1.5)]
    [InlineData("2 hours", 120)]
    [InlineData("1 hour", 60)]
    [InlineData("1h30m", 90)]
    [InlineData("1 day, 4 hours and 5 minutes", 1685)]
    [InlineData("2 weeks", 20160)]
    public void Time_passes_as_people_say_it(string written, double minutes)
    {
        var course = One($"- scenario: Later\n  steps:\n    - after: {written}\n    - pick\n").Steps;

        Assert.Equal(TimeSpan.FromMinutes(minutes), course[2].Command!.At - course[0].Command!.At);
    }

    [Fact]
    public void Who_acts_is_who_created_the_case_unless_the_step_says_otherwise()
    {
        var course = One(
            """
            - scenario: Two people
              given: { by: sue, roles: [supervisor, agent] }
              steps:
                - pick
                - pick:
                  by: ann
                  roles: agent
                - release
            """
        ).Steps;

        Assert.Equal(new Actor("sue", Role.Supervisor | Role.Agent), course[1].Command!.By);
        Assert.Equal(new Actor("ann", Role.Agent), course[2].Command!.By);
        Assert.Equal(new Actor("sue", Role.Supervisor | Role.Agent), course[3].Command!.By);
    }

    [Fact]
    public void Without_a_word_a_case_begins_on_a_monday_morning_by_an_agent_for_somebody()
    {
        var create = Assert.IsType<CaseCommand.Create>(
            One("- scenario: Nothing special\n  steps: [pick]\n").Steps[0].Command
        );

        Assert.Equal(CaseSpec.Monday9, create.At);
        Assert.Equal(new Actor("agent", Role.Agent), create.By);
        Assert.NotNull(create.Customer);
        Assert.Null(create.Contact);
    }

    [Fact]
    public void A_name_stands_for_the_same_person_throughout() =>
        Assert.Equal(
            "",
            Failures(
                """
                - scenario: Back to the first customer
                  given:
                    customer: { name: Contoso, tier: gold }
                    contact: Rita
                  steps:
                    - edit: { customer: Fabrikam, contact: Sam }
                      then: { contact: Sam }
                    - edit: { customer: Contoso, contact: Rita }
                    - route
                  then: { customer: Contoso, contact: Rita, queue: gold }
                """
            )
        );

    [Fact]
    public void A_contact_of_another_account_is_a_stranger() =>
        Assert.Equal(
            "",
            Failures(
                """
                - scenario: Strangers are refused
                  given:
                    customer: Contoso
                    contact: { name: Sam, account: Fabrikam }
                  refused: foreign-contact
                """
            )
        );

    [Fact]
    public void None_empties_a_field_and_in_quotes_it_is_a_text()
    {
        var course = One(
            """
            - scenario: Emptied
              steps:
                - edit: { description: none, subject: "none" }
            """
        ).Steps;

        var edit = Assert.IsType<CaseCommand.Edit>(course[1].Command);
        Assert.Null(edit.Changes["description"]);
        Assert.Equal(new FieldValue.Text("none"), edit.Changes["subject"]);
    }
}
