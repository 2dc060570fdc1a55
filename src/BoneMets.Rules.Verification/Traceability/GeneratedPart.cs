namespace BoneMets.Rules.Verification.Traceability;

/// <summary>The generated part of a file that people write by hand around it: what stands between two lines, of which each holds one marker.</summary>
public static class GeneratedPart
{
    public const string Begin = "<!-- trace:begin -->";
    public const string End = "<!-- trace:end -->";

    /// <summary>
    /// The file with <paramref name="content"/> between the markers and everything else as it was, in the file's own line ends.
    /// Null, with the reason, when the markers are not there exactly once and in order.
    /// </summary>
    public static string? Replace(string file, string content, out string? problem)
    {
        var newLine = file.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var (begins, ends) = (LinesThatAre(file, Begin), LinesThatAre(file, End));
        problem = (begins.Count, ends.Count) switch
        {
            (0, _) => $"has no line `{Begin}`",
            (_, 0) => $"has no line `{End}`",
            (1, 1) when begins[0].Start > ends[0].Start => $"has `{End}` before `{Begin}`",
            (1, 1) => null,
            _ => "has the markers more than once",
        };
        if (problem is not null) return null;
        var middle = $"\n{content.Trim('\n')}\n\n".Replace("\n", newLine, StringComparison.Ordinal);
        return string.Concat(file.AsSpan(0, begins[0].End), middle, file.AsSpan(ends[0].Start));
    }

    /// <summary>From the start of each line to the start of the next one.</summary>
    private static List<(int Start, int End)> LinesThatAre(string file, string marker)
    {
        var found = new List<(int, int)>();
        for (var start = 0; start < file.Length;)
        {
            var newLine = file.IndexOf('\n', start);
            var end = newLine < 0 ? file.Length : newLine + 1;
            if (file.AsSpan(start, end - start).Trim().SequenceEqual(marker)) found.Add((start, end));
            start = end;
        }
        return found;
    }
}
