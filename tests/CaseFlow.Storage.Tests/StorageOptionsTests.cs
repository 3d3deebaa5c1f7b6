using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CaseFlow.Storage.Tests;

/// <summary>Wrong settings are named at start, in the words of the settings.</summary>
public sealed class StorageOptionsTests
{
    [Fact]
    public void Without_settings_it_is_a_SQLite_file_in_data()
    {
        var options = Read();

        Assert.Equal(StorageProvider.Sqlite, options.Provider);
        Assert.Equal("Data Source=data/caseflow.db", options.ConnectionString);
        Assert.Equal(2, options.Writers);
    }

    [Theory]
    [InlineData("Provider", "7", "Storage:Provider is Sqlite or PostgreSql.")]
    [InlineData("ConnectionString", "Data Source=:memory:", "needs a file for SQLite")]
    [InlineData("ConnectionString", "Nonsense=1", "Storage:ConnectionString cannot be read")]
    [InlineData("Provider", "PostgreSql", "cannot be read")]
    [InlineData("Writers", "0", "Storage:Writers is from 1 to 32, not 0.")]
    public void A_wrong_setting_is_named(string setting, string value, string expected)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Read((setting, value)));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_named_at_once()
    {
        var refused = Assert.Throws<OptionsValidationException>(() =>
            Read(("Provider", "PostgreSql"), ("ConnectionString", "Host=db"), ("Writers", "99"))
        );

        Assert.Equal(2, refused.Failures.Count());
    }

    private static StorageOptions Read(params (string Setting, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(pair => KeyValuePair.Create($"Storage:{pair.Setting}", (string?)pair.Value))
            )
            .Build();
        using var services = new ServiceCollection().AddStorage(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<StorageOptions>>().Value;
    }
}
