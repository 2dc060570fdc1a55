using BoneMets.Rules;

var library = RuleLibrary.Load(args[0]);
var lesion = new { site = "peritrochanteric", appearance = "lytic", corticalPercent = 80, fractured = false };
var decision = library["MirelsFractureRisk"].Decide(new { lesion });
foreach (var advice in decision.Recommendations) Console.WriteLine($"{advice.Urgency}: {advice.Text}");
foreach (var open in decision.Pending) Console.WriteLine($"not decided without {string.Join(", ", open.Missing)}: {open.Text}");
Console.WriteLine(decision["ProphylacticFixationIndicated"]); // Met: 3+3+3 without pain is 10 to 12
