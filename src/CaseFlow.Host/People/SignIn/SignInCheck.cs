using System.Text;
using CaseFlow.Engine.Cases;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.People.SignIn;

/// <summary>What in the settings of signing in belongs together and is not there.</summary>
internal sealed class SignInCheck : IValidateOptions<SignInOptions>
{
    public ValidateOptionsResult Validate(string? name, SignInOptions options)
    {
        ImmutableArray<string> problems = [.. Jwt(options.Jwt), .. OpenIdConnect(options.OpenIdConnect)];
        return problems.IsEmpty ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Jwt(JwtOptions jwt)
    {
        if (jwt.Authority.Length > 0 && !IsAddress(jwt.Authority))
        {
            yield return "SignIn:Jwt:Authority is a whole address, as https://login.example.com.";
        }

        foreach (var (key, _) in jwt.Keys.Where(one => Encoding.UTF8.GetByteCount(one.Value) < JwtOptions.ShortestKey))
        {
            yield return $"SignIn:Jwt:Keys:{key} has less than {JwtOptions.ShortestKey} bytes.";
        }

        if (jwt.Keys.Count > 0 && jwt.Issuer.Length == 0 && jwt.Authority.Length == 0)
        {
            yield return "SignIn:Jwt:Issuer says whom tokens signed with SignIn:Jwt:Keys are from.";
        }

        if (jwt.IsOn && jwt.Audience.Length == 0)
        {
            yield return "SignIn:Jwt:Audience says whom tokens are for; a token for somebody else is none for us.";
        }
    }

    private static IEnumerable<string> OpenIdConnect(OpenIdConnectSettings provider)
    {
        if (provider.IsOn && (!IsAddress(provider.Authority) || provider.ClientId.Length == 0))
        {
            yield return "SignIn:OpenIdConnect needs a whole address as Authority, and a ClientId.";
        }

        if (provider.Roles.FirstOrDefault(role => RoleNames.Find(role) is null) is { } unknown)
        {
            yield return $"SignIn:OpenIdConnect:Roles names '{unknown}'; the roles are {string.Join(", ", RoleNames.All)}.";
        }
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
