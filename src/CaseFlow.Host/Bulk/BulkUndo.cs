using System.Text.Json;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Host.Bulk;

/// <summary>The commands that bring a case back from how a job left it to how it found it.</summary>
internal static class BulkUndo
{
    private const string Reason = "Undone";

    /// <summary>Null where no command leads back: a case that was closed, or that nobody owned.</summary>
    public static ImmutableArray<Func<DateTimeOffset, CaseCommand>>? Commands(Case before, Case after, Actor by)
    {
        if (before.State != after.State || Rest(before) != Rest(after))
        {
            return null;
        }

        var back = ImmutableArray.CreateBuilder<Func<DateTimeOffset, CaseCommand>>();
        var changes = Changes(before, after);
        if (!changes.IsEmpty)
        {
            back.Add(at => new CaseCommand.Edit(changes) { By = by, At = at });
        }

        if (before.Stage != after.Stage)
        {
            back.Add(at => new CaseCommand.MoveStage(before.Stage!, Reason) { By = by, At = at });
        }

        if (before.Status != after.Status)
        {
            back.Add(at => new CaseCommand.MoveStatus(before.Status, FieldValues.Empty) { By = by, At = at });
        }

        if (before.Queue != after.Queue)
        {
            back.Add(at =>
                before.Queue is { } queue
                    ? new CaseCommand.AddToQueue(queue) { By = by, At = at }
                    : new CaseCommand.RemoveFromQueue { By = by, At = at }
            );
        }

        if (before.Owner != after.Owner || before.Team != after.Team)
        {
            if (before.Owner is null && before.Team is null)
            {
                return null;
            }

            back.Add(at => new CaseCommand.Assign(before.Owner, before.Team) { By = by, At = at });
        }

        return back.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, FieldValue?> Changes(Case before, Case after)
    {
        var changes = ImmutableSortedDictionary.CreateBuilder<string, FieldValue?>(StringComparer.Ordinal);
        foreach (
            var key in before.Fields.Concat(after.Fields).Select(field => field.Key).Distinct(StringComparer.Ordinal)
        )
        {
            if (!Equals(before.Fields[key], after.Fields[key]))
            {
                changes[key] = before.Fields[key];
            }
        }

        if (before.Title != after.Title)
        {
            changes["title"] = new FieldValue.Text(before.Title);
        }

        if (before.Customer != after.Customer)
        {
            changes["customer"] = new FieldValue.Text(before.Customer.ToString());
        }

        if (before.Contact != after.Contact)
        {
            changes["contact"] = before.Contact is { } contact ? new FieldValue.Text(contact.ToString()) : null;
        }

        return changes.ToImmutable();
    }

    /// <summary>All that no command above brings back, as text.</summary>
    private static string Rest(Case of) =>
        JsonSerializer.Serialize(
            of with
            {
                Version = 0,
                Definition = "",
                Title = "",
                Customer = default,
                Contact = null,
                Fields = FieldValues.Empty,
                Status = "",
                StatusSince = default,
                Stage = null,
                StageSince = null,
                Path = [],
                Queue = null,
                QueuedSince = null,
                Worker = null,
                OwnerBefore = null,
                TeamBefore = null,
                Clocks = [],
                ScheduledMoves = [],
                Owner = null,
                Team = null,
                ModifiedAt = default,
            },
            CaseJson.Stored.Case
        );
}
