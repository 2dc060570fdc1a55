using System.Globalization;

namespace BoneMets.Rules.Bench.Curves;

/// <summary>How something costs as something grows.</summary>
/// <param name="Name">Also the name of its picture.</param>
/// <param name="Title">For people.</param>
/// <param name="Across">What grows.</param>
/// <param name="Up">What is measured, with its unit.</param>
internal sealed record Curve(string Name, string Title, string Across, string Up, IReadOnlyList<Series> Series)
{
    /// <summary>More is better: what counts is where it stops to grow.</summary>
    public bool IsYield { get; init; }

    public IEnumerable<string> Sentences => IsYield
        ? Series.Select(s => s.Points.MaxBy(p => p.Y) is var best ? string.Create(CultureInfo.InvariantCulture, $"{s.Name}: most with {best.X:#,0} {Across} ({best.Y:#,0}), {s.Points[^1].Y / best.Y:P0} of it with {s.Points[^1].X:#,0}.") : "")
        : Series.Select(s => s.Sentence);
}

internal sealed record Series(string Name, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>The power of x that y grows with, over the upper half of the points: small sizes show what every decision costs.</summary>
    public double Growth
    {
        get
        {
            var points = Points.Skip(Points.Count / 2 - (Points.Count > 3 ? 0 : 1)).Select(p => (X: Math.Log(p.X), Y: Math.Log(p.Y))).ToList();
            var (meanX, meanY) = (points.Average(p => p.X), points.Average(p => p.Y));
            return points.Sum(p => (p.X - meanX) * (p.Y - meanY)) / points.Sum(p => (p.X - meanX) * (p.X - meanX));
        }
    }

    /// <summary>A sentence about it.</summary>
    public string Sentence
    {
        get
        {
            var growth = Growth.ToString("0.00", CultureInfo.InvariantCulture);
            var word = Growth switch { < 0.25 => "hardly grows", < 0.85 => "grows more slowly than in proportion", <= 1.15 => "grows in proportion", <= 1.5 => "grows somewhat faster than in proportion", _ => "**grows much faster than in proportion**" };
            return $"{Name}: {word} (power {growth} over the upper half).";
        }
    }
}
