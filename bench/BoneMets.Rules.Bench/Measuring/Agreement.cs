using System.Text;
using BoneMets.Rules.Bench.Opponents;
using BoneMets.Rules.Bench.Workloads;

namespace BoneMets.Rules.Bench.Measuring;

/// <summary>
/// Before anything is timed: all contestants decide the same for the same patients, and write the same bytes. (b) is asked only about complete
/// patients, and not about those where floating point and exact decimals differ by nature (a computed number that is a limit itself).
/// </summary>
internal static class Agreement
{
    public static AgreementReport Check(int patients, int evaluated)
    {
        ShippedRules.CheckSame();
        var arena = Arena.Shared;
        var mixed = PatientGenerator.Create(patients, 0.5);
        var complete = PatientGenerator.Create(patients, 0, seed: 7).Where(l => !PatientGenerator.IsAtLimit(l.Patient)).ToArray();
        var first = new FirstWorkload(arena.First, mixed, Order.Each(mixed.Length));
        var firstComplete = new FirstWorkload(arena.First, complete, Order.Each(complete.Length));
        var numbers = MeasurementGenerator.Create(patients, 0.5);
        var second = new SecondWorkload(arena.Second, numbers, arena.Printed, Order.Each(patients));
        var secondComplete = new SecondWorkload(arena.Second, MeasurementGenerator.Create(patients, 0, seed: 7), arena.Printed, Order.Each(patients));
        var sums = new List<(string What, ulong Sum)>
        {
            Same("20 rules, half with gaps", first.Compiled(), first.Evaluator(), first.Nullable()),
            Same("20 rules, complete", firstComplete.Compiled(), firstComplete.Nullable(), firstComplete.Plain()),
            Same("1,000 rules, half with gaps", second.Compiled(), second.Nullable()),
            Same("1,000 rules, complete", secondComplete.Compiled(), secondComplete.Nullable(), secondComplete.Plain(), secondComplete.Branchless()),
        };
        var few = new SecondWorkload(arena.Second, numbers[..evaluated], arena.Printed, Order.Each(evaluated));
        sums.Add(Same($"1,000 rules, evaluator, {evaluated} patients", few.Compiled(), few.Evaluator()));
        SameBytes(arena.FirstLines, [.. mixed.Select(PatientGenerator.Json)]);
        SameBytes(arena.SecondLines, [.. MeasurementGenerator.Create(evaluated, 0).Select(MeasurementGenerator.Json)]);
        return new AgreementReport(patients, (double)first.Declined / patients, sums);
    }

    private static (string What, ulong Sum) Same(string what, params Contestant[] contestants)
    {
        var sums = contestants.Select(c => c.Pass()).ToArray();
        if (sums.Distinct().Count() == 1) return (what, sums[0]);
        throw new InvalidOperationException($"{what}: " + string.Join(", ", contestants.Select((c, i) => $"{c.Name} {sums[i]:x}")));
    }

    private static void SameBytes(Deciders deciders, byte[][] lines)
    {
        byte[] text = [.. lines.SelectMany(line => line.Append((byte)'\n'))];
        var expected = deciders.Engine.Decide(text);
        foreach (var opponent in new[] { deciders.SourceGenerated, deciders.HandRead })
        {
            var actual = opponent.Decide(text);
            if (!actual.SequenceEqual(expected)) throw new InvalidOperationException(Difference(expected, actual));
        }
    }

    private static string Difference(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        var at = Math.Max(0, expected.CommonPrefixLength(actual) - 200);
        return $"different bytes\nengine:   …{Excerpt(expected, at)}…\nopponent: …{Excerpt(actual, at)}…";
    }

    private static string Excerpt(ReadOnlySpan<byte> text, int at) => Encoding.UTF8.GetString(text[Math.Min(at, text.Length)..Math.Min(at + 400, text.Length)]);
}

/// <param name="Patients">How many were asked about.</param>
/// <param name="Declined">The share for whom the compiled code left the decision to the evaluator.</param>
/// <param name="Sums">Checksums over all verdicts, equal for all contestants.</param>
internal sealed record AgreementReport(int Patients, double Declined, IReadOnlyList<(string What, ulong Sum)> Sums);
