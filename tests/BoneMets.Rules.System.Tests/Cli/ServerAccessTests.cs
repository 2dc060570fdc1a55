namespace BoneMets.Rules.System.Tests.Cli;

/// <summary>Keys and addresses: whatever is wrong with them is one line, and no key leaves by an unsafe way.</summary>
public sealed class ServerAccessTests : IAsyncLifetime
{
    private Exchange exchange = null!;

    public async Task InitializeAsync() => exchange = await Exchange.StartAsync();

    public async Task DisposeAsync() => await exchange.DisposeAsync();

    [Theory]
    [InlineData("http://rules.example.org", "is plain http")]
    [InlineData("http://192.168.0.7:5080", "is plain http")]
    [InlineData("http://localhost.example.org", "is plain http")]
    [InlineData("http://127.0.0.1@example.org", "has no name, password")]
    [InlineData("https://ann:secret@rules.example.org", "has no name, password")]
    [InlineData("https://rules.example.org?key=secret", "has no name, password")]
    [InlineData("rules.example.org", "is no address of a server")]
    [InlineData("file:///etc", "is no address of a server")]
    [InlineData("http://127.0.0.1:1", "cannot be reached")]
    [InlineData("https://127.0.0.1:1", "cannot be reached")]
    [InlineData("https://no-such-host.invalid", "cannot be reached")]
    public async Task An_address_that_will_not_do_is_one_line(string address, string expected)
    {
        foreach (var command in new[] { "pull", "publish" })
        {
            string[] more = command == "pull" ? [] : ["--title", "x"];
            var result = await CommandInProcess.RunAsync([command, "--server", address, "--key-file", exchange.DraftKey, "--library", exchange.Library, .. more]);
            Assert.Equal((2, ""), (result.Exit, result.Output));
            Assert.Contains(expected, result.OnlyError, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Https_to_a_server_without_it_is_one_line()
    {
        var result = await CommandInProcess.RunAsync("pull", "--server", exchange.Address.Replace("http://", "https://", StringComparison.Ordinal), "--library", exchange.Folder("none"));
        Assert.Equal(2, result.Exit);
        Assert.Contains("cannot be reached", result.OnlyError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_needs_a_key_that_is_valid_and_may_draft()
    {
        Exchange.Edit(exchange.Library, 12);
        await RefusedAsync("publish needs an API key with the scope draft: put an API key into the variable BONEMETS_KEY");
        await RefusedAsync("nobody is signed in: the key or token is not valid", "--key-file", exchange.WriteKey("wrong.key", "bmk_wrong_wrong"));
        await RefusedAsync("the role for this is missing", "--key-file", await exchange.KeyAsync("execute"));
        await RefusedAsync("holds no API key", "--key-file", exchange.WriteKey("empty.key", "\n"));
        await RefusedAsync("holds no API key", "--key-file", exchange.WriteKey("two.key", "bmk_a\nbmk_b\n"));
        await RefusedAsync("there is no file", "--key-file", exchange.Folder("no.key"));
        Assert.Equal(0, await exchange.ChangesAsync());
    }

    [Fact]
    public async Task Other_refusals_of_the_server_are_told_as_it_says_them()
    {
        Exchange.Edit(exchange.Library, 12);
        await RefusedAsync("there is no release 9", "--key-file", exchange.DraftKey, "--base", "9");
        Assert.Contains("there is no release 9", (await exchange.PullAsync(exchange.Folder("none"), "--release", "9")).OnlyError, StringComparison.Ordinal);
        Assert.False(Directory.Exists(exchange.Folder("none")));
        Assert.Contains("`0` is not a value of --release", (await exchange.PullAsync(exchange.Folder("none"), "--release", "0")).OnlyError, StringComparison.Ordinal);
        var untitled = await CommandInProcess.RunAsync("publish", "--server", exchange.Address, "--title", " ", "--key-file", exchange.DraftKey, "--library", exchange.Library);
        Assert.Contains("--title is empty", untitled.OnlyError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_asked_for_a_name_is_told_where_the_key_goes()
    {
        await using var server = await FakeServer.StartAsync(async context =>
        {
            (context.Response.StatusCode, context.Response.ContentType) = (401, "application/problem+json");
            await context.Response.Body.WriteAsync("""{"type":"/problems/sign-in-needed","title":"Nobody is signed in","detail":"this needs an account","errors":[{"code":"BMR1","message":"m","pointer":"/a"}]}"""u8.ToArray());
        });
        var result = await CommandInProcess.RunAsync("pull", "--server", server.Address, "--library", exchange.Folder("none"));
        Assert.Equal($"error BMR1: m [/a]\nbonemets: {server.Address}: nobody is signed in: this needs an account (put an API key into the variable BONEMETS_KEY, or name the file that holds it with --key-file)\n", result.Error);
    }

    private async Task RefusedAsync(string expected, params string[] more)
    {
        var result = await CommandInProcess.RunAsync(["publish", "--server", exchange.Address, "--title", "x", "--library", exchange.Library, .. more]);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        Assert.Contains(expected, result.OnlyError, StringComparison.Ordinal);
    }
}
