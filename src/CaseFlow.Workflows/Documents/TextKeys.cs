using System.Collections.Frozen;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Workflows.Documents;

/// <summary>What a bare word of YAML is at some place.</summary>
internal enum WrittenAs
{
    /// <summary>What YAML makes of it.</summary>
    Free,

    /// <summary>A text, also where YAML would see a number or a flag.</summary>
    Text,

    /// <summary>What YAML makes of it, and in whatever it holds too: nobody but its author knows what it means.</summary>
    Foreign,

    /// <summary>The expression of an input whose type is a text.</summary>
    TextExpression,
}

/// <summary>The members that are texts in JSON, so that <c>id: 3e5</c> and <c>port: False</c> stay what they look like.</summary>
internal static class TextKeys
{
    private static readonly FrozenSet<string> texts = new[]
    {
        "$schema",
        "id",
        "nodeId",
        "definitionId",
        "tenantId",
        "name",
        "description",
        "createdAt",
        "toolVersion",
        "type",
        "typeName",
        "activity",
        "Activity",
        "port",
        "Port",
        "source",
        "Source",
        "target",
        "Target",
        "sourcePort",
        "targetPort",
        "storageDriverTypeName",
        "storageDriverType",
        "displayName",
        "displayText",
        "category",
        "uiHint",
        "label",
        "workflowDefinitionId",
        "workflowDefinitionVersionId",
        "latestAvailablePublishedVersionId",
        "initialState",
        "currentState",
        "joinMode",
        "mergeMode",
        "from",
        "to",
        "outcomes",
        "activityCategory",
        "incidentStrategyType",
        "activationStrategyType",
        "commitStrategyName",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> foreign = new[] { "metadata", "vertices", "settings" }.ToFrozenSet(
        StringComparer.Ordinal
    );

    public static WrittenAs Below(WrittenAs place, YamlMapping mapping, string key, bool isTyped)
    {
        if (place == WrittenAs.Foreign || foreign.Contains(key))
        {
            return WrittenAs.Foreign;
        }

        if (key == "expression" && isTyped)
        {
            return WrittenAs.TextExpression;
        }

        // A variable's default is a text, whatever its type; it has no expression.
        var isText =
            texts.Contains(key)
            || (key == "value" && (place == WrittenAs.TextExpression || mapping["typeName"] is not null));
        return isText ? WrittenAs.Text : WrittenAs.Free;
    }
}
