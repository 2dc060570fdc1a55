using System.Globalization;
using System.Text;

namespace BoneMets.Rules.Bench.Curves;

/// <summary>A curve as SVG on two logarithmic axes, readable on a light and on a dark page.</summary>
internal static class Plot
{
    private const double Width = 640, Height = 380, Left = 70, Right = 20, Top = 40, Bottom = 60;
    private static readonly string[] Colours = ["#2f6fb0", "#c2611f", "#3a8f5c", "#9a4f9e"];

    public static string Of(Curve curve)
    {
        var points = curve.Series.SelectMany(s => s.Points).ToList();
        var (x, y) = (new Axis(points.Select(p => p.X)), new Axis(points.Select(p => p.Y)));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n<title>{Escape(curve.Title)}</title>\n");
        svg.Append("<style>.t{fill:#333}.g{stroke:#8884}@media (prefers-color-scheme: dark){.t{fill:#ddd}}</style>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"t\" x=\"{Left}\" y=\"20\" font-size=\"14\">{Escape(curve.Title)}</text>\n");
        foreach (var tick in x.Ticks)
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"g\" x1=\"{AtX(x, tick):0.#}\" y1=\"{Top}\" x2=\"{AtX(x, tick):0.#}\" y2=\"{Height - Bottom}\"/><text class=\"t\" x=\"{AtX(x, tick):0.#}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{Show(tick)}</text>\n");
        foreach (var tick in y.Ticks)
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"g\" x1=\"{Left}\" y1=\"{AtY(y, tick):0.#}\" x2=\"{Width - Right}\" y2=\"{AtY(y, tick):0.#}\"/><text class=\"t\" x=\"{Left - 8}\" y=\"{AtY(y, tick) + 4:0.#}\" text-anchor=\"end\">{Show(tick)}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"t\" x=\"{(Left + Width - Right) / 2}\" y=\"{Height - Bottom + 38}\" text-anchor=\"middle\">{Escape(curve.Across)}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"t\" transform=\"translate(16 {(Top + Height - Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">{Escape(curve.Up)}</text>\n");
        for (var i = 0; i < curve.Series.Count; i++)
        {
            var colour = Colours[i % Colours.Length];
            var line = string.Join(' ', curve.Series[i].Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{AtX(x, p.X):0.#},{AtY(y, p.Y):0.#}")));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{line}\"/>\n");
            foreach (var point in curve.Series[i].Points) svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{AtX(x, point.X):0.#}\" cy=\"{AtY(y, point.Y):0.#}\" r=\"3\" fill=\"{colour}\"/>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left + 10}\" y=\"{Top + 8 + 18 * i}\" width=\"12\" height=\"12\" fill=\"{colour}\"/><text class=\"t\" x=\"{Left + 28}\" y=\"{Top + 18 + 18 * i}\">{Escape(curve.Series[i].Name)}</text>\n");
        }
        return svg.Append("</svg>\n").ToString();
    }

    private static double AtX(Axis axis, double value) => Left + axis.Part(value) * (Width - Left - Right);

    private static double AtY(Axis axis, double value) => Height - Bottom - axis.Part(value) * (Height - Top - Bottom);

    private static string Show(double value) => value >= 1 ? value.ToString("#,0", CultureInfo.InvariantCulture) : value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    /// <summary>From the power of ten below the smallest to the one above the largest.</summary>
    private sealed class Axis
    {
        private readonly int low;
        private readonly int high;

        public Axis(IEnumerable<double> values)
        {
            var all = values.ToList();
            low = (int)Math.Floor(Math.Log10(all.Min()));
            high = Math.Max(low + 1, (int)Math.Ceiling(Math.Log10(all.Max())));
        }

        public IEnumerable<double> Ticks => Enumerable.Range(low, high - low + 1).Select(power => Math.Pow(10, power));

        public double Part(double value) => (Math.Log10(value) - low) / (high - low);
    }
}
