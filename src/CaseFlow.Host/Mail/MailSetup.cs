using CaseFlow.Engine.Mail;
using CaseFlow.Host.Mail.Api;
using CaseFlow.Host.Mail.Imap;
using Microsoft.Extensions.Options;

namespace CaseFlow.Host.Mail;

/// <summary>E-mail that comes in: mailboxes found, e-mail kept, worked on, shown; and the door that e-mail leaves by.</summary>
internal static class MailSetup
{
    public static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton<IValidateOptions<MailboxOptions>, MailboxOptionsValidator>()
            .AddOptions<MailboxOptions>()
            .Bind(configuration.GetSection("Mail:Incoming"))
            .ValidateOnStart();
        services.AddSingleton<SmtpDoor>();
        services.AddSingleton<MailSecrets>();
        services.AddSingleton<MailboxCatalog>();
        services.AddSingleton<FetchStates>();
        services.AddSingleton<MailThreading>();
        services.AddSingleton<MailPeople>();
        services.AddSingleton<MailCases>();
        services.AddSingleton<AutoReplier>();
        services.AddSingleton<MailWorker>();
        services.AddSingleton<MailIntake>();
        services.AddSingleton<MailboxFolder>();
        services.AddHostedService(provider => provider.GetRequiredService<MailboxFolder>());
        services.AddSingleton<ImapVisit>();
        services.AddHostedService<ImapFetcher>();
        services.AddSingleton<MailBell>();
        services.AddHostedService(provider => provider.GetRequiredService<MailBell>());
    }

    public static void MapMail(this IEndpointRouteBuilder api)
    {
        var mailboxes = api.MapGroup("/mailboxes").WithTags("E-mail");
        ReadMailboxes.Map(mailboxes);
        PostMail.Map(mailboxes);
        InboundMailList.Map(mailboxes);
        ReadActivityMail.Map(api.MapGroup("/activities").WithTags("Activities"));
    }

    public static void MapMailSchema(this IEndpointRouteBuilder app) =>
        app.MapGet("/schemas/mailbox.json", () => Results.Text(MailboxSchema.Json, "application/schema+json"))
            .ExcludeFromDescription();
}
