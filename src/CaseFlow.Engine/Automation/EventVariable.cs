using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Conditions;

namespace CaseFlow.Engine.Automation;

/// <summary>
/// What the conditions of a rule see as <c>event</c>: the fields of every kind that it is on, the name of the kind, and who
/// did it. A field that only some of the kinds have is not set for the others.
/// </summary>
public static class EventVariable
{
    public const string Name = "event";

    /// <param name="scope">The names that any condition of the process can use.</param>
    public static ConditionScope AddTo(ConditionScope scope, ImmutableArray<EventKind> kinds, EventNames names) =>
        new([.. scope.Variables, new ConditionVariable(Name, new CelType.Object(TypeOf(kinds, names)))]);

    /// <summary>The event as conditions in this scope see it.</summary>
    public static CelValue Of(CaseEvent happened, ConditionScope scope) =>
        CelValue.Object(((CelType.Object)scope.Variables[^1].Type).Of, happened);

    private static CelObjectType TypeOf(ImmutableArray<EventKind> kinds, EventNames names) =>
        new(
            Name,
            [
                new CelMember("name", CelType.String, source => NameOf((CaseEvent)source, kinds))
                {
                    KnownValues = [.. kinds.Select(kind => kind.Name)],
                },
                new CelMember("by", CelType.String, source => CelValue.Of(((CaseEvent)source).By)),
                .. kinds
                    .SelectMany(kind => kind.Fields.Select(field => (Kind: kind, Field: field)))
                    .GroupBy(one => one.Field.Name, StringComparer.Ordinal)
                    .Select(same => Member([.. same], kinds.Length, names)),
            ]
        );

    private static CelMember Member(
        ImmutableArray<(EventKind Kind, EventField Field)> same,
        int kinds,
        EventNames names
    )
    {
        var type = same.Select(one => one.Field.Type).FirstOrDefault(one => one is CelType.Nullable);
        type ??= same.Length < kinds ? new CelType.Nullable(same[0].Field.Type) : same[0].Field.Type;
        var known = same.Select(one => names.ValuesOf(one.Field)).ToList();
        return new CelMember(same[0].Field.Name, type, source => Read((CaseEvent)source, same))
        {
            KnownValues = known.Exists(values => values.IsEmpty)
                ? default
                : [.. known.SelectMany(values => values).Distinct(StringComparer.Ordinal)],
        };
    }

    private static CelValue Read(CaseEvent happened, ImmutableArray<(EventKind Kind, EventField Field)> same)
    {
        foreach (var (kind, field) in same)
        {
            if (kind.Is(happened))
            {
                return field.Get(happened);
            }
        }

        return CelValue.Null;
    }

    private static CelValue NameOf(CaseEvent happened, ImmutableArray<EventKind> kinds)
    {
        foreach (var kind in kinds)
        {
            if (kind.Is(happened))
            {
                return CelValue.Of(kind.Name);
            }
        }

        return CelValue.Null;
    }
}
