using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CaseFlow.Host.Tests.Webhooks;
using CaseFlow.Host.Tests.Workflows;

namespace CaseFlow.Host.Tests.Mail;

/// <summary>A host with mailboxes, and a server that its e-mail leaves by.</summary>
public sealed class MailHost : IAsyncLifetime
{
    private const string Desk = """
        process: mail-desk
        title: Desk
        ticket: "D-{number:0000}"
        fields:
          origin: { type: choice, choices: [phone, email] }
        statuses:
          active: { open: { initial: true } }
          resolved: { done: }
          cancelled: { dropped: , merged: }
        transitions:
          - { from: open, to: [done, dropped, merged] }
          - { from: [done, dropped], to: open }
        queues: { front: , secret: { members: user:ann, visibility: private } }
        routing: [{ otherwise: front }]
        policies: { reopen-on-reply: 14 days, resolve-from-any-stage: true }
        """;

    private static readonly (string Name, string Text)[] Mailboxes =
    [
        (
            "desk",
            """
            address: desk@example.com
            unknown-senders: create
            reply-within: 30 days
            attachments: { max-files: 2, max-bytes: 1000 }
            auto-reply: { subject: "[${case.ticket}] ${case.title}", text: "Dear ${mail.senderName}, we have it." }
            """
        ),
        ("strict", "address: strict@example.com\nunknown-senders: refuse\nrequire-entitlement: true"),
        ("careful", "address: careful@example.com"),
        ("busy", "address: busy@example.com\nunknown-senders: create\nsender-limit: { max-mails: 3, within: 1 hour }"),
    ];

    private static int letters;

    private readonly PostOffice post = new();

    public MailHost() => Host = new() { Settings = post.Settings };

    public RunningHost Host { get; }

    /// <summary>Whether the server that e-mail leaves by is there from the beginning.</summary>
    public bool IsPostOpen { get; init; } = true;

    internal PostOffice Post => post;

    public async ValueTask InitializeAsync()
    {
        if (IsPostOpen)
        {
            post.Open();
        }

        await Host.InitializeAsync();
        await Write("mail-desk.process.yaml", Desk);
        foreach (var (name, text) in Mailboxes)
        {
            await Write($"{name}.mailbox.yaml", $"mailbox: {name}\nprocess: mail-desk\n{text}\n");
        }

        await Host.Restart();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await post.DisposeAsync();
    }

    public Task Write(string file, string text)
    {
        var folder = Path.Combine(Host.Workflows, "mail-desk");
        Directory.CreateDirectory(folder);
        return File.WriteAllTextAsync(Path.Combine(folder, file), text);
    }

    /// <summary>A name that no other letter has.</summary>
    public static string Fresh(string what) => $"{what}-{Interlocked.Increment(ref letters)}";

    /// <summary>A letter as it goes over the wire.</summary>
    public static string Letter(
        string id,
        string from = "Jane Doe <jane@contoso.example>",
        string subject = "Printer on fire",
        string text = "It burns.",
        params string[] headers
    ) =>
        string.Join(
            "\r\n",
            [
                $"Message-ID: <{id}>",
                $"From: {from}",
                "To: desk@example.com",
                $"Subject: {subject}",
                "MIME-Version: 1.0",
                .. headers.Any(header => header.StartsWith("Content-Type:", StringComparison.Ordinal))
                    ? []
                    : new[] { "Content-Type: text/plain; charset=utf-8" },
                .. headers,
                "",
                text,
                "",
            ]
        );

    public Task<HttpResponseMessage> Post822(string letter, string mailbox = "desk") =>
        Post822(Encoding.UTF8.GetBytes(letter), mailbox);

    public async Task<HttpResponseMessage> Post822(byte[] letter, string mailbox)
    {
        using var mx = Host.As("mx", "automation");
        using var content = new ByteArrayContent(letter);
        content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        return await mx.PostAsync($"/api/mailboxes/{mailbox}/messages", content);
    }

    /// <summary>Hands a letter over and waits for what comes of it.</summary>
    public async Task<JsonElement> Take(string letter, string mailbox = "desk")
    {
        var answer = await Post822(letter, mailbox);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await Settled((await answer.Json()).Text("id")!);
    }

    /// <summary>Waits until a letter has ended, and gives what came of it.</summary>
    public async Task<JsonElement> Settled(string id)
    {
        using var sue = Host.As("sue", "supervisor");
        JsonElement mail = default;
        await Hooks.Eventually(async () =>
        {
            mail = await sue.GetAsync($"/api/mailboxes/messages/{id}").Ok();
            return mail.Text("state") != "waiting";
        });
        return mail;
    }

    public async Task<JsonElement> Case(JsonElement mail)
    {
        using var ann = Host.As("ann");
        return await ann.GetAsync($"/api/cases/{mail.Text("caseId")}").Ok();
    }

    public async Task<JsonElement[]> Activities(JsonElement mail)
    {
        using var ann = Host.As("ann");
        var list = await ann.GetAsync($"/api/cases/{mail.Text("caseId")}/activities").Ok();
        return [.. list.GetProperty("items").EnumerateArray()];
    }

    public async Task<JsonElement> Resolve(JsonElement mail)
    {
        using var ann = Host.As("ann");
        return await ann.PostAsJsonAsync(
                $"/api/cases/{mail.Text("caseId")}/resolve",
                new { status = "done", resolution = "Put out" }
            )
            .Ok();
    }

    public async Task<JsonElement> Contact(string email, Guid? accountId = null)
    {
        using var ann = Host.As("ann");
        return await ann.PostAsJsonAsync(
                "/api/customers",
                new
                {
                    kind = "contact",
                    name = email.Split('@')[0],
                    email,
                    accountId,
                }
            )
            .Ok();
    }
}
