namespace CaseFlow.Host.Tests.Durability;

/// <summary>Tests that need PostgreSQL are skipped where it is not installed, unless all is required.</summary>
internal static class Postgres
{
    public static void SkipWhereItIsNot()
    {
        if (TemporaryPostgres.WhyNot is { } reason)
        {
            Assert.False(Environment.GetEnvironmentVariable("CASEFLOW_REQUIRE") == "all", reason);
            Assert.Skip(reason);
        }
    }
}
