using System.Text;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Verification.Mutation;

/// <summary>
/// Loads a library again and again with one mistake in it. Only the text with the mistake is read and only the workflows that rest on it are
/// bound; golden cases are left out, since no workflow depends on them. Thread safe.
/// </summary>
internal sealed class MutatedLibrary
{
    private readonly IReadOnlyList<LibraryDocument> documents;
    private readonly HashSet<string> bound;

    public MutatedLibrary(RuleLibrary library)
    {
        documents = [.. library.Documents.Where(d => !LibraryFile.IsCases(d.Name)).Select(d => LibraryDocument.Read(new LibraryFile(d.Name, Encoding.UTF8.GetBytes(d.Text))))];
        Original = RuleLibrary.Load(documents, null).Library;
        bound = [.. Original.Workflows.Where(w => w.Bound is not null).Select(w => w.Name)];
    }

    /// <summary>Without a mistake. Mutants are found in its documents.</summary>
    public RuleLibrary Original { get; }

    /// <summary>With the mistake; null when it makes a workflow useless, and <paramref name="refusal"/> then says why.</summary>
    public RuleLibrary? With(Mutant mutant, out string? refusal)
    {
        var name = mutant.Replaces.Document.Name;
        var changed = LibraryDocument.Read(new LibraryFile(name, Encoding.UTF8.GetBytes(mutant.NewText())));
        var load = RuleLibrary.Load([.. documents.Select(d => d.Path == name ? changed : d)], Original);
        var isUsable = bound.All(w => load.Library.TryGet(w, out var workflow) && workflow.Bound is not null);
        refusal = isUsable ? null : load.Diagnostics.FirstOrDefault(d => d.IsError)?.Message ?? "a workflow cannot be bound";
        return isUsable ? load.Library : null;
    }
}
