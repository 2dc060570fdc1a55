using BoneMets.Rules.Server.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BoneMets.Rules.Server.Telemetry;

/// <summary>
/// Sends the numbers and traces of this process to a collector of OpenTelemetry (OTLP over HTTP), when one is named. A collector that does not
/// answer costs nothing but its numbers. The standard's variables for headers and resource attributes (<c>OTEL_EXPORTER_OTLP_HEADERS</c>,
/// <c>OTEL_RESOURCE_ATTRIBUTES</c>) count.
/// </summary>
internal sealed class OtlpExport(ServerOptions options) : IHostedService, IDisposable
{
    /// <summary>Besides our own: memory, collections and threads of the runtime, connections of the web server and of the database.</summary>
    private static readonly string[] Meters = [ServerMeter.Name, "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql"];

    private MeterProvider? numbers;
    private TracerProvider? traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Otlp is not { } collector) return Task.CompletedTask;
        numbers = Sdk.CreateMeterProviderBuilder().ConfigureResource(Describe).AddMeter(Meters).AddOtlpExporter((exporter, reader) =>
        {
            To(exporter, collector, "v1/metrics");
            reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.OtlpInterval.TotalMilliseconds;
        }).Build();
        traces = Sdk.CreateTracerProviderBuilder().ConfigureResource(Describe).AddSource(ServerMeter.Name).AddOtlpExporter(exporter => To(exporter, collector, "v1/traces")).Build();
        return Task.CompletedTask;
    }

    /// <summary>What was counted last is sent too.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        numbers?.Dispose();
        traces?.Dispose();
        (numbers, traces) = (null, null);
    }

    /// <summary>The same name after a restart, so that it is the same server on a dashboard; the environment may know a better one.</summary>
    private void Describe(ResourceBuilder resource) => resource
        .AddService("bonemets-server", serviceVersion: EngineVersion.Current, autoGenerateServiceInstanceId: false, serviceInstanceId: $"{Environment.MachineName}:{options.EndPoints().First().Port}")
        .AddEnvironmentVariableDetector();

    private static void To(OtlpExporterOptions exporter, Uri collector, string signal) =>
        (exporter.Protocol, exporter.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri(new Uri(collector.ToString().TrimEnd('/') + "/"), signal));
}
