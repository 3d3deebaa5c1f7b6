using CaseFlow.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.People.SignIn;

/// <summary>
/// What a password has to be: long, and not the name of its owner. Digits and signs are not asked for: they make passwords
/// hard to remember and easy to guess.
/// </summary>
internal sealed class PasswordRule(IOptions<SignInOptions> options) : IPasswordValidator<AccountRow>
{
    /// <summary>More would let a stranger keep the processor busy.</summary>
    public const int Longest = 200;

    public Task<IdentityResult> ValidateAsync(UserManager<AccountRow> manager, AccountRow user, string? password)
    {
        var shortest = options.Value.ShortestPassword;
        return Task.FromResult(
            password is null || password.Length < shortest || password.Length > Longest
                ? No($"A password has {shortest} to {Longest} characters.")
            : password.Contains(user.User, StringComparison.OrdinalIgnoreCase) && user.User.Length > 3
                ? No("The password holds the name that it belongs to.")
            : password.Distinct().Count() < 5 ? No("The password repeats a few characters only.")
            : IdentityResult.Success
        );
    }

    private static IdentityResult No(string why) =>
        IdentityResult.Failed(new IdentityError { Code = "password", Description = why });
}
