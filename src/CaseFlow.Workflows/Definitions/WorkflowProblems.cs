namespace CaseFlow.Workflows.Definitions;

/// <summary>What can be wrong with a workflow. The codes are promises: docs/problems.md says what to do about each.</summary>
public static class WorkflowProblems
{
    public const string Syntax = "WF0001";
    public const string TooMuch = "WF0002";
    public const string TwiceInObject = "WF0003";
    public const string WrongShape = "WF0004";
    public const string OtherFormat = "WF0005";
    public const string UnknownActivity = "WF0006";
    public const string NotAvailable = "WF0007";
    public const string ForeignCode = "WF0008";
    public const string MissingType = "WF0009";
    public const string SameId = "WF0010";
    public const string CaseCondition = "WF0011";
    public const string BrokenCron = "WF0012";

    public const string WithoutTypeName = "WF0101";
    public const string NotConverted = "WF0102";
    public const string NoStorage = "WF0103";
    public const string UnknownType = "WF0104";
    public const string UnknownConnection = "WF0105";
    public const string UnknownPort = "WF0106";
    public const string BoundToNothing = "WF0107";
    public const string JoinNeverFires = "WF0108";
    public const string Unreachable = "WF0109";
    public const string UnknownSyntax = "WF0110";
    public const string UnknownMember = "WF0111";
    public const string NeverCompletes = "WF0112";
    public const string UnknownVariable = "WF0113";
    public const string UnknownState = "WF0114";
    public const string BrokenExpression = "WF0115";
}
