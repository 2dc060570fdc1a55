using System.Text;
using System.Text.Json;

namespace BoneMets.Rules.Bench.Opponents;

/// <summary>(d) reads a line with a loop over <see cref="Utf8JsonReader"/> into records that are used again.</summary>
internal sealed class HandReader
{
    private static readonly byte[][] Tumors = Words<Tumor>();
    private static readonly byte[][] Sexes = Words<Sex>();
    private static readonly byte[][] Agents = Words<BoneAgent>();
    private static readonly byte[][] Sites = Words<Site>();
    private static readonly byte[][] Bones = Words<Bone>();
    private static readonly byte[][] Pains = Words<Pain>();
    private static readonly byte[][] Appearances = Words<Appearance>();

    public Patient Patient { get; private set; } = new();

    public Lesion Lesion { get; private set; } = new();

    /// <summary>The identifier as bytes of the line, without quotes.</summary>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<byte> line)
    {
        Patient = new();
        Lesion = new();
        ReadOnlySpan<byte> id = default;
        var json = new Utf8JsonReader(line);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("patient"u8)) ReadPatient(ref json);
            else if (json.ValueTextEquals("lesion"u8)) ReadLesion(ref json);
            else if (json.ValueTextEquals("id"u8))
            {
                json.Read();
                id = json.ValueSpan;
            }
            else throw new JsonException("an unknown input");
        }
        return id;
    }

    private void ReadPatient(ref Utf8JsonReader json)
    {
        var p = Patient;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.ValueSpan;
            json.Read();
            if (json.TokenType == JsonTokenType.Null) continue;
            if (name.SequenceEqual("ageYears"u8)) p.AgeYears = json.GetInt32();
            else if (name.SequenceEqual("albumin"u8)) p.Albumin = json.GetDecimal();
            else if (name.SequenceEqual("baselineCreatinine"u8)) p.BaselineCreatinine = json.GetDecimal();
            else if (name.SequenceEqual("boneMetastasisConfirmed"u8)) p.BoneMetastasisConfirmed = json.GetBoolean();
            else if (name.SequenceEqual("castrationResistant"u8)) p.CastrationResistant = json.GetBoolean();
            else if (name.SequenceEqual("creatinine"u8)) p.Creatinine = json.GetDecimal();
            else if (name.SequenceEqual("creatinineClearance"u8)) p.CreatinineClearance = json.GetDecimal();
            else if (name.SequenceEqual("currentBoneAgent"u8)) p.CurrentBoneAgent = (BoneAgent)Word(json.ValueSpan, Agents);
            else if (name.SequenceEqual("dentalAssessmentDone"u8)) p.DentalAssessmentDone = json.GetBoolean();
            else if (name.SequenceEqual("estimatedSurvivalMonths"u8)) p.EstimatedSurvivalMonths = json.GetDecimal();
            else if (name.SequenceEqual("invasiveDentalWorkPlanned"u8)) p.InvasiveDentalWorkPlanned = json.GetBoolean();
            else if (name.SequenceEqual("osteonecrosisOfJaw"u8)) p.OsteonecrosisOfJaw = json.GetBoolean();
            else if (name.SequenceEqual("pregnant"u8)) p.Pregnant = json.GetBoolean();
            else if (name.SequenceEqual("primaryTumor"u8)) p.PrimaryTumor = (Tumor)Word(json.ValueSpan, Tumors);
            else if (name.SequenceEqual("sex"u8)) p.Sex = (Sex)Word(json.ValueSpan, Sexes);
            else if (name.SequenceEqual("totalCalcium"u8)) p.TotalCalcium = json.GetDecimal();
            else if (name.SequenceEqual("zoledronicHypersensitivity"u8)) p.ZoledronicHypersensitivity = json.GetBoolean();
            else throw new JsonException("an unknown fact");
        }
    }

    private void ReadLesion(ref Utf8JsonReader json)
    {
        var l = Lesion;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.ValueSpan;
            json.Read();
            if (json.TokenType == JsonTokenType.Null) continue;
            if (name.SequenceEqual("appearance"u8)) l.Appearance = (Appearance)Word(json.ValueSpan, Appearances);
            else if (name.SequenceEqual("axialCorticalInvolvement"u8)) l.AxialCorticalInvolvement = json.GetDecimal();
            else if (name.SequenceEqual("bone"u8)) l.Bone = (Bone)Word(json.ValueSpan, Bones);
            else if (name.SequenceEqual("corticalBreach"u8)) l.CorticalBreach = json.GetBoolean();
            else if (name.SequenceEqual("corticalPercent"u8)) l.CorticalPercent = json.GetDecimal();
            else if (name.SequenceEqual("fractured"u8)) l.Fractured = json.GetBoolean();
            else if (name.SequenceEqual("pain"u8)) l.Pain = (Pain)Word(json.ValueSpan, Pains);
            else if (name.SequenceEqual("site"u8)) l.Site = (Site)Word(json.ValueSpan, Sites);
            else throw new JsonException("an unknown fact");
        }
    }

    private static int Word(ReadOnlySpan<byte> word, byte[][] words)
    {
        for (var i = 0; i < words.Length; i++)
            if (word.SequenceEqual(words[i])) return i;
        throw new JsonException("an unknown word");
    }

    private static byte[][] Words<T>()
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(n => Encoding.UTF8.GetBytes(JsonNamingPolicy.CamelCase.ConvertName(n)))];
}
