using CaseFlow.Engine.Duplicates;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Routing;
using static CaseFlow.Engine.Cases.CaseEvent;
using static CaseFlow.Engine.Cases.Deciding.Question;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>How a case comes to be.</summary>
internal static class Opening
{
    public static Decision Decide(CaseProcess process, CaseCommand.Create asked, CaseFacts told)
    {
        var parent = asked.Parent is { } id ? told.Related.FirstOrDefault(one => one.Case.Id == id) : null;
        if (asked.Parent is { } named && Family.OpeningLacks(named, parent) is [_, ..] lacks)
        {
            return Refuse(new Refusal.FamilyRefused(lacks));
        }

        if (asked.Reference is { } reference && told.ReferencedBy is { } taken)
        {
            return Refuse(new Refusal.ReferenceTaken(reference, taken));
        }

        if (Converting.Check(asked, told) is { } stays)
        {
            return Refuse(stays);
        }

        var create = parent is null ? asked : Inherit(asked, parent);
        var (fields, errors) = FieldRules.Check(process, create.Fields);
        errors = [.. TitleRules.Check(create.Title), .. CustomerGiven(create), .. errors];
        if (!errors.IsEmpty)
        {
            return Refuse(new Refusal.FieldsInvalid(errors));
        }

        if (StartOf(process, create.Status) is not { } start)
        {
            var initial = process.Parts.Statuses.Where(status => status.Initial).Select(status => status.Key);
            return Refuse(new Refusal.NotInitial(create.Status!, [.. initial]));
        }

        if (CustomerRules.Check(create.Customer!.Value, create.Contact, told) is { } refused)
        {
            return Refuse(refused);
        }

        var refuses = process.Parts.Policies.Duplicates.Mode == DuplicateMode.Refuse;
        if (refuses && !create.IgnoringDuplicates && !told.Duplicates.IsEmpty)
        {
            return Refuse(new Refusal.LikelyDuplicates(told.Duplicates));
        }

        var opened = new Opened(
            create.Id,
            create.Ticket,
            process.Key,
            create.Title.Trim(),
            create.Customer.Value,
            create.Contact,
            fields,
            start.State,
            start.Key,
            process.Stages is [var first, ..] ? first.Key : null,
            create.Parent
        )
        {
            By = create.By.User,
            At = create.At,
            Definition = process.Hash,
        };

        var fresh = new Question(process, CaseHistory.Evolve(null, opened), create, told);
        return EntitlementPass.Over(
            fresh,
            null,
            [opened, .. Converting.Taken(fresh, create), .. Referenced(fresh, create), .. Ignored(fresh, create)]
        ) switch
        {
            Decision.Accepted(var events) => new Decision.Accepted([.. events, .. Routed(fresh, create, events)])
            {
                Along = parent is null ? Converting.Along(create, told) : [Adopted(parent, create)],
            },
            var refusal => refusal,
        };
    }

    // What is said counts; the rest is as with the parent.
    private static CaseCommand.Create Inherit(CaseCommand.Create create, RelatedCase parent) =>
        create with
        {
            Title = string.IsNullOrWhiteSpace(create.Title) ? parent.Case.Title : create.Title,
            Customer = create.Customer ?? parent.Case.Customer,
            Contact = create.Customer is null ? create.Contact ?? parent.Case.Contact : create.Contact,
            Fields = parent.Process.Parts.Policies.Inherits.Aggregate(
                create.Fields,
                (fields, key) => fields[key] is null ? fields.With(key, parent.Case.Fields[key]) : fields
            ),
        };

    private static AlongEvents Adopted(RelatedCase parent, CaseCommand.Create create) =>
        new(
            parent.Case.Id,
            [Family.Added(new Question(parent.Process, parent.Case, create, parent.Told), [create.Id])]
        );

    private static ImmutableArray<FieldError> CustomerGiven(CaseCommand.Create create) =>
        create.Customer is null ? [new FieldError("customerId", "A case needs a customer.")] : [];

    private static StatusDefinition? StartOf(CaseProcess process, string? asked) =>
        asked is null ? process.InitialStatus
        : process.FindStatus(asked) is { Initial: true } status ? status
        : null;

    private static ImmutableArray<CaseEvent> Referenced(Question asked, CaseCommand.Create create) =>
        create.Reference is { } reference
            ?
            [
                new ReferenceAdded(reference)
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                },
            ]
            : [];

    private static ImmutableArray<CaseEvent> Ignored(Question asked, CaseCommand.Create create) =>
        asked.Told.Duplicates.IsEmpty
            ? []
            :
            [
                new DuplicatesIgnored(asked.Told.Duplicates, create.IgnoringDuplicates)
                {
                    By = asked.By,
                    At = asked.At,
                    Definition = asked.Definition,
                },
            ];

    // A new case that no rule matches is not lost: it is in no queue, and every list shows it.
    private static ImmutableArray<CaseEvent> Routed(
        Question fresh,
        CaseCommand.Create create,
        ImmutableArray<CaseEvent> events
    )
    {
        var asked = fresh with { Case = events.Aggregate(default(Case), CaseHistory.Evolve)! };
        return
            create.RouteNow
            && asked.Case.State == CaseState.Active
            && !asked.Process.Parts.Routing.IsEmpty
            && Router.Choose(asked) is { } chosen
            ? Entering.Decide(asked, chosen.Queue, chosen.Because)
            : [];
    }
}
