using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Webhooks.Pages;

/// <summary>What the page of webhooks says.</summary>
internal static class WebhookTexts
{
    public static readonly Words Webhooks = new("Webhooks", "Webhooks");
    public static readonly Words In = new("Coming in", "Entrants");
    public static readonly Words Out = new("Going out", "Sortants");
    public static readonly Words NoHooks = new("No webhook is defined.", "Aucun webhook n’est défini.");
    public static readonly Words OutForAdmins = new(
        "What goes out, and to whom, is for administrators to see.",
        "Ce qui sort, et vers qui, n’est visible que pour les administrateurs."
    );
    public static readonly Words NoDeliveries = new("Nothing was delivered yet.", "Aucune livraison pour l’instant.");
    public static readonly Words Name = new("Name", "Nom");
    public static readonly Words Path = new("Answers at", "Répond à");
    public static readonly Words Waiting = new("Waiting", "En attente");
    public static readonly Words Dead = new("Dead letters", "En échec");
    public static readonly Words Ready = new("Ready", "Prêt");
    public static readonly Words NoSecret = new(
        "Takes nothing: its secret is not set (Webhooks:Secrets)",
        "Ne prend rien : son secret n’est pas défini (Webhooks:Secrets)"
    );
    public static readonly Words Deliveries = new("Deliveries", "Livraisons");
    public static readonly Words DeliveriesOf = new("Deliveries of “{0}”", "Livraisons de « {0} »");
    public static readonly Words Delivery = new("Delivery", "Livraison");
    public static readonly Words State = new("State", "État");
    public static readonly Words When = new("When", "Quand");
    public static readonly Words Result = new("Result", "Résultat");
    public static readonly Words Tries = new("tries: {0}", "essais : {0}");
    public static readonly Words Replay = new("Replay", "Rejouer");
    public static readonly Words ReplayOne = new("Replay delivery {0}", "Rejouer la livraison {0}");
    public static readonly Words ReplayAll = new("Replay all dead letters", "Rejouer tous les échecs");
    public static readonly Words OnlyDead = new("Only dead letters", "Échecs seulement");
    public static readonly Words Replayed = new("{0} sent again.", "{0} renvoyées.");

    private static readonly Dictionary<string, Words> States = new(StringComparer.Ordinal)
    {
        ["waiting"] = new("waiting", "en attente"),
        ["delivered"] = new("delivered", "livrée"),
        ["dead"] = new("given up", "abandonnée"),
        ["done"] = new("done", "traitée"),
        ["refused"] = new("refused", "refusée"),
        ["ignored"] = new("ignored", "ignorée"),
        ["not-matched"] = new("no rule fits", "aucune règle ne convient"),
    };

    /// <summary>How a delivery stands, as the person reads it.</summary>
    public static string StateOf(string state) => States.TryGetValue(state, out var words) ? words : state;
}
