namespace CaseFlow.Engine.Tests.Conditions.CelSpec;

public sealed class CelSpecTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_case_of_the_specification_passes_or_is_listed_as_not_supported()
    {
        SpecCase[] cases = [.. SpecCase.AllIn(SharedData.Folder("cel-spec"))];
        var failed = cases
            .Select(one => (one.Name, Failure: one.Run()))
            .Where(one => one.Failure is not null)
            .ToDictionary(one => one.Name, one => one.Failure, StringComparer.Ordinal);

        output.WriteLine(
            $"cel-spec: {cases.Length - failed.Count} passed / {failed.Count} not supported / {cases.Length} total"
        );
        Assert.DoesNotContain(failed, one => !NotSupported.Names.Contains(one.Key, StringComparer.Ordinal));
        Assert.Empty(NotSupported.Names.Except(failed.Keys, StringComparer.Ordinal));
    }
}
