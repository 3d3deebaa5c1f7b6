using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases.Pages;

/// <summary>The texts of lists of cases.</summary>
internal static class GridTexts
{
    public static readonly Words Cases = new("Cases", "Dossiers");
    public static readonly Words Ticket = new("Ticket", "Numéro");
    public static readonly Words Title = new("Title", "Titre");
    public static readonly Words Customer = new("Customer", "Client");
    public static readonly Words Status = new("Status", "Statut");
    public static readonly Words Stage = new("Stage", "Étape");
    public static readonly Words State = new("State", "État");
    public static readonly Words Priority = new("Priority", "Priorité");
    public static readonly Words Clock = new("Due", "Échéance");
    public static readonly Words Clocks = new("Clocks", "Délais");
    public static readonly Words Queue = new("Queue", "File");
    public static readonly Words Owner = new("Owner", "Responsable");
    public static readonly Words Worker = new("Working on it", "En charge");
    public static readonly Words Process = new("Process", "Processus");
    public static readonly Words Origin = new("Origin", "Origine");
    public static readonly Words Opened = new("Opened", "Ouvert");
    public static readonly Words Changed = new("Changed", "Modifié");
    public static readonly Words Team = new("Team", "Équipe");

    public static readonly Words Filter = new("Filter", "Filtrer");
    public static readonly Words Any = new("Any", "Tous");
    public static readonly Words Text = new("Text", "Texte");
    public static readonly Words TextHint = new("Words or a number", "Mots ou numéro");
    public static readonly Words ClearFilter = new("Clear", "Effacer");
    public static readonly Words Columns = new("Columns", "Colonnes");
    public static readonly Words Me = new("Me", "Moi");
    public static readonly Words Nobody = new("Nobody", "Personne");
    public static readonly Words NoQueue = new("In no queue", "Hors file");
    public static readonly Words AtRisk = new("At risk", "Menacé");
    public static readonly Words Missed = new("Missed", "Dépassé");
    public static readonly Words Only = new("{0}: {1}", "{0} : {1}");
    public static readonly Words From = new("{0} from {1}", "{0} dès {1}");
    public static readonly Words Until = new("{0} before {1}", "{0} avant {1}");
    public static readonly Words ClosedWord = new("Closed", "Clos");
    public static readonly Words RemoveFilter = new("Remove “{0}”", "Retirer « {0} »");

    public static readonly Words Select = new("Select {0}", "Sélectionner {0}");
    public static readonly Words SelectShown = new(
        "Select all that are shown",
        "Sélectionner tous les dossiers affichés"
    );
    public static readonly Words Selected = new("{0} selected", "{0} sélectionné(s)");
    public static readonly Words AllSelected = new(
        "All that fit the filter are selected",
        "Tous ceux du filtre sont sélectionnés"
    );
    public static readonly Words SelectAll = new("Select all that fit the filter", "Sélectionner tous ceux du filtre");
    public static readonly Words Unselect = new("Clear the selection", "Annuler la sélection");
    public static readonly Words Empty = new("No case fits.", "Aucun dossier ne correspond.");
    public static readonly Words More = new("Show more", "Afficher plus");
    public static readonly Words ShowNew = new("{0} new: show", "{0} nouveau(x) : afficher");
    public static readonly Words Shown = new("{0} shown", "{0} affiché(s)");
    public static readonly Words Keys = new(
        "Up and down go from row to row, Enter opens, Space selects.",
        "Haut et bas passent d’une ligne à l’autre, Entrée ouvre, Espace sélectionne."
    );

    public static readonly Words Left = new("{0}", "{0}");
    public static readonly Words Over = new("+{0}", "+{0}");
    public static readonly Words Days = new("{0} d", "{0} j");
    public static readonly Words ClockOk = new("in time", "dans les temps");
    public static readonly Words ClockRisk = new("at risk", "menacé");
    public static readonly Words ClockLate = new("late", "en retard");
    public static readonly Words ClockMissed = new("Missed", "Dépassé");
    public static readonly Words ClockPaused = new("Paused", "En pause");

    private static readonly Dictionary<string, Words> Known = new(StringComparer.Ordinal)
    {
        ["active"] = new("Active", "Actif"),
        ["resolved"] = new("Resolved", "Résolu"),
        ["cancelled"] = new("Cancelled", "Annulé"),
        ["low"] = new("Low", "Basse"),
        ["normal"] = new("Normal", "Normale"),
        ["high"] = new("High", "Haute"),
        ["critical"] = new("Critical", "Critique"),
        ["phone"] = new("Phone", "Téléphone"),
        ["email"] = new("E-mail", "Courriel"),
        ["web"] = new("Web", "Web"),
        ["phone-call"] = new("Phone call", "Appel"),
        ["task"] = new("Task", "Tâche"),
        ["appointment"] = new("Appointment", "Rendez-vous"),
        ["note"] = new("Note", "Note"),
    };

    /// <summary>A value that every process has, as the person reads it; others as they are.</summary>
    public static string Of(string? value) =>
        value is null ? ""
        : Known.TryGetValue(value, out var words) ? words
        : value;
}
