using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Entitlements;
using CaseFlow.Host.Shell;
using AutomationModel = CaseFlow.Host.Cases.Pages.AutomationModel;
using Missing = CaseFlow.Engine.Cases.Missing;

namespace CaseFlow.Host.Tests.Shell;

/// <summary>Who reads the pages in French is told in French why something is not possible.</summary>
public sealed partial class ReasonTextTests : IDisposable
{
    private const string Known = "A case cannot become part of itself.";

    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public ReasonTextTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");

    public static TheoryData<Type> Refusals =>
        [.. typeof(Refusal).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Refusal)))];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Every_refusal_is_said_in_French(Type type)
    {
        foreach (var refusal in Samples(type))
        {
            Assert.NotNull(ReasonTexts.Find(refusal.Explain()));
            Assert.NotEqual(refusal.Explain(), RefusalTexts.Say(refusal.Code, refusal.Explain(), isListed: true));
            Assert.All(
                refusal.Missing,
                one => Assert.NotEqual(one.Detail, RefusalTexts.Say(new(one.Kind, one.Name, one.Detail), one.Name))
            );
        }
    }

    [Theory]
    [InlineData("CaseFlow.Engine", "Cases", "Entitlements", "Routing", "Staffing")]
    [InlineData("CaseFlow.Host", "Activities", "Bulk", "Customers", "Entitlements", "Views")]
    [InlineData("CaseFlow.Host/Cases", "AddToQueue.cs", "CreateCase.cs", "FindDuplicates.cs")]
    [InlineData("CaseFlow.Host/Processes", "ProcessVersions.cs", "SimulateCase.cs")]
    [InlineData("CaseFlow.Host", "Mail/Imap", "Mail/SmtpDoor.cs", "Search/LinkSimilar.cs")]
    [InlineData("CaseFlow.Host/Webhooks/Outgoing", "GuardedConnection.cs", "WebhookSender.cs")]
    [InlineData("CaseFlow.Host/People", "PeopleRules.cs", "CreateUser.cs", "CreateTeam.cs", "LastAdministrator.cs")]
    [InlineData("CaseFlow.Host/People/SignIn", "PasswordRule.cs", "CreateKey.cs", "AccountDesk.cs")]
    public void Every_sentence_in_which_it_is_said_why_is_known(string under, params string[] places)
    {
        var known = ReasonTexts.Sentences.Select(words => Place().Replace(words.English, "{}")).ToList();
        var written = places
            .Select(place => Repository.PathTo("src", under, place))
            .SelectMany(place =>
                File.Exists(place) ? [place] : Directory.GetFiles(place, "*.cs", SearchOption.AllDirectories)
            )
            .Where(file => !file.Contains("Pages", StringComparison.Ordinal))
            .SelectMany(File.ReadLines)
            .Where(line => !IsForProgrammers().IsMatch(line))
            .SelectMany(line => Sentence().Matches(line))
            .Select(found => found.Groups["text"].Value)
            .ToList();

        Assert.NotEmpty(written);
        Assert.All(written, one => Assert.True(IsKnown(one), one));

        // Whole, or as a part of one; how a sentence begins may say more than one thing.
        bool IsKnown(string one) =>
            ReasonTexts.Find(Place().Replace(one, "7").Trim()) is not null
            || known.Exists(sentence =>
                sentence.Contains(Place().Replace(one, "{}").TrimStart('{', '}').Trim(), StringComparison.Ordinal)
            );
    }

    [Fact]
    public void Several_sentences_after_each_other_are_all_said() =>
        Assert.Equal(
            "« new » ne peut pas encore passer à « solved ». Ceci doit être vrai : priority == \"high\" ; or priority vaut low. « Call is back » est en cours.",
            ReasonTexts.Say(
                "'new' cannot move to 'solved' yet. This must hold: priority == \"high\"; but priority is low. The task 'Call is back' is open."
            )
        );

    [Theory]
    [InlineData(
        "Rule 'Gold' does not send it there. customer.tier is 'standard'; the rule needs one of 'gold', 'platinum'.",
        "La règle « Gold » ne l’y envoie pas. customer.tier vaut 'standard' ; la règle demande l’un de 'gold', 'platinum'."
    )]
    [InlineData(
        "'rank' cannot be 'hihg'; did you mean 'high'?. Possible: low, high.",
        "« rank » ne peut pas être « hihg » ; vouliez-vous dire « high » ?. Possibles : low, high."
    )]
    [InlineData(
        "'Gold' has 0.5 terms left for the channel 'phone', and this takes 1. Choose another entitlement, or none, or switch on 'do-not-decrement' with a reason.",
        "Il reste 0.5 unité(s) à « Gold » pour le canal « phone », et il en faut 1. Choisissez un autre contrat, ou aucun, ou suspendez le décompte en indiquant pourquoi."
    )]
    [InlineData("The task 'It is cancelled.' is open.", "« It is cancelled. » est en cours.")]
    [InlineData(
        "Case CAS-1: The case cannot be resolved yet. 'cause' must be filled.",
        "Dossier CAS-1 : Le dossier ne peut pas encore être résolu. « cause » doit être rempli."
    )]
    public void What_stands_in_a_sentence_comes_along(string english, string french) =>
        Assert.Equal(french, ReasonTexts.Say(english));

    [Theory]
    [InlineData("is away", "est absent")]
    [InlineData("priority is high, contact is not set", "priority vaut high, contact est vide")]
    public void What_is_seen_beside_a_person_or_a_condition_is_said_too(string english, string french) =>
        Assert.Equal(french, ReasonTexts.SayPart(english));

    [Theory]
    [InlineData("'impact' is at most 5.", "Ceci vaut au plus 5.")]
    [InlineData("'color' is at most 5.", "« color » vaut au plus 5.")]
    public void Below_its_field_an_error_does_not_name_it_by_its_key(string english, string french) =>
        Assert.Equal(french, RefusalTexts.SayBelow("impact", ReasonTexts.Say(english)));

    [Fact]
    public void What_is_wrong_in_a_definition_is_said_in_French()
    {
        var broken = Repository.PathTo("tests", "CaseFlow.Engine.Tests", "Processes", "Broken");
        var said = Directory
            .GetFiles(broken, "*.approved.txt")
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(": ", 3))
            .Where(parts => parts.Length == 3)
            .Select(parts => parts[2])
            .ToList();

        Assert.NotEmpty(said);
        Assert.Empty(said.Where(one => ProblemTexts.Find(one) is null).Distinct());
    }

    [Theory]
    [InlineData(
        "unknown key 'inital' in a status; did you mean 'initial'?",
        "clé inconnue « inital » dans un statut ; vouliez-vous dire « initial » ?"
    )]
    [InlineData(
        "transition to unknown status 'wating'; known: open, waiting",
        "statut : « wating » n’existe pas (à l’arrivée d’une transition) ; possibles : open, waiting"
    )]
    [InlineData("'max' is a number, and here is 'many'", "« max » : il faut un nombre, et il y a ici « many »")]
    [InlineData("something new", "something new")]
    public void A_problem_names_in_French_what_stands_there_and_what_was_meant(string english, string french) =>
        Assert.Equal(french, ProblemTexts.Say(english));

    [Fact]
    public void What_a_rule_did_by_itself_is_said_in_French() =>
        Assert.Equal(
            "La règle « Great impact » a réagi à case.edited. « set: priority = high » a été fait. « route » n’a rien changé. "
                + "« status: on-hold » a été refusé : ann y travaille déjà.",
            new AutomationModel(
                "Great impact",
                "case.edited",
                [
                    new("set: priority = high", 1, null),
                    new("route", 0, null),
                    new("status: on-hold", 0, "ann is already working on it."),
                ]
            ).Says
        );

    [Fact]
    public void What_somebody_wrote_himself_stays() =>
        Assert.Equal("The printer is broken.", ReasonTexts.Say("The printer is broken."));

    [Fact]
    public void In_English_the_sentence_is_that_of_the_API()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        Assert.Equal(Known, ReasonTexts.Say(Known));
    }

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    /// <summary>One of the kind, and where it speaks of a state, one for each of them.</summary>
    private static IEnumerable<Refusal> Samples(Type type)
    {
        var constructor = type.GetConstructors().Single();
        foreach (var state in Enum.GetValues<CaseState>())
        {
            yield return (Refusal)
                constructor.Invoke([.. constructor.GetParameters().Select(parameter => Sample(parameter, state))]);
        }
    }

    private static object? Sample(ParameterInfo parameter, CaseState state) =>
        parameter.Name == "Why" ? Known
        : parameter.ParameterType == typeof(CaseState) ? state
        : Sample(parameter.ParameterType);

    private static object? Sample(Type type) =>
        type == typeof(string) ? "one"
        : type == typeof(Guid) ? Guid.Empty
        : type == typeof(bool) ? true
        : type == typeof(int) ? 7
        : type == typeof(long) ? 60L
        : type == typeof(decimal) ? 0.5m
        : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch
        : type == typeof(CaseId?) ? null
        : type == typeof(Missing) ? new Missing("case", "one", Known)
        : type == typeof(FieldError) ? new FieldError("one", Known)
        : type == typeof(WhyNot) ? new WhyNot("customer", "It belongs to another customer.")
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? ArrayOf(type.GetGenericArguments()[0])
        : Activator.CreateInstance(
            type,
            [
                .. type.GetConstructors()
                    .Single(made => made.GetParameters().Length > 0)
                    .GetParameters()
                    .Select(one => Sample(one.ParameterType)),
            ]
        );

    private static object ArrayOf(Type item)
    {
        var made = typeof(ImmutableArray)
            .GetMethods()
            .Single(method =>
                method.Name == nameof(ImmutableArray.Create)
                && method.IsGenericMethod
                && method.GetParameters() is [{ ParameterType.IsGenericParameter: true }]
            );
        return made.MakeGenericMethod(item).Invoke(null, [Sample(item)])!;
    }

    [GeneratedRegex("""\{(?:[^{}"]|"[^"]*")*\}""", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex(
        """\$?"(?<text>(?:[^"\\{]|\\.|\{(?:[^{}"]|"[^"]*")*\})* (?:[^"\\{]|\\.|\{(?:[^{}"]|"[^"]*")*\})*\. ?)\x22""",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Sentence();

    [GeneratedRegex(
        "Exception\\(|WithSummary|GetType\\(\\)|^\\s*//|No command for|const string Reason",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex IsForProgrammers();
}
