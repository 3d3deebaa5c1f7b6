using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Logs.Discovering;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Tests.Logs;

namespace CaseFlow.Engine.Tests.StatusModels;

/// <summary>Writes a table of another system as a definition of ours.</summary>
internal sealed class ModelDefinition
{
    // Ours are fixed; whose is whose does not matter, as long as each is another one's.
    private static readonly ImmutableDictionary<string, Role> OurRoles = ImmutableDictionary<string, Role>
        .Empty.Add("Reporter", Role.Agent)
        .Add("Developer", Role.Supervisor)
        .Add("Manager", Role.Admin);

    private readonly StatusModel model;
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);

    public ModelDefinition(StatusModel model)
    {
        this.model = model;
        var reached = Reached();
        Unreachable = [.. model.Statuses.Select(status => status.Name).Where(name => !reached.Contains(name))];
        var unique = new UniqueKeys("status", []);
        foreach (var status in model.Statuses.Where(status => reached.Contains(status.Name)))
        {
            keys[status.Name] = unique.For(status.Name);
        }

        Process = Logged.Read(model.Name, Write());
    }

    public CaseProcess Process { get; }

    /// <summary>Statuses that the table declares and never leads to; a definition cannot have them.</summary>
    public ImmutableArray<string> Unreachable { get; }

    /// <summary>The key of a status; null for one that cannot be reached.</summary>
    public string? Key(string status) => keys.GetValueOrDefault(status);

    public static Role OurRole(string? role) => role is null ? Role.Agent : OurRoles[role];

    private string Write() =>
        string.Join(
            '\n',
            [
                $"process: {model.Name}",
                $"title: \"{model.Name}\"",
                "statuses:",
                .. new[] { CaseState.Active, CaseState.Resolved, CaseState.Cancelled }.SelectMany(StatusLines),
                .. TransitionLines(),
            ]
        );

    private IEnumerable<string> StatusLines(CaseState state)
    {
        var here = model.Statuses.Where(status => keys.ContainsKey(status.Name) && StateOf(status) == state).ToList();
        return here.Select(Line).Prepend($"  {StateNames.Of(state)}:").Where(_ => here.Count > 0);

        string Line(ModelStatus status) =>
            $"    {keys[status.Name]}: {{ title: \"{status.Name}\"{(model.StartsAt(status.Name) ? ", initial: true" : "")} }}";
    }

    private IEnumerable<string> TransitionLines()
    {
        return model.IsAny
            ? ["transitions: any"]
            : model.Moves.Where(move => move.From is not null).Select(Line).Prepend("transitions:");

        string Line(ModelMove move)
        {
            var (from, to) = move is { From: "*", To: "*" } ? ("any", "same") : (keys[move.From!], keys[move.To]);
            var roles = move.Role is { } role ? $", roles: {RoleNames.Of(OurRole(role)).Single()}" : "";
            return $"  - {{ from: {from}, to: {to}{roles} }}";
        }
    }

    // What no direct move links with a solved case can be a case that was given up; the rest counts as resolved.
    private CaseState StateOf(ModelStatus status) =>
        !status.IsClosed ? CaseState.Active
        : status.IsGivenUp
        && !model.Statuses.Any(other => other is { IsClosed: true, IsGivenUp: false } && Linked(status, other))
            ? CaseState.Cancelled
        : CaseState.Resolved;

    private bool Linked(ModelStatus one, ModelStatus other) =>
        model.Roles.Any(role => model.Allows(one.Name, other.Name, role) || model.Allows(other.Name, one.Name, role));

    private HashSet<string> Reached()
    {
        var reached = model
            .Statuses.Select(status => status.Name)
            .Where(model.StartsAt)
            .ToHashSet(StringComparer.Ordinal);
        int before;
        do
        {
            before = reached.Count;
            reached.UnionWith(
                model
                    .Statuses.Select(status => status.Name)
                    .Where(to => reached.Any(from => model.Roles.Any(role => model.Allows(from, to, role))))
                    .ToList()
            );
        } while (reached.Count > before);
        return reached;
    }
}
