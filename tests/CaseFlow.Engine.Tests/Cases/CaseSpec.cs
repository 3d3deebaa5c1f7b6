using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>The language that specifications of cases are written in: given a process, after these commands, when this one comes, then.</summary>
internal sealed record CaseSpec(CaseProcess Process)
{
    public static readonly DateTimeOffset Monday9 = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly CustomerFacts Contoso = new(
        Guid.Parse("00000000-0000-0000-0000-00000000c001", CultureInfo.InvariantCulture),
        "account",
        "Contoso",
        null,
        null,
        "gold",
        null
    );

    public static readonly CustomerFacts Rita = new(
        Guid.Parse("00000000-0000-0000-0000-00000000c002", CultureInfo.InvariantCulture),
        "contact",
        "Rita Rossi",
        null,
        null,
        null,
        Contoso.Id
    );

    public static readonly CustomerFacts Stranger = new(
        Guid.Parse("00000000-0000-0000-0000-00000000c003", CultureInfo.InvariantCulture),
        "contact",
        "Sam Stranger",
        null,
        null,
        null,
        null
    );

    private static readonly CaseId Id = new(
        Guid.Parse("00000000-0000-0000-0000-0000000000aa", CultureInfo.InvariantCulture)
    );

    public Case? Case { get; init; }

    public ImmutableArray<CaseEvent> History { get; init; } = [];

    public CaseFacts Told { get; init; } = new() { Customer = Contoso };

    public Actor By { get; init; } = new("ann", Role.Agent);

    public DateTimeOffset At { get; init; } = Monday9;

    public static CaseSpec Of(string yaml)
    {
        var file = $"{yaml.Split('\n')[0].Replace("process:", "", StringComparison.Ordinal).Trim()}.process.yaml";
        return new(
            ProcessReader.Read(file, yaml) switch
            {
                ReadResult.Ready(var process) => process,
                ReadResult.Broken(var problems) => throw new InvalidOperationException(string.Join('\n', problems)),
                _ => throw new InvalidOperationException(),
            }
        );
    }

    public CaseSpec As(string user, Role roles = Role.Agent) => this with { By = new Actor(user, roles) };

    public CaseSpec KnowingOf(CaseFacts told) => this with { Told = told };

    /// <summary>The case as these commands make it; each must be accepted.</summary>
    public CaseSpec After(params Func<CaseSpec, CaseCommand>[] commands) =>
        commands.Aggregate(
            this,
            (spec, command) =>
                spec.Ask(command) switch
                {
                    Decision.Accepted(var events) => spec with
                    {
                        Case = events.Aggregate(spec.Case, CaseHistory.Evolve),
                        History = spec.History.AddRange(events),
                        At = spec.At.AddMinutes(1),
                    },
                    Decision.Refused(var reason) => throw new InvalidOperationException(reason.Explain()),
                    _ => throw new InvalidOperationException(),
                }
        );

    public Decision Ask(Func<CaseSpec, CaseCommand> command)
    {
        var asked = command(this);
        var told = asked is CaseCommand.Undo ? Told with { Undo = UndoFacts.Of(History) } : Told;
        return CaseDecider.Decide(Process, Case, asked, told);
    }

    public Case ThenCase(Func<CaseSpec, CaseCommand> command) => After(command).Case!;

    public void ThenNothing(Func<CaseSpec, CaseCommand> command) =>
        Assert.Empty(Assert.IsType<Decision.Accepted>(Ask(command)).Events);

    public Refusal ThenRefused(Func<CaseSpec, CaseCommand> command, string code)
    {
        var refusal = Assert.IsType<Decision.Refused>(Ask(command)).Reason;
        Assert.Equal(code, refusal.Code);
        return refusal;
    }

    public static Func<CaseSpec, CaseCommand> Create(
        string title = "Printer on fire",
        bool route = false,
        string? status = null,
        params (string, FieldValue)[] fields
    ) =>
        spec => new CaseCommand.Create(
            Id,
            "T-1",
            title,
            spec.Told.Customer?.Id ?? Stranger.Id,
            spec.Told.Contact?.Id,
            FieldsOf(fields),
            status,
            route
        )
        {
            By = spec.By,
            At = spec.At,
        };

    public static Func<CaseSpec, CaseCommand> Edit(params (string Key, FieldValue? Value)[] changes) =>
        spec => new CaseCommand.Edit(
            changes.ToImmutableSortedDictionary(change => change.Key, change => change.Value, StringComparer.Ordinal)
        )
        {
            By = spec.By,
            At = spec.At,
        };

    public static Func<CaseSpec, CaseCommand> Status(string to, params (string, FieldValue)[] fields) =>
        spec => new CaseCommand.MoveStatus(to, FieldsOf(fields)) { By = spec.By, At = spec.At };

    public static Func<CaseSpec, CaseCommand> Stage(string to, string? reason = null) =>
        spec => new CaseCommand.MoveStage(to, reason) { By = spec.By, At = spec.At };

    public static Func<CaseSpec, CaseCommand> Route() => spec => new CaseCommand.Route { By = spec.By, At = spec.At };

    public static Func<CaseSpec, CaseCommand> Queue(string queue, string? worker = null) =>
        spec => new CaseCommand.AddToQueue(queue, worker) { By = spec.By, At = spec.At };

    public static Func<CaseSpec, CaseCommand> Pick() => spec => new CaseCommand.Pick { By = spec.By, At = spec.At };

    public static Func<CaseSpec, CaseCommand> Release() =>
        spec => new CaseCommand.Release { By = spec.By, At = spec.At };

    public static Func<CaseSpec, CaseCommand> Offer() =>
        spec => new CaseCommand.Offer { By = new Actor("caseflow", Role.Automation), At = spec.At };

    public static Func<CaseSpec, CaseCommand> Unqueue() =>
        spec => new CaseCommand.RemoveFromQueue { By = spec.By, At = spec.At };

    public static Func<CaseSpec, CaseCommand> Assign(string? user = null, string? team = null, string? note = null) =>
        spec => new CaseCommand.Assign(user, team, note) { By = spec.By, At = spec.At };

    public static Func<CaseSpec, CaseCommand> Resolve(
        string? status = null,
        string? resolution = "Extinguished",
        int? minutes = null
    ) => spec => new CaseCommand.Resolve(status, resolution, minutes, FieldValues.Empty) { By = spec.By, At = spec.At };

    public static Func<CaseSpec, CaseCommand> Cancel(string? status = null, CaseId? into = null) =>
        spec => new CaseCommand.Cancel(status, into) { By = spec.By, At = spec.At };

    public static Func<CaseSpec, CaseCommand> Reactivate(string? status = null) =>
        spec => new CaseCommand.Reactivate(status, null) { By = spec.By, At = spec.At };

    /// <summary>Takes the last change back.</summary>
    public static Func<CaseSpec, CaseCommand> Undo(string? token = null) =>
        spec => new CaseCommand.Undo(token ?? spec.Case?.LastChange?.Token) { By = spec.By, At = spec.At };

    public static FieldValue Text(string value) => new FieldValue.Text(value);

    public static FieldValue Number(long value) => new FieldValue.Integer(value);

    private static FieldValues FieldsOf((string Key, FieldValue Value)[] fields) =>
        FieldValues.Of(fields.Select(field => KeyValuePair.Create(field.Key, field.Value)));
}
