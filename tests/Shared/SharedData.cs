namespace CaseFlow.Tests;

/// <summary>Data that is kept beside the repository. Tests over it are skipped where it is missing, unless all is required.</summary>
internal static class SharedData
{
    public static string Folder(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", name));
        if (!Directory.Exists(folder))
        {
            var reason = $"'{folder}' is not on this machine.";
            Assert.False(Environment.GetEnvironmentVariable("CASEFLOW_REQUIRE") == "all", reason);
            Assert.Skip(reason);
        }

        return folder;
    }
}
