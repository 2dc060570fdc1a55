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
        if (string.IsNullOrWhiteSpace(workflow)) throw new StoreRefusedException(RefusalKind.Invalid, "there is no workflow to retire", "name the workflow");
        if (string.IsNullOrWhiteSpace(reason)) throw new StoreRefusedException(RefusalKind.Invalid, "taking something out of use needs a reason", "say why, in a sentence");
        if ((await InForceAsync(writer.Context, cancellation)).FirstOrDefault(r => r.Workflow == workflow && r.Rule == rule) is { } earlier)
            throw new StoreRefusedException(RefusalKind.WrongState, $"{Name(workflow, rule)} was retired already, by {earlier.By}", "nothing is left to do");
        var row = new RetirementRow { Workflow = workflow, Rule = rule, Reason = reason.Trim(), By = actor, At = writer.Now };
        writer.Context.Retirements.Add(row);
        writer.Audit("content.retired", Name(workflow, rule), ("reason", row.Reason));
        writer.Announce();
        await writer.Context.SaveChangesAsync(cancellation);
        return Of(row);
    }, cancellation);

    public Task LiftAsync(string actor, long id, string reason, CancellationToken cancellation = default) => database.WriteAsync(actor, async writer =>
    {
        var row = await writer.Context.Retirements.SingleOrDefaultAsync(r => r.Id == id && r.LiftedBy == null, cancellation)
            ?? throw StoreRefusedException.NotFound(string.Create(CultureInfo.InvariantCulture, $"retirement {id} in force"));
        (row.LiftedBy, row.LiftedAt) = (actor, writer.Now);
        writer.Audit("content.restored", Name(row.Workflow, row.Rule), ("reason", reason.Trim()));
        writer.Announce();
        return true;
    }, cancellation);

    internal static async Task<IReadOnlyList<Retirement>> InForceAsync(StoreContext context, CancellationToken cancellation) =>
        [.. (await context.Retirements.Where(r => r.LiftedBy == null).OrderBy(r => r.Id).ToListAsync(cancellation)).Select(Of)];

    private static string Name(string workflow, string? rule) => rule is null ? $"workflow {workflow}" : $"rule {workflow}.{rule}";

    private static Retirement Of(RetirementRow row) => new(row.Id, row.Workflow, row.Rule, row.Reason, row.By, row.At);
}
