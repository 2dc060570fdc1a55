using System.Text;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.CdsHooks;
using BoneMets.Rules.Server.CdsHooks.Clients;
using BoneMets.Rules.Server.CdsHooks.Data;
using BoneMets.Rules.Server.CdsHooks.Feedback;
using BoneMets.Rules.Server.Changes;
using BoneMets.Rules.Server.Cohorts.Input;
using BoneMets.Rules.Server.Cohorts.Running;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Fhir;
using BoneMets.Rules.Server.Language;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.OpenApi;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Recording;
using BoneMets.Rules.Server.Releases;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Server.Telemetry;
using BoneMets.Rules.Server.Verification;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>Puts the server together. What it does stands in its options, not in the environment of the process (but for <see cref="OtlpExport"/>).</summary>
public static class ServerApp
{
    public static WebApplication Build(string[] args) =>
        ServerArguments.TryParse(args, out var options, out var complaint) ? Build(options) : throw new ArgumentException(complaint, nameof(args));

    public static WebApplication Build(ServerOptions options)
    {
        if (options.Complaint() is { } complaint) throw new ArgumentException(complaint, nameof(options));
        GzipInput.Prepare();
        WorkerThreads.Ensure();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(ServerApp).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, options));
        builder.Logging.AddSimpleConsole(console =>
        {
            (console.SingleLine, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "yyyy-MM-ddTHH:mm:ss.fffZ ");
        });
        builder.Logging.SetMinimumLevel(options.LogLevel).AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
            .AddFilter("Quartz", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // that its keys lie in the store as they are is known and documented
        AddServices(builder.Services, options);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = RequestBody.MostDrained;
        kestrel.Limits.MaxConcurrentConnections = RequestLimits.Connections;
        foreach (var endPoint in options.EndPoints()) kestrel.Listen(endPoint);
    }

    private static void AddServices(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton<ServerMeter>();
        services.AddHostedService<LibraryGauges>();
        services.AddHostedService<OtlpExport>();
        services.AddSingleton<LibraryHost>();
        AddContent(services);
        services.AddCohorts(options);
        services.AddSingleton<EditorFiles>();
        services.AddResponseCompression(compression => compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, BodyTypes.Lines, FhirRoutes.MediaType]);
        services.AddHostFiltering(filter =>
        {
            filter.AllowedHosts = ["localhost", "127.0.0.1", "[::1]", .. options.Hosts];
            filter.IncludeFailureMessage = false;
        });
        services.AddAccess(options);
        AddCdsHooks(services, options);
        services.AddRequestLimits(options);
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<Microsoft.AspNetCore.Routing.Constraints.RegexInlineRouteConstraint>("regex"));
        services.AddControllers().ConfigureApiBehaviorOptions(api => (api.SuppressMapClientErrors, api.InvalidModelStateResponseFactory) = (true, BodyProblems.Of))
            .AddJsonOptions(json => LibraryJson.Strict(LibraryJson.Configure(json.JsonSerializerOptions)));
        services.Configure<MvcOptions>(Speak);
        services.ConfigureHttpJsonOptions(json => LibraryJson.Configure(json.SerializerOptions));
        services.AddApiDocument();
    }

    /// <summary>Where the content comes from: the folder or the store. Each starts before the server listens, and only the one that is used does anything.</summary>
    private static void AddContent(IServiceCollection services)
    {
        services.AddSingleton<FolderReader>();
        services.AddHostedService<FolderWatcher>();
        services.AddSingleton<StoreHost>();
        services.AddHostedService<StoreWatcher>();
        services.AddHostedService<InvitationNotes>();
        services.AddSingleton<LongWork>();
        services.AddSingleton<ReleaseEngines>();
        services.AddSingleton<ChangeExaminer>();
        services.AddSingleton<DraftLibraries>();
        services.AddSingleton<DraftReplays>();
        services.AddSingleton<VerifiedContent>();
        services.AddSingleton<ChangeProofs>();
        services.AddSingleton<RepeatedRequests>();
        services.AddSingleton<DecisionRecorder>();
        services.AddSingleton<ExecuteServices>();
        services.AddSingleton<OwnRates>();
        services.AddSingleton<SharedRates>();
        services.AddHostedService(provider => provider.GetRequiredService<DecisionRecorder>());
    }

    private static void AddCdsHooks(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton<OutboundClient>();
        services.AddSingleton<HookClients>();
        services.AddSingleton<ClientKeys>();
        services.AddSingleton<SeenTokens>();
        services.AddSingleton<ClientTokens>();
        services.AddSingleton<FeedbackTurn>();
        services.AddSingleton<FeedbackSubjects>();
        services.AddCors(cors => cors.AddPolicy(HookRoutes.Cors, policy => HookRoutes.Allow(policy, options.CdsHooks.Origins)));
    }

    /// <summary>JSON in and out, under its own name only.</summary>
    private static void Speak(MvcOptions mvc)
    {
        mvc.ReturnHttpNotAcceptable = false;
        mvc.Filters.Add(new EncodedBodies());
        mvc.Filters.Add(new RequestSizeLimitAttribute(RequestBody.MostOfMessage)); // routes that take documents or facts say so
        mvc.OutputFormatters.RemoveType<StringOutputFormatter>();
        // No route takes forms, and the names of `a[b]=c` are nobody's here: what reads them fails on a `[` alone.
        mvc.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        mvc.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        mvc.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        mvc.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        // As on all other routes; the reader of UTF-16 also fails on what is none instead of refusing it.
        foreach (var encodings in mvc.InputFormatters.OfType<SystemTextJsonInputFormatter>().Select(f => f.SupportedEncodings))
        {
            encodings.Clear();
            encodings.Add(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        foreach (var types in mvc.OutputFormatters.OfType<SystemTextJsonOutputFormatter>().Select(f => f.SupportedMediaTypes).Concat(mvc.InputFormatters.OfType<SystemTextJsonInputFormatter>().Select(f => f.SupportedMediaTypes)))
        {
            types.Clear();
            types.Add("application/json");
        }
    }

    private static void Use(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestIds>();
        app.UseMiddleware<RequestTelemetry>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<UnexpectedErrors>();
        app.UseMiddleware<StatusProblems>();
        app.UseHostFiltering();
        // Answers over TLS stay as they are: with what a caller sent in them, their length would tell of what else is in them.
        app.UseResponseCompression();
        app.Services.GetRequiredService<EditorFiles>().Serve(app);
        app.UseApiDocumentPages();
        app.UseRouting();
        app.UseCors(); // the routes that name a policy, and before anybody is asked for a name: a browser's question carries none
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseMiddleware<EditorFallback>();
        app.UseAuthentication();
        app.UseMiddleware<KeyRates>();
        app.UseAuthorization();
        app.UseMiddleware<CrossSiteGuard>();
        // Mapped on the server itself they would be there when it starts: whoever only wants the document of the routes starts none.
#pragma warning disable ASP0014
        app.UseEndpoints(routes =>
        {
            routes.MapControllers().RequirePolicies();
            ExecuteRoute.Map(routes);
            routes.MapApiDocument();
        });
#pragma warning restore ASP0014
    }
}
