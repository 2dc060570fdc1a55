using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BoneMets.Rules.Server.CdsHooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace BoneMets.Rules.System.Tests.CdsHooks;

/// <summary>Somebody's server that speaks https with a certificate of its own, and remembers what it was asked.</summary>
internal sealed class FakeFhirServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly X509Certificate2 certificate;

    private FakeFhirServer(X509Certificate2 certificate)
    {
        this.certificate = certificate;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(certificate)));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>What it was asked: path and query, and the token.</summary>
    public ConcurrentQueue<(string Path, string? Authorization)> Asked { get; } = new();

    /// <summary>Answers by the beginning of path and query.</summary>
    public Dictionary<string, Func<HttpContext, Task>> Answers { get; } = new(StringComparer.Ordinal);

    public string Base => $"https://localhost:{new Uri(app.Urls.Single()).Port}/fhir";

    public AllowedServer Allowed => new(new Uri(Base), [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")], [certificate]);

    public static async Task<FakeFhirServer> StartAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var server = new FakeFhirServer(X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null));
        await server.app.StartAsync();
        return server;
    }

    public void Answer(string path, string body, int status = 200, string type = "application/fhir+json") => Answers[path] = context =>
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        return context.Response.WriteAsync(body);
    };

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString;
        Asked.Enqueue((path, context.Request.Headers.Authorization));
        if (Answers.OrderByDescending(a => a.Key.Length).FirstOrDefault(a => path.StartsWith(a.Key, StringComparison.Ordinal)).Value is { } answer) return answer(context);
        context.Response.ContentType = "application/fhir+json";
        return context.Response.WriteAsync("""{"resourceType":"Bundle","type":"searchset","total":0}""");
    }
}
