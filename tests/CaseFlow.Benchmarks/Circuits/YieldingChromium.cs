namespace CaseFlow.Benchmarks;

/// <summary>A program that starts Chromium so that it runs only where nothing else wants to.</summary>
internal sealed class YieldingChromium : IDisposable
{
    private readonly DirectoryInfo folder;

    private YieldingChromium(DirectoryInfo folder) => this.folder = folder;

    public string Path => System.IO.Path.Combine(folder.FullName, "chromium");

    public static YieldingChromium Write()
    {
        var yielding = new YieldingChromium(Directory.CreateTempSubdirectory("caseflow-benchmark-"));
        File.WriteAllText(yielding.Path, $"#!/bin/sh\nexec nice -n 19 {AgentBrowser.Program} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                yielding.Path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }

        return yielding;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
