using System.Text;

namespace CaseFlow.Workflows.Expressions.Liquid;

/// <summary>Takes what a template writes, up to a length.</summary>
internal sealed class BoundedText(int longest) : StringWriter
{
    public override void Write(char value) => GetStringBuilderFor(1).Append(value);

    public override void Write(char[] buffer, int index, int count) =>
        GetStringBuilderFor(count).Append(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => GetStringBuilderFor(buffer.Length).Append(buffer);

    public override void Write(string? value) => GetStringBuilderFor(value?.Length ?? 0).Append(value);

    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer, index, count);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return Task.CompletedTask;
    }

    private StringBuilder GetStringBuilderFor(int more)
    {
        var written = GetStringBuilder();
        return written.Length + more <= longest
            ? written
            : throw new ExpressionFailed($"The template writes more than {longest} characters.");
    }
}
