using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Verification.Publication;

namespace BoneMets.Rules.Server.Library;

/// <summary>The answers about the library and its workflows.</summary>
internal static class WorkflowPages
{
    public static JsonPage? Library(LibraryState state, DateOnly today)
    {
        if (state.Serving is not { } serving) return null;
        var workflows = serving.Library.Workflows.OrderBy(w => w.Folder, StringComparer.Ordinal).Select(w => Summary(w, serving.Library, state)).ToList();
        var status = serving.Release is { } release ? EnumWord.Of(release.Status) : new EngineOptions().ReleaseStatus;
        var summary = new LibrarySummary(serving.Library.Hash, serving.LoadedAt, state.IsStale ? "stale" : "ok", serving.Release?.Number, status);
        return LibraryJson.Page(new LibraryAnswer(workflows, summary, [.. state.Diagnostics.Select(Answer), .. Overdue(serving, today).Select(Answer)]));
    }

    public static JsonPage? Workflow(LibraryState state, DateOnly today, string name) =>
        state.Serving is { } serving && serving.Library.TryGet(name, out var workflow) ? LibraryJson.Page(Detail(workflow, state, Overdue(serving, today))) : null;

    private static WorkflowSummary Summary(LibraryWorkflow workflow, RuleLibrary library, LibraryState state) => new(
        workflow.Name, workflow.Model.Title, workflow.Model.Description, workflow.Model.Tags, workflow.Folder, WorkflowHash.Of(workflow), StatusOf(workflow, state),
        [.. (workflow.Model.Inputs ?? []).Select(i => i.Name)], workflow.Model.Rules.Count, workflow.Cases?.Cases.Count ?? 0,
        Uses(workflow.Model), workflow.Model.About.ReviewDue, RetiredContent.Blocking(library, workflow, state.Retired).Count > 0);

    private static WorkflowAnswer Detail(LibraryWorkflow workflow, LibraryState state, IEnumerable<Diagnostic> overdue)
    {
        var model = workflow.Model;
        return new WorkflowAnswer(
            workflow.Name, model.Title, model.Description, model.Tags, workflow.Folder, WorkflowHash.Of(workflow), StatusOf(workflow, state), workflow.Cases?.Cases.Count ?? 0,
            model.Metadata is { } metadata ? LibraryJson.Element(metadata) : null,
            LibraryJson.Element(model.Node),
            [.. (model.Inputs ?? []).Select(i => new InputAnswer(i.Name, i.Schema))],
            Uses(model),
            [.. model.GlobalParams.Select(p => WorkflowParts.Param(p, workflow.Bound))],
            [.. model.Scores.Select(WorkflowParts.Score)],
            [.. model.Tables.Select(t => WorkflowParts.Table(t, workflow.Bound))],
            [.. WorkflowParts.Rules(model, workflow.Library.Evidence)],
            workflow.Bound?.FactsRead ?? [],
            [.. Own(workflow, state.Diagnostics.Concat(overdue)).Select(Answer)]);
    }

    private static IReadOnlyList<UseAnswer> Uses(Workflow model) => [.. model.Uses.Select(u => new UseAnswer(u.Workflow, u.Include))];

    /// <summary><c>stale</c> when the folder now holds errors in this workflow's own documents.</summary>
    private static string StatusOf(LibraryWorkflow workflow, LibraryState state) => Own(workflow, state.Diagnostics).Any(d => d.IsError) ? "stale" : "ok";

    private static IReadOnlyList<Diagnostic> Overdue(LibrarySnapshot serving, DateOnly today) => OverdueReviews.Find(serving.Library, today);

    public static IEnumerable<Diagnostic> Own(LibraryWorkflow workflow, IEnumerable<Diagnostic> diagnostics) =>
        diagnostics.Where(d => d.Document.StartsWith(workflow.Folder + "/", StringComparison.Ordinal));

    public static DiagnosticAnswer Answer(Diagnostic found) => new(
        found.Code.Id, EnumWord.Of(found.Severity), found.Document, found.Pointer, found.Line, found.Column, found.Message, found.Help,
        found.Span?.Start, found.Span?.Length, Fix(found));

    public static FixAnswer? Fix(Diagnostic found) => found.Fix is { } fix ? new FixAnswer($"write `{fix.Insert}`", fix.Span.Start, fix.Span.Length, fix.Insert) : null;
}
