namespace BoneMets.Rules.Compilation;

/// <summary>
/// A straight piece of generated code: what it reads (declared once, at its top) and its statements. A step's block becomes part of a method,
/// a loop's block its body.
/// </summary>
internal sealed class CodeBlock(int depth)
{
    private readonly HashSet<string> declared = new(StringComparer.Ordinal);

    private readonly HashSet<string> once = new(StringComparer.Ordinal);

    /// <summary>0 for a step, one more per enclosing loop.</summary>
    public int Depth { get; } = depth;

    public List<(string Name, string Line)> Header { get; } = [];

    public List<string> Lines { get; } = [];

    /// <summary>Locals of a step that other steps may read: C# type and name.</summary>
    public List<(string Type, string Name)> Values { get; } = [];

    public bool HasLoop { get; set; }

    /// <summary>Used workflows whose inputs live in this block.</summary>
    public Dictionary<string, Scope> Scopes { get; } = new(StringComparer.Ordinal);

    public void Declare(string name, string line)
    {
        if (declared.Add(name)) Header.Add((name, line));
    }

    public void Add(string line) => Lines.Add(line);

    public void AddOnce(string line)
    {
        if (once.Add(line)) Lines.Add(line);
    }
}
