namespace CaseFlow.Engine.Processes;

/// <summary>What can be wrong with a file. The codes are promises: docs/problems.md says what to do about each.</summary>
public static class ProblemCodes
{
    public const string Syntax = "CF0001";
    public const string TooLarge = "CF0002";
    public const string TooDeep = "CF0003";
    public const string TooManyValues = "CF0004";
    public const string YamlFeature = "CF0005";
    public const string DuplicateKey = "CF0006";
    public const string UnknownKey = "CF0007";
    public const string MissingKey = "CF0008";
    public const string WrongKind = "CF0009";
    public const string BadName = "CF0011";
    public const string UnknownStatus = "CF0012";
    public const string UnknownField = "CF0013";
    public const string UnknownQueue = "CF0014";
    public const string UnknownStage = "CF0015";
    public const string UnknownWord = "CF0016";
    public const string ReservedName = "CF0017";
    public const string NumberOutOfRange = "CF0018";
    public const string WrongFileName = "CF0019";
    public const string TicketFormat = "CF0020";
    public const string FieldSetting = "CF0021";
    public const string Pattern = "CF0022";
    public const string BuiltInField = "CF0023";
    public const string DuplicateName = "CF0024";
    public const string NoInitialStatus = "CF0025";
    public const string Unreachable = "CF0026";
    public const string NoWayOut = "CF0027";
    public const string ForbiddenMove = "CF0028";
    public const string Condition = "CF0029";
    public const string NeverHolds = "CF0030";
    public const string NeverMatches = "CF0031";
    public const string OtherwiseNotLast = "CF0032";
    public const string GateTooEarly = "CF0033";
    public const string TooMany = "CF0035";
    public const string Member = "CF0036";
    public const string Language = "CF0037";
    public const string NeedlessMapping = "CF0038";

    public const string UnknownCalendar = "CF0050";
    public const string TimeZone = "CF0051";
    public const string OpeningHours = "CF0052";
    public const string Holiday = "CF0053";
    public const string CalendarFile = "CF0054";
    public const string WaitingTime = "CF0055";
    public const string Event = "CF0056";
    public const string WarnAfterFail = "CF0057";
    public const string NeverMet = "CF0058";
    public const string ConditionOfMoment = "CF0059";
    public const string OverflowLoop = "CF0060";
    public const string OverflowNeverHappens = "CF0061";
    public const string AssignmentSetting = "CF0062";

    public const string UnknownSubject = "CF0063";
    public const string SubjectDepth = "CF0064";
    public const string SubjectInUse = "CF0065";
    public const string SlaOrder = "CF0066";
    public const string SlaInUse = "CF0067";

    public const string AutomationLoop = "CF0070";

    public const string UnknownProcess = "CF0301";
    public const string WebhookText = "CF0302";
    public const string WebhookSetting = "CF0303";
    public const string WebhookPath = "CF0304";
    public const string WebhookSecret = "CF0305";
    public const string MailboxAddress = "CF0311";
    public const string MailboxSetting = "CF0312";
    public const string MailboxSecret = "CF0313";

    public const string FieldValue = "CF0201";
    public const string Duration = "CF0202";
    public const string PointInTime = "CF0203";
    public const string PersonAgain = "CF0204";
    public const string Command = "CF0205";
    public const string RefusalCode = "CF0206";
    public const string ChecksNothing = "CF0207";
    public const string Contradiction = "CF0208";
    public const string ScenarioFailed = "CF0209";
}
