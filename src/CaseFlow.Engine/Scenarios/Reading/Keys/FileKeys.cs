using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;

namespace CaseFlow.Engine.Scenarios.Reading.Keys;

/// <summary>What a file of scenarios can say about a process. Start here: each key leads to the table of what stands behind it.</summary>
internal sealed class FileKeys
{
    public static readonly Key Scenario = new(
        "scenario",
        Shape.AnyText,
        "A sentence that says what the process promises. Each stands once."
    )
    {
        Required = true,
    };

    public static readonly Key GivenCase = new("given", Shape.AnyText, "The case as it is created.");

    public static readonly Key Steps = new("steps", Shape.AnyText, "What happens to the case, in this order.");

    public FileKeys(CaseProcess process)
    {
        Words = new ProcessWords(process);
        Given = new GivenKeys(Words);
        Edit = new EditKeys(Words);
        Expected = new ThenKeys(Words);
        Then = new Key("then", new Shape.Keys(Expected.Section), "What must be so.");
        Step = new StepKeys(Words, Edit, Then);
        File = new Shape.ListOf(
            new Shape.Keys(
                new Section(
                    "scenario",
                    [
                        Scenario,
                        GivenCase with
                        {
                            Shape = new Shape.Keys(Given.Section),
                        },
                        Steps with
                        {
                            Shape = new Shape.ListOf(Step.Step, "steps", 200),
                        },
                        RefusedKeys.Refused,
                        Then,
                    ]
                )
            ),
            "scenarios",
            1_000
        );
    }

    public ProcessWords Words { get; }

    public GivenKeys Given { get; }

    public EditKeys Edit { get; }

    public StepKeys Step { get; }

    public ThenKeys Expected { get; }

    /// <summary>The last word of a scenario, and the word after a step.</summary>
    public Key Then { get; }

    public Shape File { get; }
}
