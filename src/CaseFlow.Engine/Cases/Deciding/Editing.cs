using static CaseFlow.Engine.Cases.CaseEvent;
using static CaseFlow.Engine.Cases.Deciding.Question;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Changes of fields, of the title and of whom the case is for.</summary>
internal static class Editing
{
    public static Decision Decide(Question asked, CaseCommand.Edit edit)
    {
        if (asked.Case.State != CaseState.Active)
        {
            return Refuse(new Refusal.WrongState("edit", asked.Case.State, ["reactivate"]));
        }

        var errors = ImmutableArray.CreateBuilder<FieldError>();
        var changes = ImmutableArray.CreateBuilder<FieldChange>();
        foreach (var (key, value) in edit.Changes)
        {
            if (value is not null && value == Now(asked.Case, key))
            {
                continue; // what a case has it keeps, also where it could not come to have it any more
            }

            var (kept, error) = Keep(asked, key, value);
            if (key == "entitlement" && error is null)
            {
                continue; // set beside the fields, with all that follows from it
            }

            if (error is not null)
            {
                errors.Add(new FieldError(key, error));
            }
            else if (Now(asked.Case, key) is var now && now != kept)
            {
                changes.Add(new FieldChange(key, now, kept));
            }
        }

        return errors.Count > 0 ? Refuse(new Refusal.FieldsInvalid(errors.ToImmutable()))
            : changes.Count == 0 ? Decision.Nothing
            : DecidePeople(asked, changes);
    }

    /// <summary>The event for fields that come with another command; null where they change nothing.</summary>
    public static Edited? FieldsThatCameAlong(Question asked, FieldValues fields)
    {
        var changes = ImmutableArray.CreateBuilder<FieldChange>();
        foreach (var (key, value) in fields)
        {
            if (asked.Case.Fields[key] is var now && now != value)
            {
                changes.Add(new FieldChange(key, now, value));
            }
        }

        return changes.Count == 0 ? null : Happened(asked, changes.ToImmutable());
    }

    private static Decision DecidePeople(Question asked, ImmutableArray<FieldChange>.Builder changes)
    {
        var customerChanges = changes.Any(change => change.Field == "customer");
        var contactChanges = changes.Any(change => change.Field == "contact");
        var after = CaseHistory.Evolve(asked.Case, Happened(asked, changes.ToImmutable()));

        // A new customer takes the old customer's contact off, unless the contact belongs to both.
        if (customerChanges && !contactChanges && after.Contact is not null && !StillBelongs(asked.Told))
        {
            changes.Add(new FieldChange("contact", Now(asked.Case, "contact"), null));
            after = after with { Contact = null };
        }

        return
            (customerChanges || contactChanges)
            && CustomerRules.Check(after.Customer, after.Contact, asked.Told) is { } refused
            ? Refuse(refused)
            : Accept(Happened(asked, changes.ToImmutable()));
    }

    private static bool StillBelongs(CaseFacts told) =>
        told is { Contact: { } contact, Customer: { } customer } && CustomerRules.Belongs(contact, customer);

    private static (FieldValue? Kept, string? Error) Keep(Question asked, string key, FieldValue? value) =>
        (key, value) switch
        {
            ("title", FieldValue.Text(var title)) => (
                new FieldValue.Text(title.Trim()),
                TitleRules.Check(title) is [var error, ..] ? error.Detail : null
            ),
            ("title", _) => (value, "The title takes a text, and cannot be empty."),
            ("customer", FieldValue.Text(var id)) when Guid.TryParse(id, out var guid) => (Id(guid), null),
            ("customer", _) => (value, "The customer takes the id of a customer, and cannot be empty."),
            ("contact", FieldValue.Text(var id)) when Guid.TryParse(id, out var guid) => (Id(guid), null),
            ("contact", not null) => (value, "The contact takes the id of a contact."),
            ("entitlement", FieldValue.Text(var id)) when Guid.TryParse(id, out var guid) => (Id(guid), null),
            ("entitlement", not null) => (value, "The entitlement takes the id of an entitlement."),
            ("entitlement", null) => (null, null),
            (_, null) when key == "contact" || asked.Process.FindField(key) is not null => (null, null),
            (_, null) => FieldRules.Check(asked.Process, key, new FieldValue.Text("")),
            (_, { } given) => FieldRules.Check(asked.Process, key, given),
        };

    private static FieldValue? Now(Case current, string key) =>
        key switch
        {
            "title" => new FieldValue.Text(current.Title),
            "customer" => Id(current.Customer),
            "contact" => current.Contact is { } contact ? Id(contact) : null,
            _ => current.Fields[key],
        };

    private static FieldValue.Text Id(Guid id) => new(id.ToString());

    private static Edited Happened(Question asked, ImmutableArray<FieldChange> changes) =>
        new(changes)
        {
            By = asked.By,
            At = asked.At,
            Definition = asked.Definition,
        };
}
