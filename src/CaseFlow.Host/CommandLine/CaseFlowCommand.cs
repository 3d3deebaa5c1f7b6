using System.CommandLine;

namespace CaseFlow.Host.CommandLine;

/// <summary>The command line: <c>caseflow &lt;verb&gt;</c>. Each verb has a file of its own beside this one.</summary>
internal static class CaseFlowCommand
{
    /// <summary>Every verb takes it.</summary>
    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Write one JSON document to standard output, and nothing else.",
        Recursive = true,
    };

    public static async Task<int> Run(string[] args, CancellationToken cancellation = default)
    {
        var parsed = Root().Parse(WithVerb(args));
        parsed.InvocationConfiguration.EnableDefaultExceptionHandler = false;
        return parsed.Errors.Count > 0
            ? await new Printer(parsed, parsed.GetValue(Json)).WrongUse(UsageErrors.Of(parsed))
            : await parsed.InvokeAsync(parsed.InvocationConfiguration, cancellation);
    }

    private static RootCommand Root() =>
        new("Runs cases by processes that are written in YAML.")
        {
            Json,
            ServeVerb.Create(),
            ValidateVerb.Create(),
            TestVerb.Create(),
            ReplayVerb.Create(),
            DiscoverVerb.Create(),
            DiffVerb.Create(),
            ImpactVerb.Create(),
            BacktestVerb.Create(),
            PublishVerb.Create(),
            ExportVerb.Create(),
            VerifyVerb.Create(),
        };

    // Settings alone are meant for the host: caseflow --Storage:Provider PostgreSql.
    private static string[] WithVerb(string[] args) =>
        args is [] ? ["serve"]
        : args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version")
            ? ["serve", .. args]
        : args;
}
