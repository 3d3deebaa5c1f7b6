using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary><c>PATCH /api/cases/{id}</c>: a JSON merge patch (RFC 7396); null empties a field.</summary>
internal static class EditCase
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPatch("/{id}", Handle)
            .Needs(Rights.To("edit"))
            .WithName(nameof(EditCase))
            .WithSummary("Change fields, the title, the customer, the contact or the entitlement")
            .AsCaseCommand<ImmutableSortedDictionary<string, JsonElement>>()
            .Accepts<ImmutableSortedDictionary<string, JsonElement>>(
                "application/json",
                "application/merge-patch+json"
            );

    private static Task<IResult> Handle(HttpContext context, string id, CaseDoor door) =>
        door.Ask(context, id, CaseRequests.Default.ImmutableSortedDictionaryStringJsonElement, Read);

    public static (CaseCommand? Command, ApiProblem? Problem) Read(
        ImmutableSortedDictionary<string, JsonElement> patch,
        Actor by,
        DateTimeOffset at
    ) =>
        ReadChanges(patch) is var (changes, error) && error is null
            ? (new CaseCommand.Edit(changes) { By = by, At = at }, null)
            : (null, ApiProblem.Of(new Refusal.FieldsInvalid([error])));

    private static (ImmutableSortedDictionary<string, FieldValue?> Changes, FieldError? Error) ReadChanges(
        ImmutableSortedDictionary<string, JsonElement> patch
    )
    {
        var changes = ImmutableSortedDictionary.CreateBuilder<string, FieldValue?>(StringComparer.Ordinal);
        foreach (var (key, element) in patch.SelectMany(Flatten))
        {
            var (value, error) = FieldBodies.Read(key, element);
            if (error is not null)
            {
                return (changes.ToImmutable(), error);
            }

            changes[NameOf(key)] = value;
        }

        return (changes.ToImmutable(), null);
    }

    // Built-in fields stand at the top, declared ones under `fields`, as the case is shown.
    private static IEnumerable<KeyValuePair<string, JsonElement>> Flatten(KeyValuePair<string, JsonElement> member) =>
        member is { Key: "fields", Value.ValueKind: JsonValueKind.Object }
            ? member.Value.EnumerateObject().Select(one => KeyValuePair.Create(one.Name, one.Value))
            : [member];

    private static string NameOf(string key) =>
        key switch
        {
            "customerId" => "customer",
            "contactId" => "contact",
            "entitlementId" => "entitlement",
            _ => key,
        };
}
