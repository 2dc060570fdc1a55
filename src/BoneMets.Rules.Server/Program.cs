using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.OpenApi;

if (!ServerOptions.TryParse(args, out var options, out var complaint))
{
    Console.Error.WriteLine(complaint);
    return ServerOptions.UsageExit;
}
if (options.ShowHelp)
{
    Console.WriteLine(ServerOptions.Usage);
    return 0;
}
await using var app = ServerApp.Build(options);
if (options.WriteOpenApi is { } file) return await OpenApiFile.WriteAsync(app, file, Console.Error);
try
{
    await app.RunAsync();
    return 0;
}
catch (IOException e)
{
    Console.Error.WriteLine($"bonemets-server: {e.Message}");
    return ServerOptions.UsageExit;
}
