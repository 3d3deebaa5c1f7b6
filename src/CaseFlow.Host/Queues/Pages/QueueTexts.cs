using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Queues.Pages;

/// <summary>The texts of queues and of one's own work.</summary>
internal static class QueueTexts
{
    public static readonly Words MyWork = new("My work", "Mon travail");
    public static readonly Words Queues = new("Queues", "Files");
    public static readonly Words Queue = new("Queue", "File");
    public static readonly Words Process = new("Process", "Processus");
    public static readonly Words Waiting = new("Waiting", "En attente");
    public static readonly Words Worked = new("Being worked on", "En traitement");
    public static readonly Words Total = new("Total", "Total");
    public static readonly Words Oldest = new("Waits longest", "Plus ancienne attente");
    public static readonly Words Since = new("Waiting since", "En attente depuis");
    public static readonly Words Private = new("private", "privée");
    public static readonly Words All = new("All", "Tous");
    public static readonly Words Next = new("Next case", "Dossier suivant");
    public static readonly Words Pick = new("Pick", "Prendre");
    public static readonly Words Release = new("Release", "Libérer");
    public static readonly Words Route = new("Route again", "Réacheminer");
    public static readonly Words Commands = new("Commands", "Commandes");
    public static readonly Words Empty = new("Nothing is in this queue.", "Cette file est vide.");
    public static readonly Words NothingWaits = new("Nothing waits in {0}.", "Rien n’attend dans {0}.");
    public static readonly Words Taken = new("You have {0}.", "Vous avez {0}.");
    public static readonly Words WhyThis = new(
        "It comes first: priority {0}, waiting since {1}.",
        "Il vient en premier : priorité {0}, en attente depuis {1}."
    );
    public static readonly Words OpenIt = new("Open", "Ouvrir");
    public static readonly Words NoSuchQueue = new("There is no such queue", "Cette file n’existe pas");
    public static readonly Words NoSuchQueueWhy = new(
        "No queue of this name is yours to see.",
        "Aucune file visible ne porte ce nom."
    );

    public static readonly Words MyCases = new(
        "My cases, the most urgent first",
        "Mes dossiers, les plus urgents d’abord"
    );
    public static readonly Words NoCases = new(
        "No case is yours. Take the next one from a queue.",
        "Aucun dossier n’est à vous. Prenez le suivant d’une file."
    );
    public static readonly Words MyQueues = new("My queues", "Mes files");
    public static readonly Words NoQueues = new("You work in no queue.", "Vous ne travaillez dans aucune file.");
    public static readonly Words ToDo = new("To do", "À faire");
    public static readonly Words NothingToDo = new(
        "Nothing is planned for your cases.",
        "Rien n’est prévu pour vos dossiers."
    );
    public static readonly Words Done = new("Done", "Fait");
    public static readonly Words Given = new("Given to me by queues", "Attribués par les files");
    public static readonly Words Presence = new("I am", "Je suis");
    public static readonly Words Available = new("Available", "Disponible");
    public static readonly Words Busy = new("Busy", "Occupé");
    public static readonly Words Away = new("Away", "Absent");
    public static readonly Words Offline = new("Offline", "Hors ligne");
}
