namespace CaseFlow.Workflows.Definitions;

/// <summary>Something that runs, and most likely not as its author meant it.</summary>
public sealed record WorkflowWarning(string File, int Line, int Column, string Code, string Message)
{
    public override string ToString() => $"{File}({Line},{Column}): warning {Code}: {Message}";
}
