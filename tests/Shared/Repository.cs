namespace CaseFlow.Tests;

/// <summary>Where the files of the repository are, from wherever the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathTo(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CaseFlow.sln")))
        {
            folder =
                folder.Parent ?? throw new DirectoryNotFoundException("CaseFlow.sln is in no folder above the tests.");
        }

        return folder.FullName;
    }
}
