using System.Buffers;
using System.Text.Json;
using BoneMets.Rules.Bench.Workloads;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BoneMets.Rules.Bench.Http;

/// <summary>
/// The server in a process of its own, with the shipped library, and beside its routes a bare one that parses the body and sends it back: what
/// any answer of this server costs. Ends when its standard input does.
/// </summary>
internal static class ServedLibrary
{
    public const string ChildOption = "--serve";
    public const string EchoPath = "/bench/echo";

    public static async Task RunAsync()
    {
        var app = ServerApp.Build(new ServerOptions
        {
            Library = Repository.Library,
            Urls = ["http://127.0.0.1:0"],
            Cache = Path.Combine(Repository.Root, "artifacts", "bench", "server-cache"),
            LogLevel = LogLevel.Warning,
        });
        app.MapPost(EchoPath, EchoAsync).AllowAnonymous().WithMetadata(new ChangesNothingAttribute());
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static async Task EchoAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        var read = await reader.ReadAsync();
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync();
        }
        using (JsonDocument.Parse(read.Buffer))
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = read.Buffer.Length;
            foreach (var part in read.Buffer) context.Response.BodyWriter.Write(part.Span);
        }
        reader.AdvanceTo(read.Buffer.End);
        await context.Response.BodyWriter.FlushAsync();
    }
}
