using CaseFlow.Engine.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;
using static CaseFlow.Engine.Tests.Cases.TestProcesses;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class OpeningTests
{
    [Fact]
    public void A_new_case_is_active_at_the_first_initial_status_and_the_first_stage()
    {
        var opened = Support.ThenCase(Create());

        Assert.Equal((CaseState.Active, "open", "identify"), (opened.State, opened.Status, opened.Stage));
        Assert.Equal(["identify"], opened.Path);
        Assert.Equal(("T-1", 1, "ann"), (opened.Ticket, opened.Version, opened.CreatedBy));
    }

    [Fact]
    public void A_case_may_start_at_any_initial_status_even_a_closed_one()
    {
        Assert.Equal("open", Plain.ThenCase(Create(status: "open")).Status);
        Assert.Equal(CaseState.Resolved, Plain.ThenCase(Create(status: "closed")).State);
    }

    [Fact]
    public void A_case_starts_at_no_other_status()
    {
        var refusal = Plain.ThenRefused(Create(status: "done"), "status-not-initial");

        Assert.Equal(["new", "open", "closed"], refusal.Allowed);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var refusal = Support
            .KnowingOf(CaseFacts.None)
            .ThenRefused(
                spec => new CaseCommand.Create(
                    new CaseId(Guid.Empty),
                    "T-1",
                    " ",
                    null,
                    null,
                    FieldValues.Of([
                        new("impact", Number(9)),
                        new("serial", Text("x")),
                        new("colour", Text("rde")),
                        new("due", Text("31.1.2026")),
                        new("urgent", Text("yes")),
                        new("prioritty", Text("high")),
                    ])
                )
                {
                    By = spec.By,
                    At = spec.At,
                },
                "fields-invalid"
            );

        var errors = Assert.IsType<Refusal.FieldsInvalid>(refusal).Errors;
        Assert.Equal(
            ["title", "customerId", "colour", "due", "impact", "prioritty", "serial", "urgent"],
            errors.Select(error => error.Field)
        );
        Assert.Contains("did you mean 'red'", errors[2].Detail, StringComparison.Ordinal);
        Assert.Contains("did you mean 'priority'", errors[5].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_customer_is_refused() =>
        Support.KnowingOf(CaseFacts.None).ThenRefused(Create(), "unknown-customer");

    [Fact]
    public void A_contact_of_somebody_else_is_refused() =>
        Support
            .KnowingOf(new CaseFacts { Customer = Contoso, Contact = Stranger })
            .ThenRefused(Create(), "foreign-contact");

    [Fact]
    public void A_contact_of_the_customer_is_taken() =>
        Assert.Equal(
            Rita.Id,
            Support.KnowingOf(new() { Customer = Contoso, Contact = Rita }).ThenCase(Create()).Contact
        );

    [Theory]
    [InlineData("Mail is down", "high", "outage")]
    [InlineData("Mail is down", "low", "gold")]
    public void A_new_case_goes_where_the_first_matching_rule_sends_it(string title, string priority, string queue) =>
        Assert.Equal(queue, Support.ThenCase(Create(title, route: true, fields: ("priority", Text(priority)))).Queue);

    [Fact]
    public void What_no_rule_matches_goes_to_the_otherwise_queue() =>
        Assert.Equal(
            "front-line",
            Support.KnowingOf(new() { Customer = Contoso with { Tier = null } }).ThenCase(Create(route: true)).Queue
        );

    [Fact]
    public void The_event_keeps_the_rule_and_what_the_rules_were_told()
    {
        var events = Assert.IsType<Decision.Accepted>(Support.Ask(Create(route: true))).Events;

        var queued = Assert.IsType<CaseEvent.Queued>(events[1]);
        Assert.Equal(("Gold", Contoso), (queued.Because!.Rule, queued.Because.Told!.Customer));
        Assert.Equal(Support.Process.Hash, queued.Definition);
    }

    [Fact]
    public void A_case_that_exists_is_not_created_again() =>
        Support.After(Create()).ThenRefused(Create(), "case-exists");
}
