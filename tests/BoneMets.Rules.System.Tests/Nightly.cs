namespace BoneMets.Rules.System.Tests;

/// <summary>Long forms run with <c>BONEMETS_NIGHTLY=1</c> only, so that the test command stays short.</summary>
internal static class Nightly
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("BONEMETS_NIGHTLY") == "1";
}

/// <summary>A measurement that proves nothing by passing: it is taken at night.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NightlyFactAttribute : FactAttribute
{
    public NightlyFactAttribute() => Skip = Nightly.IsOn ? null : "set BONEMETS_NIGHTLY=1 to measure";
}
