namespace BoneMets.Rules.Store;

/// <summary>
/// A document as its author wrote it. <see cref="Hash"/> is that of its bytes, and its ETag: whoever edits an older text, be it by a comment
/// or the order of its keys, would lose somebody's work.
/// </summary>
public sealed record StoredDocument(string Name, string Hash, byte[] Content);

/// <summary>A document without its text.</summary>
public sealed record DocumentLine(string Name, string Hash);

/// <summary>One document that a change and a newer release both changed; null where it is not there.</summary>
public sealed record DocumentConflict(string Name, StoredDocument? Base, StoredDocument? Theirs, StoredDocument? Mine);
