using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Cases;

namespace CaseFlow.Host.Tests.Promises;

/// <summary>The documentation says what the product does: everything that has a name is found on its page.</summary>
public sealed partial class DocumentationTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static readonly JsonSerializerOptions ReadableJson = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void Every_setting_is_documented()
    {
        var settings = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("appsettings.json"))).RootElement;
        var page = Page("configuration.md");

        foreach (var section in settings.EnumerateObject().Where(section => section.Name != "Logging"))
        {
            Assert.Contains($"`{section.Name}", page, StringComparison.Ordinal);
            if (section.Value.ValueKind == JsonValueKind.Object)
            {
                Assert.All(
                    section.Value.EnumerateObject(),
                    setting => Assert.Contains($"`{section.Name}:{setting.Name}`", page, StringComparison.Ordinal)
                );
            }
        }
    }

    [Fact]
    public void Every_refusal_is_documented()
    {
        var page = Page("api.md");
        var codes = Directory
            .EnumerateFiles(Repository.PathTo("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                Path.GetFileName(file).StartsWith("Refusal", StringComparison.Ordinal)
                || file.Contains("CaseFlow.Host", StringComparison.Ordinal)
            )
            .SelectMany(file => CodeInRefusal().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["code"].Value)
            .ToHashSet(StringComparer.Ordinal);

        Assert.True(codes.Count > 30, $"only {codes.Count} codes were found");
        Assert.All(codes, code => Assert.Contains($"`{code}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_command_is_in_the_glossary()
    {
        var page = Page("glossary.md");

        foreach (
            var command in typeof(CaseCommand).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(CaseCommand)))
        )
        {
            var name = CommandNames.Of(
                (CaseCommand)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(command)
            );
            Assert.Contains($"`{name}`", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_api_document_is_the_approved_one()
    {
        using var nobody = host.Anonymous();
        var served = JsonSerializer.Serialize(await nobody.GetAsync("/openapi/v1.json").Ok(), ReadableJson);

        var approved = Repository.PathTo("docs", "openapi.json");
        if (!File.Exists(approved) || await File.ReadAllTextAsync(approved) != served + "\n")
        {
            await File.WriteAllTextAsync(approved + ".received", served + "\n");
            Assert.Fail(
                "docs/openapi.json is not what is served. Compare it with docs/openapi.json.received, and move that over it."
            );
        }
    }

    [Fact]
    public async Task The_api_document_tells_of_every_call_how_one_says_who_asks()
    {
        using var nobody = host.Anonymous();
        var document = await nobody.GetAsync("/openapi/v1.json").Ok();
        var ways = document.GetProperty("components").GetProperty("securitySchemes").EnumerateObject();

        var open = new List<string>();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var call in path.Value.EnumerateObject())
            {
                if (!call.Value.TryGetProperty("security", out var security))
                {
                    open.Add(path.Name);
                    continue;
                }

                Assert.Equal(
                    ways.Select(way => way.Name),
                    security.EnumerateArray().Select(one => one.EnumerateObject().Single().Name)
                );
            }
        }

        Assert.Equal(["apiKey", "token", "cookie", "loopbackHeaders"], ways.Select(way => way.Name));
        Assert.Equal(
            ["/api/setup", "/api/sign-in", "/api/sign-out", "/health/live", "/health/ready"],
            open.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_api_document_describes_a_case_as_it_is_written()
    {
        var written = (await host.Case()).EnumerateObject().Select(property => property.Name);
        var described = typeof(CaseShape)
            .GetProperties()
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));

        Assert.Equal(written.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pages_ask_nothing_of_other_hosts()
    {
        using var nobody = host.Anonymous();

        foreach (var path in new[] { "/", "/docs" })
        {
            var page = await nobody.GetStringAsync(path);
            Assert.Empty(OtherHost().Matches(page).Select(match => match.Value));
        }
    }

    private static string Page(string name) => File.ReadAllText(Repository.PathTo("docs", name));

    [GeneratedRegex(
        """(?:Refusal\((?:RefusalKind\.\w+|KindOf\(\w+\)), |Problem\(\s*(?:StatusCodes\.\w+|\d+),\s*)"(?<code>[a-z-]+)"|\("(?<code>[a-z]+-[a-z-]+)", """,
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex CodeInRefusal();

    [GeneratedRegex("""(?:src|href)=["']https?://[^"']+""", RegexOptions.None, 1_000)]
    private static partial Regex OtherHost();
}
