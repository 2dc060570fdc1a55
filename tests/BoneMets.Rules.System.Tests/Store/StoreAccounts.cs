using BoneMets.Rules.Store;

namespace BoneMets.Rules.System.Tests.Store;

/// <summary>Who has access, and how they come to it.</summary>
public abstract class StoreAccounts : StoreOperations
{
    private const string Hash = "a hash", Other = "another hash";

    [Fact]
    public async Task The_first_administrator_comes_by_a_link_of_which_one_counts()
    {
        Assert.False(await Store.Accounts.HasAdministratorAsync());
        var (one, two) = ((await Store.Accounts.BeginAsync())!, (await Store.Accounts.BeginAsync())!);
        await RefusedAsync(RefusalKind.Invalid, () => Store.Accounts.AcceptAsync(one.Secret, "no name at all", "", Hash));
        var root = await Store.Accounts.AcceptAsync(one.Secret, "Root", "", Hash);
        Assert.Equal(("Root", "Root", Hash, "administrator"), (root.Name, root.DisplayName, root.PasswordHash, root.Roles.Single()));
        await RefusedAsync(RefusalKind.NotFound, () => Store.Accounts.AcceptAsync(two.Secret, "Second", "", Hash));
        await RefusedAsync(RefusalKind.NotFound, () => Store.Accounts.AcceptAsync(one.Secret, "Second", "", Hash));
        Assert.Null(await Store.Accounts.BeginAsync());
        Assert.Equal("Root", (await Store.Accounts.FindAsync("rOOT"))!.Name);
        Assert.Equal(["user.accepted", "user.added"], (await Store.Audit.ReadAsync(10)).Select(e => e.Action));
    }

    [Fact]
    public async Task An_invitation_is_used_once_and_a_newer_one_ends_it()
    {
        await AdministratorAsync();
        var first = await Store.Accounts.InviteAsync("root", Ann, "Ann A.", [Roles.Reviewer, Roles.Author]);
        Assert.Equal((null, "author reviewer"), ((await Store.Accounts.FindAsync(Ann))!.PasswordHash, string.Join(' ', (await Store.Accounts.FindAsync(Ann))!.Roles)));
        var second = await Store.Accounts.InviteAgainAsync("root", Ann);
        await RefusedAsync(RefusalKind.NotFound, () => Store.Accounts.AcceptAsync(first.Secret, "", "", Hash));
        var stamp = (await Store.Accounts.FindAsync(Ann))!.SecurityStamp;
        var ann = await Store.Accounts.AcceptAsync(second.Secret, "somebody else", "", Hash);
        Assert.Equal((Ann, "Ann A.", Hash), (ann.Name, ann.DisplayName, ann.PasswordHash));
        Assert.NotEqual(stamp, ann.SecurityStamp);
        await RefusedAsync(RefusalKind.NotFound, () => Store.Accounts.AcceptAsync(second.Secret, "", "", Other));
    }

    [Fact]
    public async Task A_link_that_is_too_old_is_none()
    {
        await AdministratorAsync();
        var invitation = await Store.Accounts.InviteAsync("root", Ann, "", [Roles.Author]);
        Clock.Skip(TimeSpan.FromDays(4));
        await RefusedAsync(RefusalKind.NotFound, () => Store.Accounts.AcceptAsync(invitation.Secret, "", "", Hash));
    }

    [Theory]
    [InlineData("")]
    [InlineData("key:1")]
    [InlineData("oidc:ann")]
    [InlineData("Server")]
    [InlineData("with blank")]
    [InlineData("ROOT")]
    [InlineData("an\u0000n")]
    public async Task A_name_that_could_be_taken_for_another_is_refused(string name)
    {
        await AdministratorAsync();
        await RefusedAsync(RefusalKind.Invalid, () => Store.Accounts.InviteAsync("root", name, "", [Roles.Author]));
        Assert.Single(await Store.Accounts.ListAsync());
    }

    [Fact]
    public async Task Other_roles_and_taken_access_end_sessions_but_never_the_last_administrator()
    {
        await AdministratorAsync();
        await RefusedAsync(RefusalKind.Invalid, () => Store.Accounts.ChangeAsync("root", "root", [Roles.Author], isDisabled: false));
        await RefusedAsync(RefusalKind.Invalid, () => Store.Accounts.ChangeAsync("root", "root", [Roles.Administrator], isDisabled: true));
        await RefusedAsync(RefusalKind.Invalid, () => Store.Accounts.ChangeAsync("root", "root", ["application"], isDisabled: false));
        await RefusedAsync(RefusalKind.NotFound, () => Store.Accounts.ChangeAsync("root", Bob, [], isDisabled: false));
        var before = (await Store.Accounts.FindAsync("root"))!;
        Assert.Equal("administrator", before.Roles.Single());
        await Store.Accounts.AcceptAsync((await Store.Accounts.InviteAsync("root", Ann, "", [Roles.Administrator])).Secret, "", "", Hash);
        var after = await Store.Accounts.ChangeAsync(Ann, "root", [], isDisabled: true);
        Assert.True(after.IsDisabled);
        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);
    }

    [Fact]
    public async Task A_lockout_and_a_new_password_are_in_the_log()
    {
        await AdministratorAsync();
        var root = (await Store.Accounts.FindAsync("root"))!;
        for (var i = 1; i <= 5; i++) Assert.Equal(i, root.FailedSignIns = await Store.Accounts.CountFailureAsync("root"));
        root.LockedUntil = Clock.GetUtcNow().AddHours(1);
        await Store.Accounts.SaveAsync(root);
        root.PasswordHash = Other;
        await Store.Accounts.SaveAsync(root);
        Assert.Equal(["user.password-changed", "user.locked-out"], (await Store.Audit.ReadAsync(2)).Select(e => e.Action));
        Assert.Equal((5, Other), ((await Store.Accounts.FindAsync("root"))!.FailedSignIns, (await Store.Accounts.FindAsync("root"))!.PasswordHash));
    }

    [Fact]
    public async Task What_was_read_before_somebody_changed_the_account_overwrites_nothing()
    {
        await AdministratorAsync();
        await Store.Accounts.AcceptAsync((await Store.Accounts.InviteAsync("root", Ann, "", [Roles.Administrator])).Secret, "", "", Hash);
        var old = (await Store.Accounts.FindAsync(Ann))!;
        await Store.Accounts.ChangeAsync("root", Ann, [Roles.Author], isDisabled: false);
        old.LastSignIn = Clock.GetUtcNow();
        await RefusedAsync(RefusalKind.ContentChanged, () => Store.Accounts.SaveAsync(old));
        Assert.NotEqual(old.SecurityStamp, (await Store.Accounts.FindAsync(Ann))!.SecurityStamp);
    }

    [Fact]
    public async Task A_password_that_was_being_checked_elsewhere_takes_away_no_lock_and_no_sign_in_of_meanwhile()
    {
        await AdministratorAsync();
        var (here, there) = ((await Store.Accounts.FindAsync("root"))!, (await Store.Accounts.FindAsync("root"))!);
        (here.LockedUntil, here.LastSignIn) = (Clock.GetUtcNow().AddHours(1), Clock.GetUtcNow());
        await Store.Accounts.SaveAsync(here);
        there.FailedSignIns = await Store.Accounts.CountFailureAsync("root");
        await Store.Accounts.SaveAsync(there);
        var now = (await Store.Accounts.FindAsync("root"))!;
        Assert.Equal((here.LockedUntil, here.LastSignIn), (now.LockedUntil, now.LastSignIn));
        now.LockedUntil = null;
        await Store.Accounts.SaveAsync(now);
        Assert.Null((await Store.Accounts.FindAsync("root"))!.LockedUntil);
    }

    [Fact]
    public async Task A_token_is_used_once_at_all_servers_together_until_it_has_expired()
    {
        await using var other = await RuleStore.OpenAsync(Options);
        var expires = Clock.GetUtcNow().AddMinutes(5);
        Assert.True(await Store.UsedTokens.TryUseAsync("https://ehr.example.org", "1", expires));
        Assert.False(await other.UsedTokens.TryUseAsync("https://ehr.example.org", "1", expires));
        Assert.True(await other.UsedTokens.TryUseAsync("https://two.example.org", "1", expires));
        Assert.Equal(0, await Store.UsedTokens.DeleteExpiredAsync());
        Clock.Skip(TimeSpan.FromMinutes(6));
        Assert.Equal(2, await Store.UsedTokens.DeleteExpiredAsync());
        Assert.Single(await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? Store : other).UsedTokens.TryUseAsync("https://ehr.example.org", "2", expires))), isFirst => isFirst);
    }

    [Fact]
    public async Task Keys_that_sign_cookies_are_shared()
    {
        await Store.ProtectionKeys.AddAsync("b", "<b/>");
        await Store.ProtectionKeys.AddAsync("a", "<a/>");
        await Store.ProtectionKeys.AddAsync("a", "<other/>");
        await using var other = await RuleStore.OpenAsync(Options);
        Assert.Equal(["<a/>", "<b/>"], await other.ProtectionKeys.ListAsync());
    }

    private async Task AdministratorAsync() => await Store.Accounts.AcceptAsync((await Store.Accounts.BeginAsync())!.Secret, "root", "", Hash);
}
