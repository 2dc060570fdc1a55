using BoneMets.Rules.Cli;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
