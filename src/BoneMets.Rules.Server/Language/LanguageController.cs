using BoneMets.Rules.Authoring;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Changes;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Language;

/// <summary>Help for whoever writes rules. Nothing is stored.</summary>
[Route("api/v1/language"), Tags("Language"), Authorize(Policies.SeeDrafts), RequestSizeLimit(RequestBody.MostDrained)]
public sealed class LanguageController : StoreController
{
    [HttpPost("check"), ChangesNothing]
    [EndpointName("checkDocuments"), EndpointSummary("What is wrong with documents that are being written")]
    public async Task<CheckAnswer> Check(CheckDocuments request) =>
        new([.. (await Service<DraftLibraries>().LoadAsync(request.Change, request.Documents, Cancellation)).Diagnostics.Select(WorkflowPages.Answer)]);

    [HttpPost("complete"), ChangesNothing]
    [EndpointName("complete"), EndpointSummary("What can be written at a place of an expression, a table cell or a score band")]
    public async Task<CompletionAnswer> Complete(WritingPlace request)
    {
        var context = await ContextAsync(request);
        var list = request.Column is { } column ? Completions.InPattern(context, column, request.Text, request.Offset) : Completions.InExpression(context, request.Text, request.Offset);
        return new CompletionAnswer(list.Start, list.Length, [.. list.Items.Select(i => new CompletionItemAnswer(i.Label, i.Insert, EnumWord.Of(i.Kind), i.Detail, i.Description, i.Typing is { } typing ? TypeInfos.Of(typing) : null))]);
    }

    [HttpPost("hover"), ChangesNothing]
    [EndpointName("hover"), EndpointSummary("What the name at a place stands for, and the signature of the call around it")]
    public async Task<HoverAnswer> Hover(WritingPlace request)
    {
        var context = await ContextAsync(request);
        return new HoverAnswer(
            Hovers.At(context, request.Text, request.Offset) is { } name ? new NameAnswer(name.Span.Start, name.Span.Length, name.Title, EnumWord.Of(name.Kind), name.Detail, name.Description, name.Expression) : null,
            Hovers.SignatureAt(context, request.Text, request.Offset) is { } call ? new CallAnswer(call.Name, call.Signature, call.Description, call.Argument) : null);
    }

    [HttpPost("explain"), ChangesNothing]
    [EndpointName("explainExpression"), EndpointSummary("An expression as a sentence, or what is wrong with it")]
    public async Task<ExplainAnswer> Explain(WritingPlace request)
    {
        var context = await ContextAsync(request);
        if (request.Column is { } column)
        {
            var (cell, wrong) = context.BindPattern(request.Text, column);
            return new ExplainAnswer(cell is null ? null : PlainEnglish.Of(cell), cell?.Operand.Type.Describe(), cell is null ? null : TypeInfos.Of(Typing.Of(cell.Operand)), null, [.. wrong.Select(Answer)]);
        }
        var (node, diagnostics) = context.Bind(request.Text, request.IsCondition);
        var findings = diagnostics.Select(Answer).ToList();
        if (node is null) return new ExplainAnswer(null, null, null, null, findings);
        var structure = ConditionStructure.Of(request.Text, node) is { } part ? ConditionNodes.Of(request.Text, part) : null;
        return new ExplainAnswer(PlainEnglish.Of(node), node.Type.Describe(), TypeInfos.Of(Typing.Of(node)), structure, findings);
    }

    [HttpPost("outline"), ChangesNothing]
    [EndpointName("outlineWorkflow"), EndpointSummary("What is understood of a workflow that is being written")]
    public async Task<OutlineAnswer> Outline(OutlineWorkflow request)
    {
        var draft = await Service<DraftLibraries>().LoadAsync(request.Change, request.Documents, Cancellation);
        return Outlines.Of(draft.Workflow(request.Workflow), draft.Diagnostics);
    }

    private async Task<AuthoringContext> ContextAsync(WritingPlace place)
    {
        if (place.Offset < 0 || place.Offset > place.Text.Length) throw new ProblemException(ProblemKind.InvalidAction, $"`offset` lies outside of the text, which has {place.Text.Length} characters");
        var drafts = Service<DraftLibraries>();
        if (await drafts.PlaceAsync(place.Change, place.Documents, place.Workflow, place.Rule, Cancellation) is { } context) return context;
        var library = (await drafts.LoadAsync(place.Change, place.Documents, Cancellation)).Library;
        throw library.TryGet(place.Workflow, out _)
            ? new ProblemException(ProblemKind.InvalidAction, $"workflow `{place.Workflow}` declares no inputs that exist, so no name means anything in it yet")
            : UnknownWorkflow.Of(place.Workflow, library);
    }

    private static ExpressionFindingAnswer Answer(Diagnostic found) =>
        new(found.Code.Id, EnumWord.Of(found.Severity), found.Span?.Start ?? 0, found.Span?.Length ?? 0, found.Message, found.Help, WorkflowPages.Fix(found));
}
