namespace CaseFlow.Host.Demo;

/// <summary>What the demo's customers call about. Everything in it is made up.</summary>
internal static class DemoTopics
{
    public static ImmutableArray<DemoTopic> All { get; } =
    [
        new(
            "Laptop",
            "laptops",
            [
                "Laptop does not charge any more",
                "Battery is empty after an hour",
                "Laptop switches off at forty percent",
            ],
            "The battery had reached the end of its life; a new one is on its way.",
            "Replaced"
        ),
        new(
            "Laptop",
            "laptops",
            ["Screen flickers after the update", "Half of the screen stays black", "Second screen is not found"],
            "The driver of the graphics card was set back to the version before.",
            "Repaired"
        ),
        new(
            "Laptop",
            "laptops",
            ["Some keys do not answer", "Keyboard types letters twice"],
            "The keyboard was replaced at the customer's desk.",
            "Replaced"
        ),
        new(
            "Phone",
            "mail",
            ["Mail does not arrive on the phone", "Phone asks for the mail password again and again"],
            "The account was removed from the phone and added again with an app password.",
            "Workaround"
        ),
        new(
            "Phone",
            "phones",
            ["Calls break off in the warehouse", "Caller cannot be heard"],
            "Calls go over the wireless network now where there is no signal.",
            "Explained"
        ),
        new(
            "Cloud",
            "access",
            ["Cannot sign in after the holidays", "Code for signing in never comes", "Account is locked"],
            "The account was unlocked and a second way to sign in was set up.",
            "Explained"
        ),
        new(
            "Cloud",
            "software",
            [
                "Portal is down for all of us",
                "Interruption of the ordering service",
                "Outage of the file share since nine",
            ],
            "A certificate had run out and was renewed; renewals are watched from now on.",
            "Repaired"
        ),
        new(
            "Cloud",
            "billing",
            ["Invoice counts a user who left", "Question about last month's invoice"],
            "The user was removed and the difference is on the next invoice.",
            "Explained"
        ),
    ];
}

/// <summary>One kind of trouble, as several people would put it, and what helped.</summary>
internal sealed record DemoTopic(
    string Product,
    string Subject,
    ImmutableArray<string> Titles,
    string Solution,
    string ResolutionType
);
