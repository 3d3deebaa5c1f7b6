using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases.Pages;

/// <summary>What happened to a case, in words. <c>{0}</c> is who did it.</summary>
internal static class TimelineTexts
{
    public static readonly Words Timeline = new("Timeline", "Historique");
    public static readonly Words Everything = new("Everything", "Tout");
    public static readonly Words Work = new("Activities", "Activités");
    public static readonly Words Changes = new("Changes", "Modifications");
    public static readonly Words People = new("Queues and people", "Files et personnes");
    public static readonly Words Automatic = new("Clocks and rules", "Délais et règles");
    public static readonly Words Show = new("Show", "Afficher");
    public static readonly Words More = new("Show more", "Afficher la suite");
    public static readonly Words Nothing = new("Nothing of this kind.", "Rien de ce type.");
    public static readonly Words Complete = new("Complete", "Terminer");
    public static readonly Words CancelIt = new("Cancel", "Annuler");
    public static readonly Words Convert = new("Make a case of it", "En faire un dossier");
    public static readonly Words Due = new("due", "échéance");
    public static readonly Words From = new("From {0}", "De {0}");
    public static readonly Words WholeMail = new("Whole e-mail", "Courriel complet");
    public static readonly Words LeftOut = new(
        "beyond the limits, in the whole e-mail only",
        "au-delà des limites, seulement dans le courriel complet"
    );
    public static readonly Words Kilobytes = new("{0} kB", "{0} ko");
    public static readonly Words Minutes = new("{0} min", "{0} min");
    public static readonly Words ToFrom = new("{0}: {1} → {2}", "{0} : {1} → {2}");

    public static readonly Words Add = new("Add", "Ajouter");
    public static readonly Words AddWhat = new("What to add", "Quoi ajouter");
    public static readonly Words Subject = new("Subject", "Objet");
    public static readonly Words Text = new("Text", "Texte");
    public static readonly Words NoteText = new("Note", "Note");
    public static readonly Words DueAt = new("Due", "Échéance");
    public static readonly Words Direction = new("Direction", "Sens");
    public static readonly Words Done = new("It is done already", "C’est déjà fait");
    public static readonly Words MinutesTaken = new("Minutes", "Minutes");
    public static readonly Words ShowToCustomer = new("The customer may see it", "Le client peut le voir");
    public static readonly Words CompleteTitle = new("Complete the activity", "Terminer l’activité");

    public static readonly Words Opened = new("{0} opened the case", "{0} a ouvert le dossier");
    public static readonly Words Edited = new("{0} changed the fields", "{0} a modifié les champs");
    public static readonly Words StatusMoved = new(
        "{0} moved the status from {1} to {2}",
        "{0} a fait passer le statut de {1} à {2}"
    );
    public static readonly Words StageNext = new("{0} went on to {2}", "{0} est passé à {2}");
    public static readonly Words StageBack = new("{0} went back to {2}", "{0} est revenu à {2}");
    public static readonly Words StageJump = new(
        "{0} left the path, from {1} to {2}",
        "{0} a quitté le parcours, de {1} à {2}"
    );
    public static readonly Words QueuedByRule = new(
        "The rule “{2}” sent the case to {1}",
        "La règle « {2} » a envoyé le dossier vers {1}"
    );
    public static readonly Words QueuedByOverflow = new(
        "The case waited too long and went to {1}",
        "Le dossier attendait trop longtemps et est passé à {1}"
    );
    public static readonly Words QueuedByPerson = new("{0} put the case into {1}", "{0} a mis le dossier dans {1}");
    public static readonly Words Unqueued = new("{0} took the case off {1}", "{0} a retiré le dossier de {1}");
    public static readonly Words Picked = new("{0} picked the case from {1}", "{0} a pris le dossier de {1}");
    public static readonly Words Given = new("{1} gave the case to {2}", "{1} a confié le dossier à {2}");
    public static readonly Words Released = new("{0} gave the case back to {1}", "{0} a rendu le dossier à {1}");
    public static readonly Words Assigned = new("{0} assigned the case to {1}", "{0} a affecté le dossier à {1}");
    public static readonly Words Resolved = new("{0} resolved the case: {1}", "{0} a résolu le dossier : {1}");
    public static readonly Words Cancelled = new("{0} cancelled the case: {1}", "{0} a annulé le dossier : {1}");
    public static readonly Words Reactivated = new("{0} reactivated the case", "{0} a réactivé le dossier");
    public static readonly Words Migrated = new(
        "The case went over to a new version of the process",
        "Le dossier est passé à une nouvelle version du processus"
    );
    public static readonly Words Quoted = new("“{0}”", "« {0} »");
    public static readonly Words Added = new("{0} added: {1}", "{0} a ajouté : {1}");
    public static readonly Words Completed = new("{0} completed: {1}", "{0} a terminé : {1}");
    public static readonly Words ActivityCancelled = new("{0} cancelled: {1}", "{0} a annulé : {1}");
    public static readonly Words SimilarLinked = new("{0} linked a similar case", "{0} a lié un dossier similaire");
    public static readonly Words SolutionFound = new(
        "{0} found the solution in a similar case",
        "{0} a trouvé la solution dans un dossier similaire"
    );
    public static readonly Words SolutionGiven = new(
        "{0} found the solution of another case here",
        "{0} a trouvé ici la solution d’un autre dossier"
    );
    public static readonly Words RuleFired = new("Rule “{0}” fired on {1}.", "La règle « {0} » a réagi à {1}.");
    public static readonly Words ActionWasDone = new("“{0}” was done.", "« {0} » a été fait.");
    public static readonly Words ActionChangedNothing = new("“{0}” changed nothing.", "« {0} » n’a rien changé.");
    public static readonly Words ActionWasRefused = new("“{0}” was refused: {1}", "« {0} » a été refusé : {1}");
    public static readonly Words Fired = new("The rule “{1}” acted", "La règle « {1} » a agi");
    public static readonly Words Workflow = new(
        "The workflow “{1}” was asked for",
        "Le workflow « {1} » a été demandé"
    );
    public static readonly Words ClockStarted = new("The clock “{1}” started", "Le délai « {1} » a démarré");
    public static readonly Words ClockRetargeted = new(
        "The clock “{1}” has another target",
        "Le délai « {1} » a une autre cible"
    );
    public static readonly Words ClockStopped = new(
        "The clock “{1}” does not apply any more",
        "Le délai « {1} » ne s’applique plus"
    );
    public static readonly Words ClockPaused = new("The clock “{1}” pauses", "Le délai « {1} » est en pause");
    public static readonly Words ClockResumed = new("The clock “{1}” goes on", "Le délai « {1} » reprend");
    public static readonly Words ClockWarned = new("The clock “{1}” warns", "Le délai « {1} » avertit");
    public static readonly Words ClockMet = new("The clock “{1}” was met", "Le délai « {1} » a été tenu");
    public static readonly Words ClockFailed = new("The clock “{1}” failed", "Le délai « {1} » a été manqué");
    public static readonly Words MovesScheduled = new(
        "The case will move by itself in time",
        "Le dossier évoluera de lui-même avec le temps"
    );
    public static readonly Words NoMoves = new(
        "The case will not move by itself any more",
        "Le dossier n’évoluera plus de lui-même"
    );
    public static readonly Words ToldByWarning = new("the clock “{0}” warns", "le délai « {0} » avertit");
    public static readonly Words ToldByFailure = new("the clock “{0}” was missed", "le délai « {0} » a été manqué");
    public static readonly Words Notified = new("{1} was told: {2}", "{1} a été prévenu : {2}");
    public static readonly Words ActionRefused = new("“{1}” was not possible", "« {1} » n’a pas été possible");
    public static readonly Words DuplicatesIgnored = new(
        "Opened although these were open: {1}",
        "Ouvert bien que ceux-ci le soient déjà : {1}"
    );
    public static readonly Words EntitlementSet = new("{0} chose an entitlement", "{0} a choisi un contrat");
    public static readonly Words EntitlementCleared = new("{0} took the entitlement off", "{0} a retiré le contrat");
    public static readonly Words TermsTaken = new(
        "{1} terms were taken from the entitlement",
        "{1} unités ont été prises sur le contrat"
    );
    public static readonly Words TermsReturned = new(
        "{1} terms were given back to the entitlement",
        "{1} unités ont été rendues au contrat"
    );
    public static readonly Words NoDecrement = new(
        "{0} let the case take nothing from its entitlement",
        "{0} a exempté le dossier de consommation"
    );
    public static readonly Words Decrement = new(
        "{0} let the case take from its entitlement again",
        "{0} a rétabli la consommation du contrat"
    );
    public static readonly Words Merged = new("{0} merged {1} into this case", "{0} a fusionné {1} dans ce dossier");
    public static readonly Words Unmerged = new(
        "{0} let a merged case go again",
        "{0} a rendu un dossier fusionné indépendant"
    );
    public static readonly Words Restored = new(
        "{0} made the case stand on its own again",
        "{0} a rendu le dossier indépendant"
    );
    public static readonly Words ChildrenAdded = new(
        "{0} made {1} cases its children",
        "{0} a rattaché {1} dossiers enfants"
    );
    public static readonly Words ChildrenRemoved = new("{0} let {1} children go", "{0} a détaché {1} enfants");
    public static readonly Words ParentSet = new(
        "{0} put the case under another one",
        "{0} a rattaché le dossier à un autre"
    );
    public static readonly Words ParentCleared = new("{0} let the case stand on its own", "{0} a détaché le dossier");
    public static readonly Words ReferenceAdded = new("The case is “{1}” of {2}", "Le dossier est « {1} » chez {2}");
    public static readonly Words FollowUp = new(
        "A new case should be opened for what came in",
        "Un nouveau dossier devrait être ouvert pour ce qui est arrivé"
    );
    public static readonly Words OpenCasesSeen = new(
        "{0} looked at the {1} other open cases of the customer",
        "{0} a consulté les {1} autres dossiers ouverts du client"
    );
    public static readonly Words ActivityTaken = new(
        "The case was made of an activity of {1}",
        "Le dossier est né d’une activité de {1}"
    );
    public static readonly Words ActivityConverted = new(
        "An activity became the case {1}",
        "Une activité est devenue le dossier {1}"
    );
    public static readonly Words Undone = new("{0} took the last change back", "{0} a annulé la dernière modification");
}
