namespace CaseFlow.Storage.Tests;

/// <summary>What is promised of e-mail that comes in, whichever database keeps it.</summary>
public abstract class InboundMailContract(StorageProvider provider) : StorageTest(provider)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hold = TimeSpan.FromSeconds(10);
    private static readonly byte[] Content = [0, 1, 255, 13, 10];

    private InboundMails Mails => Store.InboundMails;

    [Fact]
    public async Task An_e_mail_is_kept_once_for_its_key_byte_for_byte()
    {
        var first = await Mails.Keep(Mail("a"), Content, Cancellation);
        var second = await Mails.Keep(Mail("a"), [9], Cancellation);
        var elsewhere = await Mails.Keep(Mail("a", mailbox: "other"), Content, Cancellation);

        Assert.Equal((true, false, true), (first.IsNew, second.IsNew, elsewhere.IsNew));
        Assert.Equal(first.Id, second.Id);
        Assert.Equal(Content, await Mails.Content(first.Id, Cancellation));
        Assert.Null(await Mails.Content(Guid.NewGuid(), Cancellation));
    }

    [Fact]
    public async Task Come_twice_at_the_same_moment_it_is_kept_once()
    {
        await using var other = await TestStore.Open(Database);

        var kept = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(index =>
                    Task.Run(
                        () => (index % 2 == 0 ? Store : other).InboundMails.Keep(Mail("a"), Content, Cancellation),
                        Cancellation
                    )
                )
        );

        Assert.Single(kept, one => one.IsNew);
        Assert.Single(kept.Select(one => one.Id).Distinct());
    }

    [Fact]
    public async Task Of_a_thread_one_is_taken_at_a_time_and_the_next_when_that_has_ended()
    {
        await Keep(Mail("a", lane: "one"), Mail("b", lane: "one"), Mail("c", lane: "two"));

        var taken = await Take(Start);
        Assert.Equal(["a", "c"], taken.Select(one => one.Key));
        Assert.Empty(await Take(Start.AddSeconds(1)));
        Assert.True(await Mails.End(taken[0] with { State = "opened", CaseId = Guid.NewGuid() }, Start, Cancellation));
        Assert.Equal(["b"], (await Take(Start)).Select(one => one.Key));
    }

    [Fact]
    public async Task Who_was_too_slow_writes_down_nothing()
    {
        await Keep(Mail("a"));
        var slow = Assert.Single(await Take(Start));
        var quick = Assert.Single(await Take(Start.Add(Hold)));

        Assert.False(await Mails.End(slow with { State = "refused" }, Start.Add(Hold), Cancellation));
        Assert.True(await Mails.End(quick with { State = "automatic" }, Start.Add(Hold), Cancellation));
    }

    [Fact]
    public async Task Only_what_has_ended_and_is_part_of_no_case_is_worked_on_again()
    {
        await Keep(Mail("a"), Mail("b"));
        var taken = await Take(Start);
        Assert.False(await Mails.Replay(taken[0].Id, false, Start, Cancellation));
        await Mails.PutOff(taken[0], Start, "no luck", Cancellation);
        var again = Assert.Single(await Take(Start));
        await Mails.End(again with { State = "review" }, Start, Cancellation);
        await Mails.End(taken[1] with { State = "opened", CaseId = Guid.NewGuid() }, Start, Cancellation);

        Assert.True(await Mails.Replay(taken[0].Id, true, Start, Cancellation));
        Assert.False(await Mails.Replay(taken[1].Id, true, Start, Cancellation));

        var replayed = Assert.Single(await Take(Start));
        Assert.Equal(("a", 1, 0, true), (replayed.Key, replayed.Replays, replayed.Failures, replayed.IsAccepted));
    }

    [Fact]
    public async Task E_mails_of_a_sender_are_counted_within_a_time_before()
    {
        await Keep(
            Mail("old", at: Start.AddHours(-2)),
            Mail("a"),
            Mail("b", sender: "other@example.com"),
            Mail("c"),
            Mail("d")
        );
        var third = (await Take(Start)).Single(one => one.Key == "c");

        Assert.Equal(2, await Mails.CountOfSender(third, TimeSpan.FromHours(1), Cancellation));
        Assert.Equal(3, await Mails.CountOfSender(third, TimeSpan.FromHours(3), Cancellation));
    }

    [Fact]
    public async Task Only_what_is_settled_and_part_of_no_case_is_forgotten()
    {
        await Keep(Mail("refused"), Mail("review"), Mail("automatic"), Mail("opened"), Mail("young"));
        foreach (var taken in await Take(Start))
        {
            await Mails.End(
                taken with
                {
                    State = taken.Key == "young" ? "refused" : taken.Key,
                    CaseId = taken.Key == "opened" ? Guid.NewGuid() : null,
                },
                taken.Key == "young" ? Start.AddDays(2) : Start,
                Cancellation
            );
        }

        Assert.Equal(2, await Mails.Trim(Start.AddDays(1), ["refused", "automatic"], Cancellation));
        Assert.Equal(0, await Mails.Trim(Start.AddDays(1), ["refused", "automatic"], Cancellation));
    }

    [Fact]
    public async Task Who_claims_a_message_id_first_keeps_it()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        await Store.MailThreads.Remember("a@x", one, Start, Cancellation);
        await Store.MailThreads.Remember("a@x", other, Start, Cancellation);
        await Store.MailThreads.Remember("b@x", other, Start, Cancellation);

        Assert.Equal(one, await Store.MailThreads.Find(["none@x", "a@x", "b@x"], Cancellation));
        Assert.Equal(other, await Store.MailThreads.Find(["b@x", "a@x"], Cancellation));
        Assert.Null(await Store.MailThreads.Find(["none@x"], Cancellation));
        Assert.Null(await Store.MailThreads.Find([], Cancellation));
    }

    private async Task Keep(params InboundMailRow[] mails)
    {
        foreach (var mail in mails)
        {
            await Mails.Keep(mail, Content, Cancellation);
        }
    }

    private Task<ImmutableArray<InboundMailRow>> Take(DateTimeOffset now) => Mails.Take(now, Hold, 10, Cancellation);

    private static InboundMailRow Mail(
        string key,
        string? lane = null,
        string mailbox = "desk",
        string sender = "jane@example.com",
        DateTimeOffset? at = null
    ) =>
        new()
        {
            Id = Guid.NewGuid(),
            Mailbox = mailbox,
            Key = key,
            Lane = lane ?? key,
            ReceivedAt = at ?? Start,
            Sender = sender,
            Subject = "Printer on fire",
            Size = Content.Length,
            Files = "[]",
            State = InboundMailRow.Waiting,
            DueAt = Start,
        };
}

/// <inheritdoc cref="InboundMailContract" />
public sealed class InboundMailOnSqlite() : InboundMailContract(StorageProvider.Sqlite);

/// <inheritdoc cref="InboundMailContract" />
public sealed class InboundMailOnPostgreSql() : InboundMailContract(StorageProvider.PostgreSql);
