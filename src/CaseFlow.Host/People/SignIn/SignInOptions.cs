using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.People.SignIn;

/// <summary>The <c>SignIn</c> section of appsettings.json.</summary>
public sealed class SignInOptions
{
    /// <summary>
    /// Whether a program on this machine is believed who it says asks. Off where others use this machine, or where a proxy on
    /// it passes requests on.
    /// </summary>
    public bool TrustLoopbackHeaders { get; set; } = true;

    /// <summary>How long somebody stays signed in who does nothing.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromHours(12);

    [Range(8, 128)]
    public int ShortestPassword { get; set; } = 12;

    /// <summary>After so many wrong passwords in a row an account is locked.</summary>
    [Range(1, 1_000)]
    public int LockAfter { get; set; } = 10;

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LockFor { get; set; } = TimeSpan.FromMinutes(5);

    public JwtOptions Jwt { get; set; } = new();

    public OpenIdConnectSettings OpenIdConnect { get; set; } = new();
}

/// <summary>Whose tokens programs may come with.</summary>
public sealed class JwtOptions
{
    public const int ShortestKey = 32;

    /// <summary>Who signs them and publishes his keys; empty for nobody.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Whom a token must say that it is from; what the authority says of itself where this is empty.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Whom a token must be for.</summary>
    public string Audience { get; set; } = "caseflow";

    /// <summary>Shared keys by the name that stands in <c>kid</c>, for tokens that are signed with HMAC.</summary>
    public IDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What in a token names the user.</summary>
    public string UserClaim { get; set; } = "sub";

    /// <summary>What in a token names roles.</summary>
    public string RolesClaim { get; set; } = "roles";

    public bool IsOn => Authority.Length > 0 || Keys.Count > 0;
}

/// <summary>Where people sign in instead of here.</summary>
public sealed class OpenIdConnectSettings
{
    /// <summary>The address of the provider; empty for none.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>What the button says.</summary>
    public string Title { get; set; } = "OpenID Connect";

    /// <summary>What in the provider's answer becomes the key of a new user.</summary>
    public string UserClaim { get; set; } = "preferred_username";

    /// <summary>The roles of who signs in for the first time; an admin gives the rest.</summary>
    public IList<string> Roles { get; init; } = [];

    public bool IsOn => Authority.Length > 0;
}

[OptionsValidator]
internal sealed partial class SignInRanges : IValidateOptions<SignInOptions>;
