using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Host.People;

/// <summary>How bodies of the endpoints of users and teams are read: unknown properties are errors, never ignored.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.Strict
)]
[JsonSerializable(typeof(CreateUser.Request), TypeInfoPropertyName = "CreateUser")]
[JsonSerializable(typeof(ChangeUser.Request), TypeInfoPropertyName = "ChangeUser")]
[JsonSerializable(typeof(SetPresence.Request), TypeInfoPropertyName = "SetPresence")]
[JsonSerializable(typeof(CreateTeam.Request), TypeInfoPropertyName = "CreateTeam")]
[JsonSerializable(typeof(ChangeTeam.Request), TypeInfoPropertyName = "ChangeTeam")]
[JsonSerializable(typeof(UserView))]
[JsonSerializable(typeof(TeamView))]
internal sealed partial class PeopleRequests : JsonSerializerContext;
