namespace CaseFlow.Host.People.Auditing;

/// <summary>What is audited, by name. The names are stored for ever: add new ones, keep the old.</summary>
internal static class AuditActions
{
    public const string SignIn = "sign-in";
    public const string SignInFailed = "sign-in-failed";
    public const string SignOut = "sign-out";
    public const string AdministratorMade = "administrator-made";
    public const string PasswordSet = "password-set";
    public const string PasswordRemoved = "password-removed";
    public const string RolesSet = "roles-set";
    public const string UserAdded = "user-added";
    public const string UserChanged = "user-changed";
    public const string UserUnlocked = "user-unlocked";
    public const string TeamAdded = "team-added";
    public const string TeamChanged = "team-changed";
    public const string MemberAdded = "member-added";
    public const string MemberRemoved = "member-removed";
    public const string KeyMade = "key-made";
    public const string KeyRevoked = "key-revoked";
    public const string ProcessPublished = "process-published";
    public const string WorkflowPublished = "workflow-published";
    public const string SubscriptionMade = "subscription-made";
    public const string SubscriptionChanged = "subscription-changed";
    public const string SubscriptionRemoved = "subscription-removed";
    public const string SecretAdded = "secret-added";
    public const string SecretRemoved = "secret-removed";

    public static ImmutableArray<string> All { get; } =
    [
        SignIn,
        SignInFailed,
        SignOut,
        AdministratorMade,
        PasswordSet,
        PasswordRemoved,
        RolesSet,
        UserAdded,
        UserChanged,
        UserUnlocked,
        TeamAdded,
        TeamChanged,
        MemberAdded,
        MemberRemoved,
        KeyMade,
        KeyRevoked,
        ProcessPublished,
        WorkflowPublished,
        SubscriptionMade,
        SubscriptionChanged,
        SubscriptionRemoved,
        SecretAdded,
        SecretRemoved,
    ];
}
