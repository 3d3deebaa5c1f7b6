using CaseFlow.Engine.Cases;
using static CaseFlow.Engine.Tests.Cases.CaseSpec;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>A stage that is left only when somebody has looked for an open case of the customer.</summary>
public sealed class FindCaseTests
{
    private static readonly CaseSpec Asking = Of(
            """
            process: asking
            title: Asking
            statuses:
              active: { open: { initial: true } }
              resolved: { done: }
              cancelled: { dropped: }
            transitions: any
            stages:
              - identify: { steps: [{ find-case: , required: true }] }
              - solve:
            """
        )
        .After(Create());

    [Fact]
    public void The_gate_asks_for_it_and_looking_opens_it()
    {
        var refusal = Asking.ThenRefused(Stage("next"), "stage-gate");
        Assert.Equal(["step find-case"], refusal.Missing.Select(missing => $"{missing.Kind} {missing.Name}"));

        var looked = Asking.After(Look(3));

        Assert.Equal(3, Assert.IsType<CaseEvent.OpenCasesSeen>(looked.History[^1]).Count);
        Assert.Equal("solve", looked.ThenCase(Stage("next")).Stage);
    }

    [Fact]
    public void Another_customer_has_to_be_looked_at_anew()
    {
        var moved = Asking
            .After(Look(0))
            .KnowingOf(new() { Customer = Rita })
            .After(Edit(("customer", Text(Rita.Id.ToString()))));

        moved.ThenRefused(Stage("next"), "stage-gate");
        Assert.Equal("solve", moved.After(Look(0)).ThenCase(Stage("next")).Stage);
    }

    [Fact]
    public void It_is_for_cases_that_are_worked_on() => Asking.After(Cancel()).ThenRefused(Look(0), "case-closed");

    private static Func<CaseSpec, CaseCommand> Look(int seen) =>
        spec => new CaseCommand.FindCase(seen) { By = spec.By, At = spec.At };
}
