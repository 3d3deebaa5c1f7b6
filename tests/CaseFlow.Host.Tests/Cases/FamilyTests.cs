using System.Net;
using System.Net.Http.Json;

namespace CaseFlow.Host.Tests.Cases;

/// <summary>Parents and children over HTTP.</summary>
public sealed class FamilyTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task A_child_takes_over_title_and_customer_and_both_know_each_other()
    {
        using var ann = host.As("ann");
        var parent = await host.Case("Mail is down");

        var child = await ann.PostAsJsonAsync(
                "/api/cases",
                new { process = "support-case", parentId = parent.Text("id") }
            )
            .Ok();

        Assert.Equal(
            ("Mail is down", parent.Text("customerId"), parent.Text("id")),
            (child.Text("title"), child.Text("customerId"), child.Text("parentId"))
        );
        Assert.Equal([child.Text("id")!], await ChildrenOf(ann, parent.Text("id")));
    }

    [Fact]
    public async Task Existing_cases_become_children_one_level_deep()
    {
        using var ann = host.As("ann");
        var (parent, child, other) = (await Id("Parent"), await Id("Child"), await Id("Other"));
        await ann.PostAsJsonAsync($"/api/cases/{parent}/children", new { cases = new[] { child } }).Ok();

        await ann.PostAsJsonAsync($"/api/cases/{child}/children", new { cases = new[] { other } })
            .Problem(HttpStatusCode.UnprocessableEntity, "family-refused");
        await ann.PostAsJsonAsync($"/api/cases/{other}/children", new { cases = new[] { parent } })
            .Problem(HttpStatusCode.UnprocessableEntity, "family-refused");
        await ann.PostAsJsonAsync("/api/cases", new { process = "support-case", parentId = child })
            .Problem(HttpStatusCode.UnprocessableEntity, "family-refused");
        await ann.PostAsJsonAsync($"/api/cases/{other}/merge", new { cases = new[] { child } })
            .Problem(HttpStatusCode.UnprocessableEntity, "merge-refused");
        await ann.PostAsJsonAsync($"/api/cases/{child}/cancel", new { status = "merged", into = other })
            .Problem(HttpStatusCode.UnprocessableEntity, "merge-refused");

        await ann.DeleteAsync($"/api/cases/{parent}/children/{child}").Ok();
        Assert.Empty(await ChildrenOf(ann, parent));
        Assert.Null((await ann.GetAsync($"/api/cases/{child}").Ok()).Text("parentId"));
    }

    [Fact]
    public async Task Children_of_a_merged_case_follow_it_and_come_back_with_it()
    {
        using var ann = host.As("ann");
        using var sue = host.As("sue", "supervisor");
        var (survivor, other, child) = (await Id("Survivor"), await Id("Other"), await Id("Child"));
        await ann.PostAsJsonAsync($"/api/cases/{other}/children", new { cases = new[] { child } }).Ok();

        await ann.PostAsJsonAsync($"/api/cases/{survivor}/merge", new { cases = new[] { other } }).Ok();
        Assert.Equal([child], await ChildrenOf(ann, survivor));
        Assert.Equal(survivor, (await ann.GetAsync($"/api/cases/{child}").Ok()).Text("parentId"));

        await sue.PostAsJsonAsync($"/api/cases/{survivor}/unmerge", new { }).Ok();
        Assert.Equal([child], await ChildrenOf(ann, other));
        Assert.Empty(await ChildrenOf(ann, survivor));
        Assert.Equal(other, (await ann.GetAsync($"/api/cases/{child}").Ok()).Text("parentId"));
    }

    [Fact]
    public async Task A_hundred_children_end_with_their_parent_or_none_does()
    {
        await Publish("cascade");
        using var ann = host.As("ann");
        var parent = await Desk(null);
        var children = new List<string>();
        for (var number = 0; number < 100; number++)
        {
            children.Add(await Desk(parent));
        }

        await ann.PostAsJsonAsync("/api/cases", new { process = "desk", parentId = parent })
            .Problem(HttpStatusCode.UnprocessableEntity, "family-refused");
        var task = new { kind = "task", subject = "Order a part" };
        await ann.PostAsJsonAsync($"/api/cases/{children[7]}/activities", task).Ok();

        var held = await ann.PostAsJsonAsync($"/api/cases/{parent}/resolve", new { resolution = "Repaired" })
            .Problem(HttpStatusCode.UnprocessableEntity, "children-active");
        Assert.Equal([children[7]], held.GetProperty("missing").EnumerateArray().Select(one => one.Text("name")));
        Assert.Equal("active", (await ann.GetAsync($"/api/cases/{children[0]}").Ok()).Text("state"));

        var confirmed = new { resolution = "Repaired", cancelOpenActivities = true };
        await ann.PostAsJsonAsync($"/api/cases/{parent}/resolve", confirmed).Ok();
        foreach (var child in children)
        {
            Assert.Equal("resolved", (await ann.GetAsync($"/api/cases/{child}").Ok()).Text("state"));
        }
    }

    [Fact]
    public async Task A_parent_can_be_kept_open_until_its_children_have_ended()
    {
        await Publish("restrict", "held");
        using var ann = host.As("ann");
        var parent = await Desk(null, "held");
        var child = await Desk(parent, "held");

        await ann.PostAsJsonAsync($"/api/cases/{parent}/cancel", new { })
            .Problem(HttpStatusCode.UnprocessableEntity, "children-active");
        await ann.PostAsJsonAsync($"/api/cases/{child}/cancel", new { }).Ok();
        await ann.PostAsJsonAsync($"/api/cases/{parent}/cancel", new { }).Ok();
    }

    private async Task Publish(string closing, string key = "desk")
    {
        using var dora = host.As("dora", "designer");
        var source = $$"""
            process: {{key}}
            title: Desk
            statuses:
              active:
                open: { initial: true }
              resolved:
                done: {}
              cancelled:
                dropped: {}
            transitions:
              - from: open
                to: [done, dropped]
            policies: { close-children: {{closing}} }
            """;
        await dora.PostAsJsonAsync("/api/processes/publish", new { source }).Ok();
    }

    private async Task<string> Desk(string? parent, string process = "desk") =>
        (await host.Case("A case", new { process, parentId = parent })).Text("id")!;

    private async Task<string> Id(string title) => (await host.Case(title)).Text("id")!;

    private static async Task<string[]> ChildrenOf(HttpClient client, string? id) =>
        (await client.GetAsync($"/api/cases/{id}").Ok()).Texts("children");
}
