using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Entitlements;

/// <summary>The SLAs that conditions ask for: the words that they compare <c>entitlement.sla</c> with.</summary>
internal static class SlaNames
{
    private static readonly Syntax asked = new Syntax.Member(new Syntax.Name("entitlement"), "sla");

    public static ImmutableSortedSet<string> In(IEnumerable<Condition> conditions) =>
        conditions
            .Where(condition => condition.Names.Contains("entitlement.sla", StringComparer.Ordinal))
            .SelectMany(condition => Parts(condition.Syntax))
            .OfType<Syntax.Binary>()
            .Where(comparison => comparison.Left == asked || comparison.Right == asked)
            .SelectMany(Parts)
            .OfType<Syntax.Literal>()
            .Where(literal => literal.Value.Kind == CelKind.String)
            .Select(literal => literal.Value.AsString)
            .ToImmutableSortedSet(StringComparer.Ordinal);

    // Without recursion, because an author decides how deep it is.
    private static IEnumerable<Syntax> Parts(Syntax whole)
    {
        var open = new Stack<Syntax>([whole]);
        while (open.TryPop(out var part))
        {
            yield return part;
            foreach (var child in part.Children)
            {
                open.Push(child);
            }
        }
    }
}
