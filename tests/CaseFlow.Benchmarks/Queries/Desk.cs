namespace CaseFlow.Benchmarks;

/// <summary>A process with many queues and nothing beside what is measured: no clock rings into it.</summary>
internal static class Desk
{
    public const int Queues = 10;

    public static readonly ImmutableArray<string> Priorities = ["low", "normal", "high"];

    public static string Definition { get; } =
        $$"""
            process: desk
            title: Desk
            fields: { priority: { type: choice, choices: [{{string.Join(", ", Priorities)}}] } }
            statuses:
              active: { open: { initial: true } }
              resolved: { done: }
            transitions: any
            policies: { close-children: cascade, max-children: 100 }
            queues: { {{string.Join(", ", Enumerable.Range(0, Queues).Select(number => $"{QueueOf(number)}: {{}}"))}} }
            """;

    public static string QueueOf(int number) => FormattableString.Invariant($"queue-{number % Queues}");
}
