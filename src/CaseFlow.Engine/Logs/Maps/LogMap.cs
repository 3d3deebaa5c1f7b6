using CaseFlow.Engine.Processes;

namespace CaseFlow.Engine.Logs.Maps;

/// <summary>What a map file says about a log: which columns tell what, and which of its words are which status.</summary>
public sealed record LogMap
{
    /// <summary>The problem of a column that the log does not have.</summary>
    public const string UnknownColumn = "CF0101";

    /// <summary>For logs whose columns and words need no explanation.</summary>
    public static LogMap None { get; } = new();

    /// <summary>The name of the file, for problems.</summary>
    public string File { get; init; } = "";

    public MappedName? Case { get; init; }

    /// <summary>Several columns make one status, their values joined with <c>/</c>.</summary>
    public ImmutableArray<MappedName> Status { get; init; } = [];

    /// <summary>Several columns make one time, their values joined with a blank: a date and a time of day.</summary>
    public ImmutableArray<MappedName> Time { get; init; } = [];

    public MappedName? User { get; init; }

    public MappedName? Queue { get; init; }

    /// <summary>How .NET writes the format of the times; null to recognize it.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>Fields of the process, each with the column that fills it.</summary>
    public ImmutableArray<(MappedName Field, MappedName Column)> Fields { get; init; } = [];

    /// <summary>Words of the log, each with the status that it means.</summary>
    public ImmutableArray<(string Word, MappedName Status)> Statuses { get; init; } = [];

    /// <summary>The statuses by the words of the log.</summary>
    public IEnumerable<KeyValuePair<string, string>> Words =>
        Statuses.Select(pair => KeyValuePair.Create(pair.Word, pair.Status.Name));

    /// <summary>Statuses and fields that the process does not have.</summary>
    public ImmutableArray<Problem> ProblemsWith(CaseProcess process) =>
        [
            .. Statuses
                .Select(pair => pair.Status)
                .Where(status => process.FindStatus(status.Name) is null)
                .Select(status =>
                    Unknown(
                        status,
                        ProblemCodes.UnknownStatus,
                        $"process '{process.Key}' has no status '{status.Name}'",
                        process.Parts.Statuses.Select(known => known.Key)
                    )
                ),
            .. Fields
                .Select(pair => pair.Field)
                .Where(field => process.FindField(field.Name) is null)
                .Select(field =>
                    Unknown(
                        field,
                        ProblemCodes.UnknownField,
                        $"process '{process.Key}' has no field '{field.Name}'",
                        process.Parts.Fields.Select(known => known.Key)
                    )
                ),
        ];

    /// <summary>A column that the log does not have.</summary>
    public Problem NoColumn(MappedName column, ImmutableArray<string> header) =>
        Unknown(column, UnknownColumn, $"the log has no column '{column.Name}'", header);

    private Problem Unknown(MappedName name, string code, string message, IEnumerable<string> known)
    {
        var near = Nearest.Suggest(name.Name, known);
        return new Problem(
            File,
            name.Line,
            name.Column,
            code,
            message + (near.Length > 0 ? near : $"; known: {string.Join(", ", known)}")
        );
    }
}

/// <summary>A name in a map file, and where it stands. Lines and columns count from 1.</summary>
public sealed record MappedName(string Name, int Line, int Column);
