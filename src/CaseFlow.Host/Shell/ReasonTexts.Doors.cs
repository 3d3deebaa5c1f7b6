namespace CaseFlow.Host.Shell;

internal static partial class ReasonTexts
{
    /// <summary>What the host refuses at its doors, before anything is asked of the engine.</summary>
    public static readonly ImmutableArray<Words> AtTheDoors =
    [
        // Whatever the field.
        new("'{0}' is missing.", "« {0} » manque."),
        new("'{0}' has more than {1} characters.", "« {0} » a plus de {1} caractères."),
        new("'{0}' takes a text or null.", "« {0} » attend un texte ou rien."),
        new("'{0}' is one of {1}.", "« {0} » est l’un de {1}."),
        new(
            "Too many requests in a minute. Come back in {0} seconds.",
            "Trop de demandes en une minute. Revenez dans {0} secondes."
        ),
        new("'{0}' has a number that is too large.", "« {0} » contient un nombre trop grand."),
        // Cases and processes.
        new("Name the queue.", "Indiquez la file."),
        new("Say what the new case is about.", "Dites de quoi parle le nouveau dossier."),
        new("Say whose cases to look at.", "Dites de qui regarder les dossiers."),
        new("Name the process that the case runs by.", "Indiquez le processus que suit le dossier."),
        new("Name the case that is like this one.", "Indiquez le dossier qui ressemble à celui-ci."),
        new("There is no process '{0}'.", "Il n’y a pas de processus « {0} »."),
        new("Process '{0}' has no version {1}.", "Le processus « {0} » n’a pas de version {1}."),
        new(
            "Give the number of a case, or a case as it would be opened.",
            "Donnez le numéro d’un dossier, ou un dossier tel qu’il serait ouvert."
        ),
        new(
            "Name the process that the case would run by, or give a draft.",
            "Indiquez le processus que le dossier suivrait, ou donnez une ébauche."
        ),
        new("'roles' are roles.", "« roles » contient des rôles."),
        new("Name the version to publish again.", "Indiquez la version à publier de nouveau."),
        // Activities, queues, lists.
        new("'visibility' is internal or public.", "« visibility » est internal ou public."),
        new(
            "Minutes are known when it is done: add 'completed', or complete it later.",
            "Les minutes sont connues une fois l’activité terminée."
        ),
        new("'view' is all, available or working.", "« view » est all, available ou working."),
        new("There is no queue '{0}'.", "Il n’y a pas de file « {0} »."),
        new(
            "Several processes have a queue '{0}'; say which in 'process'.",
            "Plusieurs processus ont une file « {0} » ; indiquez lequel."
        ),
        new("Nothing waits in {0}.", "Rien n’attend dans {0}."),
        new("You work in no queue.", "Vous ne travaillez dans aucune file."),
        new("Say in 'queue' which queue is meant.", "Indiquez de quelle file il s’agit."),
        new(
            "The view is {0}'s. Save one of your own with the same filter.",
            "La vue est celle de {0}. Enregistrez la vôtre avec le même filtre."
        ),
        new("Name the view.", "Nommez la vue."),
        new("There is no view '{0}'.", "Il n’y a pas de vue « {0} »."),
        new("A view has a name of 1 to {0} characters.", "Une vue a un nom de 1 à {0} caractères."),
        new("Columns are named, and at most {0}.", "Les colonnes ont un nom, et sont {0} au plus."),
        // Many at once.
        new("A command has a 'name': one of {0}.", "Une commande a un nom, l’un de {0}."),
        new(
            "The job is still running. Cancel it first, or wait.",
            "La tâche est en cours. Annulez-la d’abord, ou attendez."
        ),
        new(
            "It took another job back itself; give the command again instead.",
            "Elle en a elle-même annulé une autre ; donnez plutôt la commande à nouveau."
        ),
        new("The job was taken back already.", "La tâche a déjà été annulée."),
        new("There is no bulk job {0}.", "Il n’y a pas de tâche {0}."),
        new(
            "These are more than {0} cases. Narrow the filter, and make several jobs of it.",
            "Il y a plus de {0} dossiers. Restreignez le filtre et faites-en plusieurs tâches."
        ),
        new(
            "Say which cases: 'filter' or 'ids', one of the two.",
            "Indiquez quels dossiers, par un filtre ou un par un."
        ),
        new("Name at least one case.", "Indiquez au moins un dossier."),
        // Customers.
        new(
            "There is no account {0}. Create it first, or leave 'accountId' out.",
            "Il n’y a pas de compte {0}. Créez-le d’abord, ou n’en indiquez pas."
        ),
        new("'kind' is account or contact.", "« kind » est account ou contact."),
        new("A customer needs a name.", "Un client a besoin d’un nom."),
        new("Only a contact belongs to an account.", "Seul un contact appartient à un compte."),
        new(
            "A customer has no '{0}' that can be changed; these can: {1}.",
            "Un client n’a pas de « {0} » modifiable ; le sont : {1}."
        ),
        new("'{0}' takes the id of an account.", "« {0} » attend l’identifiant d’un compte."),
        new("'account' is the id of an account.", "« account » est l’identifiant d’un compte."),
        new(
            "'ids' are at most {0} ids of customers, with commas between them.",
            "« ids » attend au plus {0} identifiants de clients, séparés par des virgules."
        ),
        new("There is no customer {0}.", "Il n’y a pas de client {0}."),
        // Entitlements.
        new("There is no template {0}.", "Il n’y a pas de modèle {0}."),
        new("There is a template '{0}' already.", "Il y a déjà un modèle « {0} »."),
        new(
            "Contacts belong to one customer; a template has none.",
            "Les contacts sont d’un client ; un modèle n’en a pas."
        ),
        new("No process has an SLA '{0}'.", "Aucun processus n’a d’engagement « {0} »."),
        new(
            "Say in 'customer' for whom they are to qualify.",
            "Indiquez le client pour qui ces contrats doivent convenir."
        ),
        new("An entitlement needs a customer.", "Un contrat a besoin d’un client."),
        new("An entitlement needs a name.", "Un contrat a besoin d’un nom."),
        new("These are no contacts of the customer: {0}.", "Ce ne sont pas des contacts du client : {0}."),
        new(
            "Cases have taken from it, so it keeps counting what it counts. Make a new one.",
            "Des dossiers y ont puisé : il continue de compter ce qu’il compte. Faites-en un nouveau."
        ),
        new("The entitlement kept changing meanwhile. Try again.", "Le contrat changeait sans cesse. Réessayez."),
        new(
            "The entitlement is at version {0} now. Read it again and decide again.",
            "Le contrat en est à la version {0}. Relisez-le et décidez à nouveau."
        ),
        new(
            "A channel has a name of 1 to {0} characters in one line.",
            "Un canal a un nom de 1 à {0} caractères sur une ligne."
        ),
        new("Say on which day it starts.", "Indiquez quel jour il commence."),
        new("Say which is its last day.", "Indiquez son dernier jour."),
        new("Its last day cannot be before it starts.", "Son dernier jour ne peut pas précéder son début."),
        new(
            "There is no time zone '{0}'; an example is 'Europe/Paris'.",
            "Il n’y a pas de fuseau horaire « {0} » ; un exemple est « Europe/Paris »."
        ),
        new("'allocation' is cases or hours.", "« allocation » est cases ou hours."),
        new("'decreaseOn' is creation or resolution.", "« decreaseOn » est creation ou resolution."),
        new(
            "Hours are known when a case is resolved; 'decreaseOn' is resolution.",
            "Les heures sont connues une fois le dossier résolu : le décompte se fait alors."
        ),
        new(
            "Without 'otherChannels' it needs 'channels', or no case could use it.",
            "Sans autres canaux, il lui faut des canaux, sinon aucun dossier ne pourrait s’en servir."
        ),
        new("Say how many terms there are.", "Indiquez combien d’unités il y a."),
        new(
            "'{0}' is from 0 to {1}, in sixtieths of an hour at the finest: 0.5, 0.1, 2.25.",
            "« {0} » va de 0 à {1}, au soixantième près : 0.5, 0.1, 2.25."
        ),
        new(
            "'{0}' counts cases, and so is a whole number.",
            "« {0} » compte des dossiers, c’est donc un nombre entier."
        ),
        new(
            "'products' has at most {0} names, each in one line.",
            "Les produits sont {0} au plus, chacun sur une ligne."
        ),
        new("'contacts' has at most {0} ids.", "Les contacts sont {0} au plus."),
        // People, passwords and keys.
        new(
            "There is a team '{0}' already. Change it with PUT, or choose another key.",
            "Il y a déjà une équipe « {0} ». Choisissez une autre clé."
        ),
        new(
            "There is a user '{0}' already. Change it with PUT, or choose another key.",
            "Il y a déjà une personne « {0} ». Choisissez une autre clé."
        ),
        new(
            "'{0}' is the last admin who can sign in. Make somebody else one first.",
            "« {0} » est le dernier administrateur qui puisse se connecter. Donnez d’abord ce rôle à quelqu’un d’autre."
        ),
        new("Say in 'roles' which ones: {0}; none is [].", "Indiquez quels rôles : {0}."),
        new("There is no role '{0}'; the roles are {1}.", "Il n’y a pas de rôle « {0} » ; les rôles sont {1}."),
        new(
            "'key' is one to {0} characters without spaces and without ':'; definitions name it.",
            "La clé a de 1 à {0} caractères, sans espaces ni « : » ; les définitions la nomment."
        ),
        new("'email' has more than {0} characters.", "Le courriel a plus de {0} caractères."),
        new("'capacity' is from 0 to {0}.", "La capacité va de 0 à {0}."),
        new(
            "'skills' has at most {0} names, lowercase words joined by '-', such as 'french'.",
            "Les compétences sont {0} au plus, en minuscules, les mots joints par « - », comme « french »."
        ),
        new("There is no team '{0}'.", "Il n’y a pas d’équipe « {0} »."),
        new("There is no user '{0}'.", "Il n’y a pas de personne « {0} »."),
        new(
            "'{0}' has no password here. An admin can give him one.",
            "« {0} » n’a pas de mot de passe ici. Un administrateur peut lui en donner un."
        ),
        new("This is not the password that you have now.", "Ce n’est pas votre mot de passe actuel."),
        new("A password has {0} to {1} characters.", "Un mot de passe a de {0} à {1} caractères."),
        new("The password holds the name that it belongs to.", "Le mot de passe contient le nom auquel il appartient."),
        new("The password repeats a few characters only.", "Le mot de passe ne fait que répéter quelques caractères."),
        new("A key has at most the roles of its user: {0}.", "Une clé a au plus les rôles de sa personne : {0}."),
        new("A key without a role is of no use.", "Une clé sans rôle ne sert à rien."),
        new("'expiresAt' is over already.", "Cette échéance est déjà passée."),
        new(
            "A key is that of a user, and there is no active user '{0}'. Add him at /api/users.",
            "Une clé est celle d’une personne, et « {0} » n’en est pas une active. Ajoutez-la d’abord."
        ),
        new("'{0}' has {1} keys. Revoke what is not used.", "« {0} » a {1} clés. Révoquez celles qui ne servent pas."),
        new("There is no key {0}.", "Il n’y a pas de clé {0}."),
        new(
            "The name or the password is wrong, or the account is locked for some minutes after too many wrong ones.",
            "Le nom ou le mot de passe est faux, ou le compte est bloqué quelques minutes après trop d’erreurs."
        ),
        new("There is an administrator already; sign in.", "Il y a déjà un administrateur ; connectez-vous."),
        // Workflows and deliveries.
        new("There is no instance '{0}'.", "Il n’y a pas d’instance « {0} »."),
        new("There is no incident '{0}'.", "Il n’y a pas d’incident « {0} »."),
        new("The incident was {0} already.", "L’incident est déjà réglé."),
        new("The instance has ended.", "L’instance est terminée."),
        new("There is nothing to mend any more.", "Il n’y a plus rien à réparer."),
        new("Somebody else has taken it up.", "Quelqu’un d’autre s’en est chargé."),
        new("'{0}' runs already, and only one may at a time.", "« {0} » s’exécute déjà, et un seul le peut à la fois."),
        new("There is no delivery {0}.", "Il n’y a pas de livraison {0}."),
        new(
            "The delivery has not ended yet; it is worked on by itself.",
            "La livraison n’est pas terminée ; elle est traitée d’elle-même."
        ),
        new(
            "It has not been given up: it waits to be sent. 'nextTryAt' says when it is tried next.",
            "Elle n’est pas abandonnée : elle attend d’être envoyée."
        ),
        new(
            "The subscription was removed, so there is nobody to send it to.",
            "L’abonnement a été supprimé : il n’y a personne à qui l’envoyer."
        ),
        new(
            "It answered {0}, and redirects are not followed. Give the subscription the url that it leads to{1}.",
            "La réponse est {0}, et les redirections ne sont pas suivies. Donnez à l’abonnement l’adresse vers laquelle elle mène{1}."
        ),
        new(
            "It answered {0}; a delivery is made when the answer is 2xx.",
            "La réponse est {0} ; une livraison est faite quand la réponse est 2xx."
        ),
        new("It did not answer within {0}.", "Pas de réponse en {0}."),
        new("'{0}' leads to {1}, where no webhook may go.", "« {0} » mène à {1}, où aucun webhook ne peut aller."),
        new(
            "The setting Webhooks:AllowedNetworks allows networks inside.",
            "Le réglage Webhooks:AllowedNetworks autorise des réseaux internes."
        ),
        new("No server for e-mail is set: Mail:Smtp:Host.", "Aucun serveur de courriel n’est réglé : Mail:Smtp:Host."),
        new(
            "The settings lack the secret that it names: Mail:Secrets:<name>.",
            "Il manque aux réglages le secret qui est nommé : Mail:Secrets:<nom>."
        ),
        new(
            "The server does not let the user in with this password.",
            "Le serveur refuse l’utilisateur avec ce mot de passe."
        ),
        new("The server has no folder '{0}'.", "Le serveur n’a pas de dossier « {0} »."),
        new("The workflow has {0} errors; nothing was changed.", "Le workflow a {0} erreurs ; rien n’a été modifié."),
        new("The workflow could not be started.", "Le workflow n’a pas pu être lancé."),
        new("There is no e-mail {0}.", "Il n’y a pas de courriel {0}."),
        new(
            "The e-mail has not ended yet; it is worked on by itself.",
            "Le courriel n’est pas terminé ; il est traité de lui-même."
        ),
        new("The e-mail is part of a case already.", "Le courriel fait déjà partie d’un dossier."),
    ];
}
