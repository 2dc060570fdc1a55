namespace BoneMets.Rules.Cli.Exchange;

/// <summary>What a server answers when it does not do what it was asked.</summary>
internal sealed class ServerRefusal : CommandFailure
{
    private ServerRefusal(string message, string kind) : base(message) => Kind = kind;

    /// <summary>Such as <c>nothing-changed</c>; the page <c>/problems/{kind}</c> of the server explains it. Empty when it did not say.</summary>
    public string Kind { get; }

    public static ServerRefusal Of(ServerAddress server, int status, Problem? problem, bool hasKey)
    {
        var kind = problem?.Type?[(problem.Type.LastIndexOf('/') + 1)..] ?? "";
        var text = (problem?.Title, problem?.Detail) switch
        {
            ({ Length: > 0 } title, { Length: > 0 } detail) => $"{char.ToLowerInvariant(title[0])}{title[1..]}: {detail}",
            ({ Length: > 0 } title, _) => char.ToLowerInvariant(title[0]) + title[1..],
            (_, { Length: > 0 } detail) => detail,
            _ => $"it answers with the status {status} and no reason; is this the address of a server with a store?",
        };
        var remedy = status == 401 && !hasKey ? $" ({ServerKey.Remedy})" : "";
        return new ServerRefusal($"{server}: {text}{remedy}", kind)
        {
            Details = [.. (problem?.Errors ?? []).Select(e => e.ToString())],
        };
    }
}
