namespace CaseFlow.Host.Mail.Api;

/// <summary>A mailbox as the API shows it.</summary>
/// <param name="Fetches">Whether its e-mail is fetched from a server.</param>
/// <param name="FetchedAt">When this host last looked there without trouble.</param>
/// <param name="Problem">Why e-mail cannot be fetched.</param>
/// <param name="Waiting">E-mail that is still to be worked on.</param>
/// <param name="Review">E-mail that waits for somebody to decide.</param>
/// <param name="Refused">E-mail that was refused.</param>
/// <param name="Dead">E-mail that failed too often.</param>
internal sealed record MailboxShape(
    string Name,
    string Title,
    string Process,
    ImmutableArray<string> Addresses,
    string Definition,
    bool Fetches,
    DateTimeOffset? FetchedAt,
    string? Problem,
    int Waiting,
    int Review,
    int Refused,
    int Dead
);
