using BoneMets.Rules.Client;

using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
var rules = new RulesClient(http, new RulesClientOptions { ApiKey = Environment.GetEnvironmentVariable("BONEMETS_KEY") });
var lesion = new { site = "peritrochanteric", appearance = "lytic", corticalPercent = 80, fractured = false };
var decision = await rules.ExecuteAsync("MirelsFractureRisk", new { lesion });
foreach (var advice in decision.Recommendations) Console.WriteLine($"{advice.Urgency}: {advice.Text}");
foreach (var open in decision.Pending) Console.WriteLine($"not decided without {string.Join(", ", open.Missing)}: {open.Text}");
Console.WriteLine(decision["ProphylacticFixationIndicated"]);
