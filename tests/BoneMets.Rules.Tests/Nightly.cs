namespace BoneMets.Rules.Tests;

/// <summary>Long forms run with <c>./test.sh --nightly</c> (<c>BONEMETS_NIGHTLY=1</c>) only, so that the test command stays short.</summary>
internal static class Nightly
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("BONEMETS_NIGHTLY") == "1";

    /// <summary>How often to try something.</summary>
    public static int Times(int daily, int nightly) => IsOn ? nightly : daily;
}

/// <summary>A test that takes long, or a measurement that proves nothing by passing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NightlyFactAttribute : FactAttribute
{
    public NightlyFactAttribute() => Skip = Nightly.IsOn ? null : "set BONEMETS_NIGHTLY=1 to run it";
}
