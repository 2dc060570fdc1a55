namespace BoneMets.Rules.Store;

/// <summary>What people write beside documents: titles, reasons, remarks. It goes into a log that nobody can shorten afterwards.</summary>
internal static class StoreText
{
    public const int Name = 200, Sentence = 2_000, Remark = 10_000;

    /// <summary>Trimmed. Refused when it is empty but needed, too long, or holds characters that are none of a text (a database may not even take them).</summary>
    public static string Of(string what, string? text, int longest, bool isNeeded, string remedy)
    {
        var trimmed = text?.Trim() ?? "";
        if (isNeeded && trimmed.Length == 0) throw new StoreRefusedException(RefusalKind.Invalid, $"there is no {what}", remedy);
        if (trimmed.Length > longest) throw new StoreRefusedException(RefusalKind.Invalid, $"the {what} has {trimmed.Length} characters, more than {longest}", "shorten it");
        if (trimmed.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || !IsWhole(trimmed))
            throw new StoreRefusedException(RefusalKind.Invalid, $"the {what} holds characters that cannot be shown", "leave them out");
        return trimmed;
    }

    /// <summary>Half a character would not come back as it went in.</summary>
    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
