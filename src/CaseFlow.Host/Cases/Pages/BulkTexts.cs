using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases.Pages;

/// <summary>The texts of commands to many cases.</summary>
internal static class BulkTexts
{
    public static readonly Words Bulk = new("With the selected cases", "Avec les dossiers sélectionnés");
    public static readonly Words Pick = new("Pick", "Prendre");
    public static readonly Words Release = new("Release", "Libérer");
    public static readonly Words Assign = new("Assign…", "Affecter…");
    public static readonly Words Queue = new("Move to queue…", "Mettre en file…");
    public static readonly Words Status = new("Set status…", "Changer le statut…");
    public static readonly Words Priority = new("Set priority…", "Changer la priorité…");
    public static readonly Words CancelCases = new("Cancel cases…", "Annuler les dossiers…");
    public static readonly Words AssignTo = new("Person or team", "Personne ou équipe");
    public static readonly Words Note = new("Note", "Note");
    public static readonly Words ToSome = new("This is done to {0} case(s).", "Ceci concerne {0} dossier(s).");
    public static readonly Words ToAll = new(
        "This is done to all cases that fit the filter.",
        "Ceci concerne tous les dossiers du filtre."
    );
    public static readonly Words Job = new("What came of it", "Résultat");
    public static readonly Words Progress = new("{0} of {1}", "{0} sur {1}");
    public static readonly Words Ended = new(
        "{0} changed, {1} as they were, {2} refused",
        "{0} modifié(s), {1} inchangé(s), {2} refusé(s)"
    );
    public static readonly Words Stop = new("Stop", "Arrêter");
    public static readonly Words Undo = new("Undo", "Défaire");
    public static readonly Words WhyNot = new("Why not", "Pourquoi pas");
    public static readonly Words Failed = new("The host failed at this case.", "Le serveur a échoué sur ce dossier.");
}
