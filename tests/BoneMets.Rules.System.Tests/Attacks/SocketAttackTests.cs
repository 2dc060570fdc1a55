using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BoneMets.Rules.System.Tests.Fuzzing;
using BoneMets.Rules.System.Tests.Server;
using BoneMets.Rules.Tests.Attacks;

namespace BoneMets.Rules.System.Tests.Attacks;

/// <summary>The table of <c>tests/spec/attacks/sockets.json</c>.</summary>
public sealed partial class SocketAttackTests(AttackedServer attacked) : IClassFixture<AttackedServer>
{
    private static readonly IReadOnlyDictionary<string, JsonObject> Attacks = AttackTable.Read(Repository.Root, "sockets");

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task It_is_refused_and_nothing_is_read_behind_it(string name)
    {
        var attack = Attacks[name];
        Assert.Null(AttackTable.Lacking(attack));
        var text = AttackTable.Text(attack, "text");
        if (attack["fill"] is { } fill) text = text.Replace("@", new string('a', fill.GetValue<int>()), StringComparison.Ordinal);
        var answer = await RawSocket.AskAsync(attacked.Server.Address, Encoding.Latin1.GetBytes(text));
        var statuses = Status().Matches(answer).Select(m => int.Parse(m.Groups["code"].Value)).ToList();
        Assert.True(statuses.Count == attack["answers"]!.GetValue<int>(), answer);
        if (statuses.Count > 0) Assert.Contains(statuses[0], attack["statuses"]!.AsArray().Select(s => s!.GetValue<int>()));
    }

    [Fact]
    public async Task What_the_table_hides_behind_others_is_answered_when_it_stands_alone()
    {
        var request = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
        Assert.Equal(2, Status().Count(await RawSocket.AskAsync(attacked.Server.Address, Encoding.Latin1.GetBytes(request + request))));
    }

    [GeneratedRegex(@"HTTP/1\.[01] (?<code>\d{3}) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Status();
}
