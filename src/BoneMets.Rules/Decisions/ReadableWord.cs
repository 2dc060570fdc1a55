using System.Text;

namespace BoneMets.Rules.Decisions;

/// <summary>A word of an enumeration as a clinician reads it: <c>notDone</c> is <c>not done</c>, <c>grade2</c> is <c>grade 2</c>, <c>petCT</c> is <c>pet CT</c>.</summary>
public static class ReadableWord
{
    /// <summary>A word that begins with a capital or a digit (<c>T6</c>), or has more than letters and digits in it, was written to be read and stays.</summary>
    public static string Of(string word)
    {
        if (word.Length == 0 || !char.IsLower(word[0]) || !word.All(char.IsLetterOrDigit)) return word;
        var text = new StringBuilder(word.Length + 4);
        var start = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (Begins(word, i, start))
            {
                text.Append(' ');
                start = i;
            }
            text.Append(IsBeforeSmall(word, i) ? char.ToLowerInvariant(word[i]) : word[i]);
        }
        return text.ToString();
    }

    /// <summary>Whether a new word begins here; a letter by itself keeps its number: <c>t6</c>, <c>vitamin D25</c>.</summary>
    private static bool Begins(string word, int at, int start)
    {
        if (at == 0) return false;
        if (char.IsUpper(word[at])) return char.IsLower(word[at - 1]) || IsBeforeSmall(word, at);
        return char.IsDigit(word[at]) && at - 2 >= start && char.IsLetter(word[at - 1]) && char.IsLetter(word[at - 2]);
    }

    /// <summary>A capital that no small letter follows belongs to an abbreviation.</summary>
    private static bool IsBeforeSmall(string word, int at) => at + 1 < word.Length && char.IsLower(word[at + 1]);
}
