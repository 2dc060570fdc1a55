using System.Text;
using System.Xml;

namespace BoneMets.Rules.Verification.Reports;

/// <summary>What authors wrote as text of XML.</summary>
internal static class XmlCharacters
{
    /// <summary>Characters that XML cannot hold are replaced, so that one odd text does not lose the file.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append('\uFFFD');
        }
        return clean.ToString();
    }
}
