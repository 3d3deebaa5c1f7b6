using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Scenarios.Reading.Keys;

namespace CaseFlow.Engine.Scenarios.Reading;

/// <summary>Reads who does something; what is not said is as before.</summary>
internal static class ActorReader
{
    /// <summary>Who acts in a scenario that does not care.</summary>
    public static readonly Actor Somebody = new("agent", Role.Agent);

    public static Actor Read(YamlNode? node, Actor otherwise)
    {
        var roles = node.At(ProcessWords.Roles).ManyScalars().Select(role => RoleNames.Find(role.Value) ?? Role.None);
        return new Actor(
            node.At(ProcessWords.By).AsText() ?? otherwise.User,
            node.At(ProcessWords.Roles) is null ? otherwise.Roles : roles.Aggregate(Role.None, (all, one) => all | one)
        );
    }
}
