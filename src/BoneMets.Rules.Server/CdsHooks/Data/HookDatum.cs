using System.Text.Json;
using BoneMets.Rules.Server.CdsHooks.Services;

namespace BoneMets.Rules.Server.CdsHooks.Data;

/// <summary>What became of one requirement. The standard keeps three answers apart: nothing was sent, there are no data, it went wrong.</summary>
internal enum DataState
{
    /// <summary>The client did not send the key: nothing is known.</summary>
    NotSent,

    /// <summary>Asked for, and there are no such data (<c>null</c>).</summary>
    NoData,

    /// <summary>An OperationOutcome, or something else than what was asked for.</summary>
    Failed,

    /// <summary>There are more pages, or part of it failed.</summary>
    Incomplete,

    Whole,
}

/// <param name="Resource">The resource or searchset; null where there is none.</param>
/// <param name="Why">In words, for whoever reads the answer; null when there is nothing to say.</param>
/// <param name="IsFetched">By this server, not sent beforehand.</param>
internal sealed record HookDatum(DataRequirement Requirement, DataState State, JsonElement? Resource, string? Why, bool IsFetched = false)
{
    /// <summary>What there is can be relied on as all there is.</summary>
    public bool IsSettled => State is DataState.NoData or DataState.Whole;

    /// <summary>There is something to decide on; for a patient there has to be one.</summary>
    public bool IsUsable => State is DataState.Whole or DataState.Incomplete || (State is DataState.NoData && !Requirement.IsPatient);
}
