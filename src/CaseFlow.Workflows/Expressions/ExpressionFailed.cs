namespace CaseFlow.Workflows.Expressions;

/// <summary>An expression gave no value; the message is for the administrator who wrote it.</summary>
public sealed class ExpressionFailed : Exception
{
    public ExpressionFailed(string message)
        : base(message) { }

    public ExpressionFailed(string message, Exception cause)
        : base(message, cause) { }
}
