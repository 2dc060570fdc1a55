namespace BoneMets.Rules.Store;

/// <summary>
/// A document as its author wrote it. <see cref="ContentHash"/> says what it means (the hash of its canonical JSON, however it is laid out;
/// of its bytes for other files) and is its ETag.
/// </summary>
public sealed record StoredDocument(string Name, string ContentHash, byte[] Content);

/// <summary>One document that a change and a newer release both changed; null where it is not there.</summary>
public sealed record DocumentConflict(string Name, StoredDocument? Base, StoredDocument? Theirs, StoredDocument? Mine);
