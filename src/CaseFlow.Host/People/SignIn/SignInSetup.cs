using CaseFlow.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.People.SignIn;

/// <summary>Accounts, keys and tokens: how somebody says who he is, and how the host finds that it is so.</summary>
internal static class SignInSetup
{
    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<IValidateOptions<SignInOptions>, SignInRanges>()
            .AddSingleton<IValidateOptions<SignInOptions>, SignInCheck>()
            .AddOptions<SignInOptions>()
            .Bind(configuration.GetSection("SignIn"))
            .ValidateOnStart();

        services.AddSingleton<IPasswordHasher<AccountRow>, PasswordHasher<AccountRow>>();
        services.AddSingleton<ILookupNormalizer, KeysAsWritten>();
        services.AddScoped<IPasswordValidator<AccountRow>, PasswordRule>();
        services.AddIdentityCore<AccountRow>().AddUserStore<AccountStore>().AddUserManager<Accounts>();
        services.AddScoped<AccountStore>();
        services.RemoveAll<IUserValidator<AccountRow>>(); // the key of a user is checked where he is made
        services
            .AddOptions<IdentityOptions>()
            .Configure<IOptions<SignInOptions>>(
                (identity, settings) =>
                {
                    identity.Lockout.MaxFailedAccessAttempts = settings.Value.LockAfter;
                    identity.Lockout.DefaultLockoutTimeSpan = settings.Value.LockFor;
                }
            );
        services.AddScoped<SignInDesk>();
        services.AddScoped<AccountDesk>();
        services.AddSingleton<KnownUsers>();
        services.AddSingleton<FirstAdministrator>();
        services.AddHostedService<SignInNotes>();

        var schemes = services.AddAuthentication(Schemes.Any);
        schemes.AddPolicyScheme(Schemes.Any, null, policy => policy.ForwardDefaultSelector = Schemes.Choose);
        schemes.AddScheme<AuthenticationSchemeOptions, CaseFlowHeaders>(CaseFlowHeaders.SchemeName, null);
        schemes.AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(Schemes.ApiKey, null);
        schemes.AddSignInCookie();
        schemes.AddJwt();
        schemes.AddOpenIdConnect(configuration);
    }

    public static void MapSignIn(this IEndpointRouteBuilder api)
    {
        var door = api.MapGroup("").WithTags("Sign-in");
        SignInWithPassword.Map(door);
        SignOut.Map(door);
        SetUp.Map(door);
        ReadMe.Map(door);
        ChangeOwnPassword.Map(door);

        var keys = api.MapGroup("/keys").WithTags("Sign-in");
        CreateKey.Map(keys);
        ListKeys.Map(keys);
        RevokeKey.Map(keys);
    }
}
