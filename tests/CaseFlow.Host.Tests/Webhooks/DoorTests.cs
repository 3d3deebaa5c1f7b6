using System.Net;

namespace CaseFlow.Host.Tests.Webhooks;

/// <summary>What is kept of what strangers send, and what comes of it.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    /// <summary>A webhook that anybody may send to.</summary>
    internal const string Calls = """
        webhook: calls
        process: support-case
        path: any/calls
        methods: [POST, PUT]
        verify: none
        max-bytes: 200
        delivery: body.id
        key: body.call
        rules:
          - when: body.kind == 'new'
            do: { create: { title: "${body.title}", customer: Contoso } }
          - when: body.kind == 'note'
            do: { add-note: "${body.text}" }

        """;

    private readonly RunningHost host = new() { Settings = ["--Hooks:MaxTries=3"] };
    private readonly Deliveries deliveries;

    public DoorTests() => deliveries = new(host);

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        await host.Account();
        await deliveries.Save("calls", Calls);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_same_key_is_the_same_delivery_whatever_else_is_in_it()
    {
        var first = await deliveries.Accepted(Call("1", "new", "a"));
        await deliveries.Ended(first);

        Assert.Equal(first, await deliveries.Accepted(Call("1", "new", "b")));
        Assert.Single(await deliveries.Cases());
    }

    [Fact]
    public async Task What_is_said_of_one_case_is_done_in_the_order_in_which_it_came()
    {
        await deliveries.Send(Call("new", "new", "a"));
        var ids = new List<string>();
        for (var number = 1; number <= 20; number++)
        {
            ids.Add(await deliveries.Accepted(Call($"{number}", "note", "a", $"note {number}")));
        }

        var last = await deliveries.Ended(ids[^1]);

        var notes = await Notes(last.GetProperty("results")[0].Text("caseId"));
        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"note {number}"), notes);
    }

    [Fact]
    public async Task A_refused_delivery_can_be_worked_on_again_when_what_was_wrong_is_mended()
    {
        var early = await deliveries.Send(Call("2", "note", "later", "I come early"));
        Assert.Equal(("refused", "no-such-case"), (early.Text("state"), early.GetProperty("results")[0].Text("code")));
        await deliveries.Send(Call("1", "new", "later"));

        var again = await deliveries.Replay(early.Text("id")!);
        var oncemore = await deliveries.Replay(early.Text("id")!);

        Assert.Equal(("done", 1), (again.Text("state"), again.GetProperty("replays").GetInt32()));
        Assert.Equal("done", oncemore.Text("state"));
        Assert.Equal(["I come early"], await Notes(again.GetProperty("results")[0].Text("caseId")));
    }

    [Fact]
    public async Task A_form_that_is_sent_in_parts_is_read_by_its_names_and_of_files_their_names()
    {
        var form = Calls
            .Replace("max-bytes: 200", "max-bytes: 2000\nbody: form", StringComparison.Ordinal)
            .Replace("${body.title}", "${body.title}: ${body.file}", StringComparison.Ordinal);
        await deliveries.Save("calls", form);
        using var sent = new MultipartFormDataContent
        {
            { new StringContent("1"), "id" },
            { new StringContent("a"), "call" },
            { new StringContent("new"), "kind" },
            { new StringContent("Grüße & more"), "title" },
            { new ByteArrayContent([0xFF, 0x00]), "file", "smoke.png" },
        };

        await deliveries.Send(new HttpRequestMessage(HttpMethod.Post, "/hooks/any/calls") { Content = sent });

        Assert.Equal("Grüße & more: smoke.png", Assert.Single(await deliveries.Cases()).Text("title"));

        using var stranger = host.Anonymous();
        using var broken = new StringContent("--x\r\nno form");
        broken.Headers.ContentType = new("multipart/form-data");
        await stranger
            .PostAsync("/hooks/any/calls", broken)
            .Problem(HttpStatusCode.UnprocessableEntity, "body-not-readable");
    }

    [Fact]
    public async Task What_fails_again_and_again_is_a_dead_letter_that_can_be_worked_on_again()
    {
        var form = Calls
            .Replace("verify: none", "verify: none\nbody: text", StringComparison.Ordinal)
            .Replace("body.", "query.", StringComparison.Ordinal);
        await deliveries.Save("calls", form);
        using var olga = host.As("olga", "admin");
        var id = await deliveries.Accepted(Senders.Post("/hooks/any/calls?kind=new&call=a&id=1&title=x", "no json"));
        await deliveries.Ended(id);
        await deliveries.Save("calls", Calls);

        await olga.PostAsync($"/api/hooks/deliveries/{id}/replay", null).Ok();
        await host.Until(async () => (await deliveries.Read(id)).GetProperty("delivery").Text("state") == "dead");

        var dead = (await deliveries.Read(id)).GetProperty("delivery");
        Assert.Equal("The webhook takes another kind of body than this delivery has.", dead.Text("detail"));
        Assert.Equal(1, (await Hook()).GetProperty("dead").GetInt32());
    }

    [Fact]
    public async Task A_bad_save_leaves_the_webhook_as_it_was_and_shows_its_errors()
    {
        var file = Path.Combine(host.Workflows, "calls.webhook.yaml");
        await File.WriteAllTextAsync(file, Calls.Replace("body.kind", "body.kind ==", StringComparison.Ordinal));
        using var ann = host.As("ann");
        await host.Until(async () => (await ann.GetAsync("/health/ready").Ok()).Text("status") == "degraded");

        Assert.StartsWith(
            "calls.webhook.yaml(10,",
            (await ann.GetAsync("/health/ready").Ok()).Texts("problems")[0],
            StringComparison.Ordinal
        );
        Assert.Equal("done", (await deliveries.Send(Call("1", "new", "a"))).Text("state"));

        File.Delete(file);
        using var stranger = host.Anonymous();
        await host.Until(async () =>
            (await stranger.SendAsync(Call("2", "new", "b"))).StatusCode == HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task A_name_that_its_process_gives_up_is_a_problem_of_the_webhook()
    {
        await deliveries.Save(
            "moves",
            "webhook: moves\nprocess: support-case\nverify: none\nkey: body.id\nrules: [{ do: { queue: gold } }]\n"
        );
        var process = Path.Combine(host.Workflows, "support-case", "support-case.process.yaml");
        var text = await File.ReadAllTextAsync(process);
        await File.WriteAllTextAsync(
            process,
            text.Replace(" gold:", " golden:", StringComparison.Ordinal)
                .Replace("queue: gold", "queue: golden", StringComparison.Ordinal)
        );
        using var ann = host.As("ann");

        await host.Until(async () =>
            (await ann.GetAsync("/health/ready").Ok())
                .Texts("problems")
                .Any(one =>
                    one.Contains("moves", StringComparison.Ordinal) && one.Contains("CF0014", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public async Task Lists_show_what_came_and_only_to_those_who_look_after_it()
    {
        await deliveries.Send(Call("1", "new", "a"));
        await deliveries.Send(Call("2", "odd", "a"));
        await deliveries.Send(Call("3", "odd", "a"));
        using var olga = host.As("olga", "admin");
        using var ann = host.As("ann");

        var page = await olga.GetAsync("/api/hooks/calls/deliveries?state=not-matched&limit=1").Ok();
        var rest = await olga.GetAsync(
                $"/api/hooks/calls/deliveries?state=not-matched&limit=1&cursor={page.Text("next")}"
            )
            .Ok();

        Assert.Equal("3", page.GetProperty("items")[0].Text("key"));
        Assert.Equal(("2", null), (rest.GetProperty("items")[0].Text("key"), rest.Text("next")));
        Assert.Equal(("/hooks/any/calls", "none"), ((await Hook()).Text("path"), (await Hook()).Text("verify")));
        await olga.GetAsync("/api/hooks/calls/deliveries?state=odd").Problem(HttpStatusCode.BadRequest, "malformed");
        await ann.GetAsync("/api/hooks").Problem(HttpStatusCode.Forbidden, "role-not-allowed");
        await olga.GetAsync($"/api/hooks/deliveries/{Guid.Empty}").Problem(HttpStatusCode.NotFound, "not-found");
    }

    private static HttpRequestMessage Call(string id, string kind, string call, string text = "") =>
        Senders.Post(
            "/hooks/any/calls",
            $$"""{"id":"{{id}}","kind":"{{kind}}","call":"{{call}}","title":"Call {{call}}","text":"{{text}}"}"""
        );

    private async Task<System.Text.Json.JsonElement> Hook()
    {
        using var olga = host.As("olga", "admin");
        return (await olga.GetAsync("/api/hooks").Ok())
            .GetProperty("items")
            .EnumerateArray()
            .Single(hook => hook.Text("name") == "calls");
    }

    /// <summary>The subjects of the notes, in the order in which they were added.</summary>
    private async Task<string[]> Notes(string? caseId)
    {
        using var ann = host.As("ann");
        return
        [
            .. (await ann.GetAsync($"/api/cases/{caseId}/timeline?limit=200").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .OrderBy(item => item.GetProperty("position").GetInt32())
                .Select(item => item.GetProperty("event"))
                .Where(happened => happened.Text("type") == "activity-added")
                .Select(happened => happened.GetProperty("content").Text("subject")!),
        ];
    }
}
