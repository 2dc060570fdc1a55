using System.Text;

namespace BoneMets.Rules.Compilation;

/// <summary>Writes the details of a workflow (<see cref="DetailedDecision"/>) as a C# file of its own, so that the code of the verdicts alone stays small.</summary>
internal static class DetailEmitter
{
    private const int StepsPerMethod = 64;
    private const int LinesPerMethod = 300;

    public static EmittedProgram Write(DetailEmission emission)
    {
        var text = new StringBuilder();
        var depth = 0;
        var methods = Chunks(emission.Steps);
        Line($"// Workflow {Identifiers.Comment(emission.Workflow.Name)}, written by the engine: verdicts, missing facts and outputs, exactly.");
        Line("#nullable enable");
        foreach (var name in new[] { "System", "System.Numerics", "BoneMets.Rules.Compilation", "BoneMets.Rules.Facts" }) Line($"using {name};");
        Line($"using Bits = System.{(emission.IsWide ? "UInt128" : "UInt64")};");
        Line("");
        Line("namespace BoneMets.Rules.Generated;");
        Line("");
        if (emission.Paths.Count > 0) Line("// The facts that may be missing, from the lowest bit.");
        foreach (var path in emission.Paths) Line($"// {Identifiers.Comment(path)}");
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
        return new EmittedProgram(emission.Workflow.Name, emission.Workflow.Hash, text.ToString(), []);

        void Decide()
        {
            Line("public static bool Decide(");
            Line("    ReadOnlySpan<FactFrame> inputs, ReadOnlySpan<FactFrame> absent, int asOf, Span<ulong> met, Span<ulong> notMet, Span<UInt128> missing,");
            Line("    Span<OutputCell> cells, out int noticed)");
            Open();
            Line("var s = new Values { absent = absent, asOf = asOf, met = met, notMet = notMet, missing = missing, cells = cells, noticed = -1 };");
            var index = 0;
            foreach (var name in emission.InputNames)
            {
                Line($"s.{name} = inputs[{Literal.Whole(index++)}];");
                Line($"s.unsure |= s.{name}.HasLongNumbers;");
            }
            Line("met.Clear();");
            Line("notMet.Clear();");
            Line("try");
            Open();
            for (var i = 0; i < methods.Count; i++) Line($"Part{Literal.Whole(i + 1)}(ref s);");
            Close();
            Line("catch (ArithmeticException)");
            Open();
            Line("s.unsure = true;");
            Close();
            Line("noticed = s.noticed;");
            Line("return !s.unsure & s.notices < 2;");
            Close();
        }

        void Method(int number, List<Step> steps)
        {
            Line($"private static void Part{Literal.Whole(number + 1)}(ref Values s)");
            Open();
            Line("bool unsure = false;");
            var declared = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (name, line) in steps.SelectMany(s => s.Code.Header))
                if (declared.Add(name)) Line(line);
            foreach (var step in steps)
            {
                Line("");
                Line($"// {step.Comment}");
                foreach (var line in step.Code.Lines) Line(line);
            }
            Line("s.unsure |= unsure;");
            Close();
        }

        void Values()
        {
            Line("private ref struct Values");
            Open();
            foreach (var field in new[]
            {
                "ReadOnlySpan<FactFrame> absent", "Span<ulong> met", "Span<ulong> notMet", "Span<UInt128> missing", "Span<OutputCell> cells", "int asOf", "int noticed",
                "int notices", "bool unsure",
            }) Line($"public {field};");
            foreach (var name in emission.InputNames) Line($"public FactFrame {name};");
            foreach (var (type, name) in emission.Fields) Line($"public {type} {name};");
            Line("");
            Line("public void NoRow(int table)");
            Open();
            Line("noticed = table;");
            Line("notices++;");
            Close();
            Close();
        }

        void Open()
        {
            Line("{");
            depth++;
        }

        void Close()
        {
            depth--;
            Line("}");
        }

        void Line(string line)
        {
            if (line.Length > 0) text.Append(' ', depth * 4).Append(line);
            text.Append('\n');
        }
    }

    private static List<List<Step>> Chunks(List<Step> steps)
    {
        var chunks = new List<List<Step>>();
        var lines = 0;
        foreach (var step in steps)
        {
            if (chunks.Count == 0 || chunks[^1].Count >= StepsPerMethod || lines + step.Code.Lines.Count > LinesPerMethod)
            {
                chunks.Add([]);
                lines = 0;
            }
            chunks[^1].Add(step);
            lines += step.Code.Lines.Count + 1;
        }
        return chunks;
    }
}
