using System.Collections.Frozen;
using CaseFlow.Workflows.Definitions;
using CaseFlow.Workflows.Running.Cases;
using CaseFlow.Workflows.Running.Composition;
using CaseFlow.Workflows.Running.Flow;
using CaseFlow.Workflows.Running.Http;
using CaseFlow.Workflows.Running.Loops;
using CaseFlow.Workflows.Running.Primitives;
using CaseFlow.Workflows.Running.Scheduling;

namespace CaseFlow.Workflows.Running;

/// <summary>Which class runs which type of activity.</summary>
internal static class ActivityExecutors
{
    private static readonly FrozenDictionary<string, ActivityExecutor> byType = new Dictionary<
        string,
        ActivityExecutor
    >(StringComparer.Ordinal)
    {
        ["Elsa.Flowchart"] = new Flowchart(),
        ["Elsa.Sequence"] = new Sequence(),
        ["Elsa.Parallel"] = new ParallelActivity(),
        ["Elsa.FlowNode"] = new FlowNode(),
        ["Elsa.Start"] = new Milestone(),
        ["Elsa.End"] = new Milestone(),
        ["Elsa.FlowDecision"] = new FlowDecision(),
        ["Elsa.FlowSwitch"] = new FlowSwitch(),
        ["Elsa.FlowFork"] = new FlowFork(),
        ["Elsa.FlowJoin"] = new FlowJoin(),
        ["Elsa.If"] = new If(),
        ["Elsa.Switch"] = new Switch(),
        ["Elsa.Fork"] = new Fork(),
        ["Elsa.StateMachine"] = new StateMachine(),
        ["Elsa.Break"] = new Break(),
        ["Elsa.While"] = new While(),
        ["Elsa.For"] = new For(),
        ["Elsa.ForEach"] = new ForEach(),
        ["Elsa.ParallelForEach"] = new ParallelForEach(),
        ["Elsa.WriteLine"] = new WriteLine(),
        ["Elsa.SetVariable"] = new SetVariable(),
        ["Elsa.SetName"] = new SetName(),
        ["Elsa.Correlate"] = new Correlate(),
        ["Elsa.Fault"] = new FaultActivity(),
        ["Elsa.Finish"] = new Finish(),
        ["Elsa.Event"] = new EventActivity(),
        ["Elsa.PublishEvent"] = new PublishEvent(),
        ["Elsa.RunTask"] = new RunTask(),
        ["Elsa.RunJavaScript"] = new RunJavaScript(),
        ["Elsa.Complete"] = new CompleteWorkflow(),
        ["Elsa.SetOutput"] = new SetOutput(),
        ["Elsa.ExecuteWorkflow"] = new ExecuteWorkflow(),
        ["Elsa.DispatchWorkflow"] = new DispatchWorkflow(),
        ["Elsa.BulkDispatchWorkflows"] = new BulkDispatchWorkflows(),
        ["Elsa.Delay"] = new Delay(),
        ["Elsa.StartAt"] = new StartAt(),
        ["Elsa.Timer"] = new TimerActivity(),
        ["Elsa.Cron"] = new Cron(),
        ["Elsa.HttpEndpoint"] = new HttpEndpoint(),
        ["Elsa.WriteHttpResponse"] = new WriteHttpResponse(),
        ["Elsa.WriteFileHttpResponse"] = new WriteFileHttpResponse(),
        ["Elsa.SendHttpRequest"] = new SendHttpRequest(),
        ["Elsa.FlowSendHttpRequest"] = new FlowSendHttpRequest(),
        ["Elsa.DownloadHttpFile"] = new DownloadHttpFile(),
        ["Elsa.SendEmail"] = new SendEmail(),
        ["CaseFlow.GetCase"] = new CaseCall(CaseVerb.Get),
        ["CaseFlow.FindCases"] = new CaseCall(CaseVerb.Find),
        ["CaseFlow.CreateCase"] = new CaseCall(CaseVerb.Create),
        ["CaseFlow.UpdateCase"] = new CaseCall(CaseVerb.Update),
        ["CaseFlow.MoveStatus"] = new CaseCall(CaseVerb.MoveStatus),
        ["CaseFlow.MoveStage"] = new CaseCall(CaseVerb.MoveStage),
        ["CaseFlow.RouteCase"] = new CaseCall(CaseVerb.Route),
        ["CaseFlow.AssignCase"] = new CaseCall(CaseVerb.Assign),
        ["CaseFlow.AddActivity"] = new CaseCall(CaseVerb.AddActivity),
        ["CaseFlow.ResolveCase"] = new CaseCall(CaseVerb.Resolve),
        ["CaseFlow.WaitForCase"] = new WaitForCase(),
        ["CaseFlow.CaseEvent"] = new CaseEventActivity(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The types that can run.</summary>
    public static IEnumerable<string> Types => byType.Keys;

    public static ActivityExecutor For(ActivityNode node) =>
        byType.GetValueOrDefault(node.Type) ?? new WorkflowActivity();
}
