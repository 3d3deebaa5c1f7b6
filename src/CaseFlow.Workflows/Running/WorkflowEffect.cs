using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Workflows.Running.State;

namespace CaseFlow.Workflows.Running;

/// <summary>What an instance wants done. The host does it once for each id, however often the burst is run again.</summary>
/// <param name="Id">The instance's id and a number. Where the instance waits for the answer, its bookmark has the same id.</param>
/// <param name="ActivityId">The activity that asks.</param>
/// <remarks>The names of effects are kept in outboxes: add new ones, keep the old.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(PublishEvent), "publish-event")]
[JsonDerivedType(typeof(RunTask), "run-task")]
[JsonDerivedType(typeof(SendHttp), "send-http")]
[JsonDerivedType(typeof(WriteHttp), "write-http")]
[JsonDerivedType(typeof(SendEmail), "send-email")]
[JsonDerivedType(typeof(StartWorkflow), "start-workflow")]
[JsonDerivedType(typeof(CaseWork), "case")]
public abstract record WorkflowEffect(string Id, string ActivityId)
{
    public string ToJson() => JsonSerializer.Serialize(this, InstanceStateJson.Default.WorkflowEffect);

    public static WorkflowEffect FromJson(string json) =>
        JsonSerializer.Deserialize(json, InstanceStateJson.Default.WorkflowEffect)
        ?? throw new JsonException("An effect is an object.");

    /// <summary>Publish an event.</summary>
    /// <param name="IsLocal">To this instance only.</param>
    public sealed record PublishEvent(
        string Id,
        string ActivityId,
        string Name,
        string? CorrelationId,
        bool IsLocal,
        [property: JsonConverter(typeof(StateValueJson))] object? Payload
    ) : WorkflowEffect(Id, ActivityId);

    /// <summary>Have an outside program do something; it reports by the id.</summary>
    public sealed record RunTask(
        string Id,
        string ActivityId,
        string Name,
        [property: JsonConverter(typeof(StateValueJson))] object? Payload
    ) : WorkflowEffect(Id, ActivityId);

    /// <summary>Send a request.</summary>
    /// <param name="IsDownload">The content is wanted as it is, not as a value.</param>
    public sealed record SendHttp(
        string Id,
        string ActivityId,
        string Method,
        string Url,
        [property: JsonConverter(typeof(StateValueJson))] object? Content,
        string? ContentType,
        string? Authorization,
        ValueMap Headers,
        bool IsDownload
    ) : WorkflowEffect(Id, ActivityId);

    /// <summary>Answer the request that the instance runs for; where there is none, nobody hears it.</summary>
    public sealed record WriteHttp(
        string Id,
        string ActivityId,
        int StatusCode,
        [property: JsonConverter(typeof(StateValueJson))] object? Content,
        string? ContentType,
        ValueMap Headers
    ) : WorkflowEffect(Id, ActivityId)
    {
        /// <summary>The name of the file that the content is; null for a plain answer.</summary>
        public string? FileName { get; init; }
    }

    /// <summary>Send an e-mail.</summary>
    public sealed record SendEmail(
        string Id,
        string ActivityId,
        string? From,
        ImmutableArray<string> To,
        ImmutableArray<string> Cc,
        ImmutableArray<string> Bcc,
        string? Subject,
        string? Body,
        [property: JsonConverter(typeof(StateValueJson))] object? Attachments
    ) : WorkflowEffect(Id, ActivityId);

    /// <summary>Start an instance of another workflow; its id is the effect's.</summary>
    /// <param name="IsInline">Its first burst runs before this instance goes on.</param>
    /// <param name="IsAwaited">This instance goes on when that one has ended.</param>
    public sealed record StartWorkflow(
        string Id,
        string ActivityId,
        string DefinitionId,
        string? CorrelationId,
        ValueMap Input,
        bool IsInline,
        bool IsAwaited
    ) : WorkflowEffect(Id, ActivityId);

    /// <summary>Ask something of a case, or about cases.</summary>
    /// <param name="CaseId">Its id or ticket number; null where it is about none in particular.</param>
    /// <param name="Body">As the HTTP API takes it.</param>
    public sealed record CaseWork(string Id, string ActivityId, CaseVerb Verb, string? CaseId, ValueMap Body)
        : WorkflowEffect(Id, ActivityId);
}

/// <summary>What is asked of a case.</summary>
public enum CaseVerb
{
    Get,
    Find,
    Create,
    Update,
    MoveStatus,
    MoveStage,
    Route,
    Queue,
    Assign,
    AddActivity,
    Resolve,
}
