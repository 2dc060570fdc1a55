namespace BoneMets.Rules.Cli.Exchange;

/// <summary>Where a server is. It is always named by whoever gives the command: an address out of a folder that came with version control could send a key anywhere.</summary>
internal sealed class ServerAddress
{
    private readonly Uri root;

    private ServerAddress(Uri root) => this.root = root;

    /// <summary>Without a slash at the end; equal for the same server.</summary>
    public string Text => root.AbsoluteUri.TrimEnd('/');

    /// <summary>Only then is plain http allowed, and no proxy asked.</summary>
    public bool IsThisMachine => root.IsLoopback;

    public Uri At(string path) => new(root, path);

    public override string ToString() => Text;

    public static ServerAddress Of(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) || address.Host.Length == 0)
            throw new CommandFailure($"`{text}` is no address of a server: write it like https://rules.example.org");
        // Not repeated: what stands there may be a secret.
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new CommandFailure("the address of a server has no name, password, `?` or `#`: the key goes into BONEMETS_KEY, or a file for --key-file");
        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
            throw new CommandFailure($"`{text}` is plain http, and everybody on the way could read the key and change the documents: write https (http is for 127.0.0.1, [::1] and localhost only)");
        return new ServerAddress(new Uri(address.AbsoluteUri.TrimEnd('/') + "/"));
    }
}
