using CaseFlow.Benchmarks;

return await BenchmarkCommand.Run(args);
