namespace BoneMets.Rules.Store;

/// <summary>What servers run now: the newest release without what an administrator has retired.</summary>
public sealed record LiveContent(Release Release, IReadOnlyList<Retirement> Retired);

/// <summary>A workflow, or one of its rules, that was taken out of use at once.</summary>
/// <param name="Rule">Null: the whole workflow.</param>
public sealed record Retirement(long Id, string Workflow, string? Rule, string Reason, string By, DateTimeOffset At);
