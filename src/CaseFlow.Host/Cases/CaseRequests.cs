using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Activities;
using CaseFlow.Host.Search;

namespace CaseFlow.Host.Cases;

/// <summary>How request bodies of the case endpoints are read: unknown properties are errors, never ignored.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(CreateCase.Request), TypeInfoPropertyName = "CreateCase")]
[JsonSerializable(typeof(MoveStatus.Request), TypeInfoPropertyName = "MoveStatus")]
[JsonSerializable(typeof(MoveStage.Request), TypeInfoPropertyName = "MoveStage")]
[JsonSerializable(typeof(AddToQueue.Request), TypeInfoPropertyName = "AddToQueue")]
[JsonSerializable(typeof(AssignCase.Request), TypeInfoPropertyName = "AssignCase")]
[JsonSerializable(typeof(ResolveCase.Request), TypeInfoPropertyName = "ResolveCase")]
[JsonSerializable(typeof(CancelCase.Request), TypeInfoPropertyName = "CancelCase")]
[JsonSerializable(typeof(ReactivateCase.Request), TypeInfoPropertyName = "ReactivateCase")]
[JsonSerializable(typeof(FindDuplicates.Request), TypeInfoPropertyName = "FindDuplicates")]
[JsonSerializable(typeof(SwitchDecrement.Request), TypeInfoPropertyName = "SwitchDecrement")]
[JsonSerializable(typeof(AddActivity.Request), TypeInfoPropertyName = "AddActivity")]
[JsonSerializable(typeof(CloseActivity.Completion))]
[JsonSerializable(typeof(ConvertActivity.Request), TypeInfoPropertyName = "ConvertActivity")]
[JsonSerializable(typeof(MergeCases.Request), TypeInfoPropertyName = "MergeCases")]
[JsonSerializable(typeof(MergeCases.Undo), TypeInfoPropertyName = "UnmergeCase")]
[JsonSerializable(typeof(UndoChange.Request), TypeInfoPropertyName = "UndoChange")]
[JsonSerializable(typeof(Children.Request), TypeInfoPropertyName = "AddChildren")]
[JsonSerializable(typeof(LinkSimilar.Request), TypeInfoPropertyName = "LinkSimilar")]
[JsonSerializable(typeof(NoBody))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, JsonElement>))]
internal sealed partial class CaseRequests : JsonSerializerContext;

/// <summary>The body of commands that say everything in their path: nothing, or an empty object.</summary>
public sealed record NoBody;

/// <summary>Turns JSON values into fields' values; what fits which field is the engine's business.</summary>
internal static class FieldBodies
{
    /// <summary>The values given; nulls are left out, as a field that is not filled.</summary>
    public static (FieldValues Fields, FieldError? Error) Read(ImmutableSortedDictionary<string, JsonElement>? given)
    {
        var pairs = new List<KeyValuePair<string, FieldValue>>();
        foreach (var (key, element) in given ?? ImmutableSortedDictionary<string, JsonElement>.Empty)
        {
            switch (Read(key, element))
            {
                case (_, { } error):
                    return (FieldValues.Empty, error);
                case ({ } value, _):
                    pairs.Add(new(key, value));
                    break;
            }
        }

        return (FieldValues.Of(pairs), null);
    }

    /// <summary>One value; null for JSON's null.</summary>
    public static (FieldValue? Value, FieldError? Error) Read(string key, JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Null => (null, null),
            JsonValueKind.String => (new FieldValue.Text(element.GetString()!), null),
            JsonValueKind.True => (new FieldValue.Boolean(true), null),
            JsonValueKind.False => (new FieldValue.Boolean(false), null),
            JsonValueKind.Number when element.TryGetInt64(out var whole) => (new FieldValue.Integer(whole), null),
            JsonValueKind.Number when element.TryGetDecimal(out var number) => (new FieldValue.Decimal(number), null),
            JsonValueKind.Number => (null, new FieldError(key, $"'{key}' has a number that is too large.")),
            _ => (null, new FieldError(key, $"'{key}' takes a text, a number, true, false or null.")),
        };
}
