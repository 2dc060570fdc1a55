using System.Globalization;

namespace BoneMets.Rules.Bench.Reporting;

/// <summary>One line of the report. <see cref="Met"/> is null where there is no goal, or no measurement.</summary>
internal sealed record Row(string What, string Measured, string Goal, bool? Met, string Note = "")
{
    /// <summary>"n times as fast", wanted at least.</summary>
    public static Row AtLeast(string what, double ratio, double goal, string note = "") =>
        new(what, $"{Show(ratio)}×", $"≥ {Show(goal)}×", ratio >= goal, note);

    public static Row AtMost(string what, double value, double goal, string unit, string note = "") =>
        new(what, $"{Show(value)}{unit}", $"≤ {Show(goal)}{unit}", value <= goal, note);

    public static Row ForInformation(string what, string measured, string note = "") => new(what, measured, "–", null, note);

    public static Row NotMeasured(string what, string goal, string why) => new(what, "not measured", goal, null, why);

    /// <summary>Three digits that count.</summary>
    public static string Show(double value)
    {
        var format = Math.Abs(value) switch { 0 => "0", >= 100 => "#,0", >= 10 => "0.#", >= 1 => "0.0#", _ => "0.0##" };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    public static string ShowTime(double nanoseconds) => nanoseconds switch
    {
        < 1_000 => $"{Show(nanoseconds)} ns",
        < 1_000_000 => $"{Show(nanoseconds / 1_000)} µs",
        _ => $"{Show(nanoseconds / 1_000_000)} ms",
    };
}
