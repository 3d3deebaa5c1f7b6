using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Tests.Processes;

public class ReadingTests
{
    private static readonly CaseProcess SupportCase = Definitions.Shipped("support-case");

    [Fact]
    public void A_process_keeps_its_key_its_source_and_the_hash_of_it()
    {
        Assert.Equal("support-case", SupportCase.Key);
        Assert.Equal(Definitions.ShippedText("support-case"), SupportCase.Parts.Source);
        Assert.Matches("^[0-9a-f]{32}$", SupportCase.Hash);
        Assert.NotEqual(SupportCase.Hash, Definitions.Shipped("access-request").Hash);
    }

    [Fact]
    public void The_hash_is_half_of_the_sha_256_of_the_text() =>
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SupportCase.Parts.Source)))[..32],
            SupportCase.Hash
        );

    [Fact]
    public void Statuses_come_in_the_order_of_their_states_with_titles_in_every_language()
    {
        Assert.Equal(
            "in-progress, on-hold, waiting-for-details, researching, problem-solved, information-provided, cancelled, merged",
            string.Join(", ", SupportCase.Parts.Statuses.Select(status => status.Key))
        );
        Assert.Equal("in-progress", SupportCase.InitialStatus.Key);
        var onHold = SupportCase.FindStatus("on-hold")!;
        Assert.True(onHold.PausesSla);
        Assert.Equal(
            ("On hold", "En attente", "On hold"),
            (onHold.Title.Text, onHold.Title.In("fr"), onHold.Title.In("de"))
        );
        Assert.Equal(CaseState.Cancelled, SupportCase.FindStatus("merged")!.State);
    }

    [Fact]
    public void What_has_no_title_is_called_by_its_name_in_words() =>
        Assert.Equal(
            "On hold",
            Definitions.Ready(Definitions.Desk().Replace("waiting", "on-hold")).FindStatus("on-hold")!.Title.Text
        );

    [Fact]
    public void A_text_in_languages_without_english_falls_back_to_the_first() =>
        Assert.Equal(
            "Guichet",
            Definitions
                .Ready(Definitions.Desk().Replace("title: Desk", "title: { fr: Guichet, de: Schalter }"))
                .Parts.Title.Text
        );

    [Fact]
    public void A_built_in_field_that_is_declared_again_stands_once_and_can_be_read_by_both_names()
    {
        var product = Assert.Single(SupportCase.Parts.Fields, field => field.Key == "product");

        Assert.True(product is { BuiltIn: true, Declared: true, Type: FieldType.Choice });
        Assert.Equal(["Laptop", "Phone", "Cloud"], product.Choices);
    }

    [Theory]
    [InlineData("SN-123456", true)]
    [InlineData("SN-123456\n!", false)]
    [InlineData("ab SN-123456 cd", false)]
    public void A_pattern_is_about_the_whole_value(string value, bool matches)
    {
        var process = Definitions.Ready(
            Definitions.Desk("fields:\n  serial: { type: text, pattern: '[A-Z0-9-]{6,20}' }\n")
        );

        Assert.Equal(matches, process.FindField("serial")!.Pattern!.IsMatch(value));
    }

    [Fact]
    public void Fields_keep_their_bounds()
    {
        var process = Definitions.Ready(
            Definitions.Desk(
                "fields:\n  impact: { type: integer, min: 1, max: 5 }\n  share: { type: decimal, min: -0.5 }\n  note: { type: text, max-length: 80 }\n"
            )
        );

        Assert.Equal((1m, 5m), (process.FindField("impact")!.Min, process.FindField("impact")!.Max));
        Assert.Equal((-0.5m, (decimal?)null), (process.FindField("share")!.Min, process.FindField("share")!.Max));
        Assert.Equal(80, process.FindField("note")!.MaxLength);
        Assert.Equal(100_000, process.FindField("description")!.MaxLength);
    }

    [Fact]
    public void Steps_are_read_in_their_order_with_what_they_need()
    {
        Assert.Equal(
            ["lookup: customer", "lookup: contact", "find-case", "field: title", "lookup: entitlement"],
            SupportCase.FindStage("identify")!.Steps.Select(step => step.Name)
        );
        var impact = SupportCase.FindStage("research")!.Steps[2];
        Assert.Equal("case.priority == 'high'", Assert.Single(impact.When).Text);
        Assert.True(impact.Required);
        Assert.Single(SupportCase.FindStage("resolve")!.Enter);
    }

    [Fact]
    public void A_step_that_needs_no_more_can_be_a_word_or_a_key()
    {
        var process = Definitions.Ready(
            Definitions.Desk(
                "stages:\n  - look:\n      steps:\n        - find-case:\n          when: case.origin == 'phone'\n        - similar-cases: true\n  - act\n"
            )
        );

        Assert.Equal(["find-case", "similar-cases"], process.FindStage("look")!.Steps.Select(step => step.Name));
        Assert.Single(process.FindStage("look")!.Steps[0].When);
        Assert.Equal("Act", process.FindStage("act")!.Title.Text);
    }

    [Fact]
    public void Routing_keeps_its_order_and_ends_with_otherwise()
    {
        Assert.Equal(["Outages", "Gold customers", "otherwise"], SupportCase.Parts.Routing.Select(rule => rule.Name));
        Assert.Equal(["outage", "gold", "front-line"], SupportCase.Parts.Routing.Select(rule => rule.Queue));
        Assert.Equal(2, SupportCase.Parts.Routing[0].When.Length);
    }

    [Fact]
    public void Queues_know_their_members_and_their_owner()
    {
        Assert.Equal(["team:gold", "team:support"], SupportCase.FindQueue("gold")!.Members);
        Assert.Equal("team:support", SupportCase.FindQueue("front-line")!.Owner);
        Assert.Null(SupportCase.FindQueue("outage")!.Owner);
    }

    [Fact]
    public void Policies_and_migrations_are_read()
    {
        var process = Definitions.Ready(
            Definitions.Desk("policies: { resolve-from-any-stage: true }\nmigrate:\n  statuses: { parked: waiting }\n")
        );

        Assert.True(process.Parts.Policies.ResolveFromAnyStage);
        Assert.False(SupportCase.Parts.Policies.ResolveFromAnyStage);
        Assert.Equal("waiting", process.Parts.Migrate.Statuses["parked"]);
    }

    [Fact]
    public void A_value_can_be_written_once_and_repeated_by_an_alias()
    {
        var process = Definitions.Ready(
            Definitions.Desk("queues:\n  day: { members: &all [team:desk, user:ann] }\n  night: { members: *all }\n")
        );

        Assert.Equal(process.FindQueue("day")!.Members, process.FindQueue("night")!.Members);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Line_ends_and_a_byte_order_mark_do_not_matter(string lineEnd) =>
        Definitions.Ready("\uFEFF" + Definitions.Desk().ReplaceLineEndings(lineEnd));

    [Theory]
    [InlineData("case.fields.`resolution-type` == 'Repaired'")]
    [InlineData("customer.tier in ['gold', 'platinum'] && now - case.createdAt < duration('72h')")]
    [InlineData("[case.title.matches('(?i)outage|down|interruption'), case.priority == 'high']")]
    [InlineData("[has(case.fields.impact)]")]
    [InlineData("'case.title == ''it'' || case.origin == ''phone'''")]
    [InlineData("\"case.title == 'it: here'\"")]
    public void Conditions_can_be_written_in_every_way_of_yaml(string when) =>
        Definitions.Ready(
            Definitions.Desk(
                $$"""
                fields:
                  impact: { type: integer }
                  resolution-type: { type: choice, choices: [Repaired, Replaced] }
                queues:
                  desk:
                routing:
                  - rule: Some
                    when: {{when}}
                    queue: desk

                """
            )
        );
}
