using System.Globalization;
using System.Text;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>
/// Writes a bound workflow as one C# file whose decisions need no branches and no memory: facts are read by slot, every rule is two
/// conditions (met, not met) over them, and both become bits. Rules stand in methods of at most 64, since the JIT compiles a larger
/// one badly and code in a collectible load context is compiled only once.
/// </summary>
public static class CSharpEmitter
{
    private const int StepsPerMethod = 64;
    private const int LinesPerMethod = 400;

    public static EmittedProgram Emit(BoundWorkflow workflow, CancellationToken cancellation = default) => EmitWithLayout(workflow, cancellation).Program;

    internal static (EmittedProgram Program, IReadOnlyList<Facts.ObjectSchema> AbsentSchemas) EmitWithLayout(BoundWorkflow workflow, CancellationToken cancellation)
    {
        var emission = new Emission(workflow);
        emission.Run(cancellation);
        var source = new SourceWriter(emission, Chunks(emission.Steps)).Write();
        return (new EmittedProgram(workflow.Name, workflow.Hash, source, emission.InterpretedRules), emission.AbsentSchemas);
    }

    private static List<List<Step>> Chunks(List<Step> steps)
    {
        var chunks = new List<List<Step>>();
        var lines = 0;
        foreach (var step in steps)
        {
            var isLoop = step.Code.HasLoop;
            if (chunks.Count == 0 || chunks[^1].Count >= StepsPerMethod || lines + step.Code.Lines.Count > LinesPerMethod || isLoop || chunks[^1][^1].Code.HasLoop)
            {
                chunks.Add([]);
                lines = 0;
            }
            chunks[^1].Add(step);
            lines += step.Code.Lines.Count + 1;
        }
        return chunks;
    }

    private sealed class SourceWriter(Emission emission, List<List<Step>> methods)
    {
        private readonly CarriedValues carried = new(methods);
        private readonly StringBuilder text = new();
        private int depth;

        public string Write()
        {
            Line($"// Workflow {Identifiers.Comment(emission.Workflow.Name)}, written by the engine. A condition holds, fails, or neither: then a fact is missing.");
            Line("#nullable enable");
            foreach (var name in new[] { "System", "System.Numerics", "System.Runtime.InteropServices", "BoneMets.Rules.Facts" }) Line($"using {name};");
            Line("");
            Line("namespace BoneMets.Rules.Generated;");
            Line("");
            Line("public static class Decision");
            Open();
            Decide();
            foreach (var member in emission.Statics)
            {
                Line("");
                foreach (var line in member.Split('\n')) Line(line.TrimEnd('\r'));
            }
            for (var i = 0; i < methods.Count; i++)
            {
                Line("");
                Method(i, methods[i]);
            }
            Line("");
            Values();
            Close();
            return text.ToString();
        }

        private void Decide()
        {
            Line("public static bool Decide(ReadOnlySpan<FactFrame> inputs, ReadOnlySpan<FactFrame> absent, int asOf, Span<ulong> met, Span<ulong> notMet)");
            Open();
            Line("var s = new Values { absent = absent, asOf = asOf, met = met, notMet = notMet };");
            for (var i = 0; i < emission.Root.Inputs.Count; i++)
            {
                var name = emission.Root.Inputs[i]!.Name;
                Line($"s.{name} = inputs[{Literal.Whole(i)}];");
                Line($"s.unsure |= s.{name}.HasLongNumbers;");
            }
            Line("met.Clear();");
            Line("notMet.Clear();");
            for (var i = 0; i < methods.Count; i++) Line($"Part{Literal.Whole(i + 1)}(ref s);");
            Line("return !s.unsure;");
            Close();
        }

        private void Method(int index, List<Step> steps)
        {
            Line($"private static void Part{Literal.Whole(index + 1)}(ref Values s)");
            Open();
            var words = steps.Where(s => s.RuleIndex is not null).Select(s => s.RuleIndex!.Value / 64).Distinct().Order().ToList();
            Line("bool unsure = false;");
            foreach (var word in words) Line($"ulong met{Literal.Whole(word)} = 0, notMet{Literal.Whole(word)} = 0;");
            foreach (var (type, name) in carried.TakenBy(index)) Line($"{type} {name} = s.{name};");
            var declared = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (name, line) in steps.SelectMany(s => s.Code.Header))
                if (declared.Add(name)) Line(line);
            foreach (var step in steps) Write(step);
            foreach (var (_, name) in carried.LeftBy(index)) Line($"s.{name} = {name};");
            foreach (var word in words)
            {
                var w = Literal.Whole(word);
                Line($"s.met[{w}] |= met{w};");
                Line($"s.notMet[{w}] |= notMet{w};");
            }
            Line("s.unsure |= unsure;");
            Close();
        }

        private void Write(Step step)
        {
            Line("");
            Line($"// {step.Comment}");
            foreach (var line in step.Code.Lines) Line(line);
            if (step is not { RuleIndex: { } rule, Verdict: { } verdict }) return;
            var (word, bit) = (Literal.Whole(rule / 64), Literal.Whole(rule % 64));
            if (verdict.True != "false") Line($"met{word} |= ({verdict.True} ? 1UL : 0UL) << {bit};");
            if (verdict.False != "false") Line($"notMet{word} |= ({verdict.False} ? 1UL : 0UL) << {bit};");
        }

        private void Values()
        {
            Line("private ref struct Values");
            Open();
            Line("public ReadOnlySpan<FactFrame> absent;");
            Line("public Span<ulong> met;");
            Line("public Span<ulong> notMet;");
            Line("public int asOf;");
            Line("public bool unsure;");
            Line("public int steps;");
            foreach (var input in emission.Root.Inputs) Line($"public FactFrame {input!.Name};");
            foreach (var (type, name) in carried.Fields) Line($"public {type} {name};");
            Line("");
            Line("public bool TakeSteps(int count)");
            Open();
            Line("steps += count;");
            Line($"unsure |= steps > {Emission.LoopSteps.ToString(CultureInfo.InvariantCulture)};");
            Line("return !unsure;");
            Close();
            Close();
        }

        private void Open()
        {
            Line("{");
            depth++;
        }

        private void Close()
        {
            depth--;
            Line("}");
        }

        private void Line(string line)
        {
            if (line.Length > 0) text.Append(' ', depth * 4).Append(line);
            text.Append('\n');
        }
    }
}
