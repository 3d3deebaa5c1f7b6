using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Tests.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;
using static CaseFlow.Engine.Tests.Entitlements.Contracts;

namespace CaseFlow.Engine.Tests.Entitlements;

/// <summary>Which entitlement a case has, and what it may take.</summary>
public sealed class EntitledCaseTests
{
    private static readonly CaseSpec Plain = TestProcesses.Plain;
    private static readonly EntitlementFacts Standard = TenCases with { IsDefault = true };
    private static readonly EntitlementFacts Other = TenCases with { Id = Numbered(2), Name = "Other" };

    private static readonly CustomerFacts Fabrikam = Contoso with
    {
        Id = Guid.Parse("00000000-0000-0000-0000-00000000c009", System.Globalization.CultureInfo.InvariantCulture),
        Name = "Fabrikam",
    };

    [Fact]
    public void A_new_case_gets_the_default_of_its_customer()
    {
        Assert.Equal(Id, Plain.With(Standard).ThenCase(Open(null)).Entitlement);
        Assert.Null(Plain.With(TenCases).ThenCase(Open(null)).Entitlement);
        Assert.Equal(Other.Id, Plain.With(Standard, Other).ThenCase(Open(Other.Id)).Entitlement);
    }

    [Fact]
    public void A_default_that_is_used_up_or_for_others_is_not_forced_on_a_case()
    {
        Assert.Null(Plain.With(Standard with { Total = new("", 600, 600) }).ThenCase(Open(null)).Entitlement);
        Assert.Null(Plain.With(Standard with { Products = ["Phone"] }).ThenCase(Open(null)).Entitlement);
    }

    [Fact]
    public void A_new_customer_clears_it_gives_back_and_brings_the_new_customers_default()
    {
        var theirs = Other with { Customer = Fabrikam.Id, IsDefault = true };
        var opened = Plain.With(Standard).After(Open(null));
        var moved = opened.KnowingOf(new() { Customer = Fabrikam, Entitlements = [Standard, theirs] });

        var after = moved.ThenCase(Edit(("customer", Text(Fabrikam.Id.ToString()))));

        Assert.Equal(new TakenTerms(theirs.Id, null, 60, Decrease.Creation), after.Taken);
        Assert.Equal(0, moved.Takes(Edit(("customer", Text(Fabrikam.Id.ToString())))));
        Assert.Null(
            opened
                .KnowingOf(new() { Customer = Fabrikam, Entitlements = [Standard] })
                .ThenCase(Edit(("customer", Text(Fabrikam.Id.ToString()))))
                .Entitlement
        );
    }

    [Fact]
    public void A_product_that_it_is_not_for_takes_it_off_and_one_that_it_is_for_leaves_it()
    {
        var phones = Other with { Products = ["Phone"] };
        var opened = Plain.With(Standard, phones).After(Open(phones.Id, ("product", Text("Phone"))));

        Assert.Equal(phones.Id, opened.ThenCase(Edit(("title", Text("Other")))).Entitlement);
        Assert.Equal(Id, opened.ThenCase(Edit(("product", Text("Laptop")))).Entitlement);
        Assert.Equal(
            Other.Id,
            Plain.With(Standard, Other).After(Open(Other.Id)).ThenCase(Edit(("product", Text("X")))).Entitlement
        );
    }

    [Fact]
    public void Swapped_it_gives_back_to_the_old_one_and_takes_from_the_new()
    {
        var opened = Plain.With(TenCases, Other).After(Open(Id));
        var events = Assert.IsType<Decision.Accepted>(opened.Ask(Choose(Other.Id))).Events;

        Assert.Equal(
            [typeof(CaseEvent.TermsReturned), typeof(CaseEvent.EntitlementSet), typeof(CaseEvent.TermsTaken)],
            events.Select(happened => happened.GetType())
        );
        Assert.Equal(
            (Id, Other.Id),
            (((CaseEvent.TermsReturned)events[0]).Entitlement, ((CaseEvent.TermsTaken)events[2]).Entitlement)
        );
        Assert.Equal(-60, opened.Takes(Choose(null)));
    }

    [Theory]
    [InlineData("customer")]
    [InlineData("contact")]
    [InlineData("product")]
    [InlineData("channel")]
    [InlineData("status")]
    [InlineData("terms")]
    public void One_that_does_not_qualify_is_refused_and_says_why(string reason)
    {
        var wrong = reason switch
        {
            "customer" => TenCases with { Customer = Fabrikam.Id },
            "contact" => TenCases with { Contacts = [Stranger.Id] },
            "product" => TenCases with { Products = ["Phone"] },
            "channel" => TenCases with { Channels = [new("phone", 60, 0)], AllowsOtherChannels = false },
            "status" => TenCases with { Starts = new DateOnly(2026, 3, 3) },
            _ => TenCases with { Total = new("", 600, 541) },
        };

        var refusal = Plain.With(wrong).ThenRefused(Open(Id), "entitlement-not-applicable");

        Assert.Equal([reason], refusal.Missing.Select(missing => missing.Name));
    }

    [Fact]
    public void One_that_nobody_knows_is_refused() => Plain.With().ThenRefused(Open(Id), "unknown-entitlement");

    [Fact]
    public void Restricted_it_gives_to_the_last_unit_and_no_further()
    {
        var hours = TenHours with { Total = new("", 600, 510) };
        var opened = Plain.With(hours).After(Open(Id));

        Assert.Equal(90, opened.Takes(Resolve("done", minutes: 90)));
        Assert.Contains(
            "1.5 terms left",
            opened.ThenRefused(Resolve("done", minutes: 91), "terms-exhausted").Explain(),
            StringComparison.Ordinal
        );
        Assert.Equal(0, opened.Takes(Resolve("done", minutes: 0)));
        Assert.Equal(91, opened.With(hours with { IsRestricted = false }).Takes(Resolve("done", minutes: 91)));
    }

    [Fact]
    public void The_origin_picks_the_channel_and_the_whole_is_counted_too()
    {
        var phone = TenCases with { Channels = [new("phone", 60, 0), new("email", 0, 0)] };

        Assert.Equal(
            new TakenTerms(Id, "phone", 60, Decrease.Creation),
            Plain.With(phone).ThenCase(Open(Id, ("origin", Text("phone")))).Taken
        );
        Assert.Null(Plain.With(phone).ThenCase(Open(Id, ("origin", Text("web")))).Taken!.Channel);
        Plain.With(phone).ThenRefused(Open(Id, ("origin", Text("email"))), "entitlement-not-applicable");
    }

    [Fact]
    public void A_person_uses_the_account_s_entitlement_where_all_contacts_may_or_the_person_is_listed()
    {
        var rita = Plain.KnowingOf(new() { Customer = Rita });

        Assert.Equal(Id, rita.With(TenCases).ThenCase(Open(Id)).Entitlement);
        Assert.Equal(Id, rita.With(TenCases with { Contacts = [Rita.Id] }).ThenCase(Open(Id)).Entitlement);
        rita.With(TenCases with { Contacts = [Stranger.Id] }).ThenRefused(Open(Id), "entitlement-not-applicable");
    }

    [Fact]
    public void What_was_taken_comes_back_exactly_whatever_changed_meanwhile()
    {
        var resolved = Plain.With(TenHours).After(Open(Id), Resolve("done", minutes: 45));

        Assert.Equal(-45, resolved.With().Takes(Reactivate("open")));
        Assert.Equal(
            -45,
            resolved.With(TenHours with { State = EntitlementState.Cancelled }).Takes(Reactivate("open"))
        );
        Assert.Equal(0, resolved.After(Reactivate("open")).ThenCase(Cancel("cancelled")).Taken?.Units ?? 0);
    }

    [Fact]
    public void Switching_needs_a_reason_and_an_open_case()
    {
        var opened = Plain.With(TenHours).After(Open(Id));

        opened.ThenRefused(Switch(on: true, " "), "fields-invalid");
        opened.ThenNothing(Switch(on: false));
        Assert.True(opened.ThenCase(Switch(on: true)).DoNotDecrement);
        opened.After(Resolve("done")).ThenRefused(Switch(on: true), "case-closed");
        Assert.Equal(90, opened.After(Switch(true), Switch(false, null)).Takes(Resolve("done", minutes: 90)));
    }

    [Fact]
    public void The_step_is_done_when_one_is_set_and_conditions_read_it()
    {
        var process = CaseSpec
            .Of(
                """
                process: entitled
                title: Entitled
                statuses:
                  active: { new: { initial: true } }
                  resolved: { done: }
                transitions:
                  - { from: new, to: done, when: entitlement.level == 'gold' }
                stages:
                  - first: { steps: [{ lookup: entitlement, required: true }] }
                  - second: {}
                queues: { gold: {}, other: {} }
                routing:
                  - { rule: Gold, when: entitlement.level == 'gold' && entitlement.remaining > 9.0, queue: gold }
                  - otherwise: other
                """
            )
            .With(TenCases);

        process.After(Open(null)).ThenRefused(Stage("next"), "stage-gate");
        var opened = process.After(spec => (CaseCommand.Create)Open(Id)(spec) with { RouteNow = true });
        Assert.Equal(("second", "gold"), opened.ThenCase(Stage("next")) is var c ? (c.Stage, c.Queue) : default);
    }

    [Fact]
    public void Whose_answer_touches_no_entitlement_looks_nothing_up()
    {
        var opened = Plain.With(TenHours).After(Open(Id));

        Assert.Null(Look(opened, Status("new")));
        Assert.Null(Look(opened, Edit(("title", Text("Other")))));
        Assert.Null(Look(Plain.With().After(Open(null)), Resolve("done")));
        Assert.Equal([Id], Look(opened, Resolve("done"))!.Ids);
        Assert.Equal(Contoso.Id, Look(opened, Edit(("product", Text("Phone"))))!.Customer);
        Assert.Equal(Contoso.Id, EntitlementLook.Wanted(null, Open(null)(Plain), Plain.Ask(Open(null)))!.Customer);
    }

    private static EntitlementLook? Look(CaseSpec spec, Func<CaseSpec, CaseCommand> command)
    {
        var blind = spec.KnowingOf(spec.Told with { Entitlements = null });
        return EntitlementLook.Wanted(spec.Case, command(spec), blind.Ask(command));
    }
}
