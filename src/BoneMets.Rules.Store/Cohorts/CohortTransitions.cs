namespace BoneMets.Rules.Store;

/// <summary>What can be done with a run.</summary>
public enum CohortAction { Upload, EndUpload, Map, Start, Cancel, Resume, Delete, Complete, Fail, EndCancelling }

/// <summary>Which state follows from what is done in which; there is no other place that decides this.</summary>
public static class CohortTransitions
{
    /// <summary>The state after the action; null when the state forbids it. A deleted run has none, and keeps the one that it has.</summary>
    public static CohortState? After(CohortState state, CohortAction action) => (action, state) switch
    {
        (CohortAction.Upload, CohortState.Uploading or CohortState.Ready) => CohortState.Uploading,
        (CohortAction.EndUpload, CohortState.Uploading) => CohortState.Ready,
        (CohortAction.Map, CohortState.Uploading or CohortState.Ready) => state,
        (CohortAction.Start, CohortState.Ready) => CohortState.Running,
        (CohortAction.Cancel, CohortState.Running) => CohortState.Cancelling,
        (CohortAction.EndCancelling, CohortState.Cancelling) => CohortState.Cancelled,
        (CohortAction.Resume, CohortState.Cancelled or CohortState.Failed) => CohortState.Running,
        (CohortAction.Complete, CohortState.Running) => CohortState.Completed,
        (CohortAction.Fail, CohortState.Running) => CohortState.Failed,
        (CohortAction.Delete, CohortState.Uploading or CohortState.Ready or CohortState.Cancelled or CohortState.Completed or CohortState.Failed) => state,
        _ => null,
    };

    /// <summary>What to do where the state forbids something.</summary>
    internal static string Remedy(CohortState state) => state switch
    {
        CohortState.Uploading => "send its input first",
        CohortState.Ready => "start it, or delete it",
        CohortState.Running => "cancel it first, or wait until it is done",
        CohortState.Cancelling => "wait a moment until it is cancelled",
        CohortState.Completed => "its results are there; another run needs to be created anew",
        _ => "resume it, or delete it",
    };
}
