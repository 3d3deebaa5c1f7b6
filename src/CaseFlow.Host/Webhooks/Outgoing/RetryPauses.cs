using CaseFlow.Host.Shell;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>A number from 0 to 1 by which pauses differ, so that what failed together is not tried again together.</summary>
internal delegate double Jitter();

/// <summary>How long to wait after a failure: twice as long each time, a fifth more or less, and as long as the endpoint asks.</summary>
internal sealed class RetryPauses(IOptions<WebhookOptions> options, Jitter jitter)
{
    private const double Spread = 0.2;

    /// <param name="tries">How often it was tried by now.</param>
    /// <param name="asked">What the endpoint asked for in <c>Retry-After</c>.</param>
    public TimeSpan After(int tries, TimeSpan? asked)
    {
        var longest = options.Value.LongestPause;
        var pause =
            DoublingPause.After(tries, options.Value.FirstPause, longest) * (1 - Spread + (2 * Spread * jitter()));
        return asked is { } wished && wished > pause ? (wished < longest ? wished : longest) : pause;
    }
}
