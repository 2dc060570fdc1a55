namespace BoneMets.Rules.Cli.Output;

/// <summary>Text in lines of a readable width, with hanging indents.</summary>
internal sealed class TextColumn(TextWriter writer, int width)
{
    public void Line(string text = "") => writer.WriteLine(text.TrimEnd());

    /// <summary>Wraps between words. The first line starts with <paramref name="head"/>, the others are indented as far (colour codes count for nothing).</summary>
    public void Paragraph(string head, string text, string? paintedHead = null)
    {
        var indent = new string(' ', head.Length);
        var line = new System.Text.StringBuilder();
        var first = true;
        foreach (var word in text.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && head.Length + line.Length + 1 + word.Length > width) Flush();
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }
        Flush();

        void Flush()
        {
            Line((first ? paintedHead ?? head : indent) + line);
            line.Clear();
            first = false;
        }
    }
}
