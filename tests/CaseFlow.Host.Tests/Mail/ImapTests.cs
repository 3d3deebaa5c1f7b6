using System.Text.Json;
using CaseFlow.Host.Tests.Webhooks;

namespace CaseFlow.Host.Tests.Mail;

/// <summary>E-mail is fetched from a real server.</summary>
public sealed class ImapTests
{
    private const string Process = """
        process: fetched
        title: Fetched
        ticket: "F-{number}"
        statuses: { active: { open: { initial: true } }, resolved: { done: } }
        transitions: [{ from: open, to: done }]
        queues: { front: }
        routing: [{ otherwise: front }]
        """;

    [Fact]
    public async Task What_is_unseen_is_kept_marked_as_seen_and_fetched_once()
    {
        await using var server = await Dovecot.Start();
        await using var host = Host();
        await host.InitializeAsync();
        await server.Put(MailHost.Letter("one@imap"));
        await server.Put(MailHost.Letter("two@imap"));

        await Define(host, server, "");

        await Hooks.Eventually(async () => (await Mails(host)).Length == 2);
        await Hooks.Eventually(async () => await server.Count("INBOX") == (2, 0));
        await server.Put(MailHost.Letter("one@imap", text: "Sent once more."));
        await server.Put(MailHost.Letter("three@imap", headers: "In-Reply-To: <one@imap>"));
        await Hooks.Eventually(async () => (await Mails(host)).Length == 3 && await server.Count("INBOX") == (4, 0));
        await Hooks.Eventually(async () =>
            (await Mails(host))
                .Select(one => one.Text("state"))
                .Order(StringComparer.Ordinal)
                .SequenceEqual(["added", "opened", "opened"])
        );
        var mailbox = await Mailbox(host);
        Assert.Equal((true, null), (mailbox.GetProperty("fetches").GetBoolean(), mailbox.Text("problem")));
    }

    [Fact]
    public async Task What_was_fetched_is_moved_where_the_mailbox_says_so()
    {
        await using var server = await Dovecot.Start();
        await using var host = Host();
        await host.InitializeAsync();
        await server.Put(MailHost.Letter("moved@imap"));

        await Define(host, server, ", move-to: Done");

        await Hooks.Eventually(async () =>
            await server.Count("INBOX") == (0, 0) && await server.Count("Done") == (1, 0)
        );
        Assert.Equal("moved@imap", Assert.Single(await Mails(host)).Text("key"));
    }

    [Fact]
    public async Task A_letter_that_is_too_large_is_refused_and_stays_on_the_server()
    {
        await using var server = await Dovecot.Start();
        await using var host = Host("--Mail:Incoming:MaxBytes=2000");
        await host.InitializeAsync();
        await server.Put(MailHost.Letter("large@imap", subject: "All of it", text: new string('x', 3_000)));

        await Define(host, server, "");

        await Hooks.Eventually(async () => (await Mails(host)) is [var one] && one.Text("state") == "refused");
        var refused = Assert.Single(await Mails(host));
        Assert.Equal(("too-large", "All of it"), (refused.Text("code"), refused.Text("subject")));
        Assert.Equal((1, 0), await server.Count("INBOX"));
    }

    [Fact]
    public async Task A_mailbox_says_why_nothing_can_be_fetched()
    {
        await using var server = await Dovecot.Start();
        await using var host = Host("--Mail:Secrets:desk-mail=wrong");
        await host.InitializeAsync();

        await Define(host, server, "");

        await Hooks.Eventually(async () =>
            (await Mailbox(host)).Text("problem")?.Contains("password", StringComparison.Ordinal) == true
        );
    }

    private static RunningHost Host(params string[] settings) =>
        new() { IsLive = true, Settings = [$"--Mail:Secrets:desk-mail={Dovecot.Password}", .. settings] };

    private static async Task Define(RunningHost host, Dovecot server, string more)
    {
        var folder = Directory.CreateDirectory(Path.Combine(host.Workflows, "fetched")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "fetched.process.yaml"), Process);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "desk.mailbox.yaml"),
            $$"""
            mailbox: desk
            process: fetched
            address: desk@example.com
            unknown-senders: create
            imap: { host: 127.0.0.1, port: {{server.Port}}, security: none, user: {{Dovecot.User}}, password: desk-mail, every: 1s{{more}} }
            """
        );
    }

    private static async Task<JsonElement[]> Mails(RunningHost host)
    {
        using var sue = host.As("sue", "supervisor");
        return [.. (await sue.GetAsync("/api/mailboxes/desk/messages").Ok()).GetProperty("items").EnumerateArray()];
    }

    private static async Task<JsonElement> Mailbox(RunningHost host)
    {
        using var sue = host.As("sue", "supervisor");
        JsonElement found = default;
        await Hooks.Eventually(async () =>
        {
            found = (await sue.GetAsync("/api/mailboxes").Ok())
                .GetProperty("items")
                .EnumerateArray()
                .FirstOrDefault(one => one.Text("name") == "desk");
            return found.ValueKind == JsonValueKind.Object;
        });
        return found;
    }
}
