using BoneMets.Rules.Store.Database;

namespace BoneMets.Rules.Store;

/// <summary>
/// What authors draft, reviewers approve and servers run: documents, releases, changes, and the log of everything that was done to them.
/// Every action is one transaction that carries its own audit entry; writes happen one after the other. Thread safe.
/// <see cref="StoreRefusedException"/> is thrown for what the rules of the house forbid, <see cref="StoreUnavailableException"/> when the database does not answer.
/// </summary>
public sealed class RuleStore : IAsyncDisposable
{
    private readonly StoreDatabase database;

    private RuleStore(StoreDatabase database)
    {
        this.database = database;
        (Releases, Changes, Comments, Audit) = (new ReleaseStore(database), new ChangeStore(database), new ChangeComments(database), new AuditLog(database));
        (Live, Retirements, Decisions, Keys) = (new LiveWatch(database), new RetirementStore(database), new DecisionStore(database), new ApiKeyStore(database));
        Repeatable = new RepeatableRequests(database);
        (Accounts, ProtectionKeys) = (new AccountStore(database), new ProtectionKeyStore(database));
        (Feedback, UsedTokens) = (new FeedbackStore(database), new UsedTokenStore(database));
        KeyRates = database.IsShared ? new KeyRateStore(database) : null;
        (Cohorts, CohortInputs, CohortResults) = (new CohortStore(database), new CohortInputStore(database), new CohortResultStore(database));
    }

    public ReleaseStore Releases { get; }

    public ChangeStore Changes { get; }

    public ChangeComments Comments { get; }

    public AuditLog Audit { get; }

    public LiveWatch Live { get; }

    public RetirementStore Retirements { get; }

    public DecisionStore Decisions { get; }

    public FeedbackStore Feedback { get; }

    public CohortStore Cohorts { get; }

    public CohortInputStore CohortInputs { get; }

    public CohortResultStore CohortResults { get; }

    public RepeatableRequests Repeatable { get; }

    public ApiKeyStore Keys { get; }

    public UsedTokenStore UsedTokens { get; }

    /// <summary>Null where there is one server, which can count by itself.</summary>
    public KeyRateStore? KeyRates { get; }

    public AccountStore Accounts { get; }

    public ProtectionKeyStore ProtectionKeys { get; }

    /// <summary>Opens the store and brings its tables up to date (unless it is opened read-only); several processes may do so at the same time.</summary>
    public static async Task<RuleStore> OpenAsync(StoreOptions options, CancellationToken cancellation = default)
    {
        var opened = StoreDatabase.Of(options);
        try
        {
            await (options.IsReadOnly ? opened.RequireCurrentAsync(cancellation) : opened.MigrateAsync(cancellation));
            return new RuleStore(opened);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until no other server prepares tables in the same database, and keeps others waiting until it is disposed of; null where there can be no others.</summary>
    public Task<IAsyncDisposable?> AloneAsync(CancellationToken cancellation = default) => database.AloneAsync(cancellation);

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
