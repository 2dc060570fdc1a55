using System.Text;
using System.Text.Json;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Problems;

/// <summary>What the store refuses, as problems: each kind of refusal is one of its own.</summary>
internal static class StoreProblems
{
    public static Task WriteAsync(HttpContext context, StoreRefusedException refusal) =>
        ProblemWriter.WriteAsync(context, KindOf(refusal.Kind), $"{refusal.Message}; {refusal.Remedy}", more: writer => More(writer, refusal));

    public static Task WriteAsync(HttpContext context, StoreUnavailableException failure)
    {
        var done = failure.MayBeDone ? "whether the action was done is not known: look before trying again" : "nothing was changed; try again later";
        // Where the database lies is nothing for strangers; the log has it.
        var what = context.User.Identity is { IsAuthenticated: true } ? failure.Message : "the store does not answer";
        return ProblemWriter.WriteAsync(context, ProblemKind.StoreUnavailable, $"{what}; {done}", more: writer => writer.WriteBoolean("mayBeDone", failure.MayBeDone));
    }

    public static ProblemKind KindOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotFound => ProblemKind.NotInStore,
        RefusalKind.Invalid => ProblemKind.InvalidAction,
        RefusalKind.DocumentChanged => ProblemKind.DocumentChanged,
        RefusalKind.WrongState => ProblemKind.WrongState,
        RefusalKind.AlreadySubmitted => ProblemKind.AlreadySubmitted,
        RefusalKind.AlreadyPublished => ProblemKind.AlreadyPublished,
        RefusalKind.ContentChanged => ProblemKind.ContentChanged,
        RefusalKind.OwnChange => ProblemKind.OwnChange,
        RefusalKind.NothingChanged => ProblemKind.NothingChanged,
        RefusalKind.EvidenceAgainst => ProblemKind.EvidenceAgainst,
        RefusalKind.MetadataMissing => ProblemKind.MetadataMissing,
        RefusalKind.BaseMoved => ProblemKind.BaseMoved,
        RefusalKind.Conflicts => ProblemKind.Conflicts,
        RefusalKind.RunChanged => ProblemKind.RunChanged,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static void More(Utf8JsonWriter writer, StoreRefusedException refusal)
    {
        writer.WriteString("remedy", refusal.Remedy);
        if (refusal.Kind == RefusalKind.DocumentChanged)
        {
            Version(writer, "current", refusal.Current);
            if (refusal.Sent is { } sent) Version(writer, "sent", sent);
        }
        if (refusal.Conflicts.Count == 0) return;
        writer.WriteStartArray("conflicts");
        foreach (var conflict in refusal.Conflicts)
        {
            writer.WriteStartObject();
            writer.WriteString("document", conflict.Name);
            Version(writer, "base", conflict.Base);
            Version(writer, "theirs", conflict.Theirs);
            Version(writer, "mine", conflict.Mine);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>A text with its hash; <c>null</c> for a document that is not there.</summary>
    private static void Version(Utf8JsonWriter writer, string name, StoredDocument? document)
    {
        if (document is null)
        {
            writer.WriteNull(name);
            return;
        }
        writer.WriteStartObject(name);
        writer.WriteString("hash", document.Hash);
        writer.WriteString("text", Encoding.UTF8.GetString(document.Content));
        writer.WriteEndObject();
    }
}
