using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BoneMets.Rules.Compilation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using Xunit.Abstractions;

namespace BoneMets.Rules.Tests.Spec;

/// <summary>Every row of the tables whose expression binds, as a parameter of a compiled workflow that a rule reads.</summary>
public sealed class CompiledTableTests(ITestOutputHelper output)
{
    [Fact]
    public void Compiled_code_agrees_with_every_row()
    {
        var (native, evaluator, interpreted) = (0, 0, 0);
        var disagreements = new ConcurrentBag<string>();
        Parallel.ForEach(SpecTable.All().Where(r => !r.Expected.StartsWith("error", StringComparison.Ordinal)), row =>
        {
            var (text, expected) = AsRule(row);
            var load = SpecWorld.Load(new JsonObject
            {
                ["WorkflowName"] = "Spec",
                ["Inputs"] = new JsonArray(new JsonObject { ["Name"] = "p", ["Schema"] = "person" }),
                ["GlobalParams"] = new JsonArray(new JsonObject { ["Name"] = "row", ["Expression"] = row.Expression }),
                ["Rules"] = new JsonArray(new JsonObject { ["RuleName"] = "Row", ["Expression"] = text }),
            });
            if (load.HasErrors) Assert.Fail($"{row}: {string.Join("; ", load.Diagnostics)}");
            using var program = CompiledProgram.Create(load.Library["Spec"].Bound!);
            if (program.InterpretedRules.Count > 0)
            {
                Interlocked.Increment(ref interpreted);
                return;
            }
            var (facts, asOf) = SpecWorld.Read(new FactReader([("p", load.Library.Schemas["person"])]), row.Facts);
            Span<ulong> met = stackalloc ulong[1];
            Span<ulong> notMet = stackalloc ulong[1];
            if (!program.Decide([facts["p"]], asOf.DayNumber, met, notMet))
            {
                Interlocked.Increment(ref evaluator);
                return;
            }
            Interlocked.Increment(ref native);
            var verdict = (met[0], notMet[0]) switch { (1, 0) => "true", (0, 1) => "false", (0, 0) => "undecided", _ => "both" };
            if (verdict != expected) disagreements.Add($"{row}: as `{text}` {expected} expected, {verdict} compiled");
        });
        output.WriteLine($"{native} rows decided by compiled code, {evaluator} left to the evaluator, {interpreted} not compiled");
        Assert.Empty(disagreements);
        Assert.True(native > 2 * interpreted, $"only {native} rows are decided by compiled code");
    }

    /// <summary>A condition with a known verdict: the row itself, or a comparison of it with what the table says.</summary>
    private static (string Text, string Expected) AsRule(SpecRow row)
    {
        var load = SpecWorld.Load(("result", row.Expression));
        var type = load.Library["Spec"].Bound!.Params[0].Type;
        if (type is BooleanType) return ("row", row.Expected is "true" or "false" ? row.Expected : "undecided");
        if (row.Expected.StartsWith("fault", StringComparison.Ordinal)) return ($"IsKnown(row)", "fault");
        var isKnown = !(row.Expected.StartsWith("unknown", StringComparison.Ordinal) || row.Expected.StartsWith("range", StringComparison.Ordinal) || row.Expected.StartsWith("oneOf", StringComparison.Ordinal));
        if (!isKnown || type is ListType or ObjectType) return ($"IsKnown(row)", isKnown ? "true" : "false");
        return type is DateType ? ($"(row) == Date(\"{row.Expected}\")", "true") : ($"(row) == {row.Expected}", "true");
    }
}
