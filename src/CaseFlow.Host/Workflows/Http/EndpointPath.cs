using Microsoft.AspNetCore.Routing.Template;

namespace CaseFlow.Host.Workflows.Http;

/// <summary>Paths as endpoints write them: <c>cases/{id}</c>.</summary>
internal static class EndpointPath
{
    /// <summary>What stands in the places of the path; null where it does not fit.</summary>
    public static RouteValueDictionary? Match(string template, string path)
    {
        var values = new RouteValueDictionary();
        try
        {
            var matcher = new TemplateMatcher(TemplateParser.Parse(template), []);
            return matcher.TryMatch("/" + path, values) ? values : null;
        }
        catch (ArgumentException)
        {
            return null; // no path that anything fits
        }
    }
}
