using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Host.Cases;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Views;

/// <summary>How bodies about views are read, and how their parts are kept: unknown properties are errors.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.Strict,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ViewRequest))]
[JsonSerializable(typeof(CaseFilter))]
[JsonSerializable(typeof(ImmutableArray<string>))]
internal sealed partial class ViewRequests : JsonSerializerContext;

/// <summary>What a view is to be; in a change, what is left out stays as it is.</summary>
internal sealed record ViewRequest(
    string? Name = null,
    CaseFilter? Filter = null,
    string? Sort = null,
    ImmutableArray<string>? Columns = null,
    bool? Shared = null
)
{
    private const int LongestName = 100;
    private const int MostColumns = 50;

    public ApiProblem? Check() =>
        Name is not null && (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName)
            ? Needs.Field("name", $"A view has a name of 1 to {LongestName} characters.")
        : Columns is { } columns && (columns.Length > MostColumns || columns.Any(string.IsNullOrWhiteSpace))
            ? Needs.Field("columns", $"Columns are named, and at most {MostColumns}.")
        : Filter?.Check() ?? CaseOrder.CheckSort(Sort);
}
