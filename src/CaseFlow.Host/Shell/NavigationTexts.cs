namespace CaseFlow.Host.Shell;

/// <summary>Where one can go, and the search in the bar.</summary>
internal static class NavigationTexts
{
    public static readonly Words Work = new("Work", "Travail");
    public static readonly Words Supervise = new("Supervise", "Superviser");
    public static readonly Words Overview = new("Overview", "Vue d’ensemble");
    public static readonly Words Search = new("Search cases and customers", "Chercher dossiers et clients");
    public static readonly Words SearchHint = new("Search, or press /", "Chercher, ou touche /");
    public static readonly Words NewCase = new("New case", "Nouveau dossier");
    public static readonly Words Cases = new("Cases", "Dossiers");
    public static readonly Words Customer = new("Customer", "Client");
    public static readonly Words AllResults = new("All cases with “{0}”", "Tous les dossiers avec « {0} »");
}
