namespace CaseFlow.Engine.Processes.Reading.Keys;

/// <summary>The keys of the mapping for open cases of earlier versions.</summary>
internal static class MigrateKeys
{
    public static readonly Key Statuses = new("statuses", Map("status", "statuses"), "Old status to new status.");

    public static readonly Key Stages = new("stages", Map("stage", "stages"), "Old stage to new stage.");

    public static readonly Key Queues = new("queues", Map("queue", "queues"), "Old queue to new queue.");

    public static readonly Section Section = new("migration", [Statuses, Stages, Queues]);

    private static Shape.MapOf Map(string noun, string nouns) =>
        new(Shape.Name, Shape.Reference, $"mapping of {noun}", $"mappings of {nouns}", 500);
}
