using System.Diagnostics;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Processes;
using CaseFlow.Engine.Processes.Reading;
using CaseFlow.Engine.Processes.Yaml;
using CaseFlow.Engine.Webhooks.Reading.Keys;

namespace CaseFlow.Engine.Webhooks.Reading;

/// <summary>Reads what a webhook does, and looks the names up in its process.</summary>
/// <param name="process">Null where it is unknown: then nothing can be said about its names.</param>
/// <param name="hasKey">The webhook says which case is meant.</param>
internal sealed class CommandReader(TextReader texts, CaseProcess? process, bool hasKey, ProblemList problems)
{
    private static readonly ImmutableArray<Key> NeedNoCase = [CommandKeys.Ignore, CommandKeys.Create, CommandKeys.Run];

    private readonly ProcessNames names = new(process, problems, "webhook");

    public HookTarget Read(YamlNode? node)
    {
        ImmutableArray<(YamlNode Node, Key? Lead)> commands = [.. node.Many().Select(one => (one, LeadOf(one)))];
        foreach (var (one, lead) in commands)
        {
            if (lead == CommandKeys.Ignore && commands.Length > 1)
            {
                Wrong(one, "'ignore' stands alone; remove it, or the commands beside it");
            }
            else if (lead is not null && !NeedNoCase.Contains(lead) && !hasKey)
            {
                Wrong(
                    one,
                    $"'{lead.Name}' needs to know which case is meant; say it with 'key' at the top of the file"
                );
            }
        }

        return commands is [{ Lead: var only }] && only == CommandKeys.Ignore
            ? new HookTarget.Ignore()
            : new HookTarget.Ask([
                .. commands
                    .Where(one => one.Lead is not null && one.Lead != CommandKeys.Ignore)
                    .Select(one => ReadOne(one.Lead!, (one.Node as YamlMapping)?[one.Lead!.Name])),
            ]);
    }

    private static Key? LeadOf(YamlNode node) =>
        CommandKeys.All.FirstOrDefault(key =>
            node is YamlMapping mapping ? mapping[key.Name] is not null : node.AsText() == key.Name
        );

    private HookCommand ReadOne(Key lead, YamlNode? input)
    {
        var fields = FieldsOf(input.At(CommandKeys.Fields));
        HookCommand command = lead.Name switch
        {
            "create" => new HookCommand.Create(
                texts.Read(input.At(CommandKeys.Title)) ?? new HookText([]),
                Person(input.At(CommandKeys.Customer), "account") ?? new HookPerson(new HookText([]), null),
                Person(input.At(CommandKeys.Contact), "contact"),
                names.Status(input.At(CommandKeys.StatusName), CaseState.Active),
                input.At(CommandKeys.Route) is not YamlScalar { Flag: false }
            ),
            "edit" => new HookCommand.Edit(texts.Read(input.At(CommandKeys.Title))),
            "status" => new HookCommand.MoveStatus(names.Status(ShortOr(input, CommandKeys.To), state: null) ?? ""),
            "stage" => new HookCommand.MoveStage(
                names.Stage(ShortOr(input, CommandKeys.To)) ?? "",
                texts.Read(input.At(CommandKeys.Reason))
            ),
            "queue" => new HookCommand.AddToQueue(names.Queue(input) ?? ""),
            "resolve" => new HookCommand.Resolve(
                names.Status(input.At(CommandKeys.StatusName), CaseState.Resolved),
                texts.Read(input.At(CommandKeys.Resolution)),
                input.At(CommandKeys.CancelOpenActivities).AsFlag()
            ),
            "cancel" => new HookCommand.Cancel(
                names.Status(ShortOr(input, CommandKeys.StatusName), CaseState.Cancelled)
            ),
            "reactivate" => new HookCommand.Reactivate(
                names.Status(ShortOr(input, CommandKeys.StatusName), CaseState.Active),
                texts.Read(input.At(CommandKeys.Reason))
            ),
            "run" => new HookCommand.Run(
                ShortOr(input, CommandKeys.Workflow).AsText() ?? "",
                input.At(CommandKeys.Input) is { } given ? TextsOf(given) : [new("payload", texts.Body)]
            ),
            "add-note" => new HookCommand.AddNote(
                texts.Read(input.At(CommandKeys.Subject)),
                texts.Read(ShortOr(input, CommandKeys.Text)) ?? new HookText([]),
                input.At(CommandKeys.Public).AsFlag()
            ),
            _ => throw new UnreachableException($"No command is called {lead.Name}."),
        };
        return command with { Fields = fields };
    }

    private HookPerson? Person(YamlNode? node, string kind) =>
        node is YamlMapping
            ? new HookPerson(
                texts.Read(node.At(CommandKeys.Name)) ?? new HookText([]),
                new NewPerson(
                    node.At(CommandKeys.Kind).AsText() ?? kind,
                    texts.Read(node.At(CommandKeys.Email)),
                    texts.Read(node.At(CommandKeys.Phone)),
                    node.At(CommandKeys.Tier).AsText()
                )
            )
        : texts.Read(node) is { } name ? new HookPerson(name, null)
        : null;

    private ImmutableArray<HookField> FieldsOf(YamlNode? node)
    {
        var fields = ImmutableArray.CreateBuilder<HookField>();
        foreach (var (name, value) in node.Entries())
        {
            if (texts.Read(value) is { } text)
            {
                names.Field(name, value, text);
                fields.Add(new HookField(name.Value, text));
            }
        }

        return fields.ToImmutable();
    }

    private ImmutableArray<HookField> TextsOf(YamlNode node) =>
        [
            .. node.Entries()
                .Select(entry => (entry.Key.Value, Text: texts.Read(entry.Value)))
                .Where(entry => entry.Text is not null)
                .Select(entry => new HookField(entry.Value, entry.Text!)),
        ];

    // What stands behind the command's own name, or behind a key below it.
    private static YamlNode? ShortOr(YamlNode? input, Key key) => input.AsScalar() ?? input.At(key);

    private void Wrong(YamlNode node, string message) => problems.Add(node.Start, ProblemCodes.WebhookSetting, message);
}
