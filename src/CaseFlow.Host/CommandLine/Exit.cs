namespace CaseFlow.Host.CommandLine;

/// <summary>What the program says to the shell when it ends.</summary>
internal static class Exit
{
    public const int AllWell = 0;

    /// <summary>The command did its work, and the answer is no.</summary>
    public const int No = 1;

    /// <summary>The command cannot be carried out as it is written.</summary>
    public const int WrongUse = 2;
}
