using System.Net;
using System.Text;
using CaseFlow.Host.Processes;

namespace CaseFlow.Host.Shell;

/// <summary><c>GET /</c>: what runs here, and three things to try.</summary>
internal static class StartPage
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
                "/",
                (ProcessCatalog catalog, ProcessFolder folder) =>
                    Results.Text(Write(catalog, folder), "text/html", Encoding.UTF8)
            )
            .ExcludeFromDescription();

    private static string Write(ProcessCatalog catalog, ProcessFolder folder)
    {
        var rows = string.Concat(
            catalog.All.Values.Select(one =>
                $"<tr><td>{Html(one.Process.Parts.Title.Text)}</td><td><code>{Html(one.Process.Key)}</code></td>"
                + $"<td>{one.Number}</td><td>{Html(string.Join(" → ", one.Process.Stages.Select(stage => stage.Title.Text)))}</td></tr>"
            )
        );
        var problems = string.Concat(
            folder
                .Problems.Values.SelectMany(found => found)
                .Select(problem => $"<li><code>{Html(problem.ToString())}</code></li>")
        );
        return Page.Replace("{{rows}}", rows, StringComparison.Ordinal)
            .Replace(
                "{{problems}}",
                problems.Length == 0
                    ? ""
                    : $"<h2>To mend</h2><p>These files are saved, but not live:</p><ul>{problems}</ul>",
                StringComparison.Ordinal
            );
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private const string Page = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>CaseFlow</title>
        <style>
          :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
          body { max-width: 56rem; margin: 3rem auto; padding: 0 1.5rem; }
          h1 { font-size: 1.75rem; margin-bottom: 0; }
          h2 { font-size: 1.15rem; margin-top: 2.25rem; }
          table { border-collapse: collapse; width: 100%; }
          th, td { text-align: left; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #8884; }
          pre { background: #8881; padding: .9rem 1rem; border-radius: 6px; overflow-x: auto; font-size: .875rem; }
          code { font-family: ui-monospace, monospace; }
        </style>
        </head>
        <body>
        <h1>CaseFlow</h1>
        <p>Support cases, moved by processes that are written in YAML and changed while they run.</p>
        {{problems}}
        <h2>Processes</h2>
        <table><thead><tr><th>Title</th><th>Key</th><th>Version</th><th>Path</th></tr></thead><tbody>{{rows}}</tbody></table>
        <h2>Three things to try</h2>
        <p>Make a customer, then open a case with the <code>id</code> that comes back:</p>
        <pre>curl localhost:5080/api/customers -H 'X-CaseFlow-User: ann' \
          --json '{"kind":"account","name":"Contoso","tier":"gold"}'
        curl localhost:5080/api/cases -H 'X-CaseFlow-User: ann' \
          --json '{"process":"support-case","title":"Mail is down","customerId":"…","priority":"high"}'</pre>
        <p>Ask what you can do with it now, and why not the rest:</p>
        <pre>curl localhost:5080/api/cases/CAS-…/commands -H 'X-CaseFlow-User: ann'</pre>
        <p>Change <code>workflows/support-case/support-case.process.yaml</code>, save it, and look here again.</p>
        <h2>Where things are</h2>
        <ul>
          <li><a href="/docs">The API, with every call</a> and its <a href="/openapi/v1.json">OpenAPI document</a></li>
          <li><a href="/schemas/process.json">The JSON Schema of process files</a>, for your editor</li>
          <li><a href="/health/ready">Health</a></li>
        </ul>
        </body>
        </html>
        """;
}
