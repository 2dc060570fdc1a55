using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Access;

public sealed record UserAnswer(
    string Name, string DisplayName, IReadOnlyList<string> Roles, bool Disabled, bool HasPassword, DateTimeOffset? LockedUntil, DateTimeOffset? LastSignIn,
    string CreatedBy, DateTimeOffset CreatedAt);

public sealed record InviteUser(string Name, IReadOnlyList<string> Roles, string? DisplayName = null);

public sealed record ChangeUser(IReadOnlyList<string> Roles, bool Disabled = false);

/// <summary>A one-time link for its user. It is shown once.</summary>
/// <param name="Path">Below the address by which people reach this server.</param>
public sealed record InvitationAnswer(string? Name, string Secret, string Path, DateTimeOffset Expires);

/// <summary>People with access.</summary>
[Route("api/v1/users"), Tags("Access"), Authorize(Policies.Administer)]
public sealed class UsersController : StoreController
{
    [HttpGet]
    [EndpointName("listUsers"), EndpointSummary("Everybody with an account")]
    public async Task<IReadOnlyList<UserAnswer>> List() => [.. (await Store.Accounts.ListAsync(Cancellation)).Select(Answer)];

    [HttpPost]
    [EndpointName("inviteUser"), EndpointSummary("Adds somebody; the answer has the one-time link to send to them")]
    public async Task<InvitationAnswer> Invite(InviteUser request) =>
        Answer(await Store.Accounts.InviteAsync(Me, request.Name, request.DisplayName ?? "", Lists.Whole(request.Roles, "roles"), Cancellation));

    [HttpPut("{name}")]
    [EndpointName("changeUser"), EndpointSummary("Gives other roles, or takes access away; sessions end")]
    public async Task<UserAnswer> Change(string name, ChangeUser request) => Answer(await Store.Accounts.ChangeAsync(Me, name, Lists.Whole(request.Roles, "roles"), request.Disabled, Cancellation));

    [HttpPost("{name}/invitation")]
    [EndpointName("inviteUserAgain"), EndpointSummary("A new one-time link for somebody who lost the first or forgot the password")]
    public async Task<InvitationAnswer> InviteAgain(string name) => Answer(await Store.Accounts.InviteAgainAsync(Me, name, Cancellation));

    internal static string PathOf(string secret) => $"/welcome#{secret}";

    private static InvitationAnswer Answer(Invitation invitation) => new(invitation.Name, invitation.Secret, PathOf(invitation.Secret), invitation.Expires);

    private static UserAnswer Answer(Account account) => new(
        account.Name, account.DisplayName, account.Roles, account.IsDisabled, account.PasswordHash is not null, account.LockedUntil, account.LastSignIn, account.CreatedBy, account.CreatedAt);
}
