using System.Text;

namespace CaseFlow.Workflows.Definitions;

/// <summary>How names are written as types and as members.</summary>
internal static class WorkflowNames
{
    /// <summary><c>Input Output Logging 3 - Child</c> becomes <c>InputOutputLogging3-Child</c>.</summary>
    public static string Pascal(string name)
    {
        var written = new StringBuilder(name.Length);
        var isFirst = true;
        foreach (var one in name)
        {
            if (one is ' ' or '_')
            {
                isFirst = true;
                continue;
            }

            written.Append(isFirst ? char.ToUpperInvariant(one) : one);
            isFirst = false;
        }

        return written.ToString();
    }

    public static string Camel(string name) =>
        name.Length == 0 || char.IsLower(name[0]) ? name : char.ToLowerInvariant(name[0]) + name[1..];

    public static string Upper(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
