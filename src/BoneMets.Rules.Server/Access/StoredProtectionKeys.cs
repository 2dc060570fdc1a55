using System.Xml.Linq;
using BoneMets.Rules.Server.Storing;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace BoneMets.Rules.Server.Access;

/// <summary>Keeps the keys that sign cookies in the store, so that a session holds on every server of it. The framework asks for them synchronously, and rarely.</summary>
internal sealed class StoredProtectionKeys(StoreHost storage) : IConfigureOptions<KeyManagementOptions>, IXmlRepository
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. storage.Store.ProtectionKeys.ListAsync().GetAwaiter().GetResult().Select(x => XElement.Parse(x))];

    public void StoreElement(XElement element, string friendlyName) =>
        storage.Store.ProtectionKeys.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting)).GetAwaiter().GetResult();
}
