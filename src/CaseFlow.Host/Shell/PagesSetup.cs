using System.Reflection;
using CaseFlow.Host.Customers;
using CaseFlow.Host.Events;
using CaseFlow.Host.People;
using CaseFlow.Host.People.SignIn;
using CaseFlow.Host.Shell.InProcess;
using CaseFlow.Host.Shell.Pages;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.FluentUI.AspNetCore.Components;

namespace CaseFlow.Host.Shell;

/// <summary>The pages: Blazor, drawn by the host; everything that a browser needs for them comes from here.</summary>
internal static class PagesSetup
{
    private const string AssetsFolder = "wwwroot";

    /// <summary>The host is this assembly also where another program carries it, and its assets lie beside it.</summary>
    public static WebApplicationOptions Options(string[] args)
    {
        var assets = Path.Combine(AppContext.BaseDirectory, AssetsFolder);
        return new()
        {
            Args = args,
            ApplicationName = Assembly.GetExecutingAssembly().GetName().Name,
            WebRootPath = Directory.Exists(assets) ? assets : null,
        };
    }

    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Run from the build's output, assets lie where their packages are; a published host has them beside it.
        builder.WebHost.UseStaticWebAssets();

        // It would answer every address of which it knows no file, and so hide which methods an address has.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddFluentUIComponents(configuration => configuration.Localizer = new FluentTexts());
        builder.Services.AddScoped<AuthenticationStateProvider, PagePerson>();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddSingleton<InProcessApi>();
        builder.Services.AddScoped(services => new ApiClient(
            services.GetRequiredService<InProcessApi>(),
            services.GetRequiredService<AuthenticationStateProvider>()
        ));
        builder.Services.AddScoped<PageScript>();
        builder.Services.AddScoped<PersonTime>();
        builder.Services.AddScoped<PeopleNames>();
        builder.Services.AddScoped<CustomerNames>();
        builder.Services.AddScoped<News>();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null); // the host says so itself
        app.MapLanguages();
    }
}
