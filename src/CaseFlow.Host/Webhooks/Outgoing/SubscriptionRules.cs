using System.Net;
using System.Text.RegularExpressions;
using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Events;
using CaseFlow.Host.Processes;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Webhooks.Outgoing;

/// <summary>What subscriptions have to look like.</summary>
internal sealed partial class SubscriptionRules(
    ProcessCatalog processes,
    SubscriptionConditions conditions,
    NetworkRules networks
)
{
    private const int LongestName = 200;
    private const int LongestUrl = 2_000;
    private const int LongestCondition = 2_000;
    private const int MostHeaders = 10;
    private const int LongestHeader = 2_000;

    // What the request itself is made of.
    private static readonly ImmutableHashSet<string> OwnHeaders = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "host",
        "connection",
        "content-type",
        "content-length",
        "transfer-encoding",
        "expect",
        "te",
        "trailer",
        "upgrade",
        "user-agent",
        WebhookSignature.IdHeader,
        WebhookSignature.TimeHeader,
        WebhookSignature.SignatureHeader,
        WebhookSender.ReplayHeader
    );

    public static ApiProblem NoSuchSubscription(Guid id) => ApiProblem.NotFound($"There is no subscription '{id}'.");

    /// <summary>Everything that is wrong with a request.</summary>
    /// <param name="process">The process that the subscription has, where the request does not say.</param>
    /// <param name="condition">The condition that it has, where the request does not say.</param>
    public ApiProblem? Check(SubscriptionRequest asked, string? process = null, string? condition = null)
    {
        process = asked.Process ?? process;
        condition = asked.Condition ?? condition;
        ImmutableArray<FieldError> errors =
        [
            .. CheckName(asked.Name),
            .. CheckUrl(asked.Url),
            .. CheckTypes(asked.Types),
            .. CheckProcess(process),
            .. CheckCondition(condition, process),
            .. CheckHeaders(asked.Headers),
            .. CheckStatus(asked.Status),
            .. asked.Secret is { } secret && WebhookSignature.CheckSecret(secret) is { } wrong
                ? [new FieldError("secret", wrong)]
                : ImmutableArray<FieldError>.Empty,
        ];
        return errors.IsEmpty ? null : ApiProblem.Of(new Refusal.FieldsInvalid(errors));
    }

    private static IEnumerable<FieldError> CheckName(string? name)
    {
        if (name is not null && (string.IsNullOrWhiteSpace(name) || name.Length > LongestName))
        {
            yield return new("name", $"A name has 1 to {LongestName} characters.");
        }
    }

    private IEnumerable<FieldError> CheckUrl(string? url)
    {
        if (url is null)
        {
            yield break;
        }

        if (
            url.Length > LongestUrl
            || !Uri.TryCreate(url, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.Host.Length == 0
        )
        {
            yield return new("url", "The url is a whole address, as https://example.com/hooks.");
        }
        else if (address.UserInfo.Length > 0 || address.Fragment.Length > 0)
        {
            yield return new("url", "The url has no user, password or fragment. A password goes into 'headers'.");
        }
        else if (IPAddress.TryParse(address.DnsSafeHost, out var literal) && !networks.Allow(literal))
        {
            yield return new("url", AddressNotAllowedException.Explain(address.DnsSafeHost, [literal]));
        }
    }

    private static IEnumerable<FieldError> CheckTypes(ImmutableArray<string>? types)
    {
        if (types is { } given && EventTypes.Read(given.IsDefault ? [] : given).Problem is { } unknown)
        {
            yield return new("types", unknown);
        }
    }

    private IEnumerable<FieldError> CheckProcess(string? process)
    {
        if (!string.IsNullOrEmpty(process) && processes.Newest(process) is null)
        {
            yield return new(
                "process",
                $"There is no process '{process}'{Nearest.Suggest(process, processes.All.Keys)}."
            );
        }
    }

    private IEnumerable<FieldError> CheckCondition(string? condition, string? process)
    {
        if (string.IsNullOrWhiteSpace(condition))
        {
            yield break;
        }

        if (condition.Length > LongestCondition)
        {
            yield return new("condition", $"A condition has at most {LongestCondition} characters.");
        }
        else if (conditions.Check(condition, string.IsNullOrEmpty(process) ? null : process) is { } wrong)
        {
            yield return new("condition", wrong);
        }
    }

    private static IEnumerable<FieldError> CheckHeaders(Dictionary<string, string>? headers)
    {
        if (headers?.Count > MostHeaders)
        {
            yield return new("headers", $"At most {MostHeaders} headers go with a request.");
        }

        if (headers?.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() < headers?.Count)
        {
            yield return new("headers", "A header is named twice; capitals make no difference.");
        }

        foreach (var (name, value) in headers ?? [])
        {
            if (!HeaderName().IsMatch(name) || OwnHeaders.Contains(name))
            {
                yield return new("headers", $"'{name}' is no header that can be given here.");
            }
            else if (value is null || value.Length > LongestHeader || value.Any(char.IsControl))
            {
                yield return new(
                    "headers",
                    $"The value of '{name}' is a text of one line with at most {LongestHeader} characters."
                );
            }
        }
    }

    private static IEnumerable<FieldError> CheckStatus(string? status)
    {
        if (status is not (null or SubscriptionShape.Active or SubscriptionShape.Paused))
        {
            yield return new(
                "status",
                $"A subscription is '{SubscriptionShape.Active}' or '{SubscriptionShape.Paused}'."
            );
        }
    }

    [GeneratedRegex("^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$", RegexOptions.NonBacktracking)]
    private static partial Regex HeaderName();
}
