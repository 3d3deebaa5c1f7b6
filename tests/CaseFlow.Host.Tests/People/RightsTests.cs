using System.Net;
using System.Text;
using CaseFlow.Engine.Cases;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.People;

/// <summary>The table of rights, walked: every role at every door.</summary>
public sealed class RightsTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static readonly ImmutableArray<string> WithoutRight =
    [
        "POST /api/setup",
        "POST /api/sign-in",
        "POST /api/sign-out",
    ];

    [Fact]
    public void Every_address_of_the_api_needs_a_right_but_those_by_which_one_signs_in()
    {
        Assert.InRange(Doors.Length, 110, 500);
        Assert.Equal(
            WithoutRight,
            Doors.Where(door => door.Right is null).Select(door => door.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(
            Doors,
            door => Assert.NotEqual(door.Right is null, door.Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
        );
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("supervisor")]
    [InlineData("designer")]
    [InlineData("admin")]
    [InlineData("automation")]
    public async Task A_role_gets_through_the_doors_that_the_table_opens_to_it_and_no_others(string role)
    {
        using var client = host.As($"a-{role}", role);
        var mine = RoleNames.Find(role)!.Value;

        foreach (var door in Doors.Where(door => door.Right is not null))
        {
            var isTurnedAway = await IsTurnedAway(client, door);

            Assert.True(
                isTurnedAway == !door.Right!.Roles.HasFlag(mine),
                $"{door.Name} {(isTurnedAway ? "turned away" : "let in")} {role}, and the table says otherwise."
            );
        }
    }

    [Fact]
    public async Task Who_has_no_role_gets_through_no_door_but_that_to_himself()
    {
        await host.Hire("newcomer");
        using var newcomer = await host.SignedIn("newcomer");

        foreach (var door in Doors.Where(door => door.Right is not null))
        {
            Assert.Equal(door.Right!.IsEverybodys, !await IsTurnedAway(newcomer, door));
        }
    }

    [Fact]
    public async Task Nobody_gets_through_any_door_without_saying_who_he_is()
    {
        using var nobody = host.Browser();

        foreach (var door in Doors.Where(door => door.Right is not null))
        {
            using var answer = await Ask(nobody, door);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{door.Name} answered {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task The_page_of_rights_is_the_table()
    {
        var page = Repository.PathTo("docs", "rights.md");
        var written = await File.ReadAllTextAsync(page);

        var expected = Replace(Replace(written, "rights", RightsTable()), "doors", DoorsTable());

        if (written != expected)
        {
            await File.WriteAllTextAsync(page + ".received", expected);
            Assert.Fail(
                "docs/rights.md is not the table. Compare it with docs/rights.md.received, and move that over it."
            );
        }
    }

    private ImmutableArray<Door> Doors =>
        [
            .. host
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true)
                .Select(endpoint => new Door(endpoint)),
        ];

    private static async Task<bool> IsTurnedAway(HttpClient client, Door door)
    {
        using var answer = await Ask(client, door);
        if (answer.StatusCode != HttpStatusCode.Forbidden)
        {
            return false;
        }

        Assert.Equal("role-not-allowed", (await answer.Json()).Text("code"));
        return true;
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient client, Door door)
    {
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Address);
        request.Content = door.Method == "GET" ? null : new StringContent("[]", Encoding.UTF8, "application/json");

        // A stream never ends; that it begins is all that is asked.
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static string RightsTable() =>
        Table(
            ["right", .. RoleNames.All, "to"],
            Rights.All.Select(right =>
                (ImmutableArray<string>)
                    [
                        $"`{right.Name}`",
                        .. RoleNames.All.Select(role => right.Roles.HasFlag(RoleNames.Find(role)!.Value) ? "x" : " "),
                        right.What,
                    ]
            )
        );

    private string DoorsTable() =>
        Table(
            ["request", "right"],
            Doors
                .OrderBy(door => door.Path, StringComparer.Ordinal)
                .ThenBy(door => door.Method, StringComparer.Ordinal)
                .Select(door =>
                    (ImmutableArray<string>)[$"`{door.Name}`", door.Right is { } right ? $"`{right.Name}`" : "none"]
                )
        );

    private static string Table(ImmutableArray<string> head, IEnumerable<ImmutableArray<string>> rows) =>
        string.Concat(
            rows.Prepend([.. head.Select(_ => "---")]).Prepend(head).Select(row => $"| {string.Join(" | ", row)} |\n")
        );

    private static string Replace(string page, string part, string table)
    {
        var (begin, end) = ($"<!-- {part} -->\n", $"<!-- /{part} -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = page.IndexOf(end, StringComparison.Ordinal);
        return page[..from] + table + page[to..];
    }

    private sealed record Door(RouteEndpoint Endpoint)
    {
        public Right? Right => Endpoint.Metadata.GetMetadata<Right>();

        public string Method => Endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();

        public string Path =>
            "/"
            + string.Join(
                '/',
                Endpoint.RoutePattern.PathSegments.Select(segment =>
                    string.Concat(
                        segment.Parts.Select(part =>
                            part is Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter
                                ? $"{{{parameter.Name}}}"
                                : ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart)part).Content
                        )
                    )
                )
            );

        public string Name => $"{Method} {Path}";

        /// <summary>The path with something in each place that fits there and is nowhere.</summary>
        public string Address =>
            Endpoint.RoutePattern.Parameters.Aggregate(
                Path,
                (path, parameter) =>
                    path.Replace(
                        $"{{{parameter.Name}}}",
                        parameter.ParameterPolicies.Any(policy => policy.Content is "long" or "int")
                            ? "1"
                            : Guid.Empty.ToString(),
                        StringComparison.Ordinal
                    )
            );
    }
}
