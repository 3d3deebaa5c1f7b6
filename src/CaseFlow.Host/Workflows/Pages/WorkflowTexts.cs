using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Workflows.Pages;

/// <summary>What the page of a workflow says.</summary>
internal static class WorkflowTexts
{
    public static readonly Words Runs = new("Version {0} runs", "La version {0} est en service");
    public static readonly Words Diagram = new("Activities", "Activités");
    public static readonly Words Instances = new("Instances", "Instances");
    public static readonly Words Incidents = new("Incidents", "Incidents");
    public static readonly Words IncidentsOfAll = new(
        "What workflows could not do, of all of them, the newest first. Each waits until somebody decides.",
        "Ce que les workflows n’ont pas pu faire, tous confondus, le plus récent d’abord. Chacun attend une décision."
    );
    public static readonly Words NoSuchWorkflow = new("There is no such workflow.", "Ce workflow n’existe pas.");
    public static readonly Words Workflow = new("Workflow", "Workflow");
    public static readonly Words OpenIncidents = new("Open incidents: {0}", "Incidents ouverts : {0}");
    public static readonly Words NoInstances = new("No instance yet.", "Aucune instance pour l’instant.");
    public static readonly Words NoIncidents = new("No open incident.", "Aucun incident ouvert.");
    public static readonly Words Instance = new("Instance", "Instance");
    public static readonly Words State = new("State", "État");
    public static readonly Words Since = new("Changed", "Modifiée");
    public static readonly Words Waits = new("Stands at", "Se trouve à");
    public static readonly Words WaitsFor = new("{0}, waits for {1}", "{0}, attend {1}");
    public static readonly Words Activity = new("Activity", "Activité");
    public static readonly Words Happened = new("What happened", "Ce qui s’est passé");
    public static readonly Words When = new("When", "Quand");
    public static readonly Words Retry = new("Retry", "Réessayer");
    public static readonly Words Skip = new("Skip", "Passer");
    public static readonly Words Cancel = new("Cancel", "Annuler");
    public static readonly Words RetryOne = new("Retry {0}", "Réessayer {0}");
    public static readonly Words SkipOne = new("Skip {0}", "Passer {0}");
    public static readonly Words CancelOne = new("Cancel at {0}", "Annuler à {0}");
    public static readonly Words EndInstance = new("End the instance", "Terminer l’instance");
    public static readonly Words CancelWhy = new(
        "The instance ends where it stands; what it still wanted done is not done. There is no way back.",
        "L’instance se termine où elle se trouve ; ce qu’elle voulait encore faire n’est pas fait. On n’en revient pas."
    );
    public static readonly Words Show = new("Where it stands", "Où elle se trouve");

    private static readonly Dictionary<string, Words> States = new(StringComparer.OrdinalIgnoreCase)
    {
        ["suspended"] = new("waiting", "en attente"),
        ["finished"] = new("finished", "terminée"),
        ["cancelled"] = new("cancelled", "annulée"),
        ["faulted"] = new("failed", "en échec"),
    };

    /// <summary>How an instance stands, as the person reads it.</summary>
    public static string StateOf(string state) => States.TryGetValue(state, out var words) ? words : state;
}
