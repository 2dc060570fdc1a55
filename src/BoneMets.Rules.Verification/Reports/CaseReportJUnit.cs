using System.Globalization;
using System.Text;
using System.Xml;
using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Coverage;

namespace BoneMets.Rules.Verification.Reports;

/// <summary>Replayed cases as JUnit XML, which build servers read: a suite per workflow, a test case per golden case.</summary>
public static class CaseReportJUnit
{
    public static void Write(Stream output, IReadOnlyList<CaseResult> results) => Write(output, new CaseReport(results));

    public static void Write(Stream output, CaseReport report)
    {
        var results = report.Results;
        using var writer = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), CloseOutput = false });
        writer.WriteStartElement("testsuites");
        writer.WriteAttributeString("name", "golden cases");
        Counts(writer, results);
        foreach (var suite in results.GroupBy(r => r.Workflow, StringComparer.Ordinal))
        {
            writer.WriteStartElement("testsuite");
            writer.WriteAttributeString("name", XmlCharacters.Clean(suite.Key));
            Counts(writer, [.. suite]);
            var coverage = report.Coverage?.Workflows.FirstOrDefault(w => w.Workflow == suite.Key);
            if (coverage is not null) Properties(writer, coverage.Totals);
            foreach (var result in suite) Write(writer, result);
            if (coverage is not null) Uncovered(writer, coverage);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    /// <summary>Percent by kind.</summary>
    private static void Properties(XmlWriter writer, CoverageTotals totals)
    {
        writer.WriteStartElement("properties");
        foreach (var kind in Enum.GetValues<CoverageKind>())
        {
            writer.WriteStartElement("property");
            writer.WriteAttributeString("name", $"coverage.{CoverageThresholds.WordOf(kind)}");
            writer.WriteAttributeString("value", totals[kind].Percent.ToString("0.#", CultureInfo.InvariantCulture));
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    private static void Uncovered(XmlWriter writer, WorkflowCoverage coverage)
    {
        var lines = coverage.Elements.Where(e => e.IsRequired && !e.IsCovered).SelectMany(e => e.Missing.Select(m => $"{e.Place.Document}({e.Place.Line},{e.Place.Column}): {e.Part}: not covered: {m}")).ToList();
        if (lines.Count > 0) writer.WriteElementString("system-out", XmlCharacters.Clean(string.Join("\n", lines)));
    }

    private static void Counts(XmlWriter writer, IReadOnlyList<CaseResult> results)
    {
        writer.WriteAttributeString("tests", XmlConvert.ToString(results.Count));
        writer.WriteAttributeString("failures", XmlConvert.ToString(results.Count(r => !r.Passed)));
        writer.WriteAttributeString("errors", "0");
        writer.WriteAttributeString("skipped", "0");
    }

    private static void Write(XmlWriter writer, CaseResult result)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("classname", XmlCharacters.Clean(result.Workflow));
        writer.WriteAttributeString("name", XmlCharacters.Clean(result.Case.Id));
        writer.WriteAttributeString("time", "0");
        if (!result.Passed)
        {
            writer.WriteStartElement("failure");
            writer.WriteAttributeString("message", XmlCharacters.Clean(result.Differences[0].ToString()));
            writer.WriteString(XmlCharacters.Clean(string.Join("\n", result.Differences)));
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }
}
