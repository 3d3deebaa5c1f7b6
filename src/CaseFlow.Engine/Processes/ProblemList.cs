using CaseFlow.Engine.Processes.Yaml;

namespace CaseFlow.Engine.Processes;

/// <summary>Gathers the problems of one file, so that its author sees all of them at once.</summary>
internal sealed class ProblemList(string file)
{
    private const int Most = 200;

    // A value that an alias repeats is checked wherever it stands, but written only once.
    private readonly HashSet<Problem> found = [];

    /// <summary>Nobody mends more at once; what is added to a full list is dropped.</summary>
    public bool IsFull => found.Count == Most;

    public bool Any => found.Count > 0;

    public int Count => found.Count;

    /// <summary>Whether something is wrong in the lines from one to before another, certain codes not counted.</summary>
    public bool AnyBetween(int line, int before, params ImmutableArray<string> except) =>
        found.Any(problem =>
            problem.Line >= line && problem.Line < before && !except.Contains(problem.Code, StringComparer.Ordinal)
        );

    public void Add(YamlPlace at, string code, string message)
    {
        if (!IsFull)
        {
            found.Add(new Problem(file, at.Line, at.Column, code, message));
        }
    }

    public ImmutableArray<Problem> InOrder() =>
        [
            .. found
                .OrderBy(problem => problem.Line)
                .ThenBy(problem => problem.Column)
                .ThenBy(problem => problem.Code, StringComparer.Ordinal)
                .ThenBy(problem => problem.Message, StringComparer.Ordinal),
        ];
}
