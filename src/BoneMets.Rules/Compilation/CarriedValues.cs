namespace BoneMets.Rules.Compilation;

/// <summary>
/// Which values go from one generated method to another. Inside the method that computes it a value is a local, which the JIT keeps in a register
/// and computes with; only what a later method reads is also a field.
/// </summary>
internal sealed class CarriedValues
{
    private readonly IReadOnlyList<(string Type, string Name)>[] taken;
    private readonly IReadOnlyList<(string Type, string Name)>[] left;

    /// <param name="methods">The steps of each, in the order of their calls. A value is computed before it is read.</param>
    public CarriedValues(IReadOnlyList<IReadOnlyList<Step>> methods)
    {
        taken = new IReadOnlyList<(string, string)>[methods.Count];
        left = new IReadOnlyList<(string, string)>[methods.Count];
        var computed = new Dictionary<string, string>(StringComparer.Ordinal);
        var carried = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < methods.Count; i++)
        {
            // Names are used once in a file, so a word that is one and only stands in a text makes nothing wrong, only a field too many.
            var words = methods[i].SelectMany(s => s.Texts).SelectMany(Identifiers.In).Distinct(StringComparer.Ordinal);
            taken[i] = [.. words.Where(computed.ContainsKey).Select(name => (computed[name], name))];
            foreach (var (_, name) in taken[i]) carried.Add(name);
            foreach (var (type, name) in methods[i].SelectMany(s => s.Code.Values)) computed.Add(name, type);
        }
        for (var i = 0; i < methods.Count; i++) left[i] = [.. methods[i].SelectMany(s => s.Code.Values).Where(v => carried.Contains(v.Name))];
    }

    /// <summary>C# type and name of all of them.</summary>
    public IEnumerable<(string Type, string Name)> Fields => left.SelectMany(v => v);

    /// <summary>What a method reads of earlier ones.</summary>
    public IReadOnlyList<(string Type, string Name)> TakenBy(int method) => taken[method];

    /// <summary>What later ones read of it.</summary>
    public IReadOnlyList<(string Type, string Name)> LeftBy(int method) => left[method];
}
