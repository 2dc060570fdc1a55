using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.Tokens;

namespace BoneMets.Rules.Server.CdsHooks;

/// <summary>Who may ask by CDS Hooks, from which pages, and which FHIR servers may be asked in return. What is left out is closed.</summary>
public sealed record CdsHooksOptions
{
    public static readonly CdsHooksOptions None = new();

    /// <summary>Origins of web pages that may ask, such as <c>https://ehr.example.org</c>.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Clients that sign tokens. When there is one, nobody asks without a token or a key, not even from this machine.</summary>
    public IReadOnlyList<CdsClient> Clients { get; init; } = [];

    /// <summary>FHIR servers that are asked for callers who are none of <see cref="Clients"/>.</summary>
    public IReadOnlyList<AllowedServer> FhirServers { get; init; } = [];

    /// <summary>What clinicians write beside an override is kept. It may name a patient, so it is not unless somebody says so.</summary>
    public bool KeepsComments { get; init; }
}

/// <summary>A system that signs its requests with a key of its own (RS384 or ES384).</summary>
/// <param name="Issuer">As its tokens name it in <c>iss</c>.</param>
/// <param name="Keys">Its public keys; null when they are fetched.</param>
/// <param name="KeyAddress">Where its public keys are fetched from; null when they are given.</param>
/// <param name="Tenants">Accepted values of <c>tenant</c>; empty accepts tokens with any and with none.</param>
/// <param name="FhirServers">The FHIR servers that it may have asked.</param>
/// <param name="Workflows">The workflows that it may ask; empty for all.</param>
/// <param name="RecordsDecisions">Its decisions are recorded.</param>
public sealed record CdsClient(
    string Issuer, JsonWebKeySet? Keys, AllowedServer? KeyAddress, IReadOnlyList<string> Tenants, IReadOnlyList<AllowedServer> FhirServers, IReadOnlyList<string> Workflows, bool RecordsDecisions);

/// <summary>An https address that this server may ask.</summary>
/// <param name="Address">For a FHIR server its base, without a slash at the end.</param>
/// <param name="Networks">Addresses that are not public to which its name may lead. Others of that kind are never asked.</param>
/// <param name="Roots">Certificate authorities that its certificate may come from instead of those of the system; null for those.</param>
public sealed record AllowedServer(Uri Address, IReadOnlyList<IPNetwork> Networks, X509Certificate2Collection? Roots);
