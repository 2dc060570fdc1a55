using System.Buffers;
using System.Text;
using BoneMets.Rules;
using BoneMets.Rules.Bench.Measuring;
using BoneMets.Rules.Bench.Opponents;
using BoneMets.Rules.Bench.Workloads;
using BoneMets.Rules.Decisions;

var library = BenchLibrary.Load();
var id = Guid.NewGuid(); var now = DateTimeOffset.UtcNow;
var engine = new WorkflowEngine(library[BenchLibrary.First].Bound!, library.Evidence, new EngineOptions { NewDecisionId = () => id, Clock = new FixedClock(now) });
var files = BenchLibrary.Files();
ReadOnlyMemory<byte> F(string n) => files.First(f => f.Path.EndsWith(n, StringComparison.Ordinal)).Content;
var texts = new HandTexts(F("mirels-and-dosing/workflow.json"), F("patient.schema.json"), F("lesion.schema.json"));
var stamp = new Stamp(engine.Workflow.Hash, EngineVersion.Current, () => id, () => now);
LineDecider[] deciders = [new SourceGeneratedDecider(texts, stamp), new HandReadDecider(texts, stamp)];
var set = engine.Facts.Rent();
var outs = deciders.Select(_ => new ArrayBufferWriter<byte>(8192)).ToArray();
var bad = 0;
var lines = PatientGenerator.Create(10000, 0.5);
foreach (var line in lines)
{
    var text = PatientGenerator.Json(line);
    if (!engine.Facts.ReadLine(text, set, null, out _)) { Console.WriteLine("bad facts"); continue; }
    var expected = $"{{\"line\":7,\"id\":\"{line.Id}\",\"decision\":{Encoding.UTF8.GetString(DecisionWriter.ToUtf8(engine.Decide(set, null, Explain.None), Explain.None))}}}\n";
    for (var i = 0; i < 2; i++)
    {
        outs[i].ResetWrittenCount();
        deciders[i].Decide(text, 7, outs[i]);
        var actual = Encoding.UTF8.GetString(outs[i].WrittenSpan);
        if (actual != expected && bad++ < 3) { var at = actual.Zip(expected).TakeWhile(z => z.First == z.Second).Count(); Console.WriteLine($"{i} {Encoding.UTF8.GetString(text)}\n{expected[Math.Max(0, at - 200)..Math.Min(expected.Length, at + 200)]}\n{actual[Math.Max(0, at - 200)..Math.Min(actual.Length, at + 200)]}"); }
    }
}
Console.WriteLine($"bad {bad}");
var jsons = lines.Take(256).Select(PatientGenerator.Json).ToArray();
ulong Run(int i) { foreach (var j in jsons) { outs[i].ResetWrittenCount(); deciders[i].Decide(j, 7, outs[i]); } return (ulong)outs[i].WrittenCount; }
var race = new Race([new("c", 256, () => Run(0)), new("d", 256, () => Run(1))]).Run(TimeSpan.FromSeconds(2));
Console.WriteLine($"{race.Time("c")} {race.Time("d")} ");
return 0;
