using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Logs;

namespace CaseFlow.Engine.Tests.StatusModels;

/// <summary>The tables of 29 real systems: what each allows and refuses, the engine does as well, pair by pair.</summary>
public sealed class StatusModelTests
{
    private const string Missing = "(none)";

    // What a table says and a definition cannot: each by name, with the reason.
    private static readonly ImmutableDictionary<string, string[]> Reviewed = ImmutableDictionary<string, string[]>
        .Empty
        // The life cycle declares the statuses of its parent class and never leads to these. A definition with a status
        // that no case can come to is refused (CF0026), because it is nearly always a forgotten transition.
        .Add("itop-change-mgmt-itil-emergencychange", ["validated", "rejected"])
        .Add("itop-change-mgmt-itil-routinechange", ["validated", "rejected", "approved", "notapproved"]);

    public static TheoryData<string> Tables()
    {
        var folder = Repository.PathTo("..", "shared", "data", "status-models");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()]
            : [Missing];
    }

    [Fact]
    public void All_29_tables_are_there() =>
        Assert.Equal(29, Directory.GetFiles(SharedData.Folder("status-models"), "*.json").Length);

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_engine_allows_and_refuses_what_the_table_does(string table)
    {
        var (model, definition) = Load(table);
        var differences =
            from role in model.Roles
            from status in model.Statuses
            from target in model.Statuses
            let allows = model.Allows(status.Name, target.Name, role)
            where allows != Accepts(definition, status.Name, target.Name, role)
            select $"{status.Name} -> {target.Name} by {role ?? "anybody"}: the table says {(allows ? "yes" : "no")}";

        Assert.Empty(differences);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Cases_begin_where_the_table_says(string table)
    {
        var (model, definition) = Load(table);

        Assert.Equal(
            model.Statuses.Select(status => (status.Name, model.StartsAt(status.Name))),
            model.Statuses.Select(status => (status.Name, Begins(definition, status.Name)))
        );
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void What_a_definition_cannot_say_is_listed_with_its_reason(string table) =>
        Assert.Equal(Reviewed.GetValueOrDefault(table, []), Load(table).Definition.Unreachable);

    private static (StatusModel Model, ModelDefinition Definition) Load(string table)
    {
        var model = StatusModel.Load(Path.Combine(SharedData.Folder("status-models"), $"{table}.json"));
        return (model, new ModelDefinition(model));
    }

    private static bool Accepts(ModelDefinition definition, string from, string to, string? role)
    {
        if (definition.Key(from) is not { } status || definition.Key(to) is not { } target)
        {
            return false;
        }

        var process = definition.Process;
        var current = new Case
        {
            Id = new CaseId(Guid.Empty),
            Ticket = "1",
            Process = process.Key,
            Definition = process.Hash,
            Version = 1,
            Title = "A case",
            Customer = Guid.Empty,
            State = process.FindStatus(status)!.State,
            Status = status,
            StatusSince = Logs.Logged.Monday9,
            CreatedAt = Logs.Logged.Monday9,
            CreatedBy = "ann",
            ModifiedAt = Logs.Logged.Monday9,
        };
        var command = EventCommands.ThatLeads(process, current, target, Happened(to)) with
        {
            By = new Actor("ann", ModelDefinition.OurRole(role)),
        };
        return CaseDecider.Decide(process, current, command, EventCommands.Told)
            is Decision.Accepted { Events: [_, ..] };
    }

    private static bool Begins(ModelDefinition definition, string status) =>
        definition.Key(status) is { } key
        && CaseDecider.Decide(
            definition.Process,
            null,
            EventCommands.ThatCreates(definition.Process, new CaseId(Guid.Empty), "1", key, Happened(status)),
            EventCommands.Told
        ) is Decision.Accepted;

    private static LoggedEvent Happened(string status) => new(status, Logs.Logged.Monday9, "ann");
}
