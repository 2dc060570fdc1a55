using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>
/// Whether two versions of a table or of a condition always decide the same, what is missing included: they are compared for every combination
/// of values that either tells apart, unknown and half-known ones too. As in other proofs of tables every expression that is compared with
/// something is independent of the others, so that equal versions may not be recognized, and different ones never count as equal.
/// </summary>
public sealed class Equivalence
{
    private const int MostSteps = 2_000_000;
    private const int MostVariables = 64;

    private readonly ProofVariables variables = new();

    private Equivalence()
    {
    }

    /// <summary>False when it is not so, or not proved. Values that are computed in the rows count as different when they are written differently.</summary>
    public static bool IsProved(TableDefinition one, TableDefinition other)
    {
        if (one.HitPolicy != other.HitPolicy || one.Outputs.Count != other.Outputs.Count || !Faultless.Is(one) || !Faultless.Is(other)) return false;
        for (var i = 0; i < one.Outputs.Count; i++)
            if (!one.Outputs[i].Type.Equals(other.Outputs[i].Type)) return false;
        var proof = new Equivalence();
        var (first, second) = (new ComparedTable(one, proof.variables), new ComparedTable(other, proof.variables));
        return proof.AreSame(states => first.In(states) == second.In(states));
    }

    /// <summary>The same of two conditions.</summary>
    public static bool IsProved(BoundNode one, BoundNode other)
    {
        if (!TypeRules.IsBoolean(one.Type) || !TypeRules.IsBoolean(other.Type) || !Faultless.Is(one) || !Faultless.Is(other)) return false;
        var proof = new Equivalence();
        var (first, second) = (ProofCondition.OfCondition(one, proof.variables), ProofCondition.OfCondition(other, proof.variables));
        return proof.AreSame(states => first.In(states) == second.In(states));
    }

    private bool AreSame(Func<object?[], bool> isSame)
    {
        if (variables.All.Count > MostVariables) return false;
        var states = variables.All.Select(ProofStates.Of).ToList();
        if (states.Exists(s => s is null) || states.Aggregate(1m, (product, s) => Math.Min(product * s!.Count, MostSteps + 1)) > MostSteps) return false;
        var (chosen, at) = (new int[states.Count], new object?[states.Count]);
        while (true)
        {
            for (var i = 0; i < at.Length; i++) at[i] = states[i]![chosen[i]];
            if (!isSame(at)) return false;
            var next = 0;
            while (next < chosen.Length && ++chosen[next] == states[next]!.Count) chosen[next++] = 0;
            if (next == chosen.Length) return true;
        }
    }

    /// <summary>What a table of which one row decides gives.</summary>
    private sealed class ComparedTable(TableDefinition table, ProofVariables variables)
    {
        private readonly ProofCondition[] rows = [.. table.Rows.Select(r => ProofCondition.Of(table, r, variables))];
        private readonly string[][] values = [.. table.Rows.Select(r => r.Then.Select(BoundKey.Of).ToArray())];

        public string In(object?[] states)
        {
            var possible = new List<int>();
            var missing = 0UL;
            for (var row = 0; row < rows.Length; row++)
            {
                var (applies, lacks) = rows[row].In(states);
                if (applies == false) continue;
                if (applies == true)
                {
                    if (table.HitPolicy == HitPolicy.Unique) (possible, missing) = ([], 0);
                    possible.Add(row);
                    return Outcome(possible, missing, mayBeNone: false);
                }
                possible.Add(row);
                missing |= lacks;
            }
            return Outcome(possible, missing, mayBeNone: !(table.IsComplete && possible.Count > 0));
        }

        /// <summary>
        /// For each output the values that are still possible (in any order: only texts tell), whether there may be none, and what decides
        /// between them: nothing where all rows give the same constant.
        /// </summary>
        private string Outcome(List<int> possible, ulong missing, bool mayBeNone)
        {
            var outputs = Enumerable.Range(0, table.Outputs.Count).Select(output =>
            {
                var given = possible.Select(row => values[row][output]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
                var isDecided = !mayBeNone && given.Count == 1 && possible.TrueForAll(row => table.Rows[row].Then[output] is BoundConstant);
                return $"{(isDecided ? 0 : missing)} {mayBeNone} {string.Join("\n", given)}";
            });
            return string.Join("\n\n", outputs);
        }
    }
}
