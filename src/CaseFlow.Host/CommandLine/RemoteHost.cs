using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Host.People;

namespace CaseFlow.Host.CommandLine;

/// <summary>A running host, as the verbs that talk to one reach it.</summary>
internal sealed class RemoteHost : IDisposable
{
    /// <summary>Where an API key is looked for; on a command line others of the machine would see it.</summary>
    private const string KeyVariable = "CASEFLOW_KEY";

    private readonly HttpClient client;

    private RemoteHost(Uri address, string user)
    {
        client = new HttpClient { BaseAddress = address };
        if (Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", key);
            return;
        }

        client.DefaultRequestHeaders.Add(CaseFlowHeaders.UserHeader, user);
        client.DefaultRequestHeaders.Add(CaseFlowHeaders.RolesHeader, "designer");
    }

    /// <summary>Makes a verb one that talks to a host: it takes the host's address and who is asking.</summary>
    public static void Reach(Command verb, Func<Printer, ParseResult, RemoteHost, CancellationToken, Task<int>> run)
    {
        var url = new Option<string>("--url")
        {
            Description = "Where the host listens.",
            DefaultValueFactory = _ => "http://localhost:5080",
            HelpName = "URL",
        };
        var user = new Option<string>("--user")
        {
            Description = $"Who is asking, on the host's own machine; elsewhere the API key in {KeyVariable} says it.",
            DefaultValueFactory = _ => Environment.UserName is { Length: > 0 } name ? name : "caseflow",
            HelpName = "NAME",
        };
        verb.Options.Add(url);
        verb.Options.Add(user);
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                var printer = new Printer(parsed, parsed.GetValue(CaseFlowCommand.Json));
                using var host = At(parsed.GetValue(url)!, parsed.GetValue(user)!);
                return host is null
                    ? await printer.WrongUse($"'{parsed.GetValue(url)}' is no address of a host.")
                    : await run(printer, parsed, host, cancellation);
            }
        );
    }

    public async Task<JsonElement> Get(string path, CancellationToken cancellation)
    {
        using var answer = await Send(new HttpRequestMessage(HttpMethod.Get, path), cancellation);
        var document = await Read(answer, cancellation);
        return answer.IsSuccessStatusCode ? document : throw Refused(answer, document);
    }

    public async Task<JsonElement> Post(string path, JsonNode body, CancellationToken cancellation)
    {
        using var answer = await Send(
            new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) },
            cancellation
        );
        var document = await Read(answer, cancellation);
        return answer.IsSuccessStatusCode ? document : throw Refused(answer, document);
    }

    /// <summary>The answer to a definition: what became of it, or what is wrong with it.</summary>
    /// <param name="scenarios">Those of the definition, which must pass; null where it has none.</param>
    /// <param name="files">The texts of the files of holidays beside it, by name.</param>
    public async Task<JsonElement> Publish(
        string yaml,
        string? scenarios,
        ImmutableSortedDictionary<string, string> files,
        CancellationToken cancellation
    )
    {
        using var answer = await Send(
            new HttpRequestMessage(HttpMethod.Post, "api/processes/publish")
            {
                Content = JsonContent.Create(
                    new
                    {
                        source = yaml,
                        scenarios,
                        files,
                    }
                ),
            },
            cancellation
        );
        var document = await Read(answer, cancellation);
        return answer.IsSuccessStatusCode || TextIn(document, "code") is "definition-broken" or "scenarios-failed"
            ? document
            : throw Refused(answer, document);
    }

    /// <summary>The answer to a workflow: what became of it, or what is wrong with it.</summary>
    public async Task<JsonElement> PublishWorkflow(string path, CancellationToken cancellation)
    {
        var source = await File.ReadAllTextAsync(path, cancellation);
        using var answer = await Send(
            new HttpRequestMessage(HttpMethod.Post, "api/workflows/publish")
            {
                Content = JsonContent.Create(new { file = Path.GetFileName(path), source }),
            },
            cancellation
        );
        var document = await Read(answer, cancellation);
        return answer.IsSuccessStatusCode || TextIn(document, "code") is "definition-broken"
            ? document
            : throw Refused(answer, document);
    }

    public void Dispose() => client.Dispose();

    /// <summary>The host at this address, or null where it is no address.</summary>
    private static RemoteHost? At(string url, string user) =>
        Uri.TryCreate(url.TrimEnd('/') + '/', UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new RemoteHost(address, user)
            : null;

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            try
            {
                return await client.SendAsync(request, cancellation);
            }
            catch (TaskCanceledException slow) when (!cancellation.IsCancellationRequested)
            {
                throw new HttpRequestException($"The host at {client.BaseAddress} takes too long to answer.", slow);
            }
            catch (HttpRequestException silent) when (silent.HttpRequestError == HttpRequestError.ConnectionError)
            {
                throw new HttpRequestException(
                    $"No host answers at {client.BaseAddress}. 'caseflow serve' starts one; --url names another.",
                    silent
                );
            }
        }
    }

    // What answers there may be another program.
    private static async Task<JsonElement> Read(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        }
        catch (Exception other) when (other is JsonException or NotSupportedException)
        {
            throw new HttpRequestException(
                $"{answer.RequestMessage?.RequestUri} answered {(int)answer.StatusCode} and no JSON; is it CaseFlow?",
                other
            );
        }
    }

    // A problem says in its detail what a person can do about it.
    private static HttpRequestException Refused(HttpResponseMessage answer, JsonElement problem) =>
        new(TextIn(problem, "detail") ?? $"The host answered {(int)answer.StatusCode}.");

    private static string? TextIn(JsonElement problem, string name) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty(name, out var text)
            ? text.GetString()
            : null;
}
