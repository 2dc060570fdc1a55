using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.OpenApi;

if (!ServerArguments.TryParse(args, out var options, out var complaint))
{
    Console.Error.WriteLine(complaint);
    return ServerArguments.UsageExit;
}
if (options.ShowHelp)
{
    Console.WriteLine(ServerArguments.Usage);
    return 0;
}
await using var app = ServerApp.Build(options with { Notes = Console.Out });
if (options.WriteOpenApi is { } file) return await OpenApiFile.WriteAsync(app, file, Console.Error);
try
{
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (e is IOException or ServerRefusedException)
{
    Console.Error.WriteLine($"bonemets-server: {e.Message}");
    return ServerArguments.UsageExit;
}
