using System.Globalization;
using System.Text;

namespace BoneMets.Rules.System.Tests.Cohorts;

/// <summary>Patients as anybody's export has them: most with some facts, one in fifty with a value that is none. The same number gives the same patient.</summary>
internal static class CohortPatients
{
    public const string Workflow = "Hypercalcemia";

    /// <summary>Every so many patients one cannot be read.</summary>
    public const int EveryBad = 50;

    public static async Task WriteAsync(string file, int count)
    {
        await using var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        for (var i = 0; i < count; i++) await writer.WriteLineAsync(Line(i));
    }

    public static string Line(int number)
    {
        var calcium = (80 + number * 37 % 70) / 10m;
        var facts = new StringBuilder();
        facts.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"p{number}\",\"patient\":{{\"totalCalcium\":");
        if (number % EveryBad == 7) facts.Append("\"high\"");
        else facts.Append(calcium);
        if (number % 3 != 0) facts.Append(CultureInfo.InvariantCulture, $",\"albumin\":{(25 + number % 25) / 10m}");
        if (number % 4 != 0) facts.Append(CultureInfo.InvariantCulture, $",\"creatinine\":{(6 + number % 20) / 10m}");
        if (number % 5 == 0) facts.Append(",\"alteredMentalStatus\":").Append(number % 2 == 0 ? "true" : "false");
        if (number % 6 == 0) facts.Append(CultureInfo.InvariantCulture, $",\"ageYears\":{30 + number % 60},\"sex\":\"{(number % 12 == 0 ? "female" : "male")}\"");
        return facts.Append("}}").ToString();
    }
}
