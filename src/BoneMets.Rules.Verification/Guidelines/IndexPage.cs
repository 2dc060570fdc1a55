namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>The first page: which workflows there are, and which builds on which.</summary>
internal static class IndexPage
{
    public const string Name = "index";

    public static GuidelinePage Of(Guideline guideline)
    {
        var workflows = guideline.Workflows;
        var rows = workflows.Select(w => new GridRow(
            [new PageLink(w.Model.Title ?? w.Name, guideline.PageOf(w))],
            [WorkflowPage.Meta(w.Model, "Purpose") ?? w.Model.Description ?? ""],
            [$"{w.Model.AllRules().Count()}"],
            [$"{w.Cases?.Cases.Count ?? 0}"]));
        return new GuidelinePage(Name, "Guideline library", [$"{Counted.Of(workflows.Count, "workflow")}, {Counted.Of(workflows.Sum(w => w.Model.AllRules().Count()), "rule")}"],
        [
            Guideline.NotReviewed,
            .. PathwayPart.Of(guideline),
            new Section("Workflows", [new Grid("Workflows", ["Workflow", "Purpose", new Column("Rules", IsNumber: true), new Column("Golden cases", IsNumber: true)], rows)]),
        ], PageKind.Index);
    }
}
