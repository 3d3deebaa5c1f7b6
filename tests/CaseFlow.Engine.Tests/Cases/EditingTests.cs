using CaseFlow.Engine.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;
using static CaseFlow.Engine.Tests.Cases.TestProcesses;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class EditingTests
{
    private static readonly CaseSpec Open = Support
        .KnowingOf(new CaseFacts { Customer = Contoso, Contact = Rita })
        .After(Create());

    [Fact]
    public void An_edit_keeps_before_and_after()
    {
        var events = Assert.IsType<Decision.Accepted>(Open.Ask(Edit(("title", Text(" Smoke "))))).Events;

        var change = Assert.Single(Assert.IsType<CaseEvent.Edited>(Assert.Single(events)).Changes);
        Assert.Equal(new FieldChange("title", Text("Printer on fire"), Text("Smoke")), change);
    }

    [Fact]
    public void An_edit_that_changes_nothing_is_no_event() =>
        Open.ThenNothing(Edit(("title", Text("Printer on fire"))));

    [Fact]
    public void A_field_is_emptied_by_null()
    {
        var filled = Open.After(Edit(("impact", Number(3))));

        Assert.Null(filled.ThenCase(Edit(("impact", null))).Fields["impact"]);
    }

    [Fact]
    public void Title_and_customer_cannot_be_emptied()
    {
        var refusal = Open.ThenRefused(Edit(("title", null), ("customer", null)), "fields-invalid");

        Assert.Equal(["customer", "title"], Assert.IsType<Refusal.FieldsInvalid>(refusal).Errors.Select(e => e.Field));
    }

    [Fact]
    public void A_whole_number_fits_a_decimal_and_stays_exact() =>
        Assert.Equal(new FieldValue.Decimal(2), Open.ThenCase(Edit(("cost", Number(2)))).Fields["cost"]);

    [Fact]
    public void A_new_customer_takes_the_old_ones_contact_off()
    {
        var fabrikam = Contoso with { Id = Guid.Parse("00000000-0000-0000-0000-00000000c009"), Name = "Fabrikam" };

        var edited = Open.KnowingOf(new CaseFacts { Customer = fabrikam, Contact = Rita })
            .ThenCase(Edit(("customer", Text(fabrikam.Id.ToString()))));

        Assert.Equal((fabrikam.Id, (Guid?)null), (edited.Customer, edited.Contact));
    }

    [Fact]
    public void A_customer_that_does_not_exist_is_refused() =>
        Open.KnowingOf(CaseFacts.None)
            .ThenRefused(Edit(("customer", Text(Stranger.Id.ToString()))), "unknown-customer");
}
