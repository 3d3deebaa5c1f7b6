using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Processes.Pages;

/// <summary>What the designer says.</summary>
internal static class DesignerTexts
{
    public static readonly Words Split = new("Width of the text", "Largeur du texte");
    public static readonly Words More = new("Show more", "Voir la suite");
    public static readonly Words Designer = new("Designer", "Conception");
    public static readonly Words Processes = new("Processes", "Processus");
    public static readonly Words Workflows = new("Workflows", "Workflows");
    public static readonly Words Webhooks = new("Webhooks", "Webhooks");
    public static readonly Words Name = new("Name", "Nom");
    public static readonly Words Version = new("Version", "Version");
    public static readonly Words Published = new("Published", "Publié");
    public static readonly Words By = new("by {0}", "par {0}");
    public static readonly Words FromFolder = new("from the folder", "depuis le dossier");
    public static readonly Words State = new("State", "État");
    public static readonly Words AllWell = new("All well", "Tout va bien");
    public static readonly Words SavedFile = new("To mend in the saved file", "À corriger dans le fichier enregistré");
    public static readonly Words SavedFileWhy = new(
        "What ran before goes on until then; it is read again as soon as it is saved.",
        "Ce qui était en service le reste d’ici là ; le fichier est relu dès qu’il est enregistré."
    );
    public static readonly Words Errors = new("{0} to mend in the saved file", "{0} à corriger dans le fichier");
    public static readonly Words ScenariosOf = new("{0} of {1} scenarios pass", "{0} scénarios sur {1} réussissent");
    public static readonly Words Deliveries = new("Deliveries in and out", "Livraisons entrantes et sortantes");
    public static readonly Words None = new("None yet.", "Aucun pour l’instant.");

    public static readonly Words LiveVersion = new("Version {0} runs", "La version {0} est en service");
    public static readonly Words Draft = new("Draft", "Brouillon");
    public static readonly Words Unchanged = new("As it runs", "Identique à la version en service");
    public static readonly Words Changed = new("Changed, not published", "Modifié, non publié");
    public static readonly Words Broken = new("{0} to mend", "{0} à corriger");
    public static readonly Words Definition = new("Definition of {0}", "Définition de {0}");
    public static readonly Words Discard = new("Discard changes", "Abandonner les modifications");
    public static readonly Words Review = new("Review and publish", "Vérifier et publier");
    public static readonly Words Problems = new("To mend", "À corriger");
    public static readonly Words Line = new("Line {0}", "Ligne {0}");

    public static readonly Words Views = new("Views of the draft", "Vues du brouillon");
    public static readonly Words Diagram = new("Diagram", "Schéma");
    public static readonly Words Routing = new("Routing", "Routage");
    public static readonly Words Try = new("Try a case", "Essayer un dossier");
    public static readonly Words Scenarios = new("Scenarios", "Scénarios");
    public static readonly Words Changes = new("Changes", "Modifications");
    public static readonly Words Versions = new("Versions", "Versions");
    public static readonly Words StatusDiagram = new("Statuses and their moves", "Statuts et passages");
    public static readonly Words StageDiagram = new("Stages", "Étapes");
    public static readonly Words MendFirst = new(
        "This shows as soon as the definition has no mistakes.",
        "Ceci s’affiche dès que la définition est sans erreur."
    );
    public static readonly Words Active = new("Active", "Actifs");
    public static readonly Words Resolved = new("Resolved", "Résolus");
    public static readonly Words Cancelled = new("Cancelled", "Annulés");
    public static readonly Words CasesAt = new("Cases at “{0}”", "Dossiers à « {0} »");
    public static readonly Words NoCases = new("No case stands here.", "Aucun dossier ici.");
    public static readonly Words MoreCases = new("The newest 20 are shown.", "Les 20 plus récents sont affichés.");

    public static readonly Words RuleOrder = new(
        "The first rule whose conditions all hold decides.",
        "La première règle dont toutes les conditions sont remplies décide."
    );
    public static readonly Words Place = new("Place", "Rang");
    public static readonly Words Rule = new("Rule", "Règle");
    public static readonly Words When = new("When", "Si");
    public static readonly Words Queue = new("Queue", "File");
    public static readonly Words Otherwise = new("Otherwise", "Sinon");
    public static readonly Words MoveUp = new("Move “{0}” up", "Monter « {0} »");
    public static readonly Words MoveDown = new("Move “{0}” down", "Descendre « {0} »");
    public static readonly Words EditRule = new("Edit “{0}”", "Modifier « {0} »");
    public static readonly Words RemoveRule = new("Remove “{0}”", "Supprimer « {0} »");
    public static readonly Words AddRule = new("Add a rule", "Ajouter une règle");
    public static readonly Words TheRule = new("Rule", "Règle");
    public static readonly Words Conditions = new("Conditions, one a line", "Conditions, une par ligne");

    public static readonly Words Ticket = new("Number of a case", "Numéro d’un dossier");
    public static readonly Words TicketHint = new(
        "Leave it empty to type a case in.",
        "Laissez vide pour saisir un dossier."
    );
    public static readonly Words CaseTitle = new("Title", "Titre");
    public static readonly Words Priority = new("Priority", "Priorité");
    public static readonly Words Origin = new("Origin", "Origine");
    public static readonly Words Tier = new("Tier of the customer", "Niveau du client");
    public static readonly Words Fields = new("Further fields, as “impact: 4”", "Autres champs, comme « impact: 4 »");
    public static readonly Words TryIt = new("Try", "Essayer");
    public static readonly Words GoesTo = new("Goes to {0}", "Va dans {0}");
    public static readonly Words GoesNowhere = new(
        "No rule matches: it goes to no queue",
        "Aucune règle : pas de file"
    );
    public static readonly Words Because = new("by rule “{0}”", "par la règle « {0} »");
    public static readonly Words GivenTo = new("given to {0}", "confié à {0}");
    public static readonly Words Stays = new(
        "This version does not know where the case stands, so it would stay on its own.",
        "Cette version ne connaît pas la position du dossier ; il resterait sur la sienne."
    );
    public static readonly Words Rules = new("Routing rules", "Règles de routage");
    public static readonly Words Gates = new("Stages", "Étapes");
    public static readonly Words CanLeave = new("nothing is missing", "rien ne manque");
    public static readonly Words Clocks = new("Clocks", "Délais");
    public static readonly Words NoClocks = new("No clock starts.", "Aucun délai ne démarre.");
    public static readonly Words FailsAt = new("fails", "échoue");
    public static readonly Words Moves = new("Moves", "Passages");
    public static readonly Words Reactions = new("Automation", "Automatisation");
    public static readonly Words NoReactions = new("Nothing happens by itself.", "Rien ne se fait tout seul.");
    public static readonly Words Fires = new("fires {0}", "déclenche {0}");

    public static readonly Words ScenarioTexts = new("Scenarios of {0}", "Scénarios de {0}");
    public static readonly Words Run = new("Run", "Lancer");
    public static readonly Words NoScenarios = new(
        "This process has no scenarios yet. Write one and run it.",
        "Ce processus n’a pas encore de scénario. Écrivez-en un et lancez-le."
    );
    public static readonly Words Holds = new("holds:", "vrai :");
    public static readonly Words HoldsNot = new("does not hold:", "faux :");
    public static readonly Words Possible = new("possible:", "possible :");
    public static readonly Words NotPossible = new("not possible:", "impossible :");
    public static readonly Words Passed = new("passed:", "réussi :");
    public static readonly Words Failed = new("failed:", "échoué :");

    public static readonly Words NoChanges = new("Nothing is different.", "Rien ne diffère.");
    public static readonly Words OpenCases = new("Open cases", "Dossiers ouverts");
    public static readonly Words Follow = new("{0} follow the new version", "{0} suivent la nouvelle version");
    public static readonly Words Carried = new("{0} are brought over", "{0} sont transférés");
    public static readonly Words Stay = new("{0} stay behind", "{0} restent sur l’ancienne");
    public static readonly Words Looked = new("{0} of {1} looked at", "{0} sur {1} examinés");
    public static readonly Words Rerouted = new(
        "{0} would go to {2} instead of {1}, such as {3}",
        "{0} iraient dans {2} au lieu de {1}, comme {3}"
    );
    public static readonly Words OtherClock = new(
        "{1}: {0} end at another time",
        "{1} : {0} finissent à une autre heure"
    );
    public static readonly Words NoQueue = new("no queue", "aucune file");
    public static readonly Words MapTitle = new("Where do they go?", "Où vont-ils ?");
    public static readonly Words MapStatus = new("Status “{0}” ({1})", "Statut « {0} » ({1})");
    public static readonly Words MapStage = new("Stage “{0}” ({1})", "Étape « {0} » ({1})");
    public static readonly Words MapQueue = new("Queue “{0}” ({1})", "File « {0} » ({1})");
    public static readonly Words WriteMap = new("Write into the definition", "Écrire dans la définition");
    public static readonly Words Publish = new("Publish", "Publier");
    public static readonly Words PublishedNow = new("Version {0} runs now.", "La version {0} est en service.");
    public static readonly Words Backtest = new("Ask the last 1,000 cases", "Interroger les 1 000 derniers dossiers");
    public static readonly Words BacktestOf = new("The last {0} cases", "Les {0} derniers dossiers");
    public static readonly Words BacktestSame = new(
        "They would have run the same.",
        "Ils se seraient déroulés de même."
    );
    public static readonly Words WasRerouted = new(
        "{0} would have gone to {2} instead of {1}",
        "{0} seraient allés dans {2} au lieu de {1}"
    );
    public static readonly Words WasRefused = new(
        "“{1}” to “{2}” would have been refused {0} times",
        "« {1} » vers « {2} » aurait été refusé {0} fois"
    );
    public static readonly Words WouldFail = new(
        "{0} failed {1} times and would have failed {2} times",
        "{0} a échoué {1} fois et aurait échoué {2} fois"
    );

    public static readonly Words Show = new("Show", "Afficher");
    public static readonly Words ShowVersion = new(
        "Show version {0} as a draft",
        "Afficher la version {0} en brouillon"
    );
    public static readonly Words RollBack = new("Publish again", "Republier");
    public static readonly Words RollBackTo = new("Publish version {0} again", "Republier la version {0}");
    public static readonly Words Runs = new("runs", "en service");

    public static readonly ImmutableSortedDictionary<string, Words> Groups = new Dictionary<string, Words>(
        StringComparer.Ordinal
    )
    {
        ["process"] = new("Process", "Processus"),
        ["statuses"] = new("Statuses", "Statuts"),
        ["transitions"] = new("Moves", "Passages"),
        ["stages"] = new("Stages", "Étapes"),
        ["fields"] = new("Fields", "Champs"),
        ["routing"] = new("Routing", "Routage"),
        ["queues"] = new("Queues", "Files"),
        ["sla"] = new("Promises", "Engagements"),
        ["automation"] = new("Automation", "Automatisation"),
        ["policies"] = new("Policies", "Règles générales"),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static string PublishedBy(string? publisher) =>
        publisher == WatchedFolder.Publisher ? FromFolder : By.With(publisher);
}
