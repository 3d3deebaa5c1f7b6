using CaseFlow.Host.People.SignIn;
using CaseFlow.Host.Shell;

namespace CaseFlow.Host.People.Pages;

/// <summary>What the pages of signing in say.</summary>
internal static class PeopleTexts
{
    public static readonly Words SignIn = new("Sign in", "Se connecter");
    public static readonly Words SignOut = new("Sign out", "Se déconnecter");
    public static readonly Words User = new("User", "Utilisateur");
    public static readonly Words Name = new("Name", "Nom");
    public static readonly Words Password = new("Password", "Mot de passe");
    public static readonly Words Remember = new("Keep me signed in", "Rester connecté");
    public static readonly Words SignInFailed = new(
        SignInDesk.Failed,
        "Le nom ou le mot de passe est faux, ou le compte est bloqué quelques minutes après trop d’erreurs."
    );
    public static readonly Words TooMany = new(
        "Too many tries. Wait a minute.",
        "Trop de tentatives. Attendez une minute."
    );
    public static readonly Words SignInAt = new("Sign in with {0}", "Se connecter avec {0}");
    public static readonly Words Taken = new(
        "Your name there is somebody else’s here already. Ask an administrator.",
        "Votre nom là-bas est déjà celui de quelqu’un ici. Demandez à un administrateur."
    );
    public static readonly Words Deactivated = new(
        "You are deactivated here. Ask an administrator.",
        "Vous êtes désactivé ici. Demandez à un administrateur."
    );
    public static readonly Words Nameless = new(
        "The provider does not say who you are.",
        "Le fournisseur ne dit pas qui vous êtes."
    );
    public static readonly Words Outside = new("Signing in there failed.", "La connexion là-bas a échoué.");

    public static readonly Words SetUp = new("The first administrator", "Le premier administrateur");
    public static readonly Words SetUpWhy = new(
        "Nobody can sign in yet. Whoever you name here gives everybody else their rights.",
        "Personne ne peut encore se connecter. La personne nommée ici donnera leurs droits aux autres."
    );
    public static readonly Words UserHint = new(
        "What cases name, such as ann; it never changes.",
        "Ce que citent les dossiers, comme ann ; il ne change jamais."
    );
    public static readonly Words Make = new("Make the administrator", "Créer l’administrateur");
    public static readonly Words SetUpElsewhere = new(
        "The first administrator is made on the host’s own machine, or with the address in its log.",
        "Le premier administrateur se crée sur la machine du serveur, ou avec l’adresse dans son journal."
    );

    public static readonly Words Account = new("My account", "Mon compte");
    public static readonly Words Rule = new("Rule “{0}”", "Règle « {0} »");
    public static readonly Words HasRoles = new("Roles: {0}", "Rôles : {0}");
    public static readonly Words Roles = new("Roles", "Rôles");
    public static readonly Words ChangePassword = new("Change the password", "Changer le mot de passe");
    public static readonly Words Current = new("Password now", "Mot de passe actuel");
    public static readonly Words New = new("New password", "Nouveau mot de passe");
    public static readonly Words PasswordChanged = new(
        "The password is changed. Wherever else you were signed in, you are so no longer.",
        "Le mot de passe est changé. Vous n’êtes plus connecté ailleurs."
    );
    public static readonly Words WrongCurrent = new(
        "This is not the password that you have now.",
        "Ce n’est pas votre mot de passe actuel."
    );
    public static readonly Words Keys = new("API keys", "Clés d’API");
    public static readonly Words KeysWhy = new(
        "A program that sends a key acts as you, with the roles of the key.",
        "Un programme qui envoie une clé agit en votre nom, avec les rôles de la clé."
    );
    public static readonly Words NoKeys = new("No keys yet.", "Aucune clé pour l’instant.");
    public static readonly Words LastUsed = new("Last used", "Dernière utilisation");
    public static readonly Words Never = new("never", "jamais");
    public static readonly Words Revoke = new("Revoke", "Révoquer");
    public static readonly Words Revoked = new("revoked", "révoquée");
    public static readonly Words KeyName = new("What it is for", "Ce à quoi elle sert");
    public static readonly Words MakeKey = new("Make a key", "Créer une clé");
    public static readonly Words KeyOnce = new(
        "Keep this key now: it is not shown again.",
        "Conservez cette clé maintenant : elle ne sera plus affichée."
    );
}
