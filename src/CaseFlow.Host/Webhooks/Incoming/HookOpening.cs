using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Webhooks;
using CaseFlow.Storage;

namespace CaseFlow.Host.Webhooks.Incoming;

/// <summary>Makes the command that opens a case for a delivery.</summary>
internal sealed class HookOpening(HookPeople people, TicketNumbers tickets, TimeProvider time)
{
    private const string Origin = "origin";
    private const string ByWebhook = "webhook";

    /// <summary>The command, or why the case has no customer.</summary>
    public async Task<(CaseCommand.Create? Command, string? Refused)> Command(
        HookWork work,
        HookCommand.Create create,
        CancellationToken cancellation
    )
    {
        var (facts, process) = (work.Item.Facts, work.Process);
        var (customer, refused) = await people.Find(create.Customer, facts, work.By, null, cancellation);
        if (customer is null)
        {
            return (null, refused);
        }

        var contact = create.Contact is { } named
            ? (await people.Find(named, facts, work.By, customer, cancellation)).Person
            : null;
        var (title, fields) = HookSteps.Opening(create, process, facts);
        if (
            fields[Origin] is null
            && process.FindField(Origin)?.Choices.Contains(ByWebhook, StringComparer.Ordinal) == true
        )
        {
            fields = fields.With(Origin, new FieldValue.Text(ByWebhook));
        }

        var at = time.GetUtcNow();
        var number = await tickets.Next(process.Parts.Ticket.SeriesAt(at), cancellation);
        var command = new CaseCommand.Create(
            new CaseId(Guid.CreateVersion7(at)),
            process.Parts.Ticket.Write(number, at),
            title,
            customer.Id,
            contact?.Id,
            fields,
            create.Status,
            create.RouteNow,
            // The key says whether two deliveries are about the same; alike titles do not.
            IgnoringDuplicates: true,
            Reference: work.Item.Reference
        )
        {
            By = work.By,
            At = at,
        };
        return (command, null);
    }
}
