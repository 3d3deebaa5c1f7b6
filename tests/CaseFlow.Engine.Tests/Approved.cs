namespace CaseFlow.Engine.Tests;

/// <summary>
/// Compares a text with the one that was approved, a file beside the test. Where they differ, the text received is written
/// next to it: read both, and rename the received one if it is the better.
/// </summary>
internal static class Approved
{
    /// <param name="path">Of the approved text, without <c>.approved.txt</c>.</param>
    public static void Matches(string path, string received)
    {
        var (approvedFile, receivedFile) = ($"{path}.approved.txt", $"{path}.received.txt");
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile) : "";
        if (approved == received)
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, received);
        Assert.Fail($"{receivedFile} is not as approved.\n--- approved\n{approved}\n--- received\n{received}");
    }
}
