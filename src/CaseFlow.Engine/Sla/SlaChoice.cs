using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseFlow.Engine.Sla;

/// <summary>What chose an SLA rule, in the order in which they are asked.</summary>
[JsonConverter(typeof(SlaChoiceJson))]
public enum SlaChoice
{
    /// <summary>Its own conditions.</summary>
    Condition,

    /// <summary>The entitlement of the case, which names its SLA.</summary>
    Entitlement,

    /// <summary>It applies where no other rule of its KPI does.</summary>
    Default,
}

internal sealed class SlaChoiceJson()
    : JsonStringEnumConverter<SlaChoice>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
