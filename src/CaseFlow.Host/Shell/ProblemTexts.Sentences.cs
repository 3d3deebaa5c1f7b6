namespace CaseFlow.Host.Shell;

/// <content>The sentences, by their English form.</content>
internal static partial class ProblemTexts
{
    /// <summary>What can be wrong; what it names stands in its gaps.</summary>
    public static readonly ImmutableArray<Words> Sentences =
    [
        new(
            "',' or the closing bracket was expected here; where the text before has brackets of its own, put the whole text in double quotes",
            "une « , » ou le crochet fermant était attendu ici ; si le texte qui précède contient lui-même des crochets, mettez-le entier entre guillemets doubles"
        ),
        new(
            "a tab cannot indent in YAML; use spaces",
            "une tabulation ne peut pas servir de retrait en YAML ; mettez des espaces"
        ),
        new(
            "a text cannot begin with '{0}'; put the whole text in double quotes",
            "un texte ne peut pas commencer par « {0} » ; mettez-le entier entre guillemets doubles"
        ),
        new(
            "a value that begins with '!' is a tag to YAML, and tags mean nothing here; put the whole text in double quotes",
            "une valeur qui commence par « ! » est une étiquette pour YAML, sans effet ici ; mettez le texte entier entre guillemets doubles"
        ),
        new(
            "in double quotes '\\' begins an escape such as '\\n'; write it as '\\\\', or use single quotes",
            "entre guillemets doubles, « \\ » commence un échappement tel que « \\n » ; écrivez « \\\\ » ou prenez des guillemets simples"
        ),
        new(
            "the text goes on after its closing quote; put the whole text in double quotes",
            "le texte continue après son guillemet fermant ; mettez-le entier entre guillemets doubles"
        ),
        new(
            "this ':' would begin a second value; where it belongs to a text, put the whole text in double quotes",
            "ce « : » commencerait une deuxième valeur ; s’il fait partie d’un texte, mettez-le entier entre guillemets doubles"
        ),
        new(
            "this bracket is not closed; end it with ']' or '}'",
            "ce crochet n’est pas fermé ; terminez par « ] » ou « }} »"
        ),
        new(
            "this character cannot stand in a text file; is it YAML at all?",
            "ce caractère n’a pas sa place dans un fichier de texte ; est-ce bien du YAML ?"
        ),
        new(
            "this line does not go with the lines above; indent it like its neighbours",
            "cette ligne ne va pas avec celles du dessus ; alignez-la sur ses voisines"
        ),
        new("this quote is not closed", "ce guillemet n’est pas fermé"),
        new("this is nested deeper than {0} levels", "l’imbrication dépasse {0} niveaux"),
        new(
            "with '{0}' written out, the file has more than {1} values",
            "avec « {0} » développé, le fichier compte plus de {1} valeurs"
        ),
        new("'{0}' would repeat itself for ever", "« {0} » se répéterait sans fin"),
        new(
            "'{0}' repeats what is marked '{1}', and nothing above is; a text that begins with '*' has to stand in quotes",
            "« {0} » répète ce qui est marqué « {1} », et rien ne l’est plus haut ; un texte qui commence par « * » se met entre guillemets"
        ),
        new(
            "'---' begins a second document here; a file holds one",
            "« --- » commence ici un deuxième document ; un fichier n’en contient qu’un"
        ),
        new("a key is a single word", "une clé est un seul mot"),
        new(
            "merging with '<<' is not supported; write the keys out",
            "la fusion par « << » n’est pas prise en charge ; écrivez les clés"
        ),
        new(
            "'{0}' stands here a second time; the first is in line {1}",
            "« {0} » figure ici une deuxième fois ; la première est à la ligne {1}"
        ),
        new(
            "'{0}' and '{1}' do not go together in one {2}; make two of them",
            "« {0} » et « {1} » ne vont pas ensemble ({2}) ; faites-en deux"
        ),
        new("{0} begins with one of {1}", "{0} commence par l’un de {1}"),
        new("unknown key '{0}' in {1}", "clé inconnue « {0} » dans {1}"),
        new("'{0}' says nothing; fill it in, or remove it", "« {0} » ne dit rien ; remplissez-le ou retirez-le"),
        new("'{0}' says nothing; fill it in", "« {0} » ne dit rien ; remplissez-le"),
        new(
            "field '{0}' is a choice and needs 'choices', such as [small, large]",
            "le champ « {0} » est un choix et demande « choices », comme [small, large]"
        ),
        new("{0} needs '{1}': {2}", "{0} demande « {1} » : {2}"),
        new("the file says nothing", "le fichier ne dit rien"),
        new(
            "'{0}' holds {1}, each a name with what belongs to it",
            "« {0} » contient des éléments, chacun un nom avec ce qui lui appartient ({1})"
        ),
        new("'{0}' stands alone; remove what is behind it", "« {0} » est seul ; retirez ce qui le suit"),
        new(
            "'{0}' is a list, because its order matters: write '- ' before the name of each",
            "« {0} » est une liste, car l’ordre compte : mettez « - » devant chaque nom"
        ),
        new(
            "'{0}' stands beside {1} and should stand under it; indent it by two more",
            "« {0} » est à côté de {1} et devrait être dessous ; décalez-le de deux espaces"
        ),
        new(
            "{0} is a condition, and its ': ' makes YAML read it as a key; put the whole condition in double quotes",
            "{0} : c’est une condition, et à cause de « : » YAML y lit une clé ; mettez la condition entière entre guillemets doubles"
        ),
        new("{0} is described by keys ({1})", "{0} se décrit par des clés ({1})"),
        new("{0} unknown {1} '{2}'", "{1} : « {2} » n’existe pas ({0})"),
        new(
            "policy '{0}' leads to unknown active status '{1}'",
            "la politique « {0} » mène au statut actif « {1} », qui n’existe pas"
        ),
        new("'{0}' is a record; write 'lookup: {1}'", "« {0} » est une fiche ; écrivez « lookup: {1} »"),
        new(
            "'{0}' says too little; write '{1}: ' and what it is about",
            "« {0} » n’en dit pas assez ; écrivez « {1}: » et de quoi il s’agit"
        ),
        new(
            "'{0}' has a meaning of its own in transitions; choose another name for the status",
            "« {0} » a un sens propre dans les transitions ; choisissez un autre nom pour le statut"
        ),
        new(
            "'otherwise' names the cases that no rule matches; call the rule something else",
            "« otherwise » désigne les dossiers qu’aucune règle ne prend ; nommez la règle autrement"
        ),
        new(
            "'overflow' names the cases that a queue gives on; call the rule something else",
            "« overflow » désigne les dossiers qu’une file transmet ; nommez la règle autrement"
        ),
        new(
            "every case has '{0}' already; remove it here, or choose another name",
            "tout dossier a déjà « {0} » ; retirez-le ici, ou choisissez un autre nom"
        ),
        new("'max' is {0} and below 'min', which is {1}", "« max » vaut {0}, moins que « min », qui vaut {1}"),
        new("'{0}' of an integer is a whole number", "« {0} » d’un entier est un nombre entier"),
        new(
            "process '{0}' belongs into the file '{1}', and this one is '{2}'",
            "le processus « {0} » va dans le fichier « {1} », et celui-ci est « {2} »"
        ),
        new("'{0}' means nothing in a ticket number", "« {0} » ne veut rien dire dans un numéro de dossier"),
        new(
            "a ticket number has exactly one {number}, such as 'CAS-{year}-{number:00000}'",
            "un numéro de dossier a exactement un {{number}}, comme « CAS-{{year}}-{{number:00000}} »"
        ),
        new("'{0}' is for {1}, and '{2}' is of type {3}", "« {0} » est pour {1}, et « {2} » est du type {3}"),
        new("this is no regular expression: {0}", "ce n’est pas une expression régulière : {0}"),
        new(
            "this pattern looks ahead, looks behind or refers back, or is too large; write it without that",
            "ce motif regarde en avant ou en arrière, se réfère à lui-même ou est trop grand ; écrivez-le sans cela"
        ),
        new(
            "'{0}' is a built-in field and stays a choice; only its choices can change",
            "« {0} » est un champ intégré et reste un choix ; seuls ses choix peuvent changer"
        ),
        new(
            "'{0}' is a built-in field and stays a text or becomes a choice",
            "« {0} » est un champ intégré : il reste un texte ou devient un choix"
        ),
        new(
            "'{0}' is one of 'subjects' here; remove it from 'fields'",
            "« {0} » est ici l’un de « subjects » ; retirez-le de « fields »"
        ),
        new(
            "KPI '{0}' has a title in line {1} already; one of its rules says it for all",
            "l’indicateur « {0} » a déjà un titre à la ligne {1} ; une de ses règles le dit pour toutes"
        ),
        new(
            "KPI '{0}' has a rule '{1}' in line {2} already; give each a 'rule' of its own",
            "l’indicateur « {0} » a déjà une règle « {1} » à la ligne {2} ; donnez à chacune son « rule »"
        ),
        new(
            "a rule called '{0}' stands in line {1} already; histories keep the name as the reason",
            "une règle « {0} » est déjà à la ligne {1} ; les historiques gardent ce nom comme raison"
        ),
        new(
            "a rule called '{0}' stands in line {1} already; cases keep the name as their reason",
            "une règle « {0} » est déjà à la ligne {1} ; les dossiers gardent ce nom comme raison"
        ),
        new("{0} '{1}' stands here twice", "{0} « {1} » figure deux fois ici"),
        new(
            "status '{0}' stands in line {1} already; a status belongs to one state",
            "le statut « {0} » est déjà à la ligne {1} ; un statut appartient à un seul état"
        ),
        new("the warning after {0} stands here twice", "l’avertissement après {0} figure deux fois ici"),
        new(
            "no status says where a case starts; write 'initial: true' at one, such as '{0}'",
            "aucun statut ne dit où un dossier commence ; écrivez « initial: true » à l’un, comme « {0} »"
        ),
        new(
            "no case can come to status '{0}': no transitions lead there from an initial status",
            "aucun dossier ne peut arriver au statut « {0} » : aucune transition n’y mène depuis un statut initial"
        ),
        new(
            "a case in status '{0}' could never be closed: no transitions lead from there to a resolved or cancelled status",
            "un dossier au statut « {0} » ne pourrait jamais être clos : aucune transition ne mène de là à un statut résolu ou annulé"
        ),
        new(
            "a case cannot go from '{0}' ({1}) to '{2}' ({3}) at once; it is reactivated first, so list only the move to an active status",
            "un dossier ne peut pas passer d’un coup de « {0} » ({1}) à « {2} » ({3}) ; il est d’abord réactivé, n’indiquez donc que le passage à un statut actif"
        ),
        new("'{0}' is not expected here", "« {0} » n’est pas attendu ici"),
        new("'{0}' compares {1} with {2}", "« {0} » compare {1} avec {2}"),
        new(
            "'{0}' has no '{1}'; a name with '-' stands in backticks: {2}",
            "« {0} » n’a pas de « {1} » ; un nom avec « - » se met entre accents graves : {2}"
        ),
        new("'{0}' has no '{1}'", "« {0} » n’a pas de « {1} »"),
        new("'{0}' is no value of {1}", "« {0} » n’est pas une valeur de {1}"),
        new("a condition is true or false, but this is {0}", "une condition est vraie ou fausse, et ceci est {0}"),
        new("nothing is called '{0}' here", "rien ne s’appelle « {0} » ici"),
        new("the text ends where '{0}' is expected", "le texte s’arrête là où « {0} » est attendu"),
        new("the text ends where a value is expected", "le texte s’arrête là où une valeur est attendue"),
        new("there is no function '{0}'", "il n’y a pas de fonction « {0} »"),
        new("this condition never holds, so {0}", "cette condition n’est jamais vraie : {0}"),
        new(
            "rule '{0}' can never match, because rule '{1}' in line {2} takes all its cases before; put the narrower rule first, or remove one",
            "la règle « {0} » ne peut jamais s’appliquer, car la règle « {1} », ligne {2}, prend tous ses dossiers avant ; mettez d’abord la plus précise, ou retirez-en une"
        ),
        new(
            "rule '{0}' can never match, because rule '{1}' in line {2} takes every case; move it down",
            "la règle « {0} » ne peut jamais s’appliquer, car la règle « {1} », ligne {2}, prend tous les dossiers ; descendez-la"
        ),
        new(
            "rule '{0}' can never match, because 'otherwise' in line {1} takes every case; move 'otherwise' to the end",
            "la règle « {0} » ne peut jamais s’appliquer, car « otherwise », ligne {1}, prend tous les dossiers ; mettez « otherwise » à la fin"
        ),
        new(
            "this rule can never apply, because the one in line {0} has no 'when' and takes every case of SLA '{1}'; put it last",
            "cette règle ne peut jamais s’appliquer, car celle de la ligne {0} n’a pas de « when » et prend tous les dossiers du SLA « {1} » ; mettez-la en dernier"
        ),
        new(
            "this rule can never apply, because the one in line {0} has no 'when' and takes every case; put it last",
            "cette règle ne peut jamais s’appliquer, car celle de la ligne {0} n’a pas de « when » et prend tous les dossiers ; mettez-la en dernier"
        ),
        new(
            "'otherwise' stands in line {0} already; a case can only go to one queue",
            "« otherwise » est déjà à la ligne {0} ; un dossier ne peut aller que dans une file"
        ),
        new(
            "the gate of stage '{0}' needs field '{1}', which is only filled in {2}; move the step to an earlier stage, or remove the condition",
            "l’entrée de l’étape « {0} » demande le champ « {1} », rempli seulement dans {2} ; avancez cette tâche à une étape antérieure, ou retirez la condition"
        ),
        new("{0} has {1} characters; {2} are the most", "{0} compte {1} caractères ; le maximum est {2}"),
        new("{0} {1} are too many; {2} are the most", "{0} ({1}), c’est trop ; le maximum est {2}"),
        new(
            "the transitions make {0} single moves or more; name fewer",
            "les transitions donnent au moins {0} passages ; nommez-en moins"
        ),
        new(
            "in '{0}', each key is the code of a language, such as 'en' or 'fr'",
            "dans « {0} », chaque clé est le code d’une langue, comme « en » ou « fr »"
        ),
        new(
            "{0} '{1}' is still here, so its cases stay as they are; remove the mapping",
            "{0} « {1} » existe toujours, ses dossiers restent donc tels quels ; retirez la correspondance"
        ),
        new(
            "'{0}' by which calendar? Add 'calendar: {1}' or another one",
            "« {0} » selon quel calendrier ? Ajoutez « calendar: {1} » ou un autre"
        ),
        new(
            "'{0}' needs a calendar, and the file declares none; add one under 'calendars'",
            "« {0} » demande un calendrier, et le fichier n’en déclare aucun ; ajoutez-en un sous « calendars »"
        ),
        new(
            "there is no time zone '{0}'; they are called like Europe/Paris",
            "il n’y a pas de fuseau horaire « {0} » ; ils s’appellent comme Europe/Paris"
        ),
        new("there is no time zone '{0}'", "il n’y a pas de fuseau horaire « {0} »"),
        new("'hours': '{0}' is no day; the days are {1}", "« hours » : « {0} » n’est pas un jour ; les jours sont {1}"),
        new(
            "'hours': '{0}' is not days and hours such as '{1}'",
            "« hours » : « {0} » n’est pas une suite de jours et d’heures comme « {1} »"
        ),
        new("'hours': no hours are open at all", "« hours » : aucune heure n’est ouverte"),
        new(
            "'{0}' is no day of the calendar; write 2026-12-25, 2026-12-24..2026-12-26, or 12-25 for each year",
            "« {0} » n’est pas un jour du calendrier ; écrivez 2026-12-25, 2026-12-24..2026-12-26, ou 12-25 pour chaque année"
        ),
        new("there is no file '{0}' beside the definition", "il n’y a pas de fichier « {0} » à côté de la définition"),
        new(
            "'{0}' cannot be: a warning at 0% would come at once; write more, or remove it",
            "« {0} » est impossible : un avertissement à 0 % viendrait tout de suite ; mettez plus, ou retirez-le"
        ),
        new("'{0}' cannot be: a minute is the least", "« {0} » est impossible : une minute est le minimum"),
        new("'{0}' cannot be: {1} days are the most", "« {0} » est impossible : {1} jours sont le maximum"),
        new(
            "'{0}' cannot be: between {1} and {2} business days are possible",
            "« {0} » est impossible : il faut de {1} à {2} jours ouvrés"
        ),
        new(
            "'calendar' is for business time only; write 'business' before the unit in 'after', or remove the calendar",
            "« calendar » n’est que pour les heures ouvrées ; écrivez « business » devant l’unité dans « after », ou retirez le calendrier"
        ),
        new("there is no event '{0}'", "il n’y a pas d’événement « {0} »"),
        new(
            "a warning after {0} would come too late: the clock has failed by then; warn earlier",
            "un avertissement après {0} viendrait trop tard : le délai est alors manqué ; avertissez plus tôt"
        ),
        new("'{0}' never happens: {1}", "« {0} » n’arrive jamais : {1}"),
        new(
            "a clock that starts with '{0}' would never count: clocks stand still while a case is closed",
            "un délai qui commence par « {0} » ne compterait jamais : les délais s’arrêtent quand un dossier est clos"
        ),
        new(
            "calendar '{0}' is open for {1} hours a week, so '{2}' would come due only after more than {3} years",
            "le calendrier « {0} » est ouvert {1} heures par semaine, et « {2} » n’échoirait qu’après plus de {3} ans"
        ),
        new(
            "this clock would never count: every active status has 'pauses-sla'; add 'pauses: never', or let some status count",
            "ce délai ne compterait jamais : chaque statut actif a « pauses-sla » ; ajoutez « pauses: never », ou laissez compter un statut"
        ),
        new(
            "'{0}' is different at each moment, and a clock follows what lasts; use the case, its customer or its queue",
            "« {0} » change à chaque instant, et un délai suit ce qui dure ; prenez le dossier, son client ou sa file"
        ),
        new(
            "cases would go round in a circle: {0}; let the last one keep them",
            "les dossiers tourneraient en rond : {0} ; que la dernière les garde"
        ),
        new(
            "this overflow never happens; say 'when-waiting-over', how many may wait, or 'longer-than', how long",
            "ce débordement n’arrive jamais ; indiquez « when-waiting-over », combien peuvent attendre, ou « longer-than », combien de temps"
        ),
        new(
            "'{0}' says to whom and when cases are given, and here people pick them; add 'assign: round-robin' or 'assign: least-loaded', or remove it",
            "« {0} » dit à qui et quand les dossiers sont donnés, et ici chacun se sert ; ajoutez « assign: round-robin » ou « assign: least-loaded », ou retirez-le"
        ),
        new(
            "a queue that assigns {0} needs 'members' to assign to",
            "une file qui répartit ({0}) demande des « members » à qui donner"
        ),
        new(
            "subject '{0}' belongs under unknown subject '{1}'",
            "le sujet « {0} » dépend du sujet « {1} », qui n’existe pas"
        ),
        new(
            "subject '{0}' lies more than {1} deep, or belongs under itself; remove a 'parent'",
            "le sujet « {0} » est à plus de {1} niveaux, ou dépend de lui-même ; retirez un « parent »"
        ),
        new(
            "a rule with 'when' comes before what an entitlement supplies; put this one above line {0}",
            "une règle avec « when » vient avant ce qu’un contrat apporte ; mettez celle-ci au-dessus de la ligne {0}"
        ),
        new(
            "rule '{0}' would set itself off; say in brackets behind an event which of them are meant, such as {1}, or let one of the actions go",
            "la règle « {0} » se déclencherait elle-même ; précisez entre parenthèses derrière l’événement lesquels sont visés, comme {1}, ou renoncez à une action"
        ),
        new(
            "rules would set each other off in a circle: {0}; say in brackets behind an event which of them are meant, such as {1}, or let one of the actions go",
            "des règles se déclencheraient en rond : {0} ; précisez entre parenthèses derrière un événement lesquels sont visés, comme {1}, ou renoncez à une action"
        ),
        new("this value would be refused: {0}", "cette valeur serait refusée : {0}"),
    ];

    /// <summary>What the sentences name in words of their own.</summary>
    public static readonly ImmutableArray<Words> Phrases =
    [
        new("'{0}'", "« {0} »"),
        new("each of '{0}'", "chaque entrée de « {0} »"),
        new("the name of {0}", "le nom ({0})"),
        new("'{0}' in '{1}'", "« {0} » en « {1} »"),
        new("a list, each entry with a '-' before it", "une liste, chaque entrée précédée de « - »"),
        new("a list", "une liste"),
        new("a group of keys", "un groupe de clés"),
        new("nothing", "rien"),
        new("none of them", "aucun d’eux"),
        new("a text", "un texte"),
        new("a number", "un nombre"),
        new("a whole number", "un nombre entier"),
        new("true or false without quotes", "true ou false, sans guillemets"),
        new("true or false", "true ou false"),
        new("the word '{0}' or a list", "le mot « {0} » ou une liste"),
        new("the id of a workflow, such as '{0}'", "l’identifiant d’un workflow, comme « {0} »"),
        new("a condition", "une condition"),
        new("one of {0}", "l’un de {0}"),
        new("lowercase words joined by '-', such as '{0}'", "des mots en minuscules joints par « - », comme « {0} »"),
        new("between {0} and {1}", "une valeur entre {0} et {1}"),
        new("a team or a user, such as '{0}' or '{1}'", "une équipe ou un utilisateur, comme « {0} » ou « {1} »"),
        new(
            "'owner', 'worker', or a team or a user such as '{0}'",
            "« owner », « worker », ou une équipe ou un utilisateur comme « {0} »"
        ),
        new(
            "a time such as 2 hours, 8 business hours or 10 business days",
            "une durée comme 2 hours, 8 business hours ou 10 business days"
        ),
        new(
            "a time such as 45m, 8 hours or 2 days of 24 hours",
            "une durée comme 45m, 8 hours ou 2 days, de 24 heures"
        ),
        new(
            "a time such as 45m, or a share of the time such as 80%",
            "une durée comme 45m, ou une part du temps comme 80%"
        ),
        new("a time such as 30m, 2 hours or 3 days", "une durée comme 30m, 2 hours ou 3 days"),
        new(
            "an event such as '{0}', with a condition on it in brackets where it is about some of them only",
            "un événement comme « {0} », avec une condition entre parenthèses s’il ne s’agit que de certains"
        ),
        new(
            "a day such as {0}, days such as {1}, or {2} for each year",
            "un jour comme {0}, des jours comme {1}, ou {2} pour chaque année"
        ),
        new("the name of an .ics file beside the definition", "le nom d’un fichier .ics à côté de la définition"),
        new("a process", "un processus"),
        new("the process", "le processus"),
        new("a status", "un statut"),
        new("a list of statuses", "une liste de statuts"),
        new("a subject", "un sujet"),
        new("a migration", "une migration"),
        new("a reopening", "une réouverture"),
        new("a queue", "une file"),
        new("a transition", "une transition"),
        new("the transition", "la transition"),
        new("a rule", "une règle"),
        new("the rule", "la règle"),
        new("a calendar", "un calendrier"),
        new("a line with 'otherwise'", "une ligne avec « otherwise »"),
        new("a line of the routing", "une ligne du routage"),
        new("line of the routing", "ligne du routage"),
        new("a step", "une tâche"),
        new("step", "tâche"),
        new("an action", "une action"),
        new("action", "action"),
        new("a field", "un champ"),
        new("a stage", "une étape"),
        new("the SLA rule", "la règle de SLA"),
        new("an SLA rule", "une règle de SLA"),
        new("the calendar", "le calendrier"),
        new("a policy", "une politique"),
        new("the policies", "les politiques"),
        new("calendar '{0}'", "le calendrier « {0} »"),
        new("field '{0}'", "le champ « {0} »"),
        new("rule '{0}'", "la règle « {0} »"),
        new("status '{0}'", "le statut « {0} »"),
        new("stage '{0}'", "l’étape « {0} »"),
        new("queue '{0}'", "la file « {0} »"),
        new("subject '{0}'", "le sujet « {0} »"),
        new("fields", "champs"),
        new("queues", "files"),
        new("statuses", "statuts"),
        new("stages", "étapes"),
        new("subjects", "sujets"),
        new("calendars", "calendriers"),
        new("status", "statut"),
        new("active status", "statut actif"),
        new("field", "champ"),
        new("queue", "file"),
        new("stage", "étape"),
        new("calendar", "calendrier"),
        new("choice", "choix"),
        new("member", "membre"),
        new("skill", "compétence"),
        new("subject", "sujet"),
        new("role", "rôle"),
        new("action to", "par une action"),
        new("action sets", "par une action"),
        new("migration to", "par une migration"),
        new("transition from", "au départ d’une transition"),
        new("transition to", "à l’arrivée d’une transition"),
        new("transition requires", "exigé par une transition"),
        new("transition by", "par une transition"),
        new("step for", "par une tâche"),
        new("routing to", "par le routage"),
        new("routing otherwise to", "par « otherwise »"),
        new("overflow to", "par un débordement"),
        new("SLA by", "par une règle de SLA"),
        new("hours of", "par les heures d’une file"),
        new("active", "actif"),
        new("resolved", "résolu"),
        new("cancelled", "annulé"),
        new("the stage itself", "cette étape même"),
        new("so no event is meant at all", "aucun événement n’est donc visé"),
        new("no event is meant at all", "aucun événement n’est visé"),
        new("the move is never possible", "le passage n’est jamais possible"),
        new("the rule never fires", "la règle ne se déclenche jamais"),
        new("the rule never matches", "la règle ne s’applique jamais"),
        new("the rule never applies", "la règle ne s’applique jamais"),
        new(
            "the clock is never paused; write 'pauses: never'",
            "le délai n’est jamais suspendu ; écrivez « pauses: never »"
        ),
        new("a text or a choice", "un texte ou un choix"),
        new("a choice", "un choix"),
        new("an integer or a decimal", "un entier ou un décimal"),
        new("an integer", "un entier"),
        new("the file declares no queues", "le fichier ne déclare aucune file"),
        new(
            "no transition leads from a closed status to an active one",
            "aucune transition ne mène d’un statut clos à un statut actif"
        ),
        new("the file has no SLA rules", "le fichier n’a pas de règle de SLA"),
        new("the file declares no stages", "le fichier ne déclare aucune étape"),
        new("no transition resolves a case", "aucune transition ne résout un dossier"),
        new("'{0}' is at most {1}", "« {0} » vaut au plus {1}"),
        new("'{0}' is at least {1}", "« {0} » vaut au moins {1}"),
        new(
            "where the wall clock hangs, as the time zone database calls it, such as Europe/Paris",
            "où est l’horloge, selon la base des fuseaux horaires, comme Europe/Paris"
        ),
        new("what the field holds", "ce que le champ contient"),
        new("the queue that the case goes to", "la file où va le dossier"),
        new(
            "conditions that must all hold for the rule to match",
            "les conditions qui doivent toutes être vraies pour que la règle s’applique"
        ),
        new("when it has failed, such as 4h", "quand il est manqué, comme 4h"),
        new("the event that meets it", "l’événement qui le tient"),
        new("the event that starts the clock", "l’événement qui lance le délai"),
        new("the key of the process", "la clé du processus"),
        new(
            "every status a case can have, under the state that it belongs to: active, resolved or cancelled",
            "chaque statut qu’un dossier peut avoir, sous son état : active, resolved ou cancelled"
        ),
        new("what people call the process", "comment on appelle le processus"),
        new(
            "which status may follow which; what is not listed is refused",
            "quel statut peut suivre lequel ; ce qui n’y est pas est refusé"
        ),
        new("what the case does then, in this order", "ce que le dossier fait alors, dans cet ordre"),
        new("the event that the rule is on, or several", "l’événement auquel la règle réagit, ou plusieurs"),
        new(
            "the name of the rule; histories keep it as the reason",
            "le nom de la règle ; les historiques le gardent comme raison"
        ),
        new(
            "the status or statuses that the case leaves; 'any' for every one",
            "le ou les statuts que le dossier quitte ; « any » pour tous"
        ),
        new(
            "the status or statuses that it may move to; 'any' for every other one, 'same' for staying where it is",
            "le ou les statuts où il peut aller ; « any » pour tous les autres, « same » pour rester où il est"
        ),
    ];
}
