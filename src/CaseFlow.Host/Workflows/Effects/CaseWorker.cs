using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Bulk;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;
using CaseFlow.Storage;
using CaseFlow.Workflows.Running;
using CaseFlow.Workflows.Running.State;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Host.Workflows.Effects;

/// <summary>
/// Asks cases for workflows, through the door that every command goes through, as <c>workflow:</c> and the definition. The key
/// of a command is the effect's id, so that whatever is asked twice is done once.
/// </summary>
internal sealed class CaseWorker(
    IGrainFactory grains,
    CaseDoor door,
    CaseList list,
    ProcessCatalog processes,
    TicketNumbers tickets,
    TimeProvider time
)
{
    public async Task<EffectAnswer> Do(WorkflowEffect.CaseWork work, string definition)
    {
        var by = new Actor($"workflow:{definition}", Role.Automation);
        return work.Verb switch
        {
            CaseVerb.Find => await Find(work.Body, by),
            CaseVerb.Create => await Create(work, by),
            _ => await door.Find(work.CaseId!, CancellationToken.None) is not { } id
                ? Refused(CaseDoor.NoSuchCase(work.CaseId!))
            : work.Verb == CaseVerb.Get ? await Read(id, work.CaseId!)
            : await Change(work, id, by),
        };
    }

    private async Task<EffectAnswer> Read(CaseId id, string named) =>
        (await grains.Case(id.Value).Read()).Value is var (shown, process)
            ? Said(CaseView.ToBytes(shown, process))
            : Refused(CaseDoor.NoSuchCase(named));

    private async Task<EffectAnswer> Find(IReadOnlyDictionary<string, object?> asked, Actor by)
    {
        var filter = new CaseFilter(
            State: Text(asked, "state"),
            Status: Text(asked, "status"),
            Stage: Text(asked, "stage"),
            Queue: Text(asked, "queue"),
            Owner: Text(asked, "owner"),
            Customer: Guid.TryParse(Text(asked, "customer"), out var customer) ? customer : null,
            Q: Text(asked, "q")
        );
        var limit = asked.GetValueOrDefault("limit") as int?;
        var (page, problem) = await list.Page(filter, Text(asked, "sort"), limit, null, by, CancellationToken.None);
        return problem is not null
            ? Refused(problem)
            : EffectAnswer.Of(((IDictionary<string, object?>)Said(page).Value!)["items"]);
    }

    private async Task<EffectAnswer> Create(WorkflowEffect.CaseWork work, Actor by)
    {
        var body = BodyOf(work.Body);
        var (request, malformed) = JsonBody.Parse(body, CaseRequests.Default.CreateCase);
        if (malformed is not null)
        {
            return Refused(malformed);
        }

        var (command, problem) = await CreateCase.Read(request!, by, processes, tickets, time, CancellationToken.None);
        return problem is not null
            ? Refused(problem)
            : await Ask(command!.Id, command, request!.Process, KeyOf(work, by, body));
    }

    private async Task<EffectAnswer> Change(WorkflowEffect.CaseWork work, CaseId id, Actor by)
    {
        var body = BodyOf(work.Body);
        var (command, problem) = BulkCommands.Read(NameOf(work.Verb), body, by, time.GetUtcNow());
        return problem is not null ? Refused(problem) : await Ask(id, command!, null, KeyOf(work, by, body));
    }

    private async Task<EffectAnswer> Ask(CaseId id, CaseCommand command, string? process, RepeatKey key)
    {
        var reply = (await grains.Case(id.Value).Ask(new(new CaseRequest(command, process, null, key)))).Value;
        return reply.Status switch
        {
            < 400 => Said(reply.Body),
            StatusCodes.Status409Conflict when IsBusy(reply) => throw new TryLater("The case kept changing meanwhile."),
            _ => new EffectAnswer { Refusal = Said(reply.Body).Value },
        };
    }

    private static bool IsBusy(CaseReply reply) =>
        Said(reply.Body).Value is IDictionary<string, object?> problem && problem["code"] is "busy";

    private static EffectAnswer Said(ReadOnlySpan<byte> json) =>
        EffectAnswer.Of(ValueJson.Read(Encoding.UTF8.GetString(json)));

    private static EffectAnswer Refused(ApiProblem problem) => new() { Refusal = Said(problem.ToBytes()).Value };

    private static byte[] BodyOf(IReadOnlyDictionary<string, object?> body) =>
        Encoding.UTF8.GetBytes(ValueJson.Write(new ValueMap(body)));

    private static RepeatKey KeyOf(WorkflowEffect.CaseWork work, Actor by, byte[] body) =>
        new(by.User, $"workflow {work.Id}", SHA256.HashData(body));

    private static string? Text(IReadOnlyDictionary<string, object?> asked, string name) =>
        asked.GetValueOrDefault(name) is { } value ? ValueText.Of(value) : null;

    private static string NameOf(CaseVerb verb) =>
        verb switch
        {
            CaseVerb.Update => "edit",
            CaseVerb.MoveStatus => "status",
            CaseVerb.MoveStage => "stage",
            CaseVerb.Route => "route",
            CaseVerb.Queue => "queue",
            CaseVerb.Assign => "assign",
            CaseVerb.AddActivity => "add-activity",
            CaseVerb.Resolve => "resolve",
            _ => throw new InvalidOperationException($"{verb} is no command."),
        };
}
