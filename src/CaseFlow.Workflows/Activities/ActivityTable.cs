namespace CaseFlow.Workflows.Activities;

/// <summary>
/// Every activity, a line each: type, traits, inputs, outputs, ports, outcomes and what it does. Of an input <c>*</c> says
/// that it stands there as it is, <c>~</c> that the activity evaluates it itself.
/// </summary>
internal static class ActivityTable
{
    public const string Text = """
        # Flow
        Elsa.Flowchart | container || | | Done | Runs activities along the connections between them.
        Elsa.Sequence | container || | | Done | Runs activities one after the other.
        Elsa.Parallel | container || | | Done | Runs activities side by side, and ends with the last of them.
        Elsa.FlowNode ||| | body | Done | Runs one activity within a flowchart.
        Elsa.Start ||| | | Done | Where a flowchart starts.
        Elsa.End | terminal || | | | Ends its flowchart.
        Elsa.FlowDecision || condition:Boolean=false | | | True, False | Goes one way or the other.
        Elsa.FlowSwitch | outcomes | cases:Object*, mode:MatchFirst/MatchAny=MatchFirst | | | Default | Goes the way of the first case that holds, or of all that hold.
        Elsa.FlowFork | outcomes | branches:String[] | | | | Goes several ways at once.
        Elsa.FlowJoin || mode:WaitAny/WaitAll/WaitAllActive=WaitAny | | | Done | Brings several ways together: WaitAny, WaitAll or WaitAllActive.
        Elsa.If || condition:Boolean=false | result:Boolean | then, else | Done | Runs one activity or the other.
        Elsa.Switch || cases:Object*, mode:MatchFirst/MatchAny=MatchFirst | output:Object | default | Done | Runs the activity of the first case that holds, or of all that hold.
        Elsa.Fork || joinMode:WaitAll/WaitAny*, branches:Object* | | | Done | Runs branches side by side, and ends with the first or the last of them.
        Elsa.StateMachine || initialState:String*, currentState:String*, states:Object*, transitions:Object* | | | Done | Goes from state to state as triggers fire.
        Elsa.Break | terminal || | | | Leaves the loop around it.

        # Looping
        Elsa.While || condition:Boolean=false~ | | body | Done | Repeats an activity as long as a condition holds.
        Elsa.For || start:Int32=0, end:Int32=0, step:Int32=1, outerBoundInclusive:Boolean=true | currentValue:Object | body | Done | Repeats an activity for each number from one to another.
        Elsa.ForEach || items:Object[]~ | currentValue:Object | body | Done | Repeats an activity for each item, one after the other.
        Elsa.ParallelForEach || items:Object[] | | body | Done | Runs an activity for each item, side by side.

        # Primitives
        Elsa.WriteLine || text:String | | | Done | Writes a line into the log of the instance.
        Elsa.SetVariable || variable:Object*, value:Object | | | Done | Gives a variable a value.
        Elsa.SetName || value:String | | | Done | Names the instance.
        Elsa.Correlate || correlationId:String | | | Done | Says what the instance is about, so that events find it.
        Elsa.Fault || code:String=0, category:String=General, faultType:String=System, message:String | | | | Fails.
        Elsa.Finish | terminal || | | | Ends the instance at once.
        Elsa.Event | trigger world | eventName:String | result:Object | | Done | Waits for an event of a name.
        Elsa.PublishEvent || eventName:String, correlationId:String, isLocalEvent:Boolean=false, payload:Object | | | Done | Publishes an event to all workflows, or to its own instance only.
        Elsa.RunTask | world | taskName:String, payload:ObjectDictionary | taskId:String, result:Object | | Done | Asks an outside program to do something, and waits for its report.
        Elsa.RunJavaScript | outcomes | script:String, possibleOutcomes:String[] | result:Object | | Done | Runs a script.

        # Composition
        Elsa.Complete | terminal | outcomes:Object | | | | Ends the workflow around it, with outcomes.
        Elsa.SetOutput || outputName:String, outputValue:Object | | | Done | Gives an output of the workflow a value.
        Elsa.ExecuteWorkflow | answer | workflowDefinitionId:String, correlationId:String, input:ObjectDictionary, waitForCompletion:Boolean=false | result:Object | | Done | Runs another workflow, and goes on when it waits or has ended.
        Elsa.DispatchWorkflow | world | workflowDefinitionId:String, correlationId:String, input:ObjectDictionary, waitForCompletion:Boolean=false, startNewTrace:Boolean=false, channelName:String | result:Object | | Done | Has another workflow run on its own; goes on at once, or when it has ended.
        Elsa.BulkDispatchWorkflows | world | workflowDefinitionId:String, items:Object[], defaultItemInputKey:String=Item, correlationIdFunction:String~, input:ObjectDictionary, waitForCompletion:Boolean=true, startNewTrace:Boolean=false, channelName:String | | childCompleted, childFaulted | Completed, Canceled, Done | Has another workflow run for each item.

        # Scheduling
        Elsa.Delay | world | timeSpan:TimeSpan=00:01:00, strategy:String, autoBlockingThreshold:TimeSpan | | | Done | Waits for a while.
        Elsa.StartAt | trigger world | dateTime:DateTimeOffset | | | Done | Waits until a moment.
        Elsa.Timer | trigger world | interval:TimeSpan=00:01:00 | | | Done | Starts an instance again and again; within one, waits once.
        Elsa.Cron | trigger world | cronExpression:String | | | Done | Starts instances by a cron expression of six fields; within one, waits for the next moment.

        # HTTP
        Elsa.HttpEndpoint | trigger world outcomes | path:String, supportedMethods:String[]=GET, authorize:Boolean=false, policy:String, requestTimeout:TimeSpan, requestSizeLimit:Int64, fileSizeLimit:Int64, allowedFileExtensions:String[], blockedFileExtensions:String[], allowedMimeTypes:String[], exposeRequestTooLargeOutcome:Boolean=false*, exposeFileTooLargeOutcome:Boolean=false*, exposeInvalidFileExtensionOutcome:Boolean=false*, exposeInvalidFileMimeTypeOutcome:Boolean=false* | result:Object, parsedContent:Object, files:Object, file:Object, routeData:ObjectDictionary, queryStringData:ObjectDictionary, headers:ObjectDictionary | | Done | Waits for a request to a path.
        Elsa.WriteHttpResponse || statusCode:String=OK, content:Object, contentType:String, responseHeaders:ObjectDictionary | | | Done | Answers the request that the instance is running for.
        Elsa.WriteFileHttpResponse || contentType:String, filename:String, entityTag:String, content:Object, enableResumableDownloads:Boolean=false, downloadCorrelationId:String | | | Done | Answers the request with a file.
        Elsa.SendHttpRequest | answer | url:String, method:String=GET, content:Object, contentType:String, authorization:String, disableAuthorizationHeaderValidation:Boolean=false, requestHeaders:ObjectDictionary, expectedStatusCodes:Object*, enableResiliency:Boolean=false | result:Object, parsedContent:Object, statusCode:Int32, responseHeaders:ObjectDictionary | unmatchedStatusCode, failedToConnect, timeout | Done | Sends a request, and runs the activity of the status that came back.
        Elsa.FlowSendHttpRequest | answer outcomes | url:String, method:String=GET, content:Object, contentType:String, authorization:String, disableAuthorizationHeaderValidation:Boolean=false, requestHeaders:ObjectDictionary, expectedStatusCodes:Int32[]=200, enableResiliency:Boolean=false | result:Object, parsedContent:Object, statusCode:Int32, responseHeaders:ObjectDictionary | | Unmatched status code, Failed to connect, Timeout, Done | Sends a request, and goes the way of the status that came back.
        Elsa.DownloadHttpFile | answer outcomes | url:String, method:String=GET, expectedStatusCodes:Int32[]=200, content:Object, requestContentType:String, authorization:String, disableAuthorizationHeaderValidation:Boolean=false, requestHeaders:ObjectDictionary | result:Object, response:Object, statusCode:Int32, responseContentStream:Object, responseContentBytes:Object, responseHeaders:ObjectDictionary, responseContentHeaders:ObjectDictionary | | Unmatched status code, Failed to connect, Timeout, Done | Fetches a file.

        # E-mail
        Elsa.SendEmail | answer | from:String, to:String[], cc:String[], bcc:String[], subject:String, attachments:Object, body:String | | error | Done | Sends an e-mail.

        # Cases
        CaseFlow.GetCase | answer | caseId:String | result:Object, refusal:Object | | Done, Refused | Reads a case, by its id or its ticket number.
        CaseFlow.FindCases | answer | state:String, status:String, stage:String, queue:String, owner:String, customer:String, q:String, sort:String, limit:Int32=50 | result:Object, refusal:Object | | Done, Refused | Lists cases.
        CaseFlow.CreateCase | answer | process:String, title:String, customerId:String, contactId:String, priority:String, origin:String, entitlementId:String, parentId:String, fields:ObjectDictionary, route:Boolean | result:Object, refusal:Object | | Done, Refused | Creates a case.
        CaseFlow.UpdateCase | answer | caseId:String, changes:ObjectDictionary | result:Object, refusal:Object | | Done, Refused | Changes fields of a case.
        CaseFlow.MoveStatus | answer | caseId:String, to:String, fields:ObjectDictionary | result:Object, refusal:Object | | Done, Refused | Moves a case to another status.
        CaseFlow.MoveStage | answer | caseId:String, to:String=next, reason:String | result:Object, refusal:Object | | Done, Refused | Moves a case to another stage.
        CaseFlow.RouteCase | answer | caseId:String, queue:String | result:Object, refusal:Object | | Done, Refused | Puts a case into a queue, or has the routing rules choose one.
        CaseFlow.AssignCase | answer | caseId:String, user:String, team:String, note:String | result:Object, refusal:Object | | Done, Refused | Gives a case to a user or a team.
        CaseFlow.AddActivity | answer | caseId:String, activity:ObjectDictionary | result:Object, refusal:Object | | Done, Refused | Adds a call, task, appointment, e-mail or note to a case.
        CaseFlow.ResolveCase | answer | caseId:String, status:String, resolution:String, billableMinutes:Int32, billableReason:String, cancelOpenActivities:Boolean, fields:ObjectDictionary | result:Object, refusal:Object | | Done, Refused | Resolves a case.
        CaseFlow.WaitForCase | world | caseId:String, condition:String | result:Object | | Done | Waits until a condition of CEL holds for a case.
        CaseFlow.CaseEvent | trigger world | event:String, process:String, caseId:String | result:Object, case:Object | | Done | Waits for something that happens to a case.

        # Not here
        Elsa.RunCSharp | refused: it runs code of the host | script:String, possibleOutcomes:String[] | result:Object | | Done | Runs C#.
        Elsa.RunPython | refused: it runs code of the host | script:String, possibleOutcomes:String[] | result:Object | | Done | Runs Python.
        Elsa.ReadLine | refused: there is no console to read from || result:String | | Done | Reads a line.
        Elsa.Inline | refused: it is written in C# || | | Done | Runs C#.
        Elsa.Workflow | refused: it is the workflow itself || result:Object | | Done | Holds the root.
        Elsa.NotFoundActivity | refused: it stands for an activity that was missing where the file was written || | | | Fails.
        Elsa.Workflows.Activities.DynamicActivity | refused: it is written in C# || | | Done | Runs C#.
        Elsa.Workflows.Management.Activities.HostMethod.HostMethodActivity | refused: it is written in C# || | | Done | Runs C#.
        Elsa.Workflows.Management.Activities.WorkflowDefinitionActivity.WorkflowDefinitionActivity | refused: write the name of the workflow as the type || | | Done | Runs a workflow.
        Elsa.AlterationPlanCompleted | refused: instances are altered by retrying, skipping and cancelling | planId:String | | | Done | Waits for an alteration.
        Elsa.CompleteAlterationPlan | refused: instances are altered by retrying, skipping and cancelling | planId:String | | | Done | Ends an alteration.
        Elsa.DispatchAlterationJobs | refused: instances are altered by retrying, skipping and cancelling | planId:String | | | Done | Runs an alteration.
        Elsa.GenerateAlterationJobs | refused: instances are altered by retrying, skipping and cancelling | planId:String | result:Int32 | | Done | Prepares an alteration.
        Elsa.SubmitAlterationPlan | refused: instances are altered by retrying, skipping and cancelling | params:Object | result:String | | Done | Begins an alteration.
        Elsa.BpmnProcess | refused: it holds BPMN || | | Done | Runs BPMN.
        """;
}
