using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Logs.Maps;

/// <summary>Reads a map file: whole, or every problem that it has, at its place.</summary>
public static class LogMapReader
{
    /// <param name="file">The name of the file, for problems.</param>
    public static LogMapResult Read(string file, string text)
    {
        var problems = new ProblemList(file);
        if (YamlTree.Read(text, problems) is { } root)
        {
            new ShapeCheck(problems).Check(root, new Shape.Keys(LogMapKeys.Section), "the map");
            if (!problems.Any)
            {
                return new LogMapResult.Ready(Read(file, root));
            }
        }

        return new LogMapResult.Broken(problems.InOrder());
    }

    private static LogMap Read(string file, YamlNode root) =>
        new()
        {
            File = file,
            Case = One(root, LogMapKeys.Case),
            Status = [.. root.At(LogMapKeys.Status).ManyScalars().Select(Named)],
            Time = [.. root.At(LogMapKeys.Time).ManyScalars().Select(Named)],
            TimeFormat = root.At(LogMapKeys.TimeFormat).AsText(),
            User = One(root, LogMapKeys.User),
            Queue = One(root, LogMapKeys.Queue),
            Fields = [.. Pairs(root, LogMapKeys.Fields).Select(pair => (Named(pair.Key), Named(pair.Value)))],
            Statuses = [.. Pairs(root, LogMapKeys.Statuses).Select(pair => (pair.Key.Value, Named(pair.Value)))],
        };

    private static MappedName? One(YamlNode root, Key key) => root.At(key).AsScalar() is { } name ? Named(name) : null;

    private static IEnumerable<(YamlScalar Key, YamlScalar Value)> Pairs(YamlNode root, Key key) =>
        root.At(key).Entries().Select(entry => (entry.Key, (YamlScalar)entry.Value));

    private static MappedName Named(YamlScalar name) => new(name.Value, name.Start.Line, name.Start.Column);
}

/// <summary>A map file that was read, or what is wrong with it.</summary>
public abstract record LogMapResult
{
    private LogMapResult() { }

    public sealed record Ready(LogMap Map) : LogMapResult;

    /// <summary>In the order of their places in the file.</summary>
    public sealed record Broken(ImmutableArray<Problem> Problems) : LogMapResult;
}
