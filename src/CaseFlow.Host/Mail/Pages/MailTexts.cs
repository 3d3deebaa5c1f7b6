using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Mail.Pages;

/// <summary>What the page of e-mail says.</summary>
internal static class MailTexts
{
    public static readonly Words Email = new("E-mail", "Courriel");
    public static readonly Words NoMailboxes = new("No mailbox is defined.", "Aucune boîte n’est définie.");
    public static readonly Words NoMail = new("Nothing is here.", "Il n’y a rien ici.");
    public static readonly Words Name = new("Mailbox", "Boîte");
    public static readonly Words Address = new("Address", "Adresse");
    public static readonly Words State = new("State", "État");
    public static readonly Words Waiting = new("Waiting", "En attente");
    public static readonly Words Review = new("For review", "À examiner");
    public static readonly Words Refused = new("Refused", "Refusés");
    public static readonly Words Dead = new("Failed", "En échec");
    public static readonly Words Posted = new("Takes what is posted", "Reçoit ce qui est déposé");
    public static readonly Words Fetched = new("Fetches", "Relève");
    public static readonly Words Show = new("Show", "Afficher");
    public static readonly Words ShowOf = new("Show e-mail of “{0}”", "Afficher les courriels de « {0} »");
    public static readonly Words MailOf = new("E-mail of “{0}”", "Courriels de « {0} »");
    public static readonly Words From = new("From", "De");
    public static readonly Words Subject = new("Subject", "Objet");
    public static readonly Words When = new("When", "Quand");
    public static readonly Words Why = new("Why", "Pourquoi");
    public static readonly Words Replay = new("Try again", "Réessayer");
    public static readonly Words ReplayOne = new("Try “{0}” again", "Réessayer « {0} »");
    public static readonly Words Accept = new("Accept", "Accepter");
    public static readonly Words AcceptOne = new("Accept “{0}”", "Accepter « {0} »");
    public static readonly Words Source = new("Whole e-mail", "Courriel complet");
    public static readonly Words Case = new("Case", "Dossier");
    public static readonly Words Only = new("State of e-mail", "État des courriels");
    public static readonly Words All = new("All", "Tous");
    public static readonly Words Opened = new("opened a case", "a ouvert un dossier");
    public static readonly Words Added = new("added to a case", "ajouté à un dossier");
    public static readonly Words Automatic = new("automatic", "automatique");

    public static string Of(string state) =>
        state switch
        {
            MailOutcomes.Opened => Opened,
            MailOutcomes.Added => Added,
            MailOutcomes.Automatic => Automatic,
            MailOutcomes.Review => Review,
            MailOutcomes.Refused => Refused,
            MailOutcomes.Dead => Dead,
            _ => Waiting,
        };
}
