using CaseFlow.Host.People.Auditing;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.People.Pages;

/// <summary>What the pages of people, teams and the audit say.</summary>
internal static class AdminTexts
{
    public static readonly Words Administration = new("Administration", "Administration");
    public static readonly Words People = new("People", "Personnes");
    public static readonly Words Find = new("Name or user", "Nom ou utilisateur");
    public static readonly Words NewPerson = new("New person…", "Nouvelle personne…");
    public static readonly Words EditPerson = new("Edit…", "Modifier…");
    public static readonly Words User = new("User", "Utilisateur");
    public static readonly Words UserHint = new(
        "The name to sign in by, such as ann. Cases keep it, so it never changes.",
        "Le nom de connexion, comme ann. Les dossiers le conservent : il ne change jamais."
    );
    public static readonly Words Name = new("Name", "Nom");
    public static readonly Words Email = new("E-mail", "Courriel");
    public static readonly Words Skills = new("Skills", "Compétences");
    public static readonly Words SkillsHint = new(
        "As queues name them, with commas: french, hardware.",
        "Comme les files les nomment, avec des virgules : french, hardware."
    );
    public static readonly Words Capacity = new("Cases at most", "Dossiers au plus");
    public static readonly Words CapacityHint = new(
        "How many the host gives; empty for no limit.",
        "Combien le serveur en confie ; vide pour aucune limite."
    );
    public static readonly Words NoLimit = new("no limit", "sans limite");
    public static readonly Words WholeNumber = new(
        "This is a whole number, or nothing.",
        "C’est un nombre entier, ou rien."
    );
    public static readonly Words FirstPassword = new("First password", "Premier mot de passe");
    public static readonly Words FirstPasswordHint = new(
        "Tell it to the person, who changes it under My account. Without one, there is no signing in with a password.",
        "Donnez-le à la personne, qui le change dans Mon compte. Sans lui, pas de connexion par mot de passe."
    );
    public static readonly Words Roles = new("Roles", "Rôles");
    public static readonly Words ChangeRoles = new("Change roles…", "Changer les rôles…");
    public static readonly Words RolesOf = new("Roles of {0}", "Rôles de {0}");
    public static readonly Words RolesHint = new(
        "They count from the next request on.",
        "Ils valent dès la prochaine requête."
    );
    public static readonly Words NoRole = new("no role", "aucun rôle");
    public static readonly Words Presence = new("Presence", "Présence");
    public static readonly Words Active = new("Active", "Actif");
    public static readonly Words Deactivated = new("Deactivated", "Désactivé");
    public static readonly Words Deactivate = new("Deactivate", "Désactiver");
    public static readonly Words Activate = new("Activate", "Activer");
    public static readonly Words DeactivateWhy = new(
        "{0} is signed out at once and gets nothing more to do. What {0} has stays so, until somebody else takes it.",
        "{0} est déconnecté aussitôt et ne reçoit plus rien à faire. Ses dossiers restent à son nom, jusqu’à ce que quelqu’un les prenne."
    );
    public static readonly Words Everybody = new("Everybody", "Tout le monde");
    public static readonly Words OnlyActive = new("Active ones", "Actifs");
    public static readonly Words OnlyDeactivated = new("Deactivated ones", "Désactivés");
    public static readonly Words Show = new("Show", "Montrer");
    public static readonly Words Nobody = new("Nobody is called so.", "Personne ne s’appelle ainsi.");
    public static readonly Words NoSuchPerson = new("There is no such person", "Cette personne n’existe pas");
    public static readonly Words NoSuchPersonWhy = new(
        "The user may have been mistyped.",
        "L’utilisateur est peut-être mal saisi."
    );

    public static readonly Words Team = new("Team", "Équipe");
    public static readonly Words Teams = new("Teams", "Équipes");
    public static readonly Words AllTeams = new("all", "toutes");
    public static readonly Words NewTeam = new("New team…", "Nouvelle équipe…");
    public static readonly Words Rename = new("Rename…", "Renommer…");
    public static readonly Words RenameTeam = new("Rename {0}", "Renommer {0}");
    public static readonly Words TeamTitle = new("Title", "Titre");
    public static readonly Words TeamKey = new("Key", "Clé");
    public static readonly Words TeamKeyHint = new(
        "What processes name, as in team:support. It never changes.",
        "Ce que citent les processus, comme team:support. Elle ne change jamais."
    );
    public static readonly Words NoTeam = new("In no team.", "Dans aucune équipe.");
    public static readonly Words NoTeams = new("There is no team yet.", "Aucune équipe pour l’instant.");
    public static readonly Words AddToTeam = new("Add to a team", "Ajouter à une équipe");
    public static readonly Words Add = new("Add", "Ajouter");
    public static readonly Words LeaveTeam = new("Take out of {0}", "Retirer de {0}");
    public static readonly Words TakeOut = new("Take out", "Retirer");

    public static readonly Words SigningIn = new("Signing in", "Connexion");
    public static readonly Words Password = new("Password", "Mot de passe");
    public static readonly Words HasPassword = new("set", "défini");
    public static readonly Words HasNoPassword = new("none", "aucun");
    public static readonly Words VouchedBy = new("Signs in at", "Se connecte chez");
    public static readonly Words LockedUntil = new("Locked until", "Bloqué jusqu’à");
    public static readonly Words LastSignIn = new("Last sign-in", "Dernière connexion");
    public static readonly Words Unlock = new("Unlock", "Débloquer");
    public static readonly Words SetPassword = new("Set a password…", "Définir un mot de passe…");
    public static readonly Words ResetPassword = new("Reset the password…", "Réinitialiser le mot de passe…");
    public static readonly Words RemovePassword = new("Remove the password…", "Supprimer le mot de passe…");
    public static readonly Words RemovePasswordWhy = new(
        "{0} can then no longer sign in with a password, and is signed out wherever one was used.",
        "{0} ne pourra plus se connecter par mot de passe, et est déconnecté partout où il a servi."
    );
    public static readonly Words NewPassword = new("New password", "Nouveau mot de passe");
    public static readonly Words NewPasswordHint = new(
        "It unlocks the account, and ends whatever was signed in with the old one.",
        "Il débloque le compte et met fin à ce qui était connecté avec l’ancien."
    );
    public static readonly Words PasswordIsSet = new("The password is set.", "Le mot de passe est défini.");

    public static readonly Words MakeKey = new("New key…", "Nouvelle clé…");
    public static readonly Words MakeKeyFor = new("An API key for {0}", "Une clé d’API pour {0}");
    public static readonly Words Expires = new("Expires", "Expire");
    public static readonly Words ExpiresHint = new(
        "The last day; empty until it is revoked.",
        "Le dernier jour ; vide jusqu’à sa révocation."
    );
    public static readonly Words RevokeOne = new("Revoke {0}", "Révoquer {0}");
    public static readonly Words Since = new("Made", "Créée");

    public static readonly Words Audit = new("Audit", "Audit");
    public static readonly Words AuditWhy = new(
        "Who signed in, and who changed rights, people, keys, webhooks and definitions; the newest first.",
        "Qui s’est connecté, qui a changé des droits, des personnes, des clés, des webhooks et des définitions ; le plus récent d’abord."
    );
    public static readonly Words WhatHeDid = new("What {0} did", "Ce que {0} a fait");
    public static readonly Words WhatWasDone = new("What was changed of {0}", "Ce qui a changé pour {0}");
    public static readonly Words At = new("When", "Quand");
    public static readonly Words By = new("By", "Par");
    public static readonly Words Action = new("What", "Quoi");
    public static readonly Words Anything = new("anything", "tout");
    public static readonly Words Subject = new("To", "Sur");
    public static readonly Words SubjectHint = new("To, such as user:ann", "Sur, comme user:ann");
    public static readonly Words Detail = new("Detail", "Détail");
    public static readonly Words Address = new("From", "Depuis");
    public static readonly Words From = new("from", "du");
    public static readonly Words To = new("to", "au");
    public static readonly Words NoEntries = new("Nothing of that kind is kept.", "Rien de tel n’est conservé.");

    private static readonly Dictionary<string, Words> Known = new(StringComparer.Ordinal)
    {
        ["agent"] = new("Agent", "Agent"),
        ["supervisor"] = new("Supervisor", "Superviseur"),
        ["designer"] = new("Designer", "Concepteur"),
        ["admin"] = new("Administrator", "Administrateur"),
        ["automation"] = new("Program", "Programme"),
        ["available"] = new("Available", "Disponible"),
        ["busy"] = new("Busy", "Occupé"),
        ["away"] = new("Away", "Absent"),
        ["offline"] = new("Offline", "Hors ligne"),
        [AuditActions.SignIn] = new("Signed in", "S’est connecté"),
        [AuditActions.SignInFailed] = new("Failed to sign in", "Connexion refusée"),
        [AuditActions.SignOut] = new("Signed out", "S’est déconnecté"),
        [AuditActions.AdministratorMade] = new("Made the first administrator", "Premier administrateur créé"),
        [AuditActions.PasswordSet] = new("Set a password", "Mot de passe défini"),
        [AuditActions.PasswordRemoved] = new("Removed a password", "Mot de passe supprimé"),
        [AuditActions.RolesSet] = new("Changed roles", "Rôles changés"),
        [AuditActions.UserAdded] = new("Added a person", "Personne ajoutée"),
        [AuditActions.UserChanged] = new("Changed a person", "Personne modifiée"),
        [AuditActions.UserUnlocked] = new("Unlocked a person", "Personne débloquée"),
        [AuditActions.TeamAdded] = new("Added a team", "Équipe ajoutée"),
        [AuditActions.TeamChanged] = new("Changed a team", "Équipe modifiée"),
        [AuditActions.MemberAdded] = new("Put into a team", "Ajouté à une équipe"),
        [AuditActions.MemberRemoved] = new("Took out of a team", "Retiré d’une équipe"),
        [AuditActions.KeyMade] = new("Made an API key", "Clé d’API créée"),
        [AuditActions.KeyRevoked] = new("Revoked an API key", "Clé d’API révoquée"),
        [AuditActions.ProcessPublished] = new("Published a process", "Processus publié"),
        [AuditActions.WorkflowPublished] = new("Published a workflow", "Workflow publié"),
        [AuditActions.SubscriptionMade] = new("Made a subscription", "Abonnement créé"),
        [AuditActions.SubscriptionChanged] = new("Changed a subscription", "Abonnement modifié"),
        [AuditActions.SubscriptionRemoved] = new("Removed a subscription", "Abonnement supprimé"),
        [AuditActions.SecretAdded] = new("Added a secret", "Secret ajouté"),
        [AuditActions.SecretRemoved] = new("Removed a secret", "Secret supprimé"),
    };

    private static readonly Dictionary<string, Words> Meanings = new(StringComparer.Ordinal)
    {
        ["agent"] = new("works on cases", "travaille sur les dossiers"),
        ["supervisor"] = new(
            "also sees reports, adds people, and undoes merges",
            "voit aussi les rapports, ajoute des personnes et défait les fusions"
        ),
        ["designer"] = new("writes and publishes processes", "écrit et publie les processus"),
        ["admin"] = new("may do everything, and gives rights", "peut tout, et donne les droits"),
        ["automation"] = new("for programs with a key", "pour les programmes avec une clé"),
    };

    /// <summary>A role, a presence or an action of the audit as the person reads it.</summary>
    public static string Of(string key) => Known.TryGetValue(key, out var words) ? words : key;

    /// <summary>What a role may do, in a few words.</summary>
    public static string MeaningOf(string role) => Meanings.TryGetValue(role, out var words) ? words : "";

    public static string RolesIn(IEnumerable<string> roles) =>
        roles.Select(Of).ToList() is [_, ..] some ? string.Join(", ", some) : NoRole;
}
