using System.Text.Json;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases;

/// <summary>Writes a page of cases.</summary>
internal static class CasePage
{
    public static void Write(Utf8JsonWriter json, Page<CaseStanding> page)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var (shown, process) in page.Items)
        {
            CaseView.Write(json, shown, process);
        }

        json.WriteEndArray();
        json.WriteString("next", page.Next);
        json.WriteEndObject();
    }
}
