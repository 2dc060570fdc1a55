using BoneMets.Rules.Store.Auditing;
using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>
/// People who can sign in, and the one-time links by which they choose a password. How passwords are hashed and when somebody is locked out
/// is the caller's matter; what is written here is audited.
/// </summary>
public sealed class AccountStore
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);
    private readonly StoreDatabase database;

    internal AccountStore(StoreDatabase database) => this.database = database;

    /// <summary>By name in ordinal order.</summary>
    public Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<Account>>(
        async context => [.. (await context.Users.OrderBy(u => u.Key).ToListAsync(cancellation)).Select(Of)], cancellation);

    /// <summary>Without regard to case; null when there is nobody of that name.</summary>
    public Task<Account?> FindAsync(string name, CancellationToken cancellation = default)
    {
        if (AccountName.Complaint(name) is not null) return Task.FromResult<Account?>(null);
        var key = AccountName.KeyOf(name);
        return database.ReadAsync(async context => await context.Users.SingleOrDefaultAsync(u => u.Key == key, cancellation) is { } row ? Of(row) : null, cancellation);
    }

    /// <summary>Somebody can administer this store. Until then it lets nobody in but through the link of <see cref="BeginAsync"/>.</summary>
    public Task<bool> HasAdministratorAsync(CancellationToken cancellation = default) => database.ReadAsync(context => HasAdministratorAsync(context, cancellation), cancellation);

    /// <summary>The secret of a link for the first administrator; null when there is one. Several servers may each print one: the first that is used ends them all.</summary>
    public Task<Invitation?> BeginAsync(CancellationToken cancellation = default) => database.WriteAsync<Invitation?>("setup", async writer =>
        await HasAdministratorAsync(writer.Context, cancellation) ? null : Invite(writer, null), cancellation);

    /// <summary>Adds somebody, who has to accept the invitation before signing in.</summary>
    public Task<Invitation> InviteAsync(string actor, string name, string displayName, IReadOnlyList<string> roles, CancellationToken cancellation = default) => database.WriteAsync(actor, async writer =>
    {
        await AddAsync(writer, name, displayName, roles, passwordHash: null, cancellation);
        return Invite(writer, name);
    }, cancellation);

    /// <summary>Whose link it is that still waits to be used; null when it is the first administrator's, or none.</summary>
    public Task<string?> InvitedAsync(string secret, CancellationToken cancellation = default)
    {
        var id = RandomSecret.HashOf(secret);
        return database.ReadAsync(context => context.Invitations.Where(i => i.Id == id && i.UsedAt == null).Select(i => i.User).SingleOrDefaultAsync(cancellation), cancellation);
    }

    /// <summary>A new link for somebody who lost the first one or forgot the password. Earlier links end, and so do sessions when it is accepted.</summary>
    public Task<Invitation> InviteAgainAsync(string actor, string name, CancellationToken cancellation = default) => database.WriteAsync(actor, async writer =>
    {
        var row = await RequireAsync(writer.Context, name, cancellation);
        await EndInvitationsAsync(writer, row.Name, cancellation);
        writer.Audit("user.invited-again", AuditSubject.User(row.Name));
        return Invite(writer, row.Name);
    }, cancellation);

    /// <summary>
    /// Uses a link up: its owner has the password from now on. <paramref name="name"/> and <paramref name="displayName"/> count for the first
    /// administrator only, others have theirs already. A link that is wrong, used or too old is refused; nobody outside can tell which.
    /// </summary>
    public Task<Account> AcceptAsync(string secret, string name, string displayName, string passwordHash, CancellationToken cancellation = default)
    {
        var id = RandomSecret.HashOf(secret);
        return database.WriteAsync("setup", async writer =>
        {
            var now = writer.Now;
            var invitation = await writer.Context.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.UsedAt == null, cancellation);
            if (invitation is null || invitation.Expires <= now || (invitation.User is null && await HasAdministratorAsync(writer.Context, cancellation)))
                throw new StoreRefusedException(RefusalKind.NotFound, "this link is not valid (any more)", "ask an administrator for a new one; for the first administrator, start the server again");
            var row = invitation.User is { } invited
                ? await RequireAsync(writer.Context, invited, cancellation)
                : await AddAsync(writer, name, displayName, [Roles.Administrator], passwordHash, cancellation);
            await EndInvitationsAsync(writer, invitation.User, cancellation);
            (row.PasswordHash, row.SecurityStamp, row.FailedSignIns, row.LockedUntil) = (passwordHash, RandomSecret.New(), 0, null);
            writer.Audit("user.accepted", AuditSubject.User(row.Name));
            return Of(row);
        }, cancellation);
    }

    /// <summary>Gives somebody other roles, or takes the access away or gives it back. Sessions end.</summary>
    public Task<Account> ChangeAsync(string actor, string name, IReadOnlyList<string> roles, bool isDisabled, CancellationToken cancellation = default) => database.WriteAsync(actor, async writer =>
    {
        var row = await RequireAsync(writer.Context, name, cancellation);
        row.Roles = Text(roles);
        row.IsDisabled = isDisabled;
        row.SecurityStamp = RandomSecret.New();
        await writer.Context.SaveChangesAsync(cancellation);
        if (!await HasAdministratorAsync(writer.Context, cancellation)) throw new StoreRefusedException(RefusalKind.Invalid, $"{row.Name} is the last administrator", "make somebody else an administrator first");
        writer.Audit("user.changed", AuditSubject.User(row.Name), ("roles", row.Roles), ("disabled", isDisabled ? "yes" : "no"));
        return Of(row);
    }, cancellation);

    /// <summary>One more wrong password; how many that are now, also when others try at the same time elsewhere.</summary>
    public Task<int> CountFailureAsync(string name, CancellationToken cancellation = default) => database.WriteAsync("server", async writer =>
        ++(await RequireAsync(writer.Context, name, cancellation)).FailedSignIns, cancellation);

    /// <summary>
    /// Keeps what signing in and choosing a password change. Lockouts and new passwords are audited. Refused when the account has got other
    /// roles or another password since it was read; what else became of it since, and was not changed here, stays. Failures are counted by
    /// <see cref="CountFailureAsync"/>; here they only end.
    /// </summary>
    public Task SaveAsync(Account account, CancellationToken cancellation = default) => database.WriteAsync("server", async writer =>
    {
        var row = await RequireAsync(writer.Context, account.Name, cancellation);
        if (row.SecurityStamp != account.ReadStamp) throw new StoreRefusedException(RefusalKind.ContentChanged, $"the account {row.Name} was changed meanwhile", "sign in again");
        if (account.PasswordHash != row.PasswordHash) writer.Audit("user.password-changed", AuditSubject.User(row.Name));
        if (account.LockedUntil is { } until && until > writer.Now && account.LockedUntil != row.LockedUntil)
            writer.Audit("user.locked-out", AuditSubject.User(row.Name), ("until", TimeFormat.Write(until)));
        (row.PasswordHash, row.SecurityStamp) = (account.PasswordHash, account.SecurityStamp);
        if (account.LockedUntil != account.Read.LockedUntil) row.LockedUntil = account.LockedUntil;
        if (account.LastSignIn != account.Read.LastSignIn) row.LastSignIn = account.LastSignIn;
        if (account.FailedSignIns == 0) row.FailedSignIns = 0;
        (account.ReadStamp, account.Read) = (row.SecurityStamp, (account.LockedUntil, account.LastSignIn));
        return true;
    }, cancellation);

    private static async Task<bool> HasAdministratorAsync(StoreContext context, CancellationToken cancellation) =>
        (await context.Users.Where(u => u.PasswordHash != null && !u.IsDisabled).Select(u => u.Roles).ToListAsync(cancellation)).Any(r => RolesOf(r).Contains(Roles.Administrator));

    private static async Task<UserRow> AddAsync(StoreWriter writer, string name, string displayName, IReadOnlyList<string> roles, string? passwordHash, CancellationToken cancellation)
    {
        if (AccountName.Complaint(name) is { } complaint) throw new StoreRefusedException(RefusalKind.Invalid, complaint, "choose another name");
        var key = AccountName.KeyOf(name);
        if (await writer.Context.Users.AnyAsync(u => u.Key == key, cancellation)) throw new StoreRefusedException(RefusalKind.Invalid, $"there is a user `{name}` already", "choose another name");
        var row = new UserRow
        {
            Key = key,
            Name = name,
            DisplayName = StoreText.Of("full name", displayName, StoreText.Name, isNeeded: false, "shorten it") is { Length: > 0 } shown ? shown : name,
            PasswordHash = passwordHash,
            SecurityStamp = RandomSecret.New(),
            Roles = Text(roles),
            CreatedBy = writer.Actor,
            CreatedAt = writer.Now,
        };
        writer.Context.Users.Add(row);
        writer.Audit("user.added", AuditSubject.User(name), ("roles", row.Roles));
        return row;
    }

    private static Invitation Invite(StoreWriter writer, string? name)
    {
        var secret = RandomSecret.New();
        var row = new InvitationRow { Id = RandomSecret.HashOf(secret), User = name, CreatedBy = writer.Actor, CreatedAt = writer.Now, Expires = writer.Now + Lifetime };
        writer.Context.Invitations.Add(row);
        return new Invitation(name, secret, row.Expires);
    }

    private static async Task EndInvitationsAsync(StoreWriter writer, string? user, CancellationToken cancellation)
    {
        foreach (var open in await writer.Context.Invitations.Where(i => i.User == user && i.UsedAt == null).ToListAsync(cancellation)) open.UsedAt = writer.Now;
    }

    private static string Text(IReadOnlyList<string> roles)
    {
        foreach (var unknown in roles.Where(r => !Roles.OfPeople.Contains(r)))
            throw new StoreRefusedException(RefusalKind.Invalid, $"there is no role `{unknown}`", $"the roles are {string.Join(", ", Roles.OfPeople)}");
        return string.Join(' ', Roles.OfPeople.Where(roles.Contains));
    }

    private static string[] RolesOf(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<UserRow> RequireAsync(StoreContext context, string name, CancellationToken cancellation)
    {
        var key = AccountName.KeyOf(name);
        return await context.Users.SingleOrDefaultAsync(u => u.Key == key, cancellation) ?? throw StoreRefusedException.NotFound($"user {name}");
    }

    private static Account Of(UserRow row) => new()
    {
        Name = row.Name,
        DisplayName = row.DisplayName,
        PasswordHash = row.PasswordHash,
        SecurityStamp = row.SecurityStamp,
        ReadStamp = row.SecurityStamp,
        Read = (row.LockedUntil, row.LastSignIn),
        Roles = RolesOf(row.Roles),
        FailedSignIns = row.FailedSignIns,
        LockedUntil = row.LockedUntil,
        IsDisabled = row.IsDisabled,
        CreatedBy = row.CreatedBy,
        CreatedAt = row.CreatedAt,
        LastSignIn = row.LastSignIn,
    };
}
