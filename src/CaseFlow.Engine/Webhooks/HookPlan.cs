using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Webhooks;

/// <summary>What a delivery is about, thing by thing, and which rule holds for each.</summary>
public static class HookPlan
{
    /// <summary>More than any sender puts into one delivery.</summary>
    public const int MostItems = 1_000;

    /// <summary>What tells this delivery from another, as its sender says it; null where he does not.</summary>
    public static string? DeliveryKeyOf(Webhook webhook, HookDelivery delivery) =>
        webhook.Delivery is { } key ? HookValues.KeyOf(key.Evaluate(delivery.Facts(CelValue.Null))) : null;

    /// <summary>The case that the whole delivery is about; null where it is about several things, or opens one of its own.</summary>
    public static string? KeyOf(Webhook webhook, HookDelivery delivery) =>
        webhook is { Key: { } key, ForEach: null }
            ? HookValues.KeyOf(key.Evaluate(delivery.Facts(CelValue.Null)))
            : null;

    public static ImmutableArray<HookItem> Of(Webhook webhook, HookDelivery delivery)
    {
        if (webhook.ForEach is not { } each)
        {
            return [ItemOf(webhook, delivery, CelValue.Null)];
        }

        var list = each.Evaluate(delivery.Facts(CelValue.Null));
        return list.Kind == CelKind.List
            ? [.. HookValues.Items(list).Take(MostItems).Select(item => ItemOf(webhook, delivery, item))]
            : [new HookItem(null, null, $"'for-each' gives no list: {list}", delivery.Facts(CelValue.Null))];
    }

    private static HookItem ItemOf(Webhook webhook, HookDelivery delivery, CelValue item)
    {
        var facts = delivery.Facts(item);
        var key = webhook.Key?.Evaluate(facts) ?? CelValue.Null;
        return new HookItem(
            webhook.Rules.FirstOrDefault(rule => rule.When.All(condition => condition.Holds(facts))),
            HookValues.KeyOf(key) is { } text ? new ExternalReference(webhook.Name, text) : null,
            webhook.Key is null ? null
                : key.IsError ? $"'key' gives nothing: {key.ErrorMessage}"
                : "'key' gives nothing.",
            facts
        );
    }
}

/// <summary>One thing that a delivery is about.</summary>
/// <param name="Rule">The first that holds; null where none does.</param>
/// <param name="Reference">The case that is meant; null where it cannot be told.</param>
/// <param name="WhyNone">Why it cannot be told.</param>
public sealed record HookItem(HookRule? Rule, ExternalReference? Reference, string? WhyNone, ConditionFacts Facts);
