using CaseFlow.Engine.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;
using static CaseFlow.Engine.Tests.Cases.TestProcesses;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class StatusMoveTests
{
    [Fact]
    public void A_listed_move_is_made() =>
        Assert.Equal("waiting", Support.After(Create()).ThenCase(Status("waiting")).Status);

    [Fact]
    public void A_move_that_is_not_listed_is_refused_with_what_is_possible()
    {
        var refusal = Support
            .After(Create(), Status("waiting"))
            .ThenRefused(Status("researching"), "transition-not-allowed");

        Assert.Equal("'waiting' cannot move to 'researching'. Possible: open.", refusal.Explain());
        Assert.Equal(["open"], refusal.Allowed);
    }

    [Fact]
    public void A_move_to_itself_must_be_listed() =>
        Support.After(Create()).ThenRefused(Status("open"), "transition-not-allowed");

    [Fact]
    public void An_unknown_status_is_refused_with_the_nearest_one()
    {
        var refusal = Support.After(Create()).ThenRefused(Status("waitng"), "unknown-status");

        Assert.Contains("did you mean 'waiting'?", refusal.Explain(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("done", "use-resolve")]
    [InlineData("cancelled", "use-cancel")]
    public void A_status_of_another_state_is_only_reached_by_its_command(string to, string code) =>
        Plain.After(Create()).ThenRefused(Status(to), code);

    [Fact]
    public void A_resolved_case_moves_among_resolved_statuses_where_that_is_listed() =>
        Assert.Equal("closed", Plain.After(Create(), Resolve("done")).ThenCase(Status("closed")).Status);

    [Fact]
    public void Fields_that_come_with_a_move_are_saved_with_it_or_not_at_all()
    {
        var open = Support.After(Create());

        Assert.Equal(Number(3), open.ThenCase(Status("waiting", ("impact", Number(3)))).Fields["impact"]);
        open.ThenRefused(Status("waiting", ("impact", Number(9))), "fields-invalid");
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public void Only_roles_that_work_on_cases_move_them(Role role)
    {
        var asked = Support.After(Create()).As("rob", role);

        if (role is Role.Designer or Role.None)
        {
            asked.ThenRefused(Status("waiting"), "role-not-allowed");
        }
        else
        {
            Assert.Equal("waiting", asked.ThenCase(Status("waiting")).Status);
        }
    }

    public static TheoryData<Role> EveryRole => [.. Enum.GetValues<Role>()];
}
