using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Tests.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Processes;

/// <summary>The tree of what a case can be about.</summary>
public sealed class SubjectTests
{
    private const string Desk = """
        process: desk
        title: Desk
        subjects:
          toner: { title: { en: Toner, fr: Encre }, parent: printers }
          hardware:
          printers: { parent: hardware }
          billing: { title: Invoices }
        statuses:
          active: { open: { initial: true } }
          resolved: { done: }
          cancelled: { dropped: }
        transitions: any
        queues: { desk: , press: , money: }
        routing:
          - { rule: Toner, when: case.subject == 'toner', queue: press }
          - { rule: Hardware, when: "'hardware' in case.subjects", queue: desk }
          - otherwise: money
        """;

    [Fact]
    public void A_tree_of_any_order_is_read_from_the_top_down()
    {
        var subjects = CaseSpec.Of(Desk).Process.Parts.Subjects;

        Assert.Equal(["hardware", "printers", "toner", "billing"], subjects.All.Select(subject => subject.Key));
        Assert.Equal(["hardware", "printers", "toner"], subjects.Path("toner"));
        Assert.Equal(["printers", "toner"], subjects.AndBelow("printers"));
        Assert.Equal(
            ("Hardware", "Encre"),
            (subjects.Find("hardware")!.Title.Text, subjects.Find("toner")!.Title.In("fr"))
        );
        Assert.Equal(["gone"], subjects.Path("gone"));
    }

    [Fact]
    public void A_case_is_about_one_of_them_or_nothing()
    {
        var opened = CaseSpec.Of(Desk).After(Create());

        Assert.Equal(Text("toner"), opened.ThenCase(Edit(("subject", Text("toner")))).Fields["subject"]);
        var refused = opened.ThenRefused(Edit(("subject", Text("tonner"))), "fields-invalid");
        Assert.Contains("did you mean 'toner'", refused.Explain(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            Text("As it likes"),
            TestProcesses.Plain.After(Create()).ThenCase(Edit(("subject", Text("As it likes")))).Fields["subject"]
        );
    }

    [Theory]
    [InlineData("toner", "press")]
    [InlineData("printers", "desk")]
    [InlineData("hardware", "desk")]
    [InlineData("billing", "money")]
    [InlineData(null, "money")]
    public void Routing_asks_what_a_case_is_about_and_below_what_that_lies(string? subject, string queue)
    {
        (string, FieldValue)[] fields = subject is null ? [] : [("subject", Text(subject))];

        Assert.Equal(queue, CaseSpec.Of(Desk).ThenCase(Create(route: true, fields: fields)).Queue);
    }
}
