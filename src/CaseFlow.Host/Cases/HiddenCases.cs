using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.People;
using CaseFlow.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Host.Cases;

/// <summary>
/// Keeps cases that somebody does not see out of whatever tells of other things: links of a case that he does see, ledgers,
/// instances of workflows, deliveries. An id alone would tell that there is something.
/// </summary>
internal sealed class HiddenCases(CaseScopes scopes, IDbContextFactory<CaseFlowDb> databases)
{
    private static readonly JsonSerializerOptions AsWritten = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Lets answers of these endpoints through without what their reader does not see.</summary>
    public static void KeepFrom(RouteGroupBuilder endpoints) =>
        endpoints.AddEndpointFilter(
            async (asked, next) =>
            {
                var answer = await next(asked);
                var context = asked.HttpContext;
                return
                    answer is IResult result
                    && !IsStream(result)
                    && context.User.Identity is { IsAuthenticated: true }
                    && !(
                        await context
                            .RequestServices.GetRequiredService<CaseScopes>()
                            .For(context.Actor(), context.RequestAborted)
                    ).SeesAll
                    ? new Checked(result)
                    : answer;
            }
        );

    /// <summary>Those of these cases that he does not see.</summary>
    public async ValueTask<ImmutableHashSet<Guid>> Among(
        Actor by,
        IEnumerable<Guid> cases,
        CancellationToken cancellation
    )
    {
        var scope = await scopes.For(by, cancellation);
        List<Guid> asked = scope.SeesAll ? [] : [.. cases.Distinct()];
        if (asked is [])
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = db.Cases.AsNoTracking().Where(row => asked.Contains(row.Id));
        var all = await rows.Select(row => row.Id).ToListAsync(cancellation);
        var seen = await scope.Apply(rows).Select(row => row.Id).ToListAsync(cancellation);
        return [.. all.Except(seen)];
    }

    /// <summary>Whether what goes by this name is about a case that he does not see.</summary>
    /// <param name="correlation">The id of a case, or anything else.</param>
    public async ValueTask<bool> IsAbout(Actor by, string? correlation, CancellationToken cancellation) =>
        Guid.TryParse(correlation, out var id) && !(await Among(by, [id], cancellation)).IsEmpty;

    /// <summary>Those of these that are about no case that he does not see.</summary>
    public async ValueTask<ImmutableArray<T>> Visible<T>(
        Actor by,
        IEnumerable<T> all,
        Func<T, IEnumerable<string?>> about,
        CancellationToken cancellation
    )
    {
        ImmutableArray<T> rows = [.. all];
        var hidden = await Among(by, rows.SelectMany(about).SelectMany(Ids), cancellation);
        return hidden.IsEmpty ? rows : [.. rows.Where(row => !about(row).SelectMany(Ids).Any(hidden.Contains))];
    }

    /// <summary>A JSON document without the cases that he does not see; the document's own subject stays.</summary>
    public async ValueTask<byte[]> Without(Actor by, byte[] json, CancellationToken cancellation)
    {
        if ((await scopes.For(by, cancellation)).SeesAll)
        {
            return json;
        }

        var document = JsonNode.Parse(json);
        var ids = new HashSet<Guid>();
        Collect(document, ids);
        if (document is JsonObject subject && IdIn(subject["id"]) is { } own)
        {
            ids.Remove(own);
        }

        var hidden = await Among(by, ids, cancellation);
        if (hidden.IsEmpty)
        {
            return json;
        }

        Remove(document, hidden);
        return JsonSerializer.SerializeToUtf8Bytes(document, AsWritten);
    }

    private static IEnumerable<Guid> Ids(string? text) => Guid.TryParse(text, out var id) ? [id] : [];

    private static void Collect(JsonNode? node, HashSet<Guid> ids)
    {
        if (IdIn(node) is { } id)
        {
            ids.Add(id);
            return;
        }

        foreach (var child in ChildrenOf(node))
        {
            Collect(child, ids);
        }
    }

    private static void Remove(JsonNode? node, ImmutableHashSet<Guid> hidden)
    {
        switch (node)
        {
            case JsonArray list:
                list.RemoveAll(one => IsHidden(one) || (one is JsonObject item && IsHidden(item["id"])));
                break;
            case JsonObject of:
                foreach (var (name, value) in of.ToList())
                {
                    if (IsHidden(value))
                    {
                        of[name] = null;
                        HideTicket(of, name);
                    }
                }

                break;
        }

        foreach (var child in ChildrenOf(node))
        {
            Remove(child, hidden);
        }

        bool IsHidden(JsonNode? one) => IdIn(one) is { } id && hidden.Contains(id);
    }

    // What people call it on the telephone tells as much.
    private static void HideTicket(JsonObject of, string name)
    {
        if (name == "caseId" && of.ContainsKey("ticket"))
        {
            of["ticket"] = null;
        }
    }

    private static IEnumerable<JsonNode?> ChildrenOf(JsonNode? node) =>
        node switch
        {
            JsonArray list => list,
            JsonObject of => of.Select(one => one.Value),
            _ => [],
        };

    private static Guid? IdIn(JsonNode? node) =>
        node is JsonValue value
        && value.TryGetValue<string>(out var text)
        && text.Length == 36
        && Guid.TryParse(text, out var id)
            ? id
            : null;

    private static bool IsStream(IResult answer) =>
        answer.GetType() is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() == typeof(ServerSentEventsResult<>);

    private sealed class Checked(IResult answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            var outside = response.Body;
            using var written = new MemoryStream();
            response.Body = written;
            try
            {
                await answer.ExecuteAsync(httpContext);
                await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
            }
            finally
            {
                response.Body = outside;
            }

            var bytes = written.ToArray();
            // A problem tells again what was asked, and no more.
            if (
                bytes.Length > 0
                && response.StatusCode < 400
                && response.ContentType?.Contains("json", StringComparison.Ordinal) == true
            )
            {
                bytes = await httpContext
                    .RequestServices.GetRequiredService<HiddenCases>()
                    .Without(httpContext.Actor(), bytes, httpContext.RequestAborted);
                response.ContentLength = bytes.Length;
            }

            if (bytes.Length > 0)
            {
                await outside.WriteAsync(bytes, httpContext.RequestAborted);
            }
        }
    }
}
