using System.Text;
using BoneMets.Rules.Bench.Opponents;

namespace BoneMets.Rules.Bench.Workloads;

/// <summary>
/// The thousand rules as a developer would write them, printed because nobody writes a thousand by hand: methods of 64 rules,
/// since the JIT gives up on larger ones.
/// </summary>
internal static class ThousandRulesSource
{
    public const string Namespace = "BoneMets.Rules.Bench.Printed";
    public const string Nullable = "NullableThousand";
    public const string Plain = "PlainThousand";
    public const string Branchless = "BranchlessThousand";
    private const string Optimized = "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]";
    private const int ChunkSize = 64;
    private const int NullableChunkSize = 32;
    private const int PerWord = ChunkSize / NullableChunkSize;

    public static string Text()
    {
        var text = new StringBuilder();
        text.AppendLine("using System;").AppendLine($"using {typeof(Measurements).Namespace};").AppendLine($"namespace {Namespace};");
        PrintNullable(text);
        PrintPlain(text, Plain, rule => $"if ({rule.Text(PlainPart)}) met |= 1UL << {rule.Index % ChunkSize};");
        PrintPlain(text, Branchless, rule => $"met |= ({rule.Text(c => $"({PlainPart(c)})", "&", "|")} ? 1UL : 0UL) << {rule.Index % ChunkSize};");
        return text.ToString();
    }

    /// <summary>
    /// (a) <c>&amp;</c> and <c>|</c> on <c>bool?</c>, exact decimals. Each <c>bool?</c> is a local for the JIT, so the methods are smaller.
    /// </summary>
    private static void PrintNullable(StringBuilder text)
    {
        text.AppendLine($"public static class {Nullable} {{");
        foreach (var (name, op) in new[] { ("Less", "<"), ("AtMost", "<="), ("More", ">"), ("AtLeast", ">=") })
            text.AppendLine($"static bool? {name}(decimal? x, decimal y) => x is {{ }} known ? known {op} y : null;");
        var chunks = GeneratedRules.All.Chunk(NullableChunkSize).ToList();
        for (var i = 0; i < chunks.Count; i++)
        {
            text.AppendLine($"{Optimized} static void Chunk{i}(Measurements m, ref VerdictBuilder verdicts) {{");
            foreach (var rule in chunks[i]) text.AppendLine($"verdicts.Add({rule.Index % ChunkSize}, {rule.Text(NullablePart, "&", "|")});");
            text.AppendLine("}");
        }
        text.AppendLine("public static void Decide(Measurements m, Span<ulong> met, Span<ulong> notMet) {");
        for (var word = 0; word * ChunkSize < GeneratedRules.Count; word++)
        {
            text.AppendLine($"var word{word} = new VerdictBuilder();");
            for (var i = word * PerWord; i < Math.Min((word + 1) * PerWord, chunks.Count); i++) text.AppendLine($"Chunk{i}(m, ref word{word});");
            text.AppendLine($"(met[{word}], notMet[{word}]) = word{word}.Built;");
        }
        text.AppendLine("} }");
    }

    /// <summary>(b) on doubles.</summary>
    private static void PrintPlain(StringBuilder text, string name, Func<GeneratedRule, string> line)
    {
        text.AppendLine($"public static class {name} {{");
        var chunks = GeneratedRules.All.Chunk(ChunkSize).ToList();
        for (var i = 0; i < chunks.Count; i++)
        {
            text.AppendLine($"{Optimized} static ulong Chunk{i}(PlainMeasurements m) {{ var met = 0UL;");
            foreach (var rule in chunks[i]) text.AppendLine(line(rule));
            text.AppendLine("return met; }");
        }
        text.AppendLine("public static void Decide(PlainMeasurements m, Span<ulong> met) {");
        for (var i = 0; i < chunks.Count; i++) text.AppendLine($"met[{i}] = Chunk{i}(m);");
        text.AppendLine("} }");
    }

    private static string PlainPart(Comparison c) => $"m.N{c.Number} {c.Operator} {c.LimitText}d";

    private static string NullablePart(Comparison c)
    {
        var name = c.Operator switch { "<" => "Less", "<=" => "AtMost", ">" => "More", _ => "AtLeast" };
        return $"{name}(m.N{c.Number}, {c.LimitText}m)";
    }
}
