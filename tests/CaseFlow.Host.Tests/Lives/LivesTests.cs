using System.Net.Http.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Tests.Entitlements;
using CsCheck;

namespace CaseFlow.Host.Tests.Lives;

/// <summary>Whatever commands come to whichever cases, the store is what their histories say, after each of them.</summary>
public sealed class LivesTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static readonly Gen<Neighbourhood.Step[]> Lives = Gen.Select(
        Gen.Int[0, Neighbourhood.Cases - 1],
        Gen.Int[0, Neighbourhood.Cases - 1],
        Gen.Int[0, Neighbourhood.Kinds - 1],
        Gen.Int[0, 11],
        (of, other, kind, choice) => new Neighbourhood.Step(of, other, kind, choice)
    ).Array[20, 50];

    // Each life has all its cases, a merge that takes an activity along, and in the end an attempt to undo it.
    private static readonly ImmutableArray<Neighbourhood.Step> Beginning =
    [
        new(0, 0, 0, 0),
        new(1, 0, 0, 2),
        new(2, 0, 0, 3),
        new(3, 0, 0, 4),
        new(4, 0, 0, 6),
        new(1, 0, 10, 1),
        new(0, 1, 19, 1),
        new(0, 0, 0, 5),
    ];
    private static readonly Neighbourhood.Step End = new(0, 1, 21, 4);

    // Each command at least once, however the numbers fall.
    private static readonly ImmutableArray<Neighbourhood.Step> Everything =
    [
        .. Enumerable
            .Range(0, Neighbourhood.Kinds)
            .Select(kind => new Neighbourhood.Step(kind % 3, 3, kind, kind % 12)),
    ];

    [Fact]
    public async Task After_any_prefix_of_any_life_every_case_stands_where_it_may_and_verify_is_clean()
    {
        var (customers, entitlements) = await Settle();
        var invariants = new Invariants(host.Services);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await Live([.. Beginning, .. Everything]);
        await Lives.SampleAsync(life => Live([.. Beginning, .. life, End]), iter: 4, threads: 1);

        // A life of refusals would prove nothing, nor would one that a new command is left out of.
        Assert.Contains(seen, done => done.EndsWith("after undo", StringComparison.Ordinal));
        Assert.Superset(
            new HashSet<string>(["Create 201", "Merge 200", "Unmerge 200", "Resolve 200", "AddActivity 201", "Ring"]),
            seen
        );
        Assert.Equal(
            typeof(CaseCommand).GetNestedTypes().Select(command => command.Name).Order(StringComparer.Ordinal),
            seen.Select(done => done.Split(' ')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );

        async Task Live(ImmutableArray<Neighbourhood.Step> life)
        {
            var neighbours = new Neighbourhood(host, customers, entitlements);
            foreach (var step in life)
            {
                var done = await neighbours.Do(step);
                seen.Add(done);
                await invariants.Check(neighbours.Ids, done);
            }
        }
    }

    private async Task<(ImmutableArray<Guid> Customers, ImmutableArray<Guid?> Entitlements)> Settle()
    {
        using var sue = host.As("sue", "supervisor,designer,admin");
        await sue.PostAsJsonAsync("/api/processes/publish", new { source = Neighbourhood.Definition }).Ok();
        await sue.PostAsJsonAsync("/api/teams", new { key = "lives", title = "Lives" }).Ok();
        await sue.PostAsJsonAsync(
                "/api/users",
                new
                {
                    key = "lives-cid",
                    name = "Cid",
                    capacity = 3,
                    skills = Array.Empty<string>(),
                }
            )
            .Ok();
        await sue.PutAsJsonAsync("/api/users/lives-cid/presence", new { presence = "available" }).Ok();
        await sue.PutAsync("/api/teams/lives/members/lives-cid", null);
        var (one, two) = (await host.Account("Lives one"), await host.Account("Lives two"));
        var taken = await host.Agree(one, new { total = 4, restrict = true });
        var hours = await host.Agree(
            one,
            new
            {
                name = "Hours",
                allocation = "hours",
                decreaseOn = "resolution",
                total = 3,
            }
        );
        return ([one, two], [null, taken.GetProperty("id").GetGuid(), hours.GetProperty("id").GetGuid()]);
    }
}
