namespace CaseFlow.Engine.Processes;

/// <summary>Something wrong in a file, and where. Lines and columns count from 1.</summary>
public sealed record Problem(string File, int Line, int Column, string Code, string Message)
{
    public override string ToString() => $"{File}({Line},{Column}): error {Code}: {Message}";
}
