using System.Diagnostics;
using System.Diagnostics.Metrics;
using BoneMets.Rules.Streaming;

namespace BoneMets.Rules.Server.Telemetry;

/// <summary>Traces and numbers by .NET's own means, under the name <c>BoneMets.Rules.Server</c>; any collector can listen. No facts are in them.</summary>
internal sealed class ServerMeter(IMeterFactory meters)
{
    public const string Name = "BoneMets.Rules.Server";

    public static readonly ActivitySource Activities = new(Name, EngineVersion.Current);

    /// <summary>A decision takes less than a millisecond, a batch minutes; a collector that knows nothing of it would sort both into one class.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] };

    private readonly Counter<long> requests = Create(meters).CreateCounter<long>("bonemets.requests", "{request}", "requests answered");
    private readonly Histogram<double> requestTime = Create(meters).CreateHistogram<double>("bonemets.request.duration", "s", "from request to answer", tags: null, Seconds);
    private readonly Counter<long> decisions = Create(meters).CreateCounter<long>("bonemets.decisions", "{decision}", "decisions made");
    private readonly Histogram<double> decisionTime = Create(meters).CreateHistogram<double>("bonemets.decision.duration", "s", "reading the facts, deciding and writing the answer", tags: null, Seconds);
    private readonly Counter<long> lines = Create(meters).CreateCounter<long>("bonemets.batch.lines", "{line}", "lines of batches answered");
    private readonly Counter<long> cohortPatients = Create(meters).CreateCounter<long>("bonemets.cohort.patients", "{patient}", "patients of cohort runs whose answers were kept");
    private readonly Counter<long> cohortPartitions = Create(meters).CreateCounter<long>("bonemets.cohort.partitions", "{partition}", "partitions of cohort runs that this server ended");
    private readonly Histogram<double> cohortTime = Create(meters).CreateHistogram<double>("bonemets.cohort.partition.duration", "s", "from taking a partition to its result", tags: null, Seconds);
    private readonly Counter<long> libraries = Create(meters).CreateCounter<long>("bonemets.library.loads", "{load}", "readings of the content that is served, from the folder or the store");

    public void Answered(string route, int status, TimeSpan elapsed)
    {
        var tags = new TagList { { "http.route", route }, { "http.response.status_code", status } };
        requests.Add(1, tags);
        requestTime.Record(elapsed.TotalSeconds, tags);
    }

    public void Decided(string workflow, DecisionStatus status, TimeSpan elapsed)
    {
        var tags = new TagList { { "workflow", workflow }, { "status", status.ToString() } };
        decisions.Add(1, tags);
        decisionTime.Record(elapsed.TotalSeconds, tags);
    }

    /// <summary>What became of the lines of a batch.</summary>
    public void Batch(string workflow, StreamTotals totals)
    {
        lines.Add(totals.Decided, new TagList { { "workflow", workflow }, { "outcome", "decided" } });
        lines.Add(totals.Bad, new TagList { { "workflow", workflow }, { "outcome", "refused" } });
    }

    /// <summary>A partition of a cohort run that this server ended.</summary>
    /// <param name="outcome"><c>kept</c>, <c>alreadyThere</c>, <c>tooLate</c>, <c>cancelled</c> or <c>failed</c>.</param>
    /// <param name="isRecovered">Another server had begun it.</param>
    public void Partition(string workflow, string outcome, bool isRecovered, int patients, TimeSpan elapsed)
    {
        var tags = new TagList { { "workflow", workflow }, { "outcome", outcome }, { "recovered", isRecovered } };
        cohortPartitions.Add(1, tags);
        cohortTime.Record(elapsed.TotalSeconds, tags);
        cohortPatients.Add(patients, new TagList { { "workflow", workflow } });
    }

    public void LibraryLoaded(string outcome) => libraries.Add(1, new TagList { { "outcome", outcome } });

    /// <summary>The factory gives the same one each time.</summary>
    internal static Meter Create(IMeterFactory meters) => meters.Create(Name, EngineVersion.Current);
}
