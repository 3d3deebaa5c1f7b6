using CaseFlow.Workflows.Activities;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Documents;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Running.Composition;
using CaseFlow.Workflows.Values;

namespace CaseFlow.Workflows.Running.Compiled;

/// <summary>Makes the activities of a workflow ready.</summary>
internal static class WorkflowCompiler
{
    public static CompiledActivity Compile(CompiledWorkflow workflow)
    {
        var definition = workflow.Definition;
        var shell = new CompiledActivity
        {
            Node = new ActivityNode
            {
                At = definition.Document.At,
                Id = "Workflow",
                Type = "Elsa.Workflow",
                Document = new DocumentObject(definition.Document.At, []),
            },
            Workflow = workflow,
            Executor = new WorkflowShell(),
            Descriptor = null,
            Holder = null,
            NodeId = "Workflow",
            Index = 0,
            Inputs = [],
            ConstantInputs = [],
            Variables = definition.Variables,
        };
        workflow.Add(shell);
        shell.Activities = [Compile(definition.Root, workflow, shell, 0)];
        return shell;
    }

    private static CompiledActivity Compile(
        ActivityNode node,
        CompiledWorkflow workflow,
        CompiledActivity holder,
        int index
    )
    {
        var descriptor = ActivityCatalog.Find(node.Type);
        var inputs = Inputs(node, descriptor);
        var activity = new CompiledActivity
        {
            Node = node,
            Workflow = workflow,
            Executor = ActivityExecutors.For(node),
            Descriptor = descriptor,
            Holder = holder,
            NodeId = $"{holder.NodeId}:{node.Id}",
            Index = index,
            Inputs = inputs,
            ConstantInputs = inputs.All(input => input is { IsConstant: true, IsLate: false, Failure: null })
                ? [.. inputs.Select(input => input.Constant)]
                : null,
            Variables = node.Variables,
        };
        workflow.Add(activity);
        Hold(activity, node, workflow);
        return activity;
    }

    private static void Hold(CompiledActivity activity, ActivityNode node, CompiledWorkflow workflow)
    {
        activity.Activities = [.. node.Activities.Select((child, index) => Compile(child, workflow, activity, index))];
        activity.Cases =
        [
            .. node.Cases.Select(one => new CompiledCase(
                one.Label,
                one.Condition?.Expression,
                Optional(one.Activity, workflow, activity)
            )),
        ];
        activity.Ports = node
            .Ports.OrderBy(port => port.Key, StringComparer.Ordinal)
            .ToImmutableDictionary(
                port => port.Key,
                port => Compile(port.Value, workflow, activity, 0),
                StringComparer.Ordinal
            );
        activity.States =
        [
            .. node.States.Select(state => new CompiledState(
                state.Name,
                Optional(state.Entry, workflow, activity),
                Optional(state.Exit, workflow, activity)
            )),
        ];
        activity.Transitions =
        [
            .. node.Transitions.Select(move => new CompiledTransition(
                StateIndex(node, move.From),
                StateIndex(node, move.To),
                Optional(move.Trigger, workflow, activity),
                move.Condition?.Expression,
                Optional(move.Action, workflow, activity)
            )),
        ];
        activity.Graphs = node.Type == "Elsa.Flowchart" ? new FlowGraphs(node) : null;
    }

    private static CompiledActivity? Optional(ActivityNode? node, CompiledWorkflow workflow, CompiledActivity holder) =>
        node is null ? null : Compile(node, workflow, holder, 0);

    private static int StateIndex(ActivityNode machine, string name)
    {
        for (var index = 0; index < machine.States.Length; index++)
        {
            if (machine.States[index].Name == name)
            {
                return index;
            }
        }

        return -1;
    }

    private static ImmutableArray<CompiledInput> Inputs(ActivityNode node, ActivityDescriptor? descriptor) =>
        descriptor is null
            ?
            [
                .. node
                    .Inputs.OrderBy(input => input.Key, StringComparer.Ordinal)
                    .Select(input => Input(input.Key, DeclaredType.Object, input.Value, null, isLate: false)),
            ]
            :
            [
                .. descriptor
                    .Inputs.Where(input => !input.IsBare)
                    .Select(input =>
                        Input(
                            input.Name,
                            input.Type,
                            node.Inputs.GetValueOrDefault(input.Name),
                            input.Default,
                            input.IsLate
                        )
                    ),
            ];

    private static CompiledInput Input(
        string name,
        DeclaredType type,
        InputBinding? binding,
        string? value,
        bool isLate
    )
    {
        if (binding is not { Expression.Expression: var expression })
        {
            var given = value is null ? type.Default : ValueConverter.Convert(value, type).Value;
            return new CompiledInput(name, type, Expression: null, IsConstant: true, given, isLate);
        }

        var isConstant = expression.Syntax is ExpressionSyntaxes.Literal && IsSimple(expression.Value);
        var converted = isConstant ? ValueConverter.Convert(expression.Value, type) : default;
        return isConstant && !converted.IsFault
            ? new CompiledInput(
                name,
                type,
                expression,
                IsConstant: true,
                converted.Value ?? type.Default,
                isLate,
                converted.Failure
            )
            : new CompiledInput(name, type, expression, IsConstant: false, Constant: null, isLate);
    }

    // A list or an object that a script could change is made anew each time.
    private static bool IsSimple(object? value) =>
        value switch
        {
            IList<object?> or IDictionary<string, object?> => false,
            string text => text.AsSpan().TrimStart() is not ['[' or '{', ..],
            _ => true,
        };
}
