using System.Globalization;
using System.Threading.RateLimiting;
using CaseFlow.Host.People.SignIn;
using CaseFlow.Host.Shell.InProcess;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Shell;

/// <summary>
/// Turns away who asks too much, and says when to come back. Each host counts for itself. Off for this machine unless the
/// settings say otherwise, so that programs beside the host pay nothing for it.
/// </summary>
internal sealed class Limits(IOptions<LimitOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly PathString Hooks = "/hooks";
    private static readonly PathString Workflows = "/workflows";

    private readonly PartitionedRateLimiter<string> requests = PerMinute(options.Value.RequestsPerMinute);
    private readonly PartitionedRateLimiter<string> hooks = PerMinute(options.Value.HooksPerMinute);
    private readonly PartitionedRateLimiter<string> signIns = PerMinute(options.Value.SignInsPerMinute);

    public static void Use(IApplicationBuilder app)
    {
        var limits = app.ApplicationServices.GetRequiredService<Limits>();
        app.Use((context, next) => limits.Refuse(context) is { } no ? no.ExecuteAsync(context) : next(context));
    }

    /// <summary>The problem of who tried too often to sign in from there, or as this one; null where he may try.</summary>
    public IResult? RefuseSignIn(HttpContext context, string user) =>
        !Applies(context)
            ? null
            : Ask(signIns, $"address {context.Connection.RemoteIpAddress}") ?? Ask(signIns, $"account {user}");

    public void Dispose()
    {
        requests.Dispose();
        hooks.Dispose();
        signIns.Dispose();
    }

    private TooMuch? Refuse(HttpContext context) =>
        !Applies(context) ? null
        : IsHook(context.Request.Path) ? Ask(hooks, $"{context.Connection.RemoteIpAddress}")
        : context.User.Identity is { IsAuthenticated: true, Name: { } user } ? Ask(requests, $"user {user}")
        : Ask(requests, $"address {context.Connection.RemoteIpAddress}");

    // What a page asks was counted when its browser asked.
    private bool Applies(HttpContext context) =>
        !InProcessApi.Is(context) && (options.Value.AlsoOnThisMachine || !context.IsFromThisMachine());

    private static bool IsHook(PathString path) =>
        path.StartsWithSegments(Hooks, StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments(Workflows, StringComparison.OrdinalIgnoreCase);

    private static TooMuch? Ask(PartitionedRateLimiter<string> limiter, string caller)
    {
        using var lease = limiter.AttemptAcquire(caller);
        return lease.IsAcquired
            ? null
            : new TooMuch(lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window);
    }

    private static PartitionedRateLimiter<string> PerMinute(int most) =>
        PartitionedRateLimiter.Create<string, string>(
            caller =>
                RateLimitPartition.GetFixedWindowLimiter(
                    caller,
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window }
                ),
            StringComparer.Ordinal
        );

    private sealed record TooMuch(TimeSpan After) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var seconds = Math.Max(1, (int)Math.Ceiling(After.TotalSeconds));
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return new ApiProblem(
                StatusCodes.Status429TooManyRequests,
                "too-many-requests",
                $"Too many requests in a minute. Come back in {seconds} seconds."
            ).ExecuteAsync(httpContext);
        }
    }
}
