using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Tests.Conformance;
using CaseFlow.Workflows.Tests.Running;

namespace CaseFlow.Workflows.Tests.Definitions;

public class SampleTests
{
    private const string Missing = ConformanceData.Missing;

    private static readonly string folder = Path.Combine(Repository.Root, "..", "shared", "data", "elsa-definitions");

    // What cannot run here, and the words that say so.
    private static readonly Dictionary<string, string> refused = new(StringComparer.Ordinal)
    {
        ["create-and-publish-content.json"] = "there is no activity 'Elsa.Agents.Copywriter'",
        ["customer-support.json"] = "there is no activity 'Elsa.Agents.CustomerSupport'",
        ["create-user-workflow.json"] = "there is no activity 'Demo.Reqres.CreateUser'",
        ["get-all-users-workflow.json"] = "there is no activity 'Demo.Reqres.GetUsers'",
        ["get-user-workflow.json"] = "there is no activity 'Demo.Reqres.GetUser'",
        ["get-user.json"] = "C# expressions run as code of the host itself",
    };

    // What runs, and comes to a script that makes an object of another program.
    private static readonly Dictionary<string, string> faulting = new(StringComparer.Ordinal)
    {
        ["document-review-process.json"] = "EmailAttachment is not defined",
    };

    public static TheoryData<string> Files =>
        new(
            Directory.Exists(folder)
                ? Directory
                    .GetFiles(folder, "*.json", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(folder, file))
                    .Order(StringComparer.Ordinal)
                : [Missing]
        );

    [Theory]
    [MemberData(nameof(Files))]
    public void A_definition_of_the_world_runs_or_is_refused_for_what_it_names(string file)
    {
        var text = File.ReadAllText(Path.Combine(SharedData.Folder("elsa-definitions"), file));
        var read = WorkflowReader.Read(text, Path.GetFileName(file));

        if (refused.TryGetValue(Path.GetFileName(file), out var why))
        {
            var problems = Assert.IsType<WorkflowReadResult.Broken>(read).Problems;
            Assert.Contains(problems, problem => problem.Message.Contains(why, StringComparison.Ordinal));
            return;
        }

        Assert.IsType<WorkflowReadResult.Ready>(read);
        var incidents = Run(file, text).State.Incidents;
        if (faulting.TryGetValue(Path.GetFileName(file), out var cause))
        {
            Assert.Contains(cause, Assert.Single(incidents).Cause, StringComparison.Ordinal);
        }
        else
        {
            Assert.Empty(incidents);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_definition_of_the_world_is_the_same_after_YAML_and_back(string file)
    {
        var text = File.ReadAllText(Path.Combine(SharedData.Folder("elsa-definitions"), file));
        RoundTrips.Check(text);
    }

    [Fact]
    public void Every_recorded_definition_is_the_same_after_YAML_and_back()
    {
        foreach (
            var file in Directory.EnumerateFiles(
                SharedData.Folder("elsa-conformance"),
                "*.json",
                SearchOption.AllDirectories
            )
        )
        {
            RoundTrips.Check(File.ReadAllText(file));
        }
    }

    // A child is imported beside its parent, and a trigger starts the workflow.
    private static MemoryInstance Run(string file, string text)
    {
        var host = new MemoryHost { World = (_, request) => request with { Answer = Answered() } };
        var beside = Path.Combine(SharedData.Folder("elsa-definitions"), Path.GetDirectoryName(file)!);
        foreach (var other in new[] { "child-workflow.json", "sub.json" }.Where(name => name != Path.GetFileName(file)))
        {
            if (File.Exists(Path.Combine(beside, other)))
            {
                host.Import(File.ReadAllText(Path.Combine(beside, other)));
            }
        }

        var definition = host.Import(text);
        var trigger = host.Machine.Triggers(definition, host.Now).FirstOrDefault();
        var instance = host.Start(definition.DefinitionId, trigger: trigger?.ActivityId, answer: Posted());
        host.Rest();
        return instance;
    }

    private static Dictionary<string, object?> Answered() =>
        new(StringComparer.Ordinal) { ["statusCode"] = 200, ["content"] = "ok" };

    private static Dictionary<string, object?> Posted() =>
        new(StringComparer.Ordinal)
        {
            ["files"] = new List<object?>
            {
                new Dictionary<string, object?>(StringComparer.Ordinal) { ["fileName"] = "a.txt" },
            },
        };
}
