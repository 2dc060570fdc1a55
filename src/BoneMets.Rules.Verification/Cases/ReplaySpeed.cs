using System.Globalization;

namespace BoneMets.Rules.Verification.Cases;

/// <summary>How fast golden cases were replayed, without reading the documents. The first replay of a process includes getting its own code ready.</summary>
/// <param name="Cores">How many worked at once.</param>
public sealed record ReplaySpeed(int Cases, TimeSpan Duration, int Cores)
{
    /// <summary>How many cases one core does in a second; 0 when there were none.</summary>
    public double PerSecondAndCore => Cases == 0 ? 0 : Cases / Math.Max(Duration.TotalSeconds, 1e-9) / Cores;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Cases:N0} {(Cases == 1 ? "case" : "cases")} in {Duration.TotalSeconds:0.000} s on {Cores} {(Cores == 1 ? "core" : "cores")}: {PerSecondAndCore:N0} per second and core");
}
