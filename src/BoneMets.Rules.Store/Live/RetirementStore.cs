using System.Globalization;
using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>The kill switch: takes a workflow or a rule out of use without a new release, until it is lifted. It holds for every release.</summary>
public sealed class RetirementStore
{
    private readonly StoreDatabase database;

    internal RetirementStore(StoreDatabase database) => this.database = database;

    /// <summary>Those in force, the oldest first.</summary>
    public Task<IReadOnlyList<Retirement>> ListAsync(CancellationToken cancellation = default) => database.ReadAsync(context => InForceAsync(context, cancellation), cancellation);

    public Task<Retirement> RetireAsync(string actor, string workflow, string? rule, string reason, CancellationToken cancellation = default) => database.WriteAsync(actor, async writer =>
    {
        workflow = StoreText.Of("name of a workflow to take out of use", workflow, StoreText.Name, isNeeded: true, "name the workflow");
        rule = rule is null ? null : StoreText.Of("name of a rule to take out of use", rule, StoreText.Name, isNeeded: true, "name the rule, or leave it out for the whole workflow");
        reason = StoreText.Of("reason for taking it out of use", reason, StoreText.Sentence, isNeeded: true, "say why, in a sentence");
        if ((await InForceAsync(writer.Context, cancellation)).FirstOrDefault(r => r.Workflow == workflow && r.Rule == rule) is { } earlier)
            throw new StoreRefusedException(RefusalKind.WrongState, $"{Name(workflow, rule)} was retired already, by {earlier.By}", "nothing is left to do");
        var row = new RetirementRow { Workflow = workflow, Rule = rule, Reason = reason, By = actor, At = writer.Now };
        writer.Context.Retirements.Add(row);
        writer.Audit("content.retired", Name(workflow, rule), ("reason", row.Reason));
        writer.Announce();
        await writer.Context.SaveChangesAsync(cancellation);
        return Of(row);
    }, cancellation);

    public Task LiftAsync(string actor, long id, string reason, CancellationToken cancellation = default) => database.WriteAsync(actor, async writer =>
    {
        reason = StoreText.Of("reason for bringing it back", reason, StoreText.Sentence, isNeeded: true, "say why, in a sentence");
        var row = await writer.Context.Retirements.SingleOrDefaultAsync(r => r.Id == id && r.LiftedBy == null, cancellation)
            ?? throw StoreRefusedException.NotFound(string.Create(CultureInfo.InvariantCulture, $"retirement {id} in force"));
        (row.LiftedBy, row.LiftedAt) = (actor, writer.Now);
        writer.Audit("content.restored", Name(row.Workflow, row.Rule), ("reason", reason));
        writer.Announce();
        return true;
    }, cancellation);

    internal static async Task<IReadOnlyList<Retirement>> InForceAsync(StoreContext context, CancellationToken cancellation) =>
        [.. (await context.Retirements.Where(r => r.LiftedBy == null).OrderBy(r => r.Id).ToListAsync(cancellation)).Select(Of)];

    private static string Name(string workflow, string? rule) => rule is null ? $"workflow {workflow}" : $"rule {workflow}.{rule}";

    private static Retirement Of(RetirementRow row) => new(row.Id, row.Workflow, row.Rule, row.Reason, row.By, row.At);
}
