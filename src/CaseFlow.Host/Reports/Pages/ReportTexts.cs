using CaseFlow.Host.Shell;

namespace CaseFlow.Host.Reports.Pages;

/// <summary>The texts of the supervisors' page.</summary>
internal static class ReportTexts
{
    public static readonly Words Overview = new("Overview", "Vue d’ensemble");
    public static readonly Words Period = new("Period", "Période");
    public static readonly Words LastDays = new("Last {0} days", "{0} derniers jours");
    public static readonly Words AllProcesses = new("All processes", "Tous les processus");
    public static readonly Words Volume = new("Volume by day", "Volume par jour");
    public static readonly Words Opened = new("Opened", "Ouverts");
    public static readonly Words Closed = new("Closed", "Clos");
    public static readonly Words Active = new("Active now", "Actifs maintenant");
    public static readonly Words Oldest = new("Oldest", "Le plus ancien");
    public static readonly Words AtRisk = new("At risk now", "Menacés maintenant");
    public static readonly Words Missed = new("Missed in the period", "Dépassés dans la période");
    public static readonly Words Backlog = new("Backlog", "Dossiers actifs");
    public static readonly Words ByQueue = new("By queue", "Par file");
    public static readonly Words ByAgent = new("By agent", "Par agent");
    public static readonly Words ByStage = new("By stage", "Par étape");
    public static readonly Words ByAge = new("By age", "Par âge");
    public static readonly Words Clocks = new("Clocks", "Délais");
    public static readonly Words Risk = new("At risk", "Menacés");
    public static readonly Words MissedShort = new("Missed", "Dépassés");
    public static readonly Words Funnel = new("Funnel of stages: {0}", "Entonnoir des étapes : {0}");
    public static readonly Words FunnelWhat = new(
        "Of {0} cases opened in the period: {1} active, {2} resolved, {3} cancelled.",
        "Sur {0} dossiers ouverts dans la période : {1} actifs, {2} résolus, {3} annulés."
    );
    public static readonly Words Reached = new("Reached", "Atteint");
    public static readonly Words There = new("There now", "S’y trouvent");
    public static readonly Words Stage = new("Stage", "Étape");
    public static readonly Words Day = new("Day", "Jour");
    public static readonly Words Cases = new("Cases", "Dossiers");
    public static readonly Words AsTable = new("As a table", "En tableau");
    public static readonly Words Csv = new("CSV", "CSV");
    public static readonly Words CsvOf = new("{0} as CSV", "{0} en CSV");
    public static readonly Words NoQueue = new("In no queue", "Hors file");
    public static readonly Words Nobody = new("Nobody", "Personne");
    public static readonly Words NoStage = new("No stage", "Sans étape");
    public static readonly Words Nothing = new("Nothing to count.", "Rien à compter.");
    public static readonly Words LessThanDay = new("Less than a day", "Moins d’un jour");
    public static readonly Words Days = new("{0} to {1} days", "{0} à {1} jours");
    public static readonly Words DaysOn = new("{0} days and more", "{0} jours et plus");
}
