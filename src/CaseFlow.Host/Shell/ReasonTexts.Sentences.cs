namespace CaseFlow.Host.Shell;

internal static partial class ReasonTexts
{
    // A place of the English text that the other one leaves out is a key, or is seen beside it.
    public static readonly ImmutableArray<Words> Sentences =
    [
        // The case itself.
        new("There is no such case.", "Ce dossier n’existe pas."),
        new("There is no case {0}.", "Il n’y a pas de dossier {0}."),
        new("Case {0} exists already.", "Le dossier {0} existe déjà."),
        new(
            "The case has changed since version {0}; it is at version {1} now. Read it again and decide again.",
            "Le dossier a changé depuis la version {0} ; il en est à la version {1}. Relisez-le et décidez à nouveau."
        ),
        new("Case {0}: {1}", "Dossier {0} : {1}"),
        new(
            "Case {0} is '{1}' of {2} already; go on there.",
            "Le dossier {0} est déjà « {1} » de {2} ; continuez là-bas."
        ),
        new("'{0}' needs one of the roles {1}.", "Il faut l’un des rôles {1}."),
        new("The role {0} may do it.", "Le rôle {0} peut le faire."),
        new("It takes the role {0}.", "Il faut le rôle {0}."),
        new(
            "'{0}' is for closed cases, and this one is active.",
            "Ceci ne concerne que les dossiers clos, et celui-ci est actif."
        ),
        new(
            "The case is {0}; '{1}' is not possible any more. Reactivate it first.",
            "Le dossier est {0} ; ce n’est plus possible. Réactivez-le d’abord."
        ),
        new("The case is {0}; '{1}' is not possible any more.", "Le dossier est {0} ; ce n’est plus possible."),
        // Fields.
        new("'{0}' must be filled.", "« {0} » doit être rempli."),
        new("There is no field '{0}'.", "Il n’y a pas de champ « {0} »."),
        new("There is no field '{0}'{1}.", "Il n’y a pas de champ « {0} »{1}."),
        new("'{0}' takes {1}, not {2}.", "« {0} » attend {1}, et non {2}."),
        new("'{0}' takes a day such as 2026-01-31.", "« {0} » attend un jour comme 2026-01-31."),
        new(
            "'{0}' takes a time such as 2026-01-31T10:00:00Z.",
            "« {0} » attend un instant comme 2026-01-31T10:00:00Z."
        ),
        new("'{0}' has {1} characters; {2} are the most.", "« {0} » a {1} caractères ; {2} au plus."),
        new("'{0}' does not have the form {1}.", "« {0} » n’a pas la forme {1}."),
        new("'{0}' cannot be '{1}'{2}. Possible: {3}.", "« {0} » ne peut pas être « {1} »{2}. Possibles : {3}."),
        new("'{0}' is at least {1}.", "« {0} » vaut au moins {1}."),
        new("'{0}' is at most {1}.", "« {0} » vaut au plus {1}."),
        new("A case needs a title.", "Un dossier a besoin d’un titre."),
        new("The title has {0} characters; {1} are the most.", "Le titre a {0} caractères ; {1} au plus."),
        new("The title takes a text, and cannot be empty.", "Le titre est un texte et ne peut pas être vide."),
        new("A case needs a customer.", "Un dossier a besoin d’un client."),
        new(
            "The customer takes the id of a customer, and cannot be empty.",
            "Le client attend l’identifiant d’un client et ne peut pas être vide."
        ),
        new("The contact takes the id of a contact.", "Le contact attend l’identifiant d’un contact."),
        new("The entitlement takes the id of an entitlement.", "Le contrat attend l’identifiant d’un contrat."),
        // Customers, contacts and who works on it.
        new("Nobody owns the case.", "Personne n’est responsable du dossier."),
        new("Nobody works on the case.", "Personne ne travaille sur le dossier."),
        new(
            "There is no customer {0}. Create it first, or choose another one.",
            "Il n’y a pas de client {0}. Créez-le d’abord, ou choisissez-en un autre."
        ),
        new(
            "There is no contact {0}. Create it first, or choose another one.",
            "Il n’y a pas de contact {0}. Créez-le d’abord, ou choisissez-en un autre."
        ),
        new(
            "Contact '{0}' does not belong to customer '{1}'.",
            "Le contact « {0} » n’appartient pas au client « {1} »."
        ),
        new("Name a user or a team, one of the two.", "Indiquez une personne ou une équipe, l’une des deux."),
        new("{0} is deactivated. Choose somebody else.", "{0} est désactivé. Choisissez quelqu’un d’autre."),
        new(
            "Say in 'note' what the new owner should know.",
            "Indiquez dans la note ce que le nouveau responsable doit savoir."
        ),
        new("'note' has more than {0} characters.", "La note a plus de {0} caractères."),
        // Statuses and stages.
        new(
            "'{0}' cannot move to '{1}'. Nothing is possible from here.",
            "« {0} » ne peut pas passer à « {1} ». Rien n’est possible à partir d’ici."
        ),
        new("'{0}' cannot move to '{1}'. Possible: {2}.", "« {0} » ne peut pas passer à « {1} ». Possibles : {2}."),
        new("'{0}' cannot move to '{1}' yet.", "« {0} » ne peut pas encore passer à « {1} »."),
        new(
            "'{0}' is a status of {1} cases; a case comes there by '{2}', not by moving its status.",
            "« {0} » est le statut d’un dossier {1} ; on y arrive par « {2} », non en changeant de statut."
        ),
        new("There is no status '{0}' here{1}.", "Il n’y a pas de statut « {0} » ici{1}."),
        new(
            "'{0}' leads to a status of {1} cases, and '{2}' is none. None can be reached from here.",
            "Cette commande mène à un statut de dossier {1}, et « {2} » n’en est pas un. Aucun n’est accessible d’ici."
        ),
        new(
            "'{0}' leads to a status of {1} cases, and '{2}' is none. Possible: {3}.",
            "Cette commande mène à un statut de dossier {1}, et « {2} » n’en est pas un. Possibles : {3}."
        ),
        new("No case starts at '{0}'. Possible: {1}.", "Aucun dossier ne commence à « {0} ». Possibles : {1}."),
        new("'{0}' cannot go on to '{1}' yet.", "« {0} » ne peut pas encore passer à « {1} »."),
        new("The step '{0}' must be done.", "L’étape « {0} » doit être faite."),
        new("This must hold: {0}.", "Ceci doit être vrai : {0}."),
        new("This must hold: {0}; but {1}.", "Ceci doit être vrai : {0} ; or {1}."),
        new(
            "Going to '{0}' leaves the path, so it needs a reason.",
            "Aller à « {0} » quitte le parcours et demande un motif."
        ),
        new("Say in 'reason' why it is taken up again.", "Indiquez pourquoi le dossier est repris."),
        new(
            "'{0}' cannot be '{1}' any more: it is retired.",
            "« {0} » ne peut plus être « {1} » : cette valeur n’est plus proposée."
        ),
        new("Say why the path is left.", "Indiquez pourquoi le parcours est quitté."),
        new("This process has no stages.", "Ce processus n’a pas d’étapes."),
        new("'{0}' is the last stage; resolve the case.", "« {0} » est la dernière étape ; résolvez le dossier."),
        new(
            "'{0}' is where the path of this case began.",
            "« {0} » est l’étape où le parcours de ce dossier a commencé."
        ),
        new("The case is at stage '{0}' already.", "Le dossier est déjà à l’étape « {0} »."),
        new(
            "The case has not been at '{0}', so it cannot go back to it.",
            "Le dossier n’est pas passé par « {0} » et ne peut donc pas y revenir."
        ),
        new("There is no stage '{0}' here{1}.", "Il n’y a pas d’étape « {0} » ici{1}."),
        new(
            "The version does not know where the case stands (status '{0}', stage '{1}', queue '{2}'), "
                + "and its 'migrate' does not map it.",
            "La version ne sait pas où en est le dossier (statut « {0} », étape « {1} », file « {2} ») "
                + "et son « migrate » ne l’indique pas."
        ),
        // Queues.
        new("There is no queue '{0}' here{1}.", "Il n’y a pas de file « {0} » ici{1}."),
        new(
            "The case is in no queue, so there is nothing to {0}.",
            "Le dossier n’est dans aucune file : il n’y a rien à en faire."
        ),
        new("{0} is already working on it.", "{0} y travaille déjà."),
        new(
            "Nobody is working on it, so there is nothing to release.",
            "Personne n’y travaille : il n’y a rien à libérer."
        ),
        new(
            "{0} is working on it; only {1} or somebody with the role {2} can release it.",
            "{0} y travaille ; seul {1} ou quelqu’un ayant le rôle {2} peut le libérer."
        ),
        new(
            "'{0}' is a private queue; only its members, supervisors and admins work with what waits there.",
            "« {0} » est une file privée ; seuls ses membres, les superviseurs et les administrateurs y travaillent."
        ),
        new(
            "No routing rule matches, and the process has no 'otherwise'.",
            "Aucune règle d’acheminement ne correspond, et le processus n’a pas de « otherwise »."
        ),
        // Activities.
        new("The {0} '{1}' is open.", "« {1} » est en cours."),
        new(
            "Resolve with 'cancelOpenActivities' to cancel them.",
            "Confirmez leur annulation pour résoudre le dossier."
        ),
        new("Complete or cancel them first.", "Terminez-les ou annulez-les d’abord."),
        new("Activity {0} is not open any more.", "L’activité {0} n’est plus en cours."),
        new("There is no activity {0}.", "Il n’y a pas d’activité {0}."),
        new("An activity has a subject of 1 to {0} characters.", "Une activité a un objet de 1 à {0} caractères."),
        new("The text has more than {0} characters.", "Le texte a plus de {0} caractères."),
        new("Only calls and e-mails have a direction.", "Seuls les appels et les courriels ont un sens."),
        new("Minutes are from 0 to {0}.", "Les minutes vont de 0 à {0}."),
        new(
            "The activity was cancelled; add one that is to be done.",
            "L’activité a été annulée ; ajoutez-en une qui est à faire."
        ),
        new(
            "The activity came along with a case that became part of this one; let that case go by 'unmerge' first.",
            "L’activité est venue avec un dossier fusionné dans celui-ci ; défaites d’abord cette fusion."
        ),
        // Resolving and what is billed.
        new("The case cannot be resolved yet.", "Le dossier ne peut pas encore être résolu."),
        new("Say in 'resolution' how it was resolved.", "Indiquez dans la résolution comment il a été résolu."),
        new(
            "The case is at stage '{0}'; it is resolved from '{1}'.",
            "Le dossier est à l’étape « {0} » ; il se résout depuis « {1} »."
        ),
        new("Billable minutes cannot be less than 0.", "Les minutes facturables ne peuvent pas être négatives."),
        new(
            "The activities took {0} minutes; {1} cannot be billed.",
            "Les activités ont pris {0} minutes ; {1} ne peuvent pas être facturées."
        ),
        new(
            "Say why {0} minutes are billed: the activities took {1}.",
            "Indiquez pourquoi {0} minutes sont facturées : les activités en ont pris {1}."
        ),
        new("It was resolved at {0}.", "Il a été résolu le {0}."),
        // Merging and letting go.
        new(
            "The case became part of case {0}; go on there.",
            "Le dossier a été fusionné dans le dossier {0} ; continuez là-bas."
        ),
        new(
            "Name from 1 to {0} cases that become part of this one.",
            "Indiquez de 1 à {0} dossiers à fusionner dans celui-ci."
        ),
        new("A case cannot become part of itself.", "Un dossier ne peut pas être fusionné dans lui-même."),
        new(
            "Case {0} is {1}; only active cases are merged.",
            "Le dossier {0} est {1} ; seuls les dossiers actifs sont fusionnés."
        ),
        new(
            "Case {0} cannot move from '{1}' to a merged status.",
            "Le dossier {0} ne peut pas passer de « {1} » à un statut de fusion."
        ),
        new(
            "Case {0} is a child; it becomes part only of another child of the same parent.",
            "Le dossier {0} est un enfant ; il ne fusionne qu’avec un autre enfant du même parent."
        ),
        new(
            "Case {0} has children, and {1} is a child, which has none.",
            "Le dossier {0} a des enfants, et {1} est un enfant, qui n’en a pas."
        ),
        new("Case {0} is none of those that are merged.", "Le dossier {0} n’est pas de ceux qui sont fusionnés."),
        new(
            "'into' goes with the status 'merged', not with '{0}'.",
            "Le dossier qui continue va avec un statut de fusion, non avec « {0} »."
        ),
        new(
            "Name in 'into' the case that this one becomes part of.",
            "Indiquez le dossier dans lequel celui-ci est fusionné."
        ),
        new(
            "There is no case {0} that this one could become part of.",
            "Il n’y a pas de dossier {0} dans lequel celui-ci pourrait être fusionné."
        ),
        new(
            "The case that this one becomes part of must be active.",
            "Le dossier dans lequel celui-ci est fusionné doit être actif."
        ),
        new("No such case has become part of this one.", "Aucun dossier de ce nom n’a été fusionné dans celui-ci."),
        new(
            "Say in 'caseId' which of the merged cases is let go.",
            "Indiquez lequel des dossiers fusionnés est à détacher."
        ),
        new("Case {0} has not become part of this one.", "Le dossier {0} n’a pas été fusionné dans celui-ci."),
        new(
            "Case {0} could be let go until {1}; it is part of this one for good.",
            "Le dossier {0} pouvait être détaché jusqu’au {1} ; il fait définitivement partie de celui-ci."
        ),
        new(
            "Activity {0} was not added to this case since {1} became part of it.",
            "L’activité {0} n’a pas été ajoutée à ce dossier depuis que {1} y a été fusionné."
        ),
        // Parents and children.
        new("Name the cases that become children.", "Indiquez les dossiers qui deviennent des enfants."),
        new("{0} is no child of it.", "{0} n’en est pas un enfant."),
        new(
            "There is no case {0} that this one could be a child of.",
            "Il n’y a pas de dossier {0} dont celui-ci pourrait être l’enfant."
        ),
        new("Case {0} is closed; it takes no children.", "Le dossier {0} est clos ; il n’accepte pas d’enfants."),
        new(
            "Case {0} is a child itself; a child has no children.",
            "Le dossier {0} est lui-même un enfant ; un enfant n’a pas d’enfants."
        ),
        new(
            "A case has at most {0} children; these would be {1}.",
            "Un dossier a au plus {0} enfants ; il y en aurait {1}."
        ),
        new("A case cannot be its own child.", "Un dossier ne peut pas être son propre enfant."),
        new(
            "Case {0} has children; a parent cannot become a child.",
            "Le dossier {0} a des enfants ; un parent ne peut pas devenir un enfant."
        ),
        new("Case {0} is the child of another case.", "Le dossier {0} est l’enfant d’un autre dossier."),
        new("Case {0} has become part of another case.", "Le dossier {0} a été fusionné dans un autre."),
        new("The child {0} is active.", "L’enfant {0} est actif."),
        new(
            "Whether the child {0} can end as well is not known here; end the case itself.",
            "On ignore ici si l’enfant {0} peut se terminer aussi ; terminez le dossier lui-même."
        ),
        // Taking back.
        new(
            "There is no change of this case that could be taken back.",
            "Ce dossier n’a aucune modification qui puisse être annulée."
        ),
        new(
            "The case has changed since: the last change is '{0}' by {1}. Look at it again.",
            "Le dossier a changé depuis : la dernière modification est de {1}. Regardez-le à nouveau."
        ),
        new(
            "The last change is '{0}' by {1}; nobody takes back what another one did.",
            "La dernière modification est de {1} ; nul n’annule ce qu’un autre a fait."
        ),
        new("'{0}' cannot be taken back.", "Ceci ne peut pas être annulé."),
        new("'{0}' could be taken back until {1}.", "Ceci pouvait être annulé jusqu’au {1}."),
        new("Let the cases go by 'unmerge'.", "Détachez les dossiers fusionnés."),
        new("There is no way back from it, only onwards.", "On n’en revient pas ; on ne peut qu’avancer."),
        new("It changed other cases along with this one.", "D’autres dossiers ont été modifiés avec celui-ci."),
        new("It had the workflow '{0}' run.", "Le flux « {0} » s’est exécuté."),
        new("The e-mail has been sent.", "Le courriel est parti."),
        new("The process does not have the status '{0}' any more.", "Le processus n’a plus le statut « {0} »."),
        new("The process does not have the stage '{0}' any more.", "Le processus n’a plus l’étape « {0} »."),
        new("The process does not have the queue '{0}' any more.", "Le processus n’a plus la file « {0} »."),
        new(
            "What it took from '{0}' or gave back is settled: the entitlement has ended.",
            "Ce qui a été pris ou rendu à « {0} » est définitif : le contrat est terminé."
        ),
        // Duplicates and similar cases.
        new(
            "It is likely open already: {0}. Go on there, or open it with 'ignoringDuplicates'.",
            "Un dossier semblable est probablement déjà ouvert : {0}. Continuez là-bas, ou ouvrez-le quand même."
        ),
        new("Case {0} has a title that is alike by {1}.", "Le titre du dossier {0} est semblable à {1}."),
        new(
            "A case is not similar to itself; name another one.",
            "Un dossier n’est pas semblable à lui-même ; indiquez-en un autre."
        ),
        // Entitlements.
        new("There is no entitlement {0}.", "Il n’y a pas de contrat {0}."),
        new("'{0}' cannot be used for this case.", "« {0} » ne s’applique pas à ce dossier."),
        new(
            "'{0}' has {1} terms left{2}, and this takes {3}. "
                + "Choose another entitlement, or none, or switch on 'do-not-decrement' with a reason.",
            "Il reste {1} unité(s) à « {0} »{2}, et il en faut {3}. "
                + "Choisissez un autre contrat, ou aucun, ou suspendez le décompte en indiquant pourquoi."
        ),
        new("It has {0} terms left.", "Il lui reste {0} unité(s)."),
        new("Its channel '{0}' has {1} terms left.", "Il reste {1} unité(s) à son canal « {0} »."),
        new("It belongs to another customer.", "Il appartient à un autre client."),
        new(
            "It lists contacts, and the contact of the case is not among them.",
            "Il énumère des contacts, et celui du dossier n’en est pas."
        ),
        new("It is for {0} only.", "Il ne vaut que pour {0}."),
        new("It is for the channels {0} only.", "Il ne vaut que pour les canaux {0}."),
        new("It starts on {0}.", "Il commence le {0}."),
        new("It ended on {0}.", "Il s’est terminé le {0}."),
        new("It is cancelled.", "Il est annulé."),
        new(
            "The entitlement is {0}; '{1}' is for one that is {2}. Deactivate it first.",
            "Le contrat est {0} ; ceci ne concerne qu’un contrat {2}. Désactivez-le d’abord."
        ),
        new(
            "The entitlement is {0}; '{1}' is for one that is {2}.",
            "Le contrat est {0} ; ceci ne concerne qu’un contrat {2}."
        ),
        new("It is a draft.", "C’est un brouillon."),
        new("Say why nothing is taken from the entitlement.", "Indiquez pourquoi rien n’est pris du contrat."),
        new("'reason' has more than {0} characters.", "Le motif a plus de {0} caractères."),
        // Why a case is in its queue, why in no other, and who got it.
        new("{0} sends it there.", "{0} l’y envoie."),
        new("{0} does not send it there.", "{0} ne l’y envoie pas."),
        new("It matches, and no rule before it does.", "Elle convient, et aucune avant elle."),
        new("{0}; the rule needs {1}.", "{0} ; la règle demande {1}."),
        new(
            "It takes what no rule matches, and {0} comes before it and sends the case to {1}.",
            "Elle prend ce qu’aucune règle ne retient, et {0} vient avant elle et envoie le dossier vers {1}."
        ),
        new(
            "Its conditions hold, but {0} comes before it and sends the case to {1}.",
            "Ses conditions sont remplies, mais {0} vient avant elle et envoie le dossier vers {1}."
        ),
        new(
            "No rule leads to {0}, and none matches the case.",
            "Aucune règle ne mène à {0}, et aucune ne convient au dossier."
        ),
        new(
            "No rule leads to {0}; {1} sends the case to {2}.",
            "Aucune règle ne mène à {0} ; {1} envoie le dossier vers {2}."
        ),
        new(
            "None of the {0} rules that lead to {1} matches, and no other does.",
            "Aucune des {0} règles qui mènent à {1} ne convient, ni aucune autre."
        ),
        new(
            "None of the {0} rules that lead to {1} sends it there; {2} sends it to {3}.",
            "Aucune des {0} règles qui mènent à {1} ne l’y envoie ; {2} l’envoie vers {3}."
        ),
        new(
            "By '{0}' the queue opens at {1}; until then the case waits.",
            "Selon « {0} », la file ouvre le {1} ; d’ici là le dossier attend."
        ),
        new("Nobody works in the queue.", "Personne ne travaille dans la file."),
        new("Nobody can take it now, so it waits.", "Personne ne peut le prendre maintenant : il attend."),
        new("Only {0} can take it.", "Seul {0} peut le prendre."),
        new("{0} works on the fewest cases.", "{0} a le moins de dossiers."),
        new("{0} was never given one here.", "{0} n’en a jamais reçu ici."),
        new("{0} was given one here longest ago.", "{0} est celui qui attend ici depuis le plus longtemps."),
        new("{0} are level; the name decides.", "{0} sont à égalité ; le nom décide."),
        new("{0} work on the fewest cases; of them {1} {2}.", "{0} ont le moins de dossiers ; parmi eux, {1} {2}."),
        // What came in from outside.
        new("'key' gives nothing.", "« key » ne donne rien."),
        new("No case has the key '{0}'.", "Aucun dossier n’a la clé « {0} »."),
        new("The delivery names no customer.", "La livraison n’indique pas de client."),
        new("There is no customer '{0}'.", "Il n’y a pas de client « {0} »."),
        new("There is no workflow '{0}'.", "Il n’y a pas de flux « {0} »."),
        new("There is no webhook '{0}' any more.", "Il n’y a plus de webhook « {0} »."),
        new("There is no mailbox '{0}' any more.", "Il n’y a plus de boîte « {0} »."),
        new("There is no process '{0}' any more.", "Il n’y a plus de processus « {0} »."),
        new(
            "The webhook takes another kind of body than this delivery has.",
            "Le webhook attend un autre genre de contenu que celui de cette livraison."
        ),
        new("The host failed at this. It is in its log.", "L’hôte y a échoué. C’est dans son journal."),
        new("The case kept changing meanwhile. Try again.", "Le dossier changeait sans cesse. Réessayez."),
        new(
            "It has {0} bytes; Mail:Incoming:MaxBytes allows {1}.",
            "Il a {0} octets ; Mail:Incoming:MaxBytes en permet {1}."
        ),
        new("E-mail {0} has no content.", "Le courriel {0} n’a pas de contenu."),
        new("It is no e-mail: it has no headers.", "Ce n’est pas un courriel : il n’a pas d’en-têtes."),
        new("{0} sent more than {1} e-mails within {2}.", "{0} a envoyé plus de {1} courriels en {2}."),
        new("It came to another mailbox as well.", "Il est arrivé dans une autre boîte aussi."),
        new("It does not say whom it is from.", "Il ne dit pas de qui il vient."),
        new("{0} is the address of no customer.", "{0} n’est l’adresse d’aucun client."),
        new("No entitlement of {0} holds today.", "Aucun contrat de {0} n’est en vigueur aujourd’hui."),
        new("This answers {0}, which was closed too long ago.", "Ceci répond à {0}, clos depuis trop longtemps."),
        new("It is from {0}, which is an address of this desk.", "Il vient de {0}, une adresse de ce service."),
        new("It is the report of a server (multipart/report).", "C’est le rapport d’un serveur (multipart/report)."),
        new(
            "It has no sender that could be answered (Return-Path: <>).",
            "Il n’a pas d’expéditeur à qui répondre (Return-Path: <>)."
        ),
        new(
            "It has no sender that could be answered (From: <>).",
            "Il n’a pas d’expéditeur à qui répondre (From: <>)."
        ),
        new("It is from a server ({0}).", "Il vient d’un serveur ({0})."),
        new(
            "It says that no person sent it (Auto-Submitted: {0}).",
            "Il dit que personne ne l’a envoyé (Auto-Submitted: {0})."
        ),
        new(
            "It was sent to many or by a program (Precedence: {0}).",
            "Il a été envoyé à beaucoup ou par un programme (Precedence: {0})."
        ),
        new(
            "It wants no automatic answer (X-Auto-Response-Suppress).",
            "Il ne veut pas de réponse automatique (X-Auto-Response-Suppress)."
        ),
        new("It came over a mailing list ({0}).", "Il est venu par une liste de diffusion ({0})."),
        new("It is an automatic reply ({0}).", "C’est une réponse automatique ({0})."),
    ];

    /// <summary>What is put into them, and stands by itself beside a person or a condition.</summary>
    public static readonly ImmutableArray<Words> Phrases =
    [
        new("active", "actif"),
        new("resolved", "résolu"),
        new("cancelled", "annulé"),
        new("; did you mean '{0}'?", " ; vouliez-vous dire « {0} » ?"),
        new("a whole number", "un nombre entier"),
        new("a number", "un nombre"),
        new("true or false", "vrai ou faux"),
        new("a day such as 2026-01-31", "un jour comme 2026-01-31"),
        new("a time such as 2026-01-31T10:00:00Z", "un instant comme 2026-01-31T10:00:00Z"),
        new("a text", "un texte"),
        new("{0} is not set", "{0} est vide"),
        new("{0} is set", "{0} est rempli"),
        new("{0} is {1}", "{0} vaut {1}"),
        new("always {0}", "c’est toujours {0}"),
        new(" for the channel '{0}'", " pour le canal « {0} »"),
        // What a condition takes.
        new("one of {0}", "l’un de {0}"),
        new("none of {0}", "aucun de {0}"),
        new("anything but {0}", "tout sauf {0}"),
        new("a value", "une valeur"),
        new("it to be empty", "qu’il soit vide"),
        new("before {0}", "avant {0}"),
        new("after {0}", "après {0}"),
        new("less than {0}", "moins de {0}"),
        new("more than {0}", "plus de {0}"),
        new("{0} or later", "{0} ou plus tard"),
        new("{0} or earlier", "{0} ou plus tôt"),
        new("{0} or more", "{0} ou plus"),
        new("{0} or less", "{0} ou moins"),
        new("a text that contains {0}", "un texte contenant {0}"),
        new("a text that does not contain {0}", "un texte ne contenant pas {0}"),
        new("a text that begins with {0}", "un texte commençant par {0}"),
        new("a text that does not begin with {0}", "un texte ne commençant pas par {0}"),
        new("a text that ends with {0}", "un texte finissant par {0}"),
        new("a text that does not end with {0}", "un texte ne finissant pas par {0}"),
        new("a text that matches {0}", "un texte conforme à {0}"),
        new("a text that does not match {0}", "un texte non conforme à {0}"),
        new("the opposite of {0}", "le contraire de {0}"),
        // Rules and people.
        new("Rule '{0}'", "La règle « {0} »"),
        new("rule '{0}'", "la règle « {0} »"),
        new("is deactivated", "est désactivé"),
        new("is busy", "est occupé"),
        new("is away", "est absent"),
        new("is offline", "est hors ligne"),
        new("lacks the skill {0}", "n’a pas la compétence {0}"),
        new("works on {0} of {1}", "travaille sur {0} dossiers, {1} au plus"),
        new("works here only while the queue is open", "ne travaille ici que pendant l’ouverture de la file"),
        new("was never given one here", "n’en a jamais reçu ici"),
        new("was given one here longest ago", "est celui qui attend ici depuis le plus longtemps"),
    ];
}
