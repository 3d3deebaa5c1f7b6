using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Activities;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Search;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Bulk;

/// <summary>The commands that can be given to many cases, read by the same code as those to one.</summary>
internal static class BulkCommands
{
    private static readonly ImmutableSortedDictionary<string, Reading> Known = new Dictionary<string, Reading>(
        StringComparer.Ordinal
    )
    {
        ["edit"] = As(CaseRequests.Default.ImmutableSortedDictionaryStringJsonElement, EditCase.Read),
        ["status"] = As(CaseRequests.Default.MoveStatus, MoveStatus.Read),
        ["stage"] = As(CaseRequests.Default.MoveStage, MoveStage.Read),
        ["route"] = Bare((by, at) => new CaseCommand.Route { By = by, At = at }),
        ["queue"] = As(CaseRequests.Default.AddToQueue, AddToQueue.Read),
        ["pick"] = Bare((by, at) => new CaseCommand.Pick { By = by, At = at }),
        ["release"] = Bare((by, at) => new CaseCommand.Release { By = by, At = at }),
        ["unqueue"] = Bare((by, at) => new CaseCommand.RemoveFromQueue { By = by, At = at }),
        ["assign"] = As(CaseRequests.Default.AssignCase, AssignCase.Read),
        ["resolve"] = As(CaseRequests.Default.ResolveCase, ResolveCase.Read),
        ["cancel"] = As(CaseRequests.Default.CancelCase, CancelCase.Read),
        ["reactivate"] = As(CaseRequests.Default.ReactivateCase, ReactivateCase.Read),
        ["add-activity"] = As(CaseRequests.Default.AddActivity, AddActivity.Read),
        ["link-similar"] = As(CaseRequests.Default.LinkSimilar, LinkSimilar.Read),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The command that a body says, or the problem with it.</summary>
    public delegate (CaseCommand? Command, ApiProblem? Problem) Reading(byte[] body, Actor by, DateTimeOffset at);

    /// <summary>The name and the rest of a command, where it can be given to many cases.</summary>
    public static (string Name, byte[] Body, ApiProblem? Problem) Check(
        ImmutableSortedDictionary<string, JsonElement>? command,
        Actor by,
        DateTimeOffset at
    )
    {
        if (
            command is null
            || !command.TryGetValue("name", out var given)
            || given.ValueKind != JsonValueKind.String
            || given.GetString() is not { } name
            || !Known.ContainsKey(name)
        )
        {
            return ("", [], Needs.Field("command", $"A command has a 'name': one of {string.Join(", ", Known.Keys)}."));
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(
            command.Remove("name"),
            CaseRequests.Default.ImmutableSortedDictionaryStringJsonElement
        );
        return (name, body, Read(name, body, by, at).Problem);
    }

    public static (CaseCommand? Command, ApiProblem? Problem) Read(
        string name,
        byte[] body,
        Actor by,
        DateTimeOffset at
    ) => Known[name](body, by, at);

    private static Reading As<T>(JsonTypeInfo<T> type, CaseDoor.Reading<T> read)
        where T : class =>
        (body, by, at) =>
            JsonBody.Parse(body, type) is var (request, problem) && problem is null
                ? read(request!, by, at)
                : (null, problem);

    private static Reading Bare(Func<Actor, DateTimeOffset, CaseCommand> command) =>
        As(CaseRequests.Default.NoBody, (_, by, at) => (command(by, at), null));
}
