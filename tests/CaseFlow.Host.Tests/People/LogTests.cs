using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Host.Tests.People;

/// <summary>What is written into the log of signing in.</summary>
public sealed class LogTests
{
    private const string TokenKey = "a shared key of thirty-two bytes";

    [Fact]
    public async Task No_password_key_cookie_or_token_is_in_the_log_however_much_is_logged()
    {
        using var log = new Kept();
        await using var host = new RunningHost
        {
            Adjust = builder => builder.Logging.AddProvider(log).AddFilter(level => level >= LogLevel.Debug),
            Settings = [$"--SignIn:Jwt:Keys:main={TokenKey}", "--SignIn:Jwt:Issuer=https://login.example"],
        };
        await host.InitializeAsync();
        await host.Hire("ann", "agent");
        using var ann = host.Browser();
        var answer = await ann.PostAsJsonAsync("/api/sign-in", new { user = "ann", password = Staff.Password });
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0].Split('=', 2)[1];
        await ann.PostAsJsonAsync("/api/sign-in", new { user = "ann", password = "a wrong secret word" });
        var key = (await ann.PostAsJsonAsync("/api/keys", new { name = "import" }).Ok()).Text("key")!;
        const string forged = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJlLW9mLW5vYm9keQ";
        foreach (var bearer in new[] { key, forged })
        {
            using var program = host.Anonymous();
            program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            await program.GetAsync("/api/me");
        }

        var written = string.Join('\n', log.Lines);

        Assert.Contains("SignIn:TrustLoopbackHeaders", written, StringComparison.Ordinal);
        foreach (var secret in new[] { Staff.Password, "a wrong secret word", cookie, key, forged, TokenKey })
        {
            Assert.DoesNotContain(secret, written, StringComparison.Ordinal);
        }
    }

    private sealed class Kept : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
