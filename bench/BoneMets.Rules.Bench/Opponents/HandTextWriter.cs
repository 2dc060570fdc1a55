using System.Globalization;
using System.Text;

namespace BoneMets.Rules.Bench.Opponents;

/// <summary>Fills in the texts of a decision as UTF-8, in one buffer that is used again.</summary>
internal sealed class HandTextWriter
{
    private const string NumberFormat = "0.############################";
    private static readonly byte[][] Sites = Words<Site>();
    private static readonly byte[][] Bones = Words<Bone>();
    private static readonly byte[][] Agents = Words<BoneAgent>();
    private static readonly byte[][] Tumors = Words<Tumor>();
    private byte[] buffer = new byte[4096];
    private int length;

    public ReadOnlySpan<byte> Text => buffer.AsSpan(0, length);

    public void Clear() => length = 0;

    public void Append(ReadOnlySpan<byte> text)
    {
        while (length + text.Length > buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        text.CopyTo(buffer.AsSpan(length));
        length += text.Length;
    }

    public void Append(Template template, HandDecision decision, Patient p, Lesion l)
    {
        for (var i = 0; i < template.Names.Length; i++)
        {
            Append(template.Literals[i]);
            AppendValue(template.Names[i], decision, p, l);
        }
        Append(template.Literals[^1]);
    }

    /// <summary>Without trailing zeros.</summary>
    public static int Format(decimal number, Span<byte> target)
    {
        number.TryFormat(target, out var written, NumberFormat, CultureInfo.InvariantCulture);
        return written;
    }

    private void AppendValue(string name, HandDecision decision, Patient p, Lesion l)
    {
        switch (name)
        {
            case "mirelsScore": AppendRange(decision.Score); break;
            case "zoledronicDose": AppendDose(decision.Dose); break;
            case "correctedCalcium": AppendNumber(decision.CorrectedCalcium); break;
            case "creatinineRise": AppendNumber(decision.CreatinineRise); break;
            case "patient.creatinineClearance": AppendNumber(p.CreatinineClearance); break;
            case "patient.baselineCreatinine": AppendNumber(p.BaselineCreatinine); break;
            case "patient.currentBoneAgent": AppendWord(Agents, (int?)p.CurrentBoneAgent); break;
            case "patient.primaryTumor": AppendWord(Tumors, (int?)p.PrimaryTumor); break;
            case "lesion.axialCorticalInvolvement": AppendNumber(l.AxialCorticalInvolvement); break;
            case "lesion.site": AppendWord(Sites, (int?)l.Site); break;
            case "lesion.bone": AppendWord(Bones, (int?)l.Bone); break;
            default: throw new InvalidOperationException($"no text for {name}");
        }
    }

    private void AppendRange(PointRange range)
    {
        AppendNumber(range.Low);
        if (range.Low == range.High) return;
        Append(" to "u8);
        AppendNumber(range.High);
    }

    private void AppendDose(decimal? dose)
    {
        if (dose is null) Append("4 or 3.5 or 3.3 or 3 or 0"u8);
        else AppendNumber(dose);
    }

    private void AppendNumber(decimal? number)
    {
        if (number is not { } known)
        {
            Append("not recorded"u8);
            return;
        }
        Span<byte> text = stackalloc byte[40];
        Append(text[..Format(known, text)]);
    }

    private void AppendWord(byte[][] words, int? index)
    {
        if (index is { } known) Append(words[known]);
        else Append("not recorded"u8);
    }

    /// <summary>As people read them: <c>zoledronic acid</c>.</summary>
    private static byte[][] Words<T>()
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(n => Encoding.UTF8.GetBytes(System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(n).Replace('_', ' ')))];
}
