using System.Collections.Frozen;
using System.Globalization;
using Microsoft.FluentUI.AspNetCore.Components;

namespace CaseFlow.Host.Shell;

/// <summary>What the components say by themselves, in the person's language; English is their own.</summary>
internal sealed class FluentTexts : IFluentLocalizer
{
    private static readonly FrozenDictionary<string, string> French = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["AutoComplete_MaximumSelectedOptionsMessage"] = "On ne peut pas en choisir plus de {0}.",
        ["Calendar_FieldMustBeADate"] = "« {0} » doit être une date.",
        ["DataGrid_EmptyContent"] = "Rien à afficher.",
        ["DataGrid_ErrorContent"] = "La lecture des données a échoué.",
        ["DataGrid_LoadingContent"] = "Chargement…",
        ["DataGrid_OptionsMenu"] = "Options de la colonne",
        ["DataGrid_SelectColumn_AllChecked"] = "Toutes les lignes sont choisies",
        ["DataGrid_SelectColumn_AllIndeterminate"] = "Certaines lignes sont choisies",
        ["DataGrid_SelectColumn_AllUnchecked"] = "Aucune ligne n’est choisie",
        ["DataGrid_SelectColumn_RowChecked"] = "Ligne choisie",
        ["DataGrid_SelectColumn_RowUnchecked"] = "Ligne non choisie",
        ["DataGrid_SortAnnouncement"] = "Trié par {0}",
        ["DataGrid_SortAnnouncementCleared"] = "Tri retiré",
        ["DataGrid_SortAnnouncementSeparator"] = ", puis par ",
        ["DataGrid_SortAscending"] = "Tri croissant",
        ["DataGrid_SortColumnAscending"] = "{0}, croissant",
        ["DataGrid_SortColumnDescending"] = "{0}, décroissant",
        ["DataGrid_SortDescending"] = "Tri décroissant",
        ["DataGrid_SortDirectionAscending"] = "croissant",
        ["DataGrid_SortDirectionDescending"] = "décroissant",
        ["DataGrid_SortLevel"] = "Trié {0}, niveau {1} sur {2}",
        ["DataGrid_SortMenu"] = "Trier",
        ["DataGrid_SortMenuAddToSort"] = "Ajouter",
        ["DataGrid_SortMenuAscending"] = "Trier (croissant)",
        ["DataGrid_SortMenuClearAllSorts"] = "Tout retirer",
        ["DataGrid_SortMenuClearSort"] = "Retirer",
        ["DataGrid_SortMenuDescending"] = "Trier (décroissant)",
        ["DataGrid_SortMenuResetAllSorts"] = "Rétablir",
        ["DataGrid_ToggleRowDetails"] = "Afficher ou masquer le détail",
        ["DatePicker_ButtonTitle"] = "Choisir une date",
        ["ErrorBoundary_Close"] = "Fermer",
        ["ErrorBoundary_Message"] = "Une erreur est survenue.",
        ["ErrorBoundary_Title"] = "Une erreur est survenue",
        ["Field_ErrorMessage"] = "Une erreur est survenue",
        ["Field_SuccessMessage"] = "Valeur valable",
        ["Field_WarningMessage"] = "Vérifiez cette valeur",
        ["FluentInputBase_Required"] = "Obligatoire",
        ["FluentInputBase_RequiredMessage"] = "Ce champ est obligatoire",
        ["LabelInfo_InfoActionText"] = "En savoir plus",
        ["LabelInfo_InfoText"] = "Plus d’informations",
        ["MessageBar_Dismiss"] = "Masquer ce message",
        ["MessageBox_ButtonCancel"] = "Annuler",
        ["MessageBox_ButtonNo"] = "Non",
        ["MessageBox_ButtonOk"] = "OK",
        ["MessageBox_ButtonYes"] = "Oui",
        ["MessageBox_Confirmation"] = "Confirmation",
        ["MessageBox_Error"] = "Erreur",
        ["MessageBox_Information"] = "Information",
        ["MessageBox_Success"] = "Réussi",
        ["MessageBox_Warning"] = "Attention",
        ["PresenceStatus_Available"] = "disponible",
        ["PresenceStatus_Away"] = "absent",
        ["PresenceStatus_Blocked"] = "bloqué",
        ["PresenceStatus_Busy"] = "occupé",
        ["PresenceStatus_DoNotDisturb"] = "ne pas déranger",
        ["PresenceStatus_Offline"] = "hors ligne",
        ["PresenceStatus_OutOfOffice"] = "absent du bureau",
        ["PresenceStatus_Unknown"] = "inconnu",
        ["Tabs_MoreItems"] = "Voir {0} onglets de plus",
        ["TreeItem_LoadingMessage"] = "Chargement…",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public string this[string key, params object[] arguments] =>
        Words.Language == "fr" && French.TryGetValue(key, out var text)
            ? string.Format(CultureInfo.CurrentCulture, text, arguments)
            : ((IFluentLocalizer)this).GetDefault(key, arguments);
}
