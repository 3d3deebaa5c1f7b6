using CaseFlow.Host.CommandLine;

return await CaseFlowCommand.Run(args);
