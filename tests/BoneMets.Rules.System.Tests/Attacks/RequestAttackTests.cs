using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Fuzzing;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;
using BoneMets.Rules.Tests.Attacks;

namespace BoneMets.Rules.System.Tests.Attacks;

/// <summary>The table of <c>tests/spec/attacks/requests.json</c>.</summary>
public sealed class RequestAttackTests(AttackedServer attacked) : IClassFixture<AttackedServer>
{
    private static readonly IReadOnlyDictionary<string, JsonObject> Attacks = AttackTable.Read(Repository.Root, "requests");

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task It_is_refused_as_the_table_says(string name)
    {
        var attack = Attacks[name];
        Assert.Null(AttackTable.Lacking(attack));
        var request = new FuzzRequest(Text(attack, "who") ?? "nobody", Text(attack, "method")!, Text(attack, "path")!, Text(attack, "type"), Body(attack), [.. (attack["headers"]?.AsObject() ?? []).Select(h => (h.Key, h.Value!.GetValue<string>()))]);
        using var response = await SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(attack["status"]!.GetValue<int>() == (int)response.StatusCode, $"{(int)response.StatusCode} {text}");
        Assert.Null(await AnswerRules.WrongAsync(request, response));
        if (Text(attack, "problem") is { } problem) Assert.Contains($"/problems/{problem}", text, StringComparison.Ordinal);
        if (Text(attack, "contains") is { } part) Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", text, StringComparison.Ordinal); // of /etc/passwd
    }

    private async Task<HttpResponseMessage> SendAsync(FuzzRequest request)
    {
        if (request.Who != "author without token") return await (request.Who switch { "author" => attacked.Author, "key" => attacked.Key, _ => attacked.Server.Anyone }).SendAsync(new HttpMethod(request.Method), request.Path, request.Content(), request.OtherHeaders);
        using var browser = attacked.Author.Browser();
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Path) { Content = request.Content() };
        foreach (var (name, value) in request.OtherHeaders) message.Headers.TryAddWithoutValidation(name, value);
        return await browser.SendAsync(message);
    }

    private static string? Text(JsonObject attack, string key) => attack[key]?.GetValue<string>();

    private static byte[]? Body(JsonObject attack)
    {
        if (attack["repeat"] is not null) return Encoding.UTF8.GetBytes(Text(attack, "prefix") + new StringBuilder().Insert(0, Text(attack, "repeat"), attack["times"]!.GetValue<int>()) + Text(attack, "suffix"));
        if (Text(attack, "body") is not { } body) return null;
        return attack["latin1"] is null ? Encoding.UTF8.GetBytes(body) : Encoding.Latin1.GetBytes(body);
    }
}
