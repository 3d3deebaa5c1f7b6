using System.Globalization;
using Fluid;

namespace CaseFlow.Workflows.Expressions.Liquid;

/// <summary>What one rendering has left of its time, its steps and its memory.</summary>
internal sealed class RenderLimit(ScriptLimits limits)
{
    private const string Key = "limit";

    private readonly long _until = Environment.TickCount64 + (long)limits.Time.TotalMilliseconds;
    private readonly long _allocated = GC.GetAllocatedBytesForCurrentThread();
    private int _steps;

    public ScriptLimits Limits => limits;

    public static RenderLimit Of(TemplateContext context) => (RenderLimit)context.AmbientValues[Key];

    public void Guard(TemplateContext context) => context.AmbientValues[Key] = this;

    public void Step()
    {
        if (++_steps > limits.Statements)
        {
            throw new ExpressionFailed($"The template took more than {limits.Statements} steps.");
        }

        if (Environment.TickCount64 > _until)
        {
            var time = limits.Time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
            throw new ExpressionFailed($"The template took longer than {time} ms.");
        }

        if (GC.GetAllocatedBytesForCurrentThread() - _allocated > limits.Memory)
        {
            throw new ExpressionFailed($"The template took more than {limits.Memory} bytes of memory.");
        }
    }

    public void Text(double characters)
    {
        if (characters > limits.TextLength)
        {
            throw new ExpressionFailed($"The template makes a text of more than {limits.TextLength} characters.");
        }
    }
}
