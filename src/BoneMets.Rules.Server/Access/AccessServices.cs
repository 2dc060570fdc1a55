using System.Globalization;
using System.Security.Claims;
using BoneMets.Rules.Server.CdsHooks;
using BoneMets.Rules.Server.CdsHooks.Clients;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;

namespace BoneMets.Rules.Server.Access;

/// <summary>Who is let in: people by cookie, applications by key, people of an identity provider by token.</summary>
internal static class AccessServices
{
    private const string Selector = "BoneMets";
    private const int ShortestPassword = 12, MostFailures = 5;

    /// <summary>When a session began, in what its cookie carries.</summary>
    public const string Since = "since";

    private static readonly TimeSpan LongestSession = TimeSpan.FromDays(7);
    private static readonly TimeSpan Lockout = TimeSpan.FromMinutes(15), SessionLifetime = TimeSpan.FromHours(8);

    public static void AddAccess(this IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton<LocalAccess>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<SignInTurn>();
        services.AddSingleton<IAuthorizationHandler, AccessHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessRefusals>();
        AddProtection(services, options);
        AddIdentity(services);
        AddSchemes(services, options.Oidc, options.CdsHooks.Clients.Count > 0);
        services.AddAuthorization(authorization =>
        {
            foreach (var policy in Policies.All.Keys) authorization.AddPolicy(policy, p => p.AddRequirements(new AccessRequirement(policy)));
        });
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = options.Proxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in options.Proxies) forwarded.KnownProxies.Add(proxy);
        });
    }

    /// <summary>A server with a route that does not say who may use it does not start.</summary>
    public static void RequirePolicies(this IEndpointConventionBuilder routes) => routes.Finally(route =>
    {
        if (!route.Metadata.Any(m => m is IAuthorizeData { Policy: not null } or IAllowAnonymous)) throw new InvalidOperationException($"the route {route.DisplayName} does not say who may use it");
    });

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<ILookupNormalizer, LowerCaseNames>();
        services.AddIdentityCore<Account>(identity =>
        {
            // Length is what counts; prescribed kinds of characters make passwords worse.
            (identity.Password.RequiredLength, identity.Password.RequiredUniqueChars) = (ShortestPassword, 5);
            identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
            (identity.Lockout.MaxFailedAccessAttempts, identity.Lockout.DefaultLockoutTimeSpan) = (MostFailures, Lockout);
            identity.ClaimsIdentity.UserNameClaimType = ClaimTypes.Name;
            identity.ClaimsIdentity.RoleClaimType = ClaimTypes.Role;
        }).AddUserStore<IdentityAccounts>().AddClaimsPrincipalFactory<AccountPrincipals>().AddSignInManager();
    }

    private static void AddSchemes(IServiceCollection services, OidcOptions? oidc, bool signs)
    {
        var schemes = services.AddAuthentication(Selector)
            .AddPolicyScheme(Selector, null, selector => selector.ForwardDefaultSelector = context => context.Request.Headers.Authorization.ToString() switch
            {
                { Length: 0 } => IdentityConstants.ApplicationScheme,
                // Where there is nobody else whose tokens count, those of the clients decide what is said of all of them.
                var header when signs && !ApiKeyAuthentication.IsKey(header) && HookRoutes.Are(context) && (oidc is null || context.RequestServices.GetRequiredService<HookClients>().Sign(header)) => ClientAuthentication.SchemeName,
                var header when ApiKeyAuthentication.IsKey(header) || oidc is null => ApiKeyAuthentication.SchemeName,
                _ => OidcBearer.SchemeName,
            })
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, ClientAuthentication>(ClientAuthentication.SchemeName, null)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                cookie.Cookie.Name = "bonemets";
                (cookie.Cookie.HttpOnly, cookie.Cookie.SameSite, cookie.Cookie.SecurePolicy, cookie.Cookie.IsEssential) = (true, SameSiteMode.Strict, CookieSecurePolicy.SameAsRequest, true);
                (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (SessionLifetime, true);
                cookie.Events = new CookieAuthenticationEvents { OnValidatePrincipal = RejectEndedAsync };
            });
        if (oidc is not null) OidcBearer.Add(schemes, oidc);
    }

    /// <summary>Each request looks whether its session was ended: by a new password, other roles, or taken access.</summary>
    private static async Task RejectEndedAsync(CookieValidatePrincipalContext context)
    {
        var manager = context.HttpContext.RequestServices.GetRequiredService<SignInManager<Account>>();
        var isInTime = context.Properties.Items.TryGetValue(Since, out var since) && DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, out var begun)
            && context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - begun < LongestSession;
        try
        {
            if (isInTime && await manager.ValidateSecurityStampAsync(context.Principal) is { IsDisabled: false } account)
            {
                // What the account may do now, not what it might when the session began.
                context.ReplacePrincipal(await manager.CreateUserPrincipalAsync(account));
                return;
            }
        }
        catch (StoreUnavailableException)
        {
            return; // decisions go on; whatever needs the store fails by itself
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static void AddProtection(IServiceCollection services, ServerOptions options)
    {
        // Before the framework looks for a key at the start and makes one: services start in the order in which they are added, and the framework adds its own with whatever of authentication or protection is asked for first.
        services.AddHostedService<FirstProtectionKey>();
        services.AddDataProtection().SetApplicationName("BoneMets.Rules");
        if (options.Library is not null) services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        else services.AddSingleton<Microsoft.Extensions.Options.IConfigureOptions<KeyManagementOptions>, StoredProtectionKeys>();
        services.AddAntiforgery(forgery =>
        {
            forgery.HeaderName = CrossSiteGuard.Header;
            forgery.Cookie.Name = "bonemets-forgery";
            (forgery.Cookie.HttpOnly, forgery.Cookie.SameSite, forgery.Cookie.SecurePolicy) = (true, SameSiteMode.Strict, CookieSecurePolicy.SameAsRequest);
            forgery.SuppressXFrameOptionsHeader = true;
            forgery.SuppressReadingTokenFromFormBody = true; // no page of ours sends forms, and whoever reads them fails on broken ones
        });
    }
}
