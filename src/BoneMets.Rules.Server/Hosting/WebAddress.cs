using System.Diagnostics.CodeAnalysis;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>Addresses of servers as somebody configures them: absolute, by https, and nothing in them that a path could not follow.</summary>
internal static class WebAddress
{
    /// <summary>Without a slash at the end of its path. On false <paramref name="complaint"/> says why, to stand behind the name of what was configured.</summary>
    public static bool TryRead(string text, bool allowsLoopback, [NotNullWhen(true)] out Uri? address, [NotNullWhen(false)] out string? complaint)
    {
        (address, complaint) = (null, null);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0) complaint = $"is `{text}`, which is no address such as `https://rules.example.org/r4`";
        else if (uri.Scheme != Uri.UriSchemeHttps && !(allowsLoopback && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) complaint = $"is `{text}`; only https is taken";
        else address = new Uri(uri.AbsoluteUri.TrimEnd('/'));
        return address is not null;
    }
}
