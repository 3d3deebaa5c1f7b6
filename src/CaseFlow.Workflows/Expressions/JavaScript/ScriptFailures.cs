using System.Globalization;
using System.Text.RegularExpressions;
using Acornima;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;

namespace CaseFlow.Workflows.Expressions.JavaScript;

/// <summary>Says what went wrong in a script so that the one who wrote it can mend it.</summary>
internal static class ScriptFailures
{
    public static ExpressionFailed Explain(Exception failure, ScriptLimits limits) =>
        new(
            failure switch
            {
                JavaScriptException thrown => At(thrown.Location.Start) + Said(thrown.Error),
                PromiseRejectedException rejected => "The promise was broken: " + Said(rejected.RejectedValue),
                ScriptPreparationException { InnerException: ParseErrorException broken } => At(
                    Position.From(broken.LineNumber, broken.Column)
                ) + broken.Description,
                StatementsCountOverflowException => $"The script ran more than {limits.Statements} statements.",
                TimeoutException or RegexMatchTimeoutException =>
                    $"The script took longer than {limits.Time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)} ms.",
                MemoryLimitExceededException => failure.Message.Contains("array", StringComparison.Ordinal)
                    ? $"The script made a list of more than {limits.ListLength} elements."
                    : $"The script took more than {limits.Memory} bytes of memory.",
                RecursionDepthOverflowException =>
                    $"Functions of the script called each other deeper than {limits.Recursion}.",
                InsufficientExecutionStackException => "The script is nested too deep.",
                _ => failure.Message,
            },
            failure
        );

    private static string At(Position position) =>
        string.Create(CultureInfo.InvariantCulture, $"line {position.Line}, column {position.Column + 1}: ");

    private static string Said(JsValue thrown)
    {
        if (thrown is not ObjectInstance instance)
        {
            return thrown.ToString();
        }

        var message = instance.Get("message");
        return message.IsUndefined() ? "an object was thrown" : $"{instance.Get("name")}: {message}";
    }
}
