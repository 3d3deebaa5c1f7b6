using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Cases.Pages;

/// <summary>The texts of the pages of one case.</summary>
internal static class CaseTexts
{
    public static readonly Words Title = new("Title", "Titre");
    public static readonly Words Customer = new("Customer", "Client");
    public static readonly Words Contact = new("Contact", "Contact");
    public static readonly Words Entitlement = new("Entitlement", "Contrat");
    public static readonly Words Priority = new("Priority", "Priorité");
    public static readonly Words Owner = new("Owner", "Responsable");
    public static readonly Words Worker = new("Working on it", "En charge");
    public static readonly Words Queue = new("Queue", "File");
    public static readonly Words Status = new("Status", "Statut");
    public static readonly Words Process = new("Process", "Processus");
    public static readonly Words Opened = new("Opened", "Ouvert");
    public static readonly Words Nobody = new("Nobody", "Personne");
    public static readonly Words None = new("None", "Aucun");
    public static readonly Words NoQueue = new("In no queue", "Hors file");
    public static readonly Words Details = new("Details", "Détails");
    public static readonly Words NoSuchCase = new("There is no such case", "Ce dossier n’existe pas");
    public static readonly Words NoSuchCaseWhy = new(
        "No case of this number is yours to see. It may have been mistyped.",
        "Aucun dossier visible ne porte ce numéro. Il est peut-être mal saisi."
    );
    public static readonly Words MergedInto = new(
        "This case became part of another one.",
        "Ce dossier a été fusionné dans un autre."
    );
    public static readonly Words GoThere = new("Go there", "Y aller");
    public static readonly Words ResolvedBy = new("Resolved by {0}", "Résolu par {0}");
    public static readonly Words MinutesBilled = new(
        "{0} min billed, {1} min worked",
        "{0} min facturées, {1} min travaillées"
    );

    // Built-in fields and their usual values.
    private static readonly Dictionary<string, Words> Known = new(StringComparer.Ordinal)
    {
        ["title"] = Title,
        ["customer"] = Customer,
        ["customerId"] = Customer,
        ["contact"] = Contact,
        ["entitlement"] = Entitlement,
        ["description"] = new("Description", "Description"),
        ["priority"] = Priority,
        ["severity"] = new("Severity", "Gravité"),
        ["origin"] = new("Origin", "Origine"),
        ["type"] = new("Type", "Type"),
        ["product"] = new("Product", "Produit"),
        ["subject"] = new("Subject", "Sujet"),
        ["low"] = new("Low", "Basse"),
        ["normal"] = new("Normal", "Normale"),
        ["high"] = new("High", "Haute"),
        ["phone"] = new("Phone", "Téléphone"),
        ["email"] = new("E-mail", "Courriel"),
        ["web"] = new("Web", "Web"),
        ["webhook"] = new("Webhook", "Webhook"),
        ["facebook"] = new("Facebook", "Facebook"),
        ["twitter"] = new("Twitter", "Twitter"),
        ["question"] = new("Question", "Question"),
        ["problem"] = new("Problem", "Problème"),
        ["request"] = new("Request", "Demande"),
        ["phone-call"] = new("Phone call", "Appel"),
        ["task"] = new("Task", "Tâche"),
        ["appointment"] = new("Appointment", "Rendez-vous"),
        ["note"] = new("Note", "Note"),
        ["find-case"] = new("Look for an open case", "Chercher un dossier ouvert"),
        ["similar-cases"] = new("Look at similar cases", "Consulter les dossiers similaires"),
        ["incoming"] = new("Incoming", "Entrant"),
        ["outgoing"] = new("Outgoing", "Sortant"),
        ["account"] = new("Account", "Compte"),
        ["true"] = new("Yes", "Oui"),
        ["false"] = new("No", "Non"),
        ["active"] = new("Active", "Actif"),
        ["resolved"] = new("Resolved", "Résolu"),
        ["cancelled"] = new("Cancelled", "Annulé"),
    };

    /// <summary>What a person calls a key that every process has; the key itself where it is the process's own.</summary>
    public static string Of(string key) => Known.TryGetValue(key, out var words) ? words : key;

    // The path.
    public static readonly Words Path = new("Path of the case", "Parcours du dossier");
    public static readonly Words Next = new("Next stage", "Étape suivante");
    public static readonly Words Back = new("Back", "Retour");
    public static readonly Words StageDone = new("done", "terminée");
    public static readonly Words StageNow = new("current", "en cours");
    public static readonly Words StageAhead = new("to come", "à venir");
    public static readonly Words MissingForNext = new(
        "Missing for the next stage:",
        "Il manque pour l’étape suivante :"
    );
    public static readonly Words NothingMissing = new("Ready for the next stage.", "Prêt pour l’étape suivante.");
    public static readonly Words LastStage = new(
        "This is the last stage: resolve the case when it is done.",
        "C’est la dernière étape : résolvez le dossier une fois terminé."
    );
    public static readonly Words StepDone = new("done", "fait");
    public static readonly Words StepOpen = new("open", "à faire");
    public static readonly Words GoToStage = new("Go to “{0}”", "Aller à « {0} »");
    public static readonly Words ReasonToLeavePath = new(
        "This leaves the path. The reason is kept in the history.",
        "Ceci quitte le parcours. Le motif est conservé dans l’historique."
    );
    public static readonly Words Reason = new("Reason", "Motif");

    // Commands.
    public static readonly Words Commands = new("Commands", "Commandes");
    public static readonly Words Resolve = new("Resolve", "Résoudre");
    public static readonly Words CancelCase = new("Cancel case", "Annuler");
    public static readonly Words KeepCase = new("Keep it open", "Le laisser ouvert");
    public static readonly Words Reactivate = new("Reactivate", "Réactiver");
    public static readonly Words Assign = new("Assign", "Affecter");
    public static readonly Words PossibleFrom = new("It is possible from: {0}.", "C’est possible depuis : {0}.");
    public static readonly Words Pick = new("Pick", "Prendre");
    public static readonly Words Release = new("Release", "Libérer");
    public static readonly Words AddToQueue = new("Queue", "Mettre en file");
    public static readonly Words RouteIt = new("Route", "Acheminer");
    public static readonly Words Unqueue = new("Unqueue", "Retirer");
    public static readonly Words Merge = new("Merge", "Fusionner");
    public static readonly Words Similar = new("Similar", "Similaire");
    public static readonly Words Undo = new("Undo", "Défaire");
    public static readonly Words NextCase = new("Next case", "Suivant");
    public static readonly Words NewCase = new("New case", "Nouveau dossier");
    public static readonly Words ChangeStatus = new("Change the status: {0}", "Changer le statut : {0}");
    public static readonly Words NotPossible = new("Not possible:", "Impossible :");

    // Dialogs.
    public static readonly Words ResolveCase = new("Resolve the case", "Résoudre le dossier");
    public static readonly Words Resolution = new("Resolution", "Résolution");
    public static readonly Words Billable = new("Billable minutes", "Minutes facturables");
    public static readonly Words BillableHint = new("{0} min were worked.", "{0} min travaillées.");
    public static readonly Words BillableReason = new(
        "Why more is billed than was worked",
        "Pourquoi facturer plus que travaillé"
    );
    public static readonly Words StillToDo = new("Still to be done", "Encore à faire");
    public static readonly Words CancelThem = new("Cancel these activities", "Annuler ces activités");
    public static readonly Words CancelTheCase = new("Cancel the case", "Annuler le dossier");
    public static readonly Words MergeCases = new("Merge cases", "Fusionner des dossiers");
    public static readonly Words MergeWhy = new(
        "One case goes on, the others become part of it with their activities.",
        "Un dossier continue, les autres en font partie avec leurs activités."
    );
    public static readonly Words OtherCase = new("The other case", "L’autre dossier");
    public static readonly Words Survivor = new("The case that goes on", "Le dossier qui continue");
    public static readonly Words ThisCase = new("this case", "ce dossier");
    public static readonly Words AssignCase = new("Assign the case", "Affecter le dossier");
    public static readonly Words AssignTo = new("Person or team", "Personne ou équipe");
    public static readonly Words NoteToOwner = new("Note to the new owner", "Note au nouveau responsable");
    public static readonly Words Team = new("Team", "Équipe");
    public static readonly Words QueueCase = new("Add the case to a queue", "Mettre le dossier en file");
    public static readonly Words ReactivateCase = new("Reactivate the case", "Réactiver le dossier");
    public static readonly Words CaseIntoWhich = new("The case that goes on", "Le dossier qui continue");
    public static readonly Words ChooseOne = new("Choose one.", "Choisissez.");
    public static readonly Words AddSimilar = new("Link a similar case", "Lier un dossier similaire");
    public static readonly Words SolutionFound = new("The solution was found there", "La solution y a été trouvée");

    public static readonly Words WholeNumber = new("This takes a whole number.", "Il faut un nombre entier.");

    private static readonly Dictionary<string, Words> Presences = new(StringComparer.Ordinal)
    {
        ["available"] = new("available", "disponible"),
        ["busy"] = new("busy", "occupé"),
        ["away"] = new("away", "absent"),
        ["offline"] = new("offline", "hors ligne"),
    };

    public static string PresenceOf(string key) => Presences.TryGetValue(key, out var words) ? words : key;

    // Fields.
    public static readonly Words Unsaved = new("{0} changed, not saved", "{0} modifié(s), non enregistré(s)");
    public static readonly Words Discard = new("Discard", "Abandonner");
    public static readonly Words Saved = new("Saved.", "Enregistré.");
    public static readonly Words ChangedMeanwhile = new(
        "Changed meanwhile by {0}. Choose what holds.",
        "Modifié entre-temps par {0}. Choisissez ce qui vaut."
    );
    public static readonly Words SomebodyElse = new("somebody else", "quelqu’un d’autre");
    public static readonly Words Mine = new("Mine", "Le mien");
    public static readonly Words Theirs = new("Theirs", "Le leur");
    public static readonly Words KeepMine = new("Keep mine", "Garder le mien");
    public static readonly Words TakeTheirs = new("Take theirs", "Prendre le leur");
    public static readonly Words Empty = new("(empty)", "(vide)");

    // Who looks.
    public static readonly Words LooksToo = new("{0} is looking at this case", "{0} consulte ce dossier");
    public static readonly Words TypesToo = new("{0} is typing", "{0} est en train d’écrire");

    // Clocks.
    public static readonly Words Clocks = new("Clocks", "Délais");
    public static readonly Words ClockOk = new("On time", "Dans les temps");
    public static readonly Words ClockRisk = new("At risk", "À risque");
    public static readonly Words ClockLate = new("Overdue", "En retard");
    public static readonly Words ClockLeft = new("{0} left", "reste {0}");
    public static readonly Words ClockOver = new("{0} over", "dépassé de {0}");
    public static readonly Words ClockDays = new("{0} d", "{0} j");
    public static readonly Words ClockMet = new("Met", "Tenu");
    public static readonly Words ClockFailed = new("Failed", "Manqué");
    public static readonly Words ClockPaused = new("Paused", "En pause");
    public static readonly Words ClockByEntitlement = new("{0}, from {1}", "{0}, de {1}");
    public static readonly Words ClockByCondition = new("{0}, by its conditions", "{0}, par ses conditions");
    public static readonly Words ClockByDefault = new("{0}, by default", "{0}, par défaut");
    public static readonly Words ClockOff = new("Does not apply", "Sans objet");

    // The customer.
    public static readonly Words RecentCases = new("Recent cases", "Dossiers récents");
    public static readonly Words KindAndSubject = new("{0}: {1}", "{0} : {1}");
    public static readonly Words RecentActivities = new("Recent activities", "Activités récentes");
    public static readonly Words OpenActivities = new("Open activities", "Activités en cours");
    public static readonly Words Entitlements = new("Entitlements", "Contrats");
    public static readonly Words Terms = new("{0} of {1} left, until {2}", "reste {0} sur {1}, jusqu’au {2}");
    public static readonly Words TakesNothing = new(
        "Nothing is taken from the entitlement for this case.",
        "Rien n’est pris au contrat pour ce dossier."
    );
    public static readonly Words DoNotDecrement = new(
        "Take nothing for this case…",
        "Ne rien prendre pour ce dossier…"
    );
    public static readonly Words DecrementAgain = new("Take from it again", "Prendre à nouveau au contrat");
    public static readonly Words DoNotDecrementTitle = new(
        "Take nothing from the entitlement",
        "Ne rien prendre au contrat"
    );
    public static readonly Words DoNotDecrementWhy = new(
        "What was taken goes back. The reason is kept in the history.",
        "Ce qui a été pris est rendu. Le motif est conservé dans l’historique."
    );
    public static readonly Words Ledger = new("Ledger", "Mouvements");
    public static readonly Words NothingHere = new("Nothing", "Rien");
    public static readonly Words AccountOf = new("of {0}", "de {0}");

    public static readonly Words Case = new("Case", "Dossier");
    public static readonly Words When = new("When", "Quand");
    public static readonly Words What = new("What", "Quoi");

    // The family.
    public static readonly Words Related = new("Related", "Liens");
    public static readonly Words Parent = new("Parent", "Parent");
    public static readonly Words Children = new("Children", "Enfants");
    public static readonly Words MergedCases = new("Merged into this case", "Fusionnés dans ce dossier");
    public static readonly Words References = new("Known elsewhere as", "Connu ailleurs sous");
    public static readonly Words SetParent = new("Put under a parent…", "Placer sous un parent…");
    public static readonly Words ParentOfThis = new(
        "The case that this one belongs to",
        "Le dossier dont dépend celui-ci"
    );
    public static readonly Words ParentHasNone = new(
        "A case with children cannot become a child.",
        "Un dossier qui a des enfants ne peut pas devenir un enfant."
    );
    public static readonly Words AddChild = new("Add a child…", "Ajouter un enfant…");
    public static readonly Words ChildOfThis = new(
        "The case that belongs to this one",
        "Le dossier qui dépend de celui-ci"
    );
    public static readonly Words TakeOut = new("Take out", "Détacher");
    public static readonly Words TakeOutOne = new("Take out {0}", "Détacher {0}");
    public static readonly Words Unmerge = new("Unmerge…", "Défaire la fusion…");
    public static readonly Words UnmergeOne = new("Unmerge {0}", "Défaire la fusion de {0}");
    public static readonly Words UnmergeWhy = new(
        "{0} goes on by itself, as it was, with the activities that it brought. What was added here since stays here.",
        "{0} continue seul, tel qu’il était, avec les activités qu’il a apportées. Ce qui a été ajouté ici depuis reste ici."
    );
    public static readonly Words GoesAlong = new(
        "Except what is chosen, which goes along:",
        "Sauf ce qui est choisi et l’accompagne :"
    );
    public static readonly Words LinkedSimilar = new("Linked as similar", "Liés comme similaires");
    public static readonly Words SolutionThere = new("solution found", "solution trouvée");

    // Similar cases.
    public static readonly Words SimilarCases = new("Similar cases", "Dossiers similaires");
    public static readonly Words Resolved = new("Resolved cases", "Dossiers résolus");
    public static readonly Words SearchSimilar = new("Search resolved cases", "Chercher parmi les dossiers résolus");
    public static readonly Words SameSubject = new("same subject", "même sujet");
    public static readonly Words SameProduct = new("same product", "même produit");
    public static readonly Words UseSolution = new("Solution found", "Solution trouvée");
    public static readonly Words Link = new("Link", "Lier");
    public static readonly Words Linked = new("linked", "lié");
    public static readonly Words HelpedOthers = new("helped {0} cases", "a aidé {0} dossiers");
    public static readonly Words NoSimilar = new(
        "No resolved case is like this one.",
        "Aucun dossier résolu ne ressemble à celui-ci."
    );
    public static readonly Words OpenOfCustomer = new("Open cases of the customer", "Dossiers ouverts du client");

    // The new case.
    public static readonly Words LookForCustomer = new("Name or e-mail address", "Nom ou adresse électronique");
    public static readonly Words NewCustomer = new("New customer", "Nouveau client");
    public static readonly Words NewContact = new("New contact", "Nouveau contact");
    public static readonly Words Kind = new("Kind", "Type");
    public static readonly Words Name = new("Name", "Nom");
    public static readonly Words Phone = new("Phone", "Téléphone");
    public static readonly Words Tier = new("Tier", "Niveau");
    public static readonly Words Create = new("Create", "Créer");
    public static readonly Words CreateCase = new("Create case", "Créer le dossier");
    public static readonly Words LikelyOpen = new("Likely open already", "Probablement déjà ouvert");
    public static readonly Words GoOnThere = new("Go on there", "Continuer là");
    public static readonly Words OpenAnyway = new(
        "They are not the same: open a new one",
        "Ce n’est pas le même : en ouvrir un nouveau"
    );
    public static readonly Words CtrlEnter = new("Ctrl+Enter saves", "Ctrl+Entrée enregistre");
    public static readonly Words ChooseCustomerFirst = new(
        "Choose a customer, and what is known of him stands here.",
        "Choisissez un client : ce que l’on sait de lui s’affiche ici."
    );

    // The next case.
    public static readonly Words NothingWaits = new("Nothing waits in your queues.", "Rien n’attend dans vos files.");
    public static readonly Words TakenBecause = new(
        "You took it from “{0}”: priority {1}, the highest waiting in your queues; of its equals it waited longest, since {2}.",
        "Pris dans « {0} » : priorité {1}, la plus haute en attente dans vos files ; à égalité, il attendait depuis le plus longtemps, {2}."
    );

    // Routing.
    public static readonly Words WhyHere = new("Why here?", "Pourquoi ici ?");
    public static readonly Words WhyHereTitle = new(
        "Why the case went where it went",
        "Pourquoi le dossier est allé là"
    );
    public static readonly Words WhyNotQueue = new("Why not another queue?", "Pourquoi pas une autre file ?");
    public static readonly Words Rule = new("Rule", "Règle");
    public static readonly Words Leads = new("Leads to", "Mène à");
    public static readonly Words Holds = new("Holds", "Vraie");
    public static readonly Words WhatWasSeen = new("What was seen", "Ce qui a été vu");
    public static readonly Words Wins = new("decides", "décide");
    public static readonly Words Yes = new("yes", "oui");
    public static readonly Words No = new("no", "non");
    public static readonly Words Otherwise = new("otherwise", "sinon");
    public static readonly Words ByRules = new("By the rules", "Par les règles");
    public static readonly Words ByPerson = new("By {0}", "Par {0}");
    public static readonly Words ByOverflow = new(
        "It waited too long elsewhere",
        "Il attendait trop longtemps ailleurs"
    );
    public static readonly Words ByOffer = new("Somebody became free", "Quelqu’un s’est libéré");
    public static readonly Words Candidates = new("Who came into question", "Qui entrait en ligne de compte");
    public static readonly Words Load = new("{0} cases", "{0} dossiers");
    public static readonly Words NotRouted = new("It has never been in a queue.", "Il n’a jamais été en file.");
}
