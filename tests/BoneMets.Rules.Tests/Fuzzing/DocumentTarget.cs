using System.Text;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Importing;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Fuzzing;

/// <summary>The shipped library with one document that is another one.</summary>
internal sealed record DocumentInput(string Path, byte[] Content);

/// <summary>Loads a library around a mutated document and, where it can still decide, decides the golden cases of its workflow.</summary>
internal sealed class DocumentTarget : IFuzzTarget<DocumentInput>
{
    private const int CasesEach = 3;
    private static readonly DateOnly Day = new(2026, 1, 31);
    private readonly IReadOnlyList<LibraryFile> files = Files();
    private readonly IReadOnlyList<LibraryDocument> documents;
    private readonly RuleLibrary before;
    private readonly IReadOnlyList<ExpressionPlace> places = [ExpressionPlaces.Table(), ExpressionPlaces.Generated(1)];

    public DocumentTarget()
    {
        documents = [.. files.Select(LibraryDocument.Read)];
        before = RuleLibrary.Load(documents, null).Required();
    }

    /// <summary>How many documents decided after all.</summary>
    public int Decided { get; private set; }

    public DocumentInput Make(Random random)
    {
        // A changed schema or source is everybody's; a changed workflow or its cases are the cheap and the rich ones.
        var file = random.Pick(files);
        if (random.Chance(70)) while (!LibraryFile.IsWorkflow(file.Path)) file = random.Pick(files);
        return new DocumentInput(file.Path, JsonMutation.Mutated(random, Encoding.UTF8.GetString(file.Content.Span), () => random.Pick(places).Text(random)));
    }

    public string? Fails(DocumentInput input)
    {
        var load = RuleLibrary.Load([.. documents.Where(d => d.Path != input.Path), LibraryDocument.Read(new LibraryFile(input.Path, input.Content))], before);
        if (Wrong(load.Diagnostics) is { } wrong) return wrong;
        if (LibraryFile.IsWorkflow(input.Path)) MicrosoftImport.Read("import.json", input.Content);
        // What everybody shares is tried by whichever workflow comes first.
        var mine = load.Library.Workflows.FirstOrDefault(w => input.Path.StartsWith(w.Folder + "/", StringComparison.Ordinal));
        if ((mine ?? (load.Library.Workflows is [var first, ..] ? first : null)) is not { CanDecide: true, Cases: { } cases } workflow) return null;
        using var engine = new RuleEngine(load.Library, new EngineOptions { Compile = false });
        foreach (var golden in cases.Cases.Take(CasesEach))
        {
            var outcome = engine.Decide(workflow.Name, Encoding.UTF8.GetBytes(golden.Facts.Raw), golden.AsOf ?? Day, Explain.Full);
            if (outcome.Decision is not { } decision)
            {
                if (outcome.Errors.Count == 0) return "neither decides nor says why not";
                continue;
            }
            var written = DecisionWriter.ToUtf8(decision, Explain.Full);
            Decided++;
            // All that a decision may do was done; every further case would do it again, and how long one of them takes is the question.
            if (written.AsSpan().IndexOf(Encoding.UTF8.GetBytes(DiagnosticCode.BudgetExhausted.Id)) >= 0) break;
        }
        return null;
    }

    public IEnumerable<DocumentInput> Smaller(DocumentInput input) => Shorter.Of(input.Content).Select(s => input with { Content = s });

    public string Show(DocumentInput input) => $"{input.Path} ({input.Content.Length} bytes): {Encoding.Latin1.GetString(input.Content.AsSpan(0, Math.Min(input.Content.Length, 20_000)))}";

    /// <summary>Every finding of a mutated document names the document, and a place in it.</summary>
    private static string? Wrong(IReadOnlyList<Diagnostic> findings)
    {
        if (findings.FirstOrDefault(d => d.Document.Length == 0 || d.Line < 0 || d.Column < 0) is { } nowhere) return $"stands nowhere: {nowhere}";
        if (findings.FirstOrDefault(d => d.Message.Length is 0 or > 4_001) is { } long_) return $"is no message: {long_}";
        return null;
    }

    private static List<LibraryFile> Files()
    {
        var root = Path.Combine(SpecTable.Root(), "workflows");
        return [.. Directory.GetFiles(root, "*.json", SearchOption.AllDirectories)
            .Select(f => new LibraryFile(Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllBytes(f)))
            .Where(f => LibraryFile.IsDocument(f.Path)).OrderBy(f => f.Path, StringComparer.Ordinal)];
    }
}
