using CaseFlow.Engine.Calendars;
using CaseFlow.Engine.Processes.Reading.Keys;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Staffing;

namespace CaseFlow.Engine.Processes.Reading;

/// <summary>Reads the queues.</summary>
internal sealed class QueueReader(
    KnownNames calendarNames,
    ImmutableArray<BusinessCalendar> calendars,
    ProblemList problems
)
{
    public ImmutableArray<QueueDefinition> Read(YamlNode? section) =>
        [.. section.Entries().Select(entry => ReadOne(entry.Name, entry.Value))];

    private QueueDefinition ReadOne(string key, YamlNode queue)
    {
        var assign = StrategyNames.Find(queue.At(QueueKeys.Assign).AsText());
        CheckAssignment(queue, assign);
        return new QueueDefinition(key, Labels.Read(queue.At(QueueKeys.Title), key))
        {
            Members = Distinct.Read(queue.At(QueueKeys.Members).ManyScalars(), "member", problems),
            Owner = queue.At(QueueKeys.Owner).AsText(),
            IsPrivate = queue.At(QueueKeys.Visibility).AsText() == QueueKeys.Private,
            Assign = assign,
            Capacity = queue.At(QueueKeys.Capacity).AsWhole(),
            Skills = Distinct.Read(queue.At(QueueKeys.Skills).ManyScalars(), "skill", problems),
            Hours = calendarNames.Refer(queue.At(QueueKeys.Hours), "hours of") is { } hours
                ? calendars.FirstOrDefault(calendar => calendar.Key == hours)
                : null,
            Overflow = queue.At(QueueKeys.Overflow) is { } overflow ? ReadOverflow(overflow) : null,
        };
    }

    private OverflowRule ReadOverflow(YamlNode overflow) =>
        new(
            overflow.At(OverflowKeys.To).AsText() ?? "",
            overflow.At(OverflowKeys.WhenWaitingOver).AsWhole(),
            overflow.At(OverflowKeys.LongerThan) is { } longer
                ? DurationReader.Read(longer, $"'{OverflowKeys.LongerThan.Name}'", problems)
                : null
        );

    // What would silently do nothing is a mistake.
    private void CheckAssignment(YamlNode queue, AssignmentStrategy assign)
    {
        if (assign != AssignmentStrategy.Manual)
        {
            if (queue.At(QueueKeys.Members) is null)
            {
                problems.Add(
                    queue.At(QueueKeys.Assign)!.Start,
                    ProblemCodes.AssignmentSetting,
                    $"a queue that assigns {StrategyNames.Of(assign)} needs 'members' to assign to"
                );
            }

            return;
        }

        foreach (var key in (Key[])[QueueKeys.Capacity, QueueKeys.Skills, QueueKeys.Hours])
        {
            if (queue.At(key) is { } value)
            {
                problems.Add(
                    value.Start,
                    ProblemCodes.AssignmentSetting,
                    $"'{key.Name}' says to whom and when cases are given, and here people pick them; add 'assign: round-robin' or 'assign: least-loaded', or remove it"
                );
            }
        }
    }
}
