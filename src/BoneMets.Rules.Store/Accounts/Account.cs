namespace BoneMets.Rules.Store;

/// <summary>
/// A person who can sign in. Names are unique without regard to case and never change, because the audit log and the four eyes go by them.
/// A copy of what the store holds: changing it changes nothing until it is saved.
/// </summary>
public sealed class Account
{
    public required string Name { get; init; }
    public required string DisplayName { get; set; }

    /// <summary>Null until an invitation was accepted.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Sessions carry it; a new one ends them.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>The stamp that was read: what is saved must not overwrite what somebody else did to the account meanwhile.</summary>
    internal string ReadStamp { get; set; } = "";

    /// <summary>As they were read, for the same reason: somebody may be locked out by another server, or sign in there, while a password is checked here.</summary>
    internal (DateTimeOffset? LockedUntil, DateTimeOffset? LastSignIn) Read { get; set; }
    public required IReadOnlyList<string> Roles { get; init; }
    public int FailedSignIns { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
    public bool IsDisabled { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastSignIn { get; set; }
}

/// <summary>An account and the secret of the one-time link that lets its owner choose a password. The secret is shown once.</summary>
public sealed record Invitation(string? Name, string Secret, DateTimeOffset Expires);
