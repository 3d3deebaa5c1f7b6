namespace CaseFlow.Host.Shell;

/// <summary>What stands round every page.</summary>
internal static class ShellTexts
{
    public static readonly Words SkipToContent = new("Skip to content", "Aller au contenu");
    public static readonly Words Navigation = new("Navigation", "Navigation");
    public static readonly Words Home = new("Start", "Accueil");
    public static readonly Words SignIn = new("Sign in", "Se connecter");
    public static readonly Words Language = new("Language", "Langue");
    public static readonly Words Dark = new("Dark or light", "Sombre ou clair");
    public static readonly Words OpenNavigation = new("Open the navigation", "Ouvrir la navigation");

    public static readonly Words Failed = new("This page could not go on", "Cette page n’a pas pu continuer");
    public static readonly Words FailedWhy = new(
        "The host failed at this; the cause is in its log, and nothing was changed. Load the page again.",
        "Le serveur a échoué ; la cause est dans son journal et rien n’a été modifié. Rechargez la page."
    );
    public static readonly Words LoadAgain = new("Load again", "Recharger");
    public static readonly Words NotFound = new("There is nothing here", "Il n’y a rien ici");
    public static readonly Words NotFoundWhy = new(
        "No page has this address. It may have been mistyped, or what it showed is gone.",
        "Aucune page n’a cette adresse. Elle est peut-être mal saisie, ou ce qu’elle montrait n’existe plus."
    );
    public static readonly Words MayNot = new("This is not yours to see", "Vous n’avez pas accès à cette page");
    public static readonly Words MayNotWhy = new(
        "Your roles do not include this page. Ask an administrator if you need it.",
        "Vos rôles ne comprennent pas cette page. Demandez à un administrateur si vous en avez besoin."
    );
    public static readonly Words Reconnecting = new(
        "The connection is lost. Trying again…",
        "La connexion est perdue. Nouvelle tentative…"
    );
    public static readonly Words Close = new("Close", "Fermer");
    public static readonly Words Cancel = new("Cancel", "Annuler");
    public static readonly Words Save = new("Save", "Enregistrer");
    public static readonly Words Loading = new("Loading…", "Chargement…");

    public static readonly Words Required = new("Must be filled", "À remplir");
    public static readonly Words Clear = new("Clear", "Effacer");
    public static readonly Words Searching = new("Searching…", "Recherche…");
    public static readonly Words NothingFound = new("Nothing found", "Aucun résultat");
    public static readonly Words FoundSome = new("{0} found", "{0} trouvé(s)");

    public static readonly Words JustNow = new("just now", "à l’instant");
    public static readonly Words MinutesAgo = new("{0} min ago", "il y a {0} min");
    public static readonly Words HoursAgo = new("{0} h ago", "il y a {0} h");
    public static readonly Words DaysAgo = new("{0} d ago", "il y a {0} j");
    public static readonly Words InMinutes = new("in {0} min", "dans {0} min");
    public static readonly Words InHours = new("in {0} h", "dans {0} h");
    public static readonly Words InDays = new("in {0} d", "dans {0} j");
}
