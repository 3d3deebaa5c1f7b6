using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Views.Pages;

/// <summary>The texts of views and of the search.</summary>
internal static class ViewTexts
{
    public static readonly Words Views = new("Views", "Vues");
    public static readonly Words Search = new("Search", "Recherche");
    public static readonly Words SearchFor = new("Search: {0}", "Recherche : {0}");
    public static readonly Words SaveAs = new("Save as view…", "Enregistrer comme vue…");
    public static readonly Words SaveChanges = new("Save changes", "Enregistrer les changements");
    public static readonly Words Changed = new("changed", "modifiée");
    public static readonly Words Remove = new("Delete view…", "Supprimer la vue…");
    public static readonly Words RemoveWhy = new(
        "The view “{0}” is deleted for everybody who sees it. Its cases stay.",
        "La vue « {0} » est supprimée pour tous. Ses dossiers restent."
    );
    public static readonly Words Delete = new("Delete", "Supprimer");
    public static readonly Words Share = new("Share", "Partager");
    public static readonly Words Unshare = new("Stop sharing", "Ne plus partager");
    public static readonly Words Name = new("Name", "Nom");
    public static readonly Words Shared = new("Everybody sees it", "Visible par tous");
    public static readonly Words By = new("shared by {0}", "partagée par {0}");
    public static readonly Words NoSuchView = new("There is no such view", "Cette vue n’existe pas");
    public static readonly Words NoSuchViewWhy = new(
        "It may have been deleted, or it is not shared with you.",
        "Elle a peut-être été supprimée, ou elle n’est pas partagée avec vous."
    );
    public static readonly Words Customers = new("Customers", "Clients");

    private static readonly Dictionary<string, Words> Known = new(StringComparer.Ordinal)
    {
        ["my-active"] = new("My active cases", "Mes dossiers actifs"),
        ["all-active"] = new("All active cases", "Tous les dossiers actifs"),
        ["resolved"] = new("Resolved cases", "Dossiers résolus"),
    };

    /// <summary>What a view is called: those that are built in in the person's language, others as who saved them did.</summary>
    public static string NameOf(string key, string name) => Known.TryGetValue(key, out var words) ? words : name;
}
