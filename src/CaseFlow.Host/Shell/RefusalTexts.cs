using CaseFlow.Host.Shell.InProcess;

namespace CaseFlow.Host.Shell;

/// <summary>What the codes of refusals mean to a person; where only the API's own sentence says it, that one.</summary>
internal static class RefusalTexts
{
    public static readonly Words Instead = new("Possible instead: {0}.", "Possible à la place : {0}.");

    /// <summary>The field that a text stands below.</summary>
    public static readonly Words This = new("This", "Ceci");

    private static readonly Words FieldMissing = new("{0} must be filled.", "{0} doit être rempli.");
    private static readonly Words StepOpen = new("The step “{0}” must be done.", "L’étape « {0} » doit être faite.");
    private static readonly Words RoleNeeded = new("The role {0} may do it.", "Le rôle {0} peut le faire.");
    private static readonly Words ReasonNeeded = new("Say why.", "Indiquez pourquoi.");

    private static readonly Words StageNeeded = new(
        "It is done from the stage “{0}”.",
        "Cela se fait depuis l’étape « {0} »."
    );

    // The API's own sentence says these by keys that people do not know.
    private static readonly string[] SaidByKeys = ["transition-not-allowed", "wrong-target", "stage-not-allowed"];

    private static readonly Dictionary<string, Words> Known = new(StringComparer.Ordinal)
    {
        ["fields-invalid"] = new(
            "Some entries are missing or do not fit. They are marked.",
            "Des saisies manquent ou ne conviennent pas. Elles sont signalées."
        ),
        ["malformed"] = new(
            "Something in what was entered does not fit.",
            "Quelque chose dans la saisie ne convient pas."
        ),
        ["role-not-allowed"] = new("Your roles do not allow this.", "Vos rôles ne le permettent pas."),
        ["not-the-worker"] = new("Somebody else is working on it.", "Quelqu’un d’autre y travaille."),
        ["not-a-member"] = new(
            "The queue is private, and you are none of its members.",
            "La file est privée et vous n’en êtes pas membre."
        ),
        ["no-such-case"] = new(
            "There is no such case, or it is not yours to see.",
            "Ce dossier n’existe pas, ou vous n’y avez pas accès."
        ),
        ["already-picked"] = new(
            "Somebody else was faster and is working on it.",
            "Quelqu’un a été plus rapide et y travaille."
        ),
        ["activity-closed"] = new(
            "The activity is completed or cancelled already.",
            "L’activité est déjà terminée ou annulée."
        ),
        ["busy"] = new("The case kept changing meanwhile. Try again.", "Le dossier changeait sans cesse. Réessayez."),
        ["version-conflict"] = new(
            "Somebody changed the case meanwhile.",
            "Quelqu’un a modifié le dossier entre-temps."
        ),
        ["transition-not-allowed"] = new(
            "The process has no such move from where the case is.",
            "Le processus ne prévoit pas ce passage depuis le statut actuel."
        ),
        ["transition-blocked"] = new("Something is missing for this move.", "Il manque quelque chose pour ce passage."),
        ["use-resolve"] = new("Resolve the case to get there.", "Résolvez le dossier pour y arriver."),
        ["use-cancel"] = new("Cancel the case to get there.", "Annulez le dossier pour y arriver."),
        ["use-reactivate"] = new("Reactivate the case to get there.", "Réactivez le dossier pour y arriver."),
        ["wrong-target"] = new("This command does not lead to that status.", "Cette commande ne mène pas à ce statut."),
        ["stage-gate"] = new("The stage is not finished yet.", "L’étape n’est pas encore terminée."),
        ["stage-not-allowed"] = new("There is no such way along the path.", "Le parcours n’a pas ce chemin."),
        ["reason-required"] = new("Leaving the path needs a reason.", "Quitter le parcours demande un motif."),
        ["resolve-blocked"] = new("The case cannot be resolved yet.", "Le dossier ne peut pas encore être résolu."),
        ["merge-refused"] = new(
            "These cases cannot become one. Nothing was changed.",
            "Ces dossiers ne peuvent pas être fusionnés. Rien n’a été modifié."
        ),
        ["unmerge-too-late"] = new(
            "The time in which the merge could be undone is over.",
            "Le délai pour défaire la fusion est passé."
        ),
        ["not-merged"] = new("That case is no part of this one.", "Ce dossier-là ne fait pas partie de celui-ci."),
        ["family-refused"] = new(
            "These cases cannot be parent and child.",
            "Ces dossiers ne peuvent pas être parent et enfant."
        ),
        ["children-active"] = new(
            "Child cases have to end first.",
            "Des dossiers enfants doivent d’abord se terminer."
        ),
        ["open-activities"] = new(
            "There is work still to be done. Confirm that it is cancelled, or complete it first.",
            "Il reste du travail à faire. Confirmez son annulation, ou terminez-le d’abord."
        ),
        ["case-closed"] = new("The case is closed.", "Le dossier est clos."),
        ["case-not-closed"] = new("The case is still active.", "Le dossier est encore actif."),
        ["entitlement-not-applicable"] = new(
            "The entitlement cannot be used for this case.",
            "Le contrat ne s’applique pas à ce dossier."
        ),
        ["terms-exhausted"] = new(
            "Not enough terms are left of the entitlement.",
            "Il ne reste pas assez d’unités au contrat."
        ),
        ["likely-duplicates"] = new("It is likely open already.", "Un dossier semblable est probablement déjà ouvert."),
        ["merged"] = new(
            "The case became part of another one; go on there.",
            "Le dossier a été fusionné ; continuez dans l’autre."
        ),
        ["survivor-required"] = new("Choose the case that goes on.", "Choisissez le dossier qui continue."),
        ["foreign-contact"] = new(
            "The contact does not belong to this customer.",
            "Le contact n’appartient pas à ce client."
        ),
        ["unknown-customer"] = new("There is no such customer.", "Ce client n’existe pas."),
        ["unknown-contact"] = new("There is no such contact.", "Ce contact n’existe pas."),
        ["unknown-account"] = new("There is no such account.", "Ce compte n’existe pas."),
        ["unknown-queue"] = new("There is no such queue.", "Cette file n’existe pas."),
        ["not-in-queue"] = new("The case is in no queue.", "Le dossier n’est dans aucune file."),
        ["not-picked"] = new("Nobody is working on it.", "Personne n’y travaille."),
        ["no-route"] = new("No routing rule matches.", "Aucune règle d’acheminement ne correspond."),
        ["user-inactive"] = new(
            "The person is deactivated. Choose somebody else.",
            "Cette personne est désactivée. Choisissez quelqu’un d’autre."
        ),
        ["note-required"] = new(
            "Say in the note what the new owner should know.",
            "Indiquez dans la note ce que le nouveau responsable doit savoir."
        ),
        ["changed-since"] = new(
            "The case has changed since; only the last change can be taken back.",
            "Le dossier a changé depuis ; seule la dernière modification peut être annulée."
        ),
        ["not-your-change"] = new(
            "Somebody else made the last change.",
            "La dernière modification est de quelqu’un d’autre."
        ),
        ["nothing-to-undo"] = new("There is nothing to take back.", "Il n’y a rien à annuler."),
        ["undo-too-late"] = new(
            "The time in which it could be taken back is over.",
            "Le délai pour l’annuler est passé."
        ),
        ["cannot-undo"] = new("This cannot be taken back.", "Ceci ne peut pas être annulé."),
    };

    /// <summary>Below a field its name in the API, which a person does not know, is "this".</summary>
    public static string SayBelow(string field, string said) =>
        new[] { $"'{field}' ", $"« {field} » " }.FirstOrDefault(name => said.StartsWith(name, StringComparison.Ordinal))
            is { } named
            ? $"{This} {said[named.Length..]}"
            : said;

    /// <summary>The refusal in one sentence: that of its code, or the API's own where only that says what is wrong.</summary>
    public static string Say(ApiRefusal refusal) =>
        Say(refusal.Code, refusal.Detail, refusal.Missing is [_, ..] || refusal.Errors is [_, ..]);

    /// <param name="detail">The API's own sentence.</param>
    /// <param name="isListed">What is missing is listed beside it.</param>
    public static string Say(string code, string detail, bool isListed) =>
        !Known.TryGetValue(code, out var words) ? ReasonTexts.Say(detail)
        : isListed || SaidByKeys.Contains(code) ? words
        : ReasonTexts.Find(detail) ?? (Words.Language == "en" ? detail : words);

    /// <param name="name">What the person knows it by.</param>
    public static string Say(RefusedFor missing, string name) =>
        (missing.Kind, missing.Name) switch
        {
            ("field", _) when missing.Name == name => ReasonTexts.Say(missing.Detail),
            ("field", _) => FieldMissing.With(name),
            ("step", _) => StepOpen.With(name),
            ("stage", _) => StageNeeded.With(name),
            ("role", _) => RoleNeeded.With(name),
            ("reason", _) => ReasonNeeded,
            _ => ReasonTexts.Say(missing.Detail),
        };

    /// <summary>What is wrong with a field, in one sentence.</summary>
    public static string Say(RefusedField error) => ReasonTexts.Say(error.Detail);
}
