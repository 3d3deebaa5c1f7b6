using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Host.Workflows;

/// <summary>Ids that are made of what they are for, so that what is done twice has one id.</summary>
internal static class WorkflowIds
{
    public static string New(TimeProvider time) => Guid.CreateVersion7(time.GetUtcNow()).ToString();

    public static string Of(params ReadOnlySpan<string> parts) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts!))).AsSpan(0, 16)).ToString();

    /// <summary>For a request that may be repeated; a new one where it may not.</summary>
    public static string ForKey(HttpContext context, string user, TimeProvider time) =>
        context.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key
            ? Of(context.Request.Path, user, key)
            : New(time);
}
