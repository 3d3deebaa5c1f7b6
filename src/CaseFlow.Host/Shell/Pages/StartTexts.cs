namespace CaseFlow.Host.Shell.Pages;

/// <summary>The texts of the start page.</summary>
internal static class StartTexts
{
    public static readonly Words What = new(
        "Support cases, moved by processes that are written in YAML and changed while they run.",
        "Des dossiers d’assistance, menés par des processus écrits en YAML et modifiés pendant qu’ils tournent."
    );
    public static readonly Words ToMend = new("To mend", "À corriger");
    public static readonly Words NotLive = new(
        "These files are saved, but not live:",
        "Ces fichiers sont enregistrés, mais pas en service :"
    );
    public static readonly Words Runs = new("What runs here", "Ce qui tourne ici");
    public static readonly Words Process = new("Process", "Processus");
    public static readonly Words Key = new("Key", "Clé");
    public static readonly Words Version = new("Version", "Version");
    public static readonly Words Path = new("Path", "Parcours");
    public static readonly Words Try = new("Three things to try", "Trois choses à essayer");
    public static readonly Words TryQueue = new(
        "Take the next case of a queue",
        "Prenez le dossier suivant d’une file"
    );
    public static readonly Words TryQueueWhy = new(
        "It says why it is this one, and what is missing for the next stage.",
        "Elle dit pourquoi celui-ci, et ce qui manque pour l’étape suivante."
    );
    public static readonly Words TryCase = new("Open a case", "Ouvrez un dossier");
    public static readonly Words TryCaseWhy = new(
        "With a new customer if you like; the routing says where it goes and why.",
        "Avec un nouveau client si vous voulez ; l’acheminement dit où il va et pourquoi."
    );
    public static readonly Words FromPrograms = new(
        "The same from programs: what can I do now, and why not the rest?",
        "De même pour les programmes : que puis-je faire, et pourquoi pas le reste ?"
    );
    public static readonly Words GoToWork = new("Go to my work", "Aller à mon travail");
    public static readonly Words TryEdit = new(
        "Change a line of this file, save it, and look here again:",
        "Modifiez une ligne de ce fichier, enregistrez-le et revenez ici :"
    );
    public static readonly Words Where = new("Where things are", "Où se trouve quoi");
    public static readonly Words Api = new("The API, with every call", "L’API, avec chaque appel");
    public static readonly Words Schema = new(
        "The JSON Schema of process files, for your editor",
        "Le JSON Schema des fichiers de processus, pour votre éditeur"
    );
    public static readonly Words Health = new("Health", "État de santé");
}
