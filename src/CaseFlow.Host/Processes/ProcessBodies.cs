using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Editing;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Processes;

/// <summary>What the endpoints about definitions read alike: YAML itself, or JSON that holds it, and what is wrong with it.</summary>
internal static class ProcessBodies
{
    /// <param name="ofSource">The request that a body of bare YAML makes.</param>
    public static async Task<(T? Request, ApiProblem? Problem)> Read<T>(
        HttpContext context,
        JsonTypeInfo<T> type,
        Func<string, T> ofSource
    )
        where T : class
    {
        var (bytes, tooLarge) = await JsonBody.Read(context);
        return tooLarge is not null ? (null, tooLarge)
            : context.Request.HasJsonContentType() ? JsonBody.Parse(bytes, type)
            : (ofSource(Encoding.UTF8.GetString(bytes)), null);
    }

    /// <summary>The draft that a request brings along, with the mapping written into its text.</summary>
    public static (Draft? Draft, ApiProblem? Problem) DraftOf(
        string? source,
        string? scenarios,
        ImmutableSortedDictionary<string, string>? files,
        MigrationShape? migrate
    )
    {
        if (source is not { Length: > 0 })
        {
            return (null, Needs.Field("source", "Give the YAML text of the definition."));
        }

        // What is no YAML at all is for the check to tell, with all that is wrong.
        var text =
            migrate is not null
            && DefinitionEditor.Edit(source, new DefinitionEdit.MapCases(migrate.Map))
                is EditResult.Edited(var mapped, _)
                ? mapped
                : source;
        return (Draft.Of(text, scenarios, files), null);
    }

    public static ApiProblem Refuse(DraftCheck why) =>
        why switch
        {
            DraftCheck.Broken(var found) => Refuse(
                "definition-broken",
                found,
                $"The definition has {found.Length} errors"
            ),
            DraftCheck.ScenariosFailed(var found) => Refuse(
                "scenarios-failed",
                found,
                $"The scenarios have {found.Length} failures"
            ),
            _ => throw new InvalidOperationException(),
        };

    private static ApiProblem Refuse(string code, ImmutableArray<Engine.Processes.Problem> found, string many) =>
        new(
            StatusCodes.Status422UnprocessableEntity,
            code,
            found is [var only] ? only.ToString() : $"{many}; nothing was changed."
        )
        {
            Definition = found,
        };

    public static RouteHandlerBuilder AcceptsDraft<T>(this RouteHandlerBuilder endpoint)
        where T : notnull =>
        endpoint.Accepts<T>("application/json", "application/yaml", "application/x-yaml", "text/yaml", "text/plain");
}

/// <summary>Where open cases go: old name to new name.</summary>
internal sealed record MigrationShape(
    ImmutableSortedDictionary<string, string>? Statuses = null,
    ImmutableSortedDictionary<string, string>? Stages = null,
    ImmutableSortedDictionary<string, string>? Queues = null
)
{
    private static readonly ImmutableSortedDictionary<string, string> none = MigrationMap.None.Statuses;

    [JsonIgnore]
    public MigrationMap Map =>
        new()
        {
            Statuses = Statuses ?? none,
            Stages = Stages ?? none,
            Queues = Queues ?? none,
        };
}

/// <summary>How bodies of the process endpoints are read.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.Strict,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(PublishProcess.Request))]
[JsonSerializable(typeof(CompareProcesses.Request), TypeInfoPropertyName = "Compare")]
[JsonSerializable(typeof(SimulateCase.Request), TypeInfoPropertyName = "Simulate")]
[JsonSerializable(typeof(SimulateCase.TypedCase))]
[JsonSerializable(typeof(BacktestProcess.Request), TypeInfoPropertyName = "Backtest")]
[JsonSerializable(typeof(TestScenarios.Request), TypeInfoPropertyName = "Test")]
[JsonSerializable(typeof(EditProcess.Request), TypeInfoPropertyName = "Edit")]
[JsonSerializable(typeof(RollBackProcess.Request), TypeInfoPropertyName = "RollBack")]
internal sealed partial class ProcessRequests : JsonSerializerContext;
