using System.Globalization;
using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using BoneMets.Rules.Verification.Impacts;

namespace BoneMets.Rules.Server.Changes;

/// <summary>Gathers the evidence for review of a change. One at a time: it replays everything on all cores.</summary>
internal sealed class ChangeExaminer(StoreHost storage, LongWork turn)
{
    private const int RecordedPerWorkflow = 200, MostFailed = 200;

    /// <summary>About the content that the change has at this moment.</summary>
    public Task<ExaminationAnswer> ExamineAsync(long id, CancellationToken cancellation) => turn.PassAsync(async () =>
    {
        var store = storage.Store;
        var (change, documents) = await store.Changes.WithDocumentsAsync(id, cancellation);
        var after = LibraryDocuments.Load(documents);
        var before = LibraryDocuments.Load(await store.Releases.DocumentsAsync(change.Base, cancellation));
        var recorded = await RecordedAsync(store, after.Library, cancellation);
        var found = await Task.Run(() => ChangeExamination.Of(before, after, recorded, cancellation), cancellation);
        return Answer(change, found, before.Library, after.Library);
    }, cancellation);

    private static async Task<IReadOnlyList<TriedPatient>> RecordedAsync(RuleStore store, RuleLibrary library, CancellationToken cancellation)
    {
        var found = new List<TriedPatient>();
        foreach (var workflow in library.Workflows)
        {
            var records = await store.Decisions.WithFactsAsync(workflow.Name, RecordedPerWorkflow, cancellation);
            found.AddRange(records.Select(r => new TriedPatient(
                r.Workflow, $"decision {r.Id}", Encoding.UTF8.GetBytes(r.Facts!), DateOnly.ParseExact(r.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture), IsRecorded: true)));
        }
        return found;
    }

    private static ExaminationAnswer Answer(Change change, ChangeExamination found, RuleLibrary before, RuleLibrary after) => new(
        change.ContentHash, change.Base, found.Against,
        [.. found.Diagnostics.Where(d => d.Severity != Severity.Info).Select(WorkflowPages.Answer)],
        found.Errors.Any() ? null : new ReplayAnswer(found.Cases.Count(c => c.Passed), [.. found.Failed.Take(MostFailed).Select(f => new FailedCaseAnswer(
            f.Workflow, f.Case.Id, f.Case.Title, [.. f.Differences.Select(d => new DifferenceAnswer(d.Subject, d.Expected, d.Actual))]))]),
        [.. CaseChange.Between(before, after).Select(c => new CaseChangeAnswer(EnumWord.Of(c.Kind), c.Workflow, c.Id))],
        found.Impact is { } impact ? ImpactAnswers.Of(impact) : null,
        [.. PublicationMetadata.MissingIn(before, after).Select(WorkflowPages.Answer)]);
}
