using System.Net;
using System.Net.Http.Json;
using CaseFlow.Host.Tests.People;

namespace CaseFlow.Host.Tests.Shell;

/// <summary>Who asks too much, from another machine: those of this one are not counted.</summary>
public sealed class LimitTests(LimitTests.WithLimits given) : IClassFixture<LimitTests.WithLimits>
{
    /// <summary>A host that lets little through.</summary>
    public sealed class WithLimits : IAsyncLifetime
    {
        public RunningHost Host { get; } =
            new()
            {
                Settings =
                [
                    "--Limits:RequestsPerMinute=40",
                    "--Limits:HooksPerMinute=5",
                    "--Limits:SignInsPerMinute=5",
                    "--SignIn:LockAfter=1000",
                ],
            };

        public ValueTask InitializeAsync() => Host.InitializeAsync();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }

    [Fact]
    public async Task An_address_is_told_when_to_come_back_and_others_are_served()
    {
        using var greedy = given.Host.Anonymous("192.0.2.10");
        for (var number = 0; number < 40; number++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await greedy.GetAsync("/api/cases")).StatusCode);
        }

        var answer = await greedy.GetAsync("/api/cases");
        Assert.Equal("too-many-requests", (await answer.Json()).Text("code"));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

        using var modest = given.Host.Anonymous("192.0.2.11");
        Assert.Equal(HttpStatusCode.Unauthorized, (await modest.GetAsync("/api/cases")).StatusCode);
        using var here = given.Host.As("ann");
        for (var number = 0; number < 100; number++)
        {
            await here.GetAsync("/api/cases").Ok();
        }
    }

    [Fact]
    public async Task Webhooks_have_a_limit_of_their_own()
    {
        using var sender = given.Host.Anonymous("192.0.2.20");
        for (var number = 0; number < 5; number++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await sender.PostAsync("/hooks/nowhere", null)).StatusCode);
        }

        await sender.PostAsync("/hooks/nowhere", null).Problem(HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Fact]
    public async Task Passwords_are_guessed_slowly_from_one_address_and_from_many()
    {
        await given.Host.Hire("ann", "agent");
        using var guesser = given.Host.Browser("192.0.2.30");
        for (var number = 0; number < 5; number++)
        {
            await Guess(guesser, $"user-{number}").Problem(HttpStatusCode.Unauthorized, "sign-in-failed");
        }

        await Guess(guesser, "user-5").Problem(HttpStatusCode.TooManyRequests, "too-many-requests");
        for (var number = 0; number < 5; number++)
        {
            using var one = given.Host.Browser($"192.0.2.{40 + number}");
            await Guess(one, "ann").Problem(HttpStatusCode.Unauthorized, "sign-in-failed");
        }

        using var sixth = given.Host.Browser("192.0.2.50");
        await Guess(sixth, "ann").Problem(HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    private static Task<HttpResponseMessage> Guess(HttpClient client, string user) =>
        client.PostAsJsonAsync("/api/sign-in", new { user, password = "a guess that is wrong" });
}
