namespace CaseFlow.Host.Tests;

/// <summary>A folder of its own for a test, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-");

    public string Path => folder.FullName;

    public string PathTo(string name) => System.IO.Path.Combine(folder.FullName, name);

    /// <summary>Writes a file, and tells its path.</summary>
    public string Write(string name, string text)
    {
        var path = PathTo(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
