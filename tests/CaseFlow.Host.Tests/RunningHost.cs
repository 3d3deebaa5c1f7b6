using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CaseFlow.Host.Tests;

/// <summary>The real host over HTTP, on a port and in a folder of its own, with a clock turned by hand.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    public static readonly DateTimeOffset Monday9 = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private WebApplication app = null!;

    /// <summary>Everything of this host: its database, and <c>workflows/</c> with the definitions that ship.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("caseflow-");

    /// <summary>Where cases are kept; a SQLite file in <see cref="Folder"/> where nothing is said.</summary>
    public string[] Storage { get; init; } = [];

    /// <summary>What differs from the defaults besides.</summary>
    public string[] Settings { get; init; } = [];

    /// <summary>By the machine's own clock, for what a browser waits for.</summary>
    public bool IsLive { get; init; }

    /// <summary>What differs in the host itself.</summary>
    public Action<WebApplicationBuilder> Adjust { get; init; } = _ => { };

    public FakeTimeProvider Clock { get; } = new(Monday9);

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    private string Database => Path.Combine(Folder.FullName, "caseflow.db");

    public string Workflows => Path.Combine(Folder.FullName, "workflows");

    public async ValueTask InitializeAsync()
    {
        CopyWorkflows();
        await EmptyDatabase.EnsureAt(Database);
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Folder.Delete(recursive: true);
    }

    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    /// <summary>As if it had been off for so long: nothing of it has to ring through days of a clock turned by hand.</summary>
    public async Task OffFor(TimeSpan time)
    {
        await Stop();
        Clock.Advance(time);
        await Start();
    }

    /// <summary>A client that acts as this user.</summary>
    public HttpClient As(string user, string roles = "agent")
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Add("X-CaseFlow-User", user);
        client.DefaultRequestHeaders.Add("X-CaseFlow-Roles", roles);
        return client;
    }

    /// <param name="from">The address that its requests come from, as far as the host can see.</param>
    public HttpClient Anonymous(string? from = null)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (from is not null)
        {
            client.DefaultRequestHeaders.Add(OtherMachine.Header, from);
        }

        return client;
    }

    /// <summary>A browser: it keeps cookies and says that its requests are from pages of the host.</summary>
    public HttpClient Browser(string? from = null)
    {
        var client = Anonymous(from);
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    /// <summary>The id of a new account.</summary>
    public async Task<Guid> Account(string name = "Contoso", string? tier = "gold")
    {
        using var ann = As("ann");
        var answer = await ann.PostAsJsonAsync(
            "/api/customers",
            new
            {
                kind = "account",
                name,
                tier,
            }
        );
        return (await answer.Json()).GetProperty("id").GetGuid();
    }

    /// <summary>A new support case.</summary>
    public async Task<JsonElement> Case(string title = "Printer on fire", object? with = null)
    {
        using var ann = As("ann");
        var body = JsonSerializer.SerializeToNode(with ?? new { })!.AsObject();
        body["process"] ??= "support-case";
        body["title"] = title;
        body["customerId"] ??= await Account();
        var answer = await ann.PostAsJsonAsync("/api/cases", body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Json();
    }

    /// <summary>Turns the clock until it is so: the folder is looked at by the host's clock, not by ours.</summary>
    public async Task Until(Func<Task<bool>> isSo)
    {
        for (var look = 0; look < 400; look++)
        {
            if (await isSo())
            {
                return;
            }

            Clock.Advance(TimeSpan.FromMilliseconds(200));
        }

        Assert.Fail("It never came to be so.");
    }

    private void CopyWorkflows()
    {
        var source = Repository.PathTo("workflows");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Workflows, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private async Task Start()
    {
        app = CaseFlowHost.Build(
            [
                "--urls=http://127.0.0.1:0",
                $"--Storage:ConnectionString=Data Source={Database}",
                $"--Processes:Folder={Workflows}",
                $"--DataProtection:KeysFolder={Path.Combine(Folder.FullName, "keys")}",
                .. Storage,
                .. Settings,
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                if (!IsLive)
                {
                    builder.Services.AddSingleton<TimeProvider>(Clock);
                }

                builder.Services.AddSingleton<IStartupFilter, OtherMachine>();
                Adjust(builder);
            }
        );
        await app.Prepare(CancellationToken.None);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Address = new Uri(addresses.Addresses.Single());
    }

    private async Task Stop()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
