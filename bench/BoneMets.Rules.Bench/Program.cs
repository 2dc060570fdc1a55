using System.Globalization;
using BoneMets.Rules.Bench.Curves;
using BoneMets.Rules.Bench.Http;
using BoneMets.Rules.Bench.Measuring;
using BoneMets.Rules.Bench.Reporting;
using BoneMets.Rules.Bench.Workloads;

const string usage = "usage: BoneMets.Rules.Bench [--quick] [--output DIRECTORY] [--cli bonemets.dll] [--only TITLE] [--curves]";

if (args is [TextToDecision.ChildOption, var workflow])
{
    Console.Write(TextToDecision.SwapIn(workflow, 1)[0].ToString(CultureInfo.InvariantCulture));
    return 0;
}

if (args is [ServedLibrary.ChildOption])
{
    await ServedLibrary.RunAsync();
    return 0;
}

var effort = Effort.Full;
var output = Repository.Results;
string? commandLine = null;
string? only = null;
var curves = false;
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--quick": effort = Effort.Quick; break;
        case "--output" when i + 1 < args.Length: output = args[++i]; break;
        case "--cli" when i + 1 < args.Length: commandLine = args[++i]; break;
        case "--curves": curves = true; break;
        case "--only" when i + 1 < args.Length: only = args[++i]; break;
        default:
            Console.Error.WriteLine(usage);
            return 2;
    }
}

if (curves)
{
    CurveReport.Write(output, effort, isShort: effort == Effort.Quick);
    return 0;
}

var report = new Session(effort, commandLine, only).Run();
report.Write(output);
Console.Write(report.Summary());
return 0;
