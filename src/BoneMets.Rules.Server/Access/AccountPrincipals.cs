using System.Security.Claims;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BoneMets.Rules.Server.Access;

/// <summary>What a session says of its owner.</summary>
internal sealed class AccountPrincipals(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Account>
{
    public const string DisplayNameClaim = "bonemets:displayName";

    public Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var names = options.Value.ClaimsIdentity;
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, names.UserNameClaimType, names.RoleClaimType);
        identity.AddClaim(new Claim(names.UserIdClaimType, user.Name));
        identity.AddClaim(new Claim(names.UserNameClaimType, user.Name));
        identity.AddClaim(new Claim(names.SecurityStampClaimType, user.SecurityStamp));
        identity.AddClaim(new Claim(DisplayNameClaim, user.DisplayName));
        foreach (var role in user.Roles) identity.AddClaim(new Claim(names.RoleClaimType, role));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
