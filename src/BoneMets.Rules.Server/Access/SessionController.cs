using System.Globalization;
using System.Security.Claims;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Access;

/// <summary>Signing in and out.</summary>
[Route("api/v1/session"), Tags("Access"), RequestSizeLimit(MostBytes)]
public sealed class SessionController : StoreController
{
    private const int MostBytes = 4 * 1024;

    [HttpGet, AllowAnonymous]
    [EndpointName("getSession"), EndpointSummary("Who is signed in")]
    public Task<SessionAnswer> Get() => AnswerAsync(User);

    [HttpPost, AllowAnonymous]
    [EndpointName("signIn"), EndpointSummary("Signs a person in")]
    public async Task<SessionAnswer> SignIn(SignIn request)
    {
        _ = Store;
        var account = await Service<SignInTurn>().PassAsync(async () =>
        {
            var found = await CheckAsync(request);
            found.LastSignIn = Service<TimeProvider>().GetUtcNow();
            await Store.Accounts.SaveAsync(found, Cancellation);
            return found;
        }, Cancellation);
        return await BeginAsync(account);
    }

    [HttpDelete, AllowAnonymous]
    [EndpointName("signOut"), EndpointSummary("Signs the person out, on every device")]
    public async Task<SessionAnswer> SignOutAsync()
    {
        // A copy of the cookie would live on otherwise.
        if (User.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme && await Store.Accounts.FindAsync(Me, Cancellation) is { } account)
            await Service<UserManager<Account>>().UpdateSecurityStampAsync(account);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return await AnswerAsync(new ClaimsPrincipal(new ClaimsIdentity()));
    }

    [HttpPost("invitation"), AllowAnonymous]
    [EndpointName("acceptInvitation"), EndpointSummary("Chooses a password by a one-time link, and signs in")]
    public async Task<SessionAnswer> Accept(AcceptInvitation request)
    {
        var users = Service<UserManager<Account>>();
        var account = await Service<SignInTurn>().PassAsync(async () =>
        {
            await RequireGoodAsync(users, request.Password, await Store.Accounts.InvitedAsync(request.Secret, Cancellation) ?? request.Name);
            var hash = users.PasswordHasher.HashPassword(null!, request.Password);
            return await Store.Accounts.AcceptAsync(request.Secret, request.Name ?? "", request.DisplayName ?? "", hash, Cancellation);
        }, Cancellation);
        return await BeginAsync(account);
    }

    [HttpPut("password"), Authorize(Policies.Person)]
    [EndpointName("changePassword"), EndpointSummary("Changes one's own password; other sessions end")]
    public async Task<SessionAnswer> ChangePassword(ChangePassword request)
    {
        var users = Service<UserManager<Account>>();
        return await Service<SignInTurn>().PassAsync(async () =>
        {
            if (await users.FindByNameAsync(Me) is not { } account) throw new ProblemException(ProblemKind.InvalidAction, $"{Me} has no password here; change it where you signed in");
            await VerifyAsync(account, request.Current);
            await RequireGoodAsync(users, request.New, account.Name);
            account.PasswordHash = users.PasswordHasher.HashPassword(account, request.New);
            await users.UpdateSecurityStampAsync(account);
            return await BeginAsync(account);
        }, Cancellation);
    }

    /// <summary>Somebody who is not there takes as long as a wrong password, so that names cannot be told from answers.</summary>
    private async Task<Account> CheckAsync(SignIn request)
    {
        var users = Service<UserManager<Account>>();
        var account = await users.FindByNameAsync(request.Name);
        if (account?.PasswordHash is null || account.IsDisabled)
        {
            users.PasswordHasher.HashPassword(null!, request.Password);
            throw WrongPassword();
        }
        await VerifyAsync(account, request.Password);
        return account;
    }

    private async Task VerifyAsync(Account account, string password)
    {
        var result = await Service<SignInManager<Account>>().CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (result.IsLockedOut) Service<UserManager<Account>>().PasswordHasher.HashPassword(account, password); // takes as long as the others
        if (!result.Succeeded) throw WrongPassword();
    }

    private static ProblemException WrongPassword() => new(ProblemKind.WrongPassword, "the name or the password is wrong, or the account is locked for a while");

    private static async Task RequireGoodAsync(UserManager<Account> users, string password, string? name)
    {
        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, null!, password);
            if (!result.Succeeded) throw new ProblemException(ProblemKind.InvalidAction, string.Join(" ", result.Errors.Select(e => e.Description)));
        }
        if (name is { Length: > 2 } && password.Contains(name, StringComparison.OrdinalIgnoreCase)) throw new ProblemException(ProblemKind.InvalidAction, "the password must not contain the name");
    }

    private async Task<SessionAnswer> BeginAsync(Account account)
    {
        var manager = Service<SignInManager<Account>>();
        await manager.SignInAsync(account, Begun());
        return await AnswerAsync(await manager.CreateUserPrincipalAsync(account));
    }

    private AuthenticationProperties Begun()
    {
        var properties = new AuthenticationProperties();
        properties.Items[AccessServices.Since] = Service<TimeProvider>().GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        return properties;
    }

    private async Task<SessionAnswer> AnswerAsync(ClaimsPrincipal user)
    {
        if (!Service<StoreHost>().IsUsed) return new SessionAnswer(null, null, [], null, HasStore: false, NeedsAdministrator: false);
        HttpContext.User = user; // the token is made for whoever asks next, not for who asked
        var token = Service<IAntiforgery>().GetAndStoreTokens(HttpContext).RequestToken;
        if (user.Identity is { IsAuthenticated: true })
            return new SessionAnswer(Actor.Of(user), user.FindFirstValue(AccountPrincipals.DisplayNameClaim) ?? Actor.Of(user), Actor.RolesOf(user), token, HasStore: true, NeedsAdministrator: false);
        return new SessionAnswer(null, null, [], token, HasStore: true, !await Store.Accounts.HasAdministratorAsync(Cancellation));
    }
}
