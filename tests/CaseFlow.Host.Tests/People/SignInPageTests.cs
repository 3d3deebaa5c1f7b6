using System.Net;
using System.Text.RegularExpressions;

namespace CaseFlow.Host.Tests.People;

/// <summary>The pages of signing in, as a browser without a script uses them.</summary>
public sealed partial class SignInPageTests : IAsyncLifetime
{
    private readonly RunningHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task From_the_first_start_to_signing_out()
    {
        using var browser = Browser();

        var asked = await browser.GetAsync("/account");
        Assert.Equal("/sign-in?returnUrl=%2Faccount", asked.Headers.Location?.ToString());
        Assert.Equal("/setup", PathOf(await browser.GetAsync("/sign-in")));
        var short1 = await Post(browser, "/setup", ("User", "boss"), ("Name", "Boss"), ("Password", "short"));
        Assert.Contains("12 to 200", await short1.Content.ReadAsStringAsync());
        var made = await Post(browser, "/setup", ("User", "boss"), ("Name", "Boss"), ("Password", Staff.Password));
        Assert.Equal("/", PathOf(made));
        Assert.Contains("boss", await browser.GetStringAsync("/account"));
        Assert.Equal("/sign-in", PathOf(await browser.GetAsync("/setup")));

        Assert.Equal("/sign-in", PathOf(await Post(browser, "/account", "sign-out")));
        Assert.StartsWith("/sign-in", PathOf(await browser.GetAsync("/account")));

        var wrong = await Post(browser, "/sign-in", ("User", "boss"), ("Password", "wrong horse battery"));
        Assert.Contains("password is wrong", await wrong.Content.ReadAsStringAsync());
        var right = await Post(
            browser,
            "/sign-in?returnUrl=%2Faccount",
            ("User", "boss"),
            ("Password", Staff.Password)
        );
        Assert.Equal("/account", PathOf(right));
        var key = await Post(browser, "/account", "key", ("KeyName", "import"));
        Assert.Matches("cf_[A-Za-z0-9_-]{43}", await key.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Nobody_is_led_elsewhere_after_signing_in(string returnUrl)
    {
        await host.Hire("ann", "agent");
        using var browser = Browser();

        var answer = await Post(
            browser,
            $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}",
            ("User", "ann"),
            ("Password", Staff.Password)
        );

        Assert.Equal("/", PathOf(answer));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await host.Hire("ann", "agent");
        using var browser = Browser();
        await browser.GetAsync("/sign-in");

        var answer = await browser.PostAsync(
            "/sign-in",
            new FormUrlEncodedContent([new("_handler", "sign-in"), new("User", "ann"), new("Password", Staff.Password)])
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("/sign-in", PathOf(await browser.GetAsync("/account")));
    }

    [Fact]
    public async Task They_speak_french()
    {
        await host.Hire("ann", "agent");
        using var browser = Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", "fr");

        Assert.Contains("Mot de passe", WebUtility.HtmlDecode(await browser.GetStringAsync("/sign-in")));
    }

    private HttpClient Browser()
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = host.Address,
        };
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        browser.DefaultRequestHeaders.Add("Accept", "text/html");
        return browser;
    }

    private static Task<HttpResponseMessage> Post(
        HttpClient browser,
        string page,
        params (string Name, string Value)[] fields
    ) => Post(browser, page, page.Split('?')[0].Trim('/'), fields);

    /// <summary>Fills a form of a page in and sends it, with the token that the page has for it.</summary>
    private static async Task<HttpResponseMessage> Post(
        HttpClient browser,
        string page,
        string form,
        params (string Name, string Value)[] fields
    )
    {
        var shown = await browser.GetStringAsync(page);
        var token = Token().Match(shown).Groups["token"].Value;
        Assert.NotEmpty(token);
        return await browser.PostAsync(
            page,
            new FormUrlEncodedContent([
                new("_handler", form),
                new("__RequestVerificationToken", token),
                .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)),
            ])
        );
    }

    private static string? PathOf(HttpResponseMessage answer) =>
        answer.Headers.Location is not { } to ? null
        : to.IsAbsoluteUri ? to.PathAndQuery
        : to.ToString();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1_000)]
    private static partial Regex Token();
}
