namespace CaseFlow.Host.Tests.CommandLine;

/// <summary>A small process, its scenarios and a log of it.</summary>
internal static class Repair
{
    public const string Definition = """
        process: repair
        title: Repair
        statuses:
          active:
            new: { title: New, initial: true }
            working: { title: Working }
          resolved:
            done: { title: Done }
        transitions:
          - { from: new, to: working }
          - { from: working, to: done }
        """;

    public const string Scenarios = """
        - scenario: Work begins
          steps:
            - status: working
          then: { status: working }

        - scenario: Nothing is resolved as working
          steps:
            - resolve: working
              refused: wrong-target
        """;

    public const string Log = """
        case,status,time,user
        R1,New,2026-01-05 09:00,ann
        R1,Working,2026-01-05 10:00,ann
        R1,Done,2026-01-05 11:00,bob
        R2,New,2026-01-05 09:30,ann
        R2,Done,2026-01-05 09:40,"bob, the boss"
        R3,New,soon,ann
        """;
}
