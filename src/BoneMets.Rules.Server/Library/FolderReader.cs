using BoneMets.Rules.Server.Hosting;

namespace BoneMets.Rules.Server.Library;

/// <summary>Reads the folder that is served, when it has changed.</summary>
internal sealed class FolderReader(LibraryHost host, ServerOptions options)
{
    private string fingerprint = "";

    private string Folder => options.Library ?? throw new InvalidOperationException("no folder is served");

    /// <summary>Reads the folder if it changed since the last time. False when it changed again meanwhile: call once more.</summary>
    public bool Load()
    {
        var before = FolderFingerprint.Of(Folder);
        if (before == fingerprint) return true;
        var load = RuleLibrary.Load(Folder);
        if (FolderFingerprint.Of(Folder) != before) return false;
        fingerprint = before;
        host.Take(load);
        return true;
    }
}
