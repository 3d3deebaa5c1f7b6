using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Demo.Pages;

/// <summary>What the demo says about its people.</summary>
internal static class DemoTexts
{
    public static readonly Words People = new("Who to be in the demo", "Qui être dans la démo");
    public static readonly Words Password = new(
        "All of them have the password {0}, which counts on this machine only.",
        "Tous ont le mot de passe {0}, qui ne vaut que sur cette machine."
    );
    public static readonly Words Person = new("Person", "Personne");
    public static readonly Words Roles = new("Roles", "Rôles");
    public static readonly Words ToTry = new("What to try", "À essayer");
    public static readonly Words Be = new("Be {0}", "Être {0}");

    private static readonly Dictionary<string, (Words What, string Address)> Tries = new(StringComparer.Ordinal)
    {
        ["ann"] = (
            new(
                "Take the next case of a queue, and lead it from stage to stage until it is resolved.",
                "Prenez le dossier suivant d’une file et menez-le d’étape en étape jusqu’à sa résolution."
            ),
            "/queues"
        ),
        ["ben"] = (
            new(
                "Open a case that ann has open too, in another browser: see who looks, and change the same field.",
                "Ouvrez dans un autre navigateur un dossier ouvert par ann : voyez qui le consulte, et modifiez le même champ."
            ),
            "/work"
        ),
        ["sue"] = (
            new(
                "See what is late, and where; give many cases to somebody at once.",
                "Voyez ce qui est en retard, et où ; affectez beaucoup de dossiers d’un coup."
            ),
            "/supervise"
        ),
        ["dora"] = (
            new(
                "Change how cases run: make a mistake, mend it, see whom it touches, and publish it.",
                "Changez le cours des dossiers : faites une erreur, corrigez-la, voyez qui elle touche et publiez."
            ),
            "/designer/processes/support-case"
        ),
        ["adam"] = (
            new(
                "Add a person, give rights, and read in the audit who did what.",
                "Ajoutez une personne, donnez des droits et lisez dans l’audit qui a fait quoi."
            ),
            "/people"
        ),
    };

    /// <summary>What somebody is there to try out, and the page where that begins.</summary>
    public static (string? What, string Address) Of(string user) =>
        Tries.TryGetValue(user, out var known) ? (known.What, known.Address) : (null, "/");
}
