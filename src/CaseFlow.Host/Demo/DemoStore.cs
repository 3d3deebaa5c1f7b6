using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Processes;
using CaseFlow.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Demo;

/// <summary>
/// Fills an empty store with customers, people and some hundred support cases of the last two months, the same ones each
/// time. A store that has cases already is left as it is.
/// </summary>
internal sealed partial class DemoStore(
    IDbContextFactory<CaseFlowDb> databases,
    IGrainFactory grains,
    ProcessCatalog processes,
    TicketNumbers tickets,
    IPasswordHasher<AccountRow> hasher,
    TimeProvider time,
    ILogger<DemoStore> log
)
{
    private const string Process = "support-case";
    private const int Cases = 240;
    private const int Seed = 20;

    private static readonly TimeSpan Span = TimeSpan.FromDays(60);

    /// <summary>Whether there was nothing yet, so that the demo's people are here now.</summary>
    public async Task<bool> Fill(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Cases.AnyAsync(cancellation) || processes.Newest(Process) is null)
        {
            LogLeftAlone();
            return false;
        }

        var customers = await DemoPeople.Add(db, hasher, now - Span, cancellation);
        var chance = new Random(Seed);
        DemoCase? before = null;
        for (var number = 0; number < Cases; number++)
        {
            // Latest last, and more of them lately: a desk that grows.
            var age = Span * Math.Pow(1 - ((double)number / Cases), 1.5);
            before = await Walk(customers[chance.Next(customers.Length)], now - age, now, chance, before, cancellation);
        }

        LogFilled(Cases, customers.Length);
        return true;
    }

    private async Task<DemoCase> Walk(
        DemoCustomer customer,
        DateTimeOffset opened,
        DateTimeOffset now,
        Random chance,
        DemoCase? before,
        CancellationToken cancellation
    )
    {
        var topic = DemoTopics.All[chance.Next(DemoTopics.All.Length)];
        var agent = DemoPeople.Support[chance.Next(DemoPeople.Support.Length)];
        var id = new CaseId(Guid.CreateVersion7(opened));
        var story = new DemoCase(grains.Case(id.Value), id, opened);
        await story.Open(await Opening(id, topic, customer, agent, opened, chance, cancellation), Process);

        if (Later(0.1, 3))
        {
            await story.Pick(agent);
            await story.Did(
                agent,
                ActivityKind.PhoneCall,
                "Asked what happened",
                Direction.Outgoing,
                chance.Next(5, 25)
            );
        }

        if (Later(0.5, 4))
        {
            await story.Next(agent);
            await story.Set(agent, "impact", new FieldValue.Integer(chance.Next(1, 6)));
            await story.Status(agent, "researching");
        }

        if (chance.Next(4) == 0 && Later(1, 20))
        {
            await story.ToDo(agent, "Ask the manufacturer", now.AddDays(chance.Next(1, 5)));
            await story.Status(agent, "waiting-for-details");
            if (Later(4, 60))
            {
                await story.Did(agent, ActivityKind.Email, "The customer's answer", Direction.Incoming, 5);
                await story.Status(agent, "researching");
            }
        }

        if (before is not null && chance.Next(30) == 0 && Later(0.2, 2))
        {
            await story.Merge(agent, before.Id);
        }

        if (chance.Next(20) == 0 && Later(1, 10))
        {
            await story.Cancel(agent);
        }
        else if (Later(3, 90))
        {
            await story.Next(agent);
            await story.Set(agent, "resolution-type", new FieldValue.Text(topic.ResolutionType));
            await story.Did(agent, ActivityKind.PhoneCall, "Told what helped", Direction.Outgoing, chance.Next(3, 15));
            await story.Resolve(agent, "problem-solved", topic.Solution);
        }

        return story;

        // Whether what comes hours later has happened by now.
        bool Later(double least, double most)
        {
            story.Wait(TimeSpan.FromHours(least + (chance.NextDouble() * (most - least))));
            return story.IsIn(now);
        }
    }

    private async Task<CaseCommand.Create> Opening(
        CaseId id,
        DemoTopic topic,
        DemoCustomer customer,
        string agent,
        DateTimeOffset at,
        Random chance,
        CancellationToken cancellation
    )
    {
        var ticket = processes.Newest(Process)!.Parts.Ticket;
        var number = await tickets.Next(ticket.SeriesAt(at), cancellation);
        string[] priorities = ["low", "normal", "normal", "normal", "high"];
        string[] origins = ["phone", "phone", "email", "web"];
        return new CaseCommand.Create(
            id,
            ticket.Write(number, at),
            topic.Titles[chance.Next(topic.Titles.Length)],
            customer.Id,
            customer.Contacts[chance.Next(customer.Contacts.Length)],
            FieldValues.Of([
                new("product", new FieldValue.Text(topic.Product)),
                new("subject", new FieldValue.Text(topic.Subject)),
                new("priority", new FieldValue.Text(priorities[chance.Next(priorities.Length)])),
                new("origin", new FieldValue.Text(origins[chance.Next(origins.Length)])),
            ])
        )
        {
            By = new Actor(agent, Role.Agent),
            At = at,
        };
    }

    [LoggerMessage(LogLevel.Information, "The demo has {Cases} cases of {Customers} accounts")]
    private partial void LogFilled(int cases, int customers);

    [LoggerMessage(LogLevel.Information, "The demo leaves a store alone that has cases, or no support-case process")]
    private partial void LogLeftAlone();
}
