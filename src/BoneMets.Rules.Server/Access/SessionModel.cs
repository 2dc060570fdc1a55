namespace BoneMets.Rules.Server.Access;

/// <summary>Who is signed in, and the token that requests which change something have to carry.</summary>
/// <param name="Name">Null: nobody.</param>
/// <param name="Antiforgery">For the header <c>X-CSRF-Token</c>; another one after signing in and out.</param>
/// <param name="HasStore">False: a folder is served read-only, there is nothing to sign in for.</param>
/// <param name="NeedsAdministrator">Nobody administers this server yet: the link printed at its start makes the first one.</param>
public sealed record SessionAnswer(string? Name, string? DisplayName, IReadOnlyList<string> Roles, string? Antiforgery, bool HasStore, bool NeedsAdministrator);

public sealed record SignIn(string Name, string Password);

/// <summary>Uses an invitation up. <c>Name</c> and <c>DisplayName</c> count for the first administrator only: others have theirs already.</summary>
public sealed record AcceptInvitation(string Secret, string Password, string? Name = null, string? DisplayName = null);

public sealed record ChangePassword(string Current, string New);
