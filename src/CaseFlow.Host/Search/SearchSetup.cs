using CaseFlow.Storage;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Search;

/// <summary>Cases like one: found, linked.</summary>
internal static class SearchSetup
{
    public static void AddSearch(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SearchOptions>().Bind(configuration.GetSection("Search"));
        services.AddSingleton(provider => new NoiseWords(
            provider.GetRequiredService<IOptions<SearchOptions>>().Value.NoiseWords
        ));
    }

    public static void MapSearch(this IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("Similar cases");
        FindSimilar.Map(cases);
        LinkSimilar.Map(cases);
    }
}
