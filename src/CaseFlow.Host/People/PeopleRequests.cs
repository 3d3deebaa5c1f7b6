using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Host.People.SignIn;

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
[JsonSerializable(typeof(SetRoles.Request), TypeInfoPropertyName = "SetRoles")]
[JsonSerializable(typeof(SetPassword.Request), TypeInfoPropertyName = "SetPassword")]
[JsonSerializable(typeof(SignInWithPassword.Request), TypeInfoPropertyName = "SignIn")]
[JsonSerializable(typeof(SetUp.Request), TypeInfoPropertyName = "SetUp")]
[JsonSerializable(typeof(ChangeOwnPassword.Request), TypeInfoPropertyName = "ChangeOwnPassword")]
[JsonSerializable(typeof(CreateKey.Request), TypeInfoPropertyName = "CreateKey")]
[JsonSerializable(typeof(UserView))]
[JsonSerializable(typeof(TeamView))]
internal sealed partial class PeopleRequests : JsonSerializerContext;
