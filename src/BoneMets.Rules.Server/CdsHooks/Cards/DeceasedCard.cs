using System.Text.Json.Nodes;
using BoneMets.Rules.Server.CdsHooks.Services;

namespace BoneMets.Rules.Server.CdsHooks.Cards;

/// <summary>The one card for a patient who has died: that nothing was decided, and why. It is not about any decision.</summary>
internal static class DeceasedCard
{
    public static JsonArray Of(HookService service, int? release, string releaseStatus)
    {
        var own = new JsonObject { ["kind"] = EnumWord.Of(CardKind.Deceased), ["workflow"] = service.Id, ["hash"] = service.Workflow.Hash, ["releaseStatus"] = releaseStatus };
        if (release is { } number) own["release"] = number;
        return
        [
            new JsonObject
            {
                ["uuid"] = CardId.New(service.Id, null, CardKind.Deceased, release, Guid.CreateVersion7()),
                ["summary"] = "The record says that the patient has died: nothing is proposed",
                ["indicator"] = "info",
                ["detail"] = "If that is wrong, the record of the patient has to be corrected first.",
                ["source"] = new JsonObject { ["label"] = CardSource.Label(service.Workflow.Model.Title ?? service.Id, release, releaseStatus) },
                ["extension"] = OwnData.Of(own),
            },
        ];
    }
}
