using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Host.People.SignIn;

/// <summary>What an API key looks like: <c>cf_</c> and 256 random bits.</summary>
internal static class ApiKeys
{
    public const string Prefix = "cf_";

    private const int Bytes = 32;

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static bool IsKey(string text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
