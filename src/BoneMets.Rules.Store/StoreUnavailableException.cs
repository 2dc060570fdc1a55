namespace BoneMets.Rules.Store;

/// <summary>The database does not answer, is full or damaged. Nothing was written, unless <see cref="MayBeDone"/>.</summary>
public sealed class StoreUnavailableException(string message, bool mayBeDone, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The connection was lost while the action was being confirmed: read the state before trying again.</summary>
    public bool MayBeDone { get; } = mayBeDone;
}
