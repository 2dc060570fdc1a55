using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace BoneMets.Rules.System.Tests.Cli;

/// <summary>Something that listens where a server should, and answers as a test wants.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeServer(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public static async Task<FakeServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var built = builder.Build();
        built.Run(new RequestDelegate(answer));
        await built.StartAsync();
        return new FakeServer(built);
    }

    public static Task<FakeServer> StartAsync(byte[] library) => StartAsync(async context =>
    {
        (context.Response.ContentType, context.Response.Headers["X-Release"]) = ("application/zip", "1");
        await context.Response.Body.WriteAsync(library);
    });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
