using System.Text.Json.Nodes;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Language;
using BoneMets.Rules.Server.CdsHooks.Services;
using BoneMets.Rules.Server.Fhir.Resources;

namespace BoneMets.Rules.Server.Fhir.Applying;

/// <summary>Everything that the answer of one <c>$apply</c> is made from.</summary>
internal sealed record Application(FhirContent Content, LibraryWorkflow Workflow, BoundWorkflow Bound, ApplyRequest Request, FhirReading Reading, Decision Decision, string RequestId)
{
    /// <summary>Ids of what is contained in the answer.</summary>
    public const string Gaps = "gaps", Evaluation = "evaluation", Proposals = "proposals";

    public CardRules Rules { get; } = CardRules.Of(Bound);

    public string Canonical => Content.CanonicalOf(FhirContent.Plans, Workflow);

    public JsonObject Subject => Element.Reference(Request.Subject);

    public JsonObject? Encounter => Request.Encounter is { } encounter ? Element.Reference(encounter) : null;

    public JsonNode? At => Element.Instant(Decision.EvaluatedAt);

    public JsonObject Identifier => Element.Of(("system", "urn:ietf:rfc:3986"), ("value", $"urn:uuid:{Decision.Id}"));

    public string LabelOf(string fact) => FactPaths.Find(Bound, fact)?.Label ?? fact;
}
