using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Customers.Pages;

/// <summary>The texts of customers and their entitlements.</summary>
internal static class CustomerTexts
{
    public static readonly Words Customers = new("Customers", "Clients");
    public static readonly Words Find = new("Name or e-mail address", "Nom ou adresse électronique");
    public static readonly Words New = new("New customer…", "Nouveau client…");
    public static readonly Words NewContact = new("New contact…", "Nouveau contact…");
    public static readonly Words NewCase = new("New case for this customer", "Nouveau dossier pour ce client");
    public static readonly Words Edit = new("Edit…", "Modifier…");
    public static readonly Words Kind = new("Kind", "Type");
    public static readonly Words Account = new("Account", "Compte");
    public static readonly Words Contact = new("Contact", "Contact");
    public static readonly Words Contacts = new("Contacts", "Contacts");
    public static readonly Words Name = new("Name", "Nom");
    public static readonly Words Email = new("E-mail", "Courriel");
    public static readonly Words Phone = new("Phone", "Téléphone");
    public static readonly Words Tier = new("Tier", "Niveau");
    public static readonly Words Since = new("Customer since", "Client depuis");
    public static readonly Words WorksFor = new("Works for", "Travaille pour");
    public static readonly Words Cases = new("Cases", "Dossiers");
    public static readonly Words AllCases = new("All cases", "Tous les dossiers");
    public static readonly Words ToDo = new("To do", "À faire");
    public static readonly Words Entitlements = new("Entitlements", "Contrats");
    public static readonly Words NoEntitlements = new("No entitlement.", "Aucun contrat.");
    public static readonly Words NoContacts = new("No contact.", "Aucun contact.");
    public static readonly Words NoCustomers = new("No customer begins so.", "Aucun client ne commence ainsi.");
    public static readonly Words Runs = new("{0} to {1}", "du {0} au {1}");
    public static readonly Words Left = new("{0} of {1} left", "{0} sur {1} restants");
    public static readonly Words Ledger = new("Ledger", "Mouvements");
    public static readonly Words SuppliesSla = new("SLA {0}", "SLA {0}");
    public static readonly Words LedgerOf = new("Ledger: {0}", "Mouvements : {0}");
    public static readonly Words When = new("When", "Quand");
    public static readonly Words What = new("What", "Quoi");
    public static readonly Words Amount = new("Amount", "Unités");
    public static readonly Words Balance = new("Left", "Reste");
    public static readonly Words ByWhom = new("By", "Par");
    public static readonly Words NoLedger = new("Nothing has been taken yet.", "Rien n’a encore été pris.");
    public static readonly Words NoSuchCustomer = new("There is no such customer", "Ce client n’existe pas");
    public static readonly Words NoSuchCustomerWhy = new(
        "It may have been mistyped.",
        "L’adresse est peut-être mal saisie."
    );

    private static readonly Dictionary<string, Words> Known = new(StringComparer.Ordinal)
    {
        ["account"] = Account,
        ["contact"] = Contact,
        ["draft"] = new("Draft", "Brouillon"),
        ["waiting"] = new("Waiting", "À venir"),
        ["active"] = new("Active", "Actif"),
        ["expired"] = new("Expired", "Expiré"),
        ["cancelled"] = new("Cancelled", "Annulé"),
        ["total"] = new("Added", "Ajouté"),
        ["created"] = new("Case opened", "Dossier ouvert"),
        ["set"] = new("Used for a case", "Utilisé pour un dossier"),
        ["resolved"] = new("Case resolved", "Dossier résolu"),
        ["reactivated"] = new("Case reactivated", "Dossier réactivé"),
        ["replaced"] = new("Replaced", "Remplacé"),
    };

    /// <summary>A word of the API as the person reads it.</summary>
    public static string Of(string key) => Known.TryGetValue(key, out var words) ? words : key;
}
