using BoneMets.Rules;
using BoneMets.Rules.Verification.Cases;

var load = RuleLibrary.Load(args.Length > 0 ? args[0] : "workflows");
foreach (var diagnostic in load.Diagnostics) Console.WriteLine(diagnostic);
var results = CaseRunner.Run(new RuleEngine(load.Library), []);
foreach (var result in results.Where(r => !r.Passed)) Console.WriteLine($"{result.Workflow} {result.Case.Id}: {string.Join("; ", result.Differences)}");
Console.WriteLine($"{results.Count(r => r.Passed)} passed, {results.Count(r => !r.Passed)} failed");
return results.All(r => r.Passed) ? 0 : 1;
