using System.Text.Json;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.CdsHooks.Data;
using BoneMets.Rules.Server.CdsHooks.Services;

namespace BoneMets.Rules.Server.CdsHooks.Cards;

/// <summary>Everything that the cards of one request are made from.</summary>
internal sealed record HookAnswer(HookService Service, Decision Decision, FhirReading Reading, HookData Data, string PatientId, JsonElement? DraftOrders)
{
    public Concern Concern { get; init; } = Concern.Some;
}
