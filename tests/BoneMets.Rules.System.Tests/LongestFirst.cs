using BoneMets.Rules.System.Tests;
using BoneMets.Rules.System.Tests.Editor;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer(LongestFirst.Type, LongestFirst.Assembly)]

namespace BoneMets.Rules.System.Tests;

/// <summary>
/// What is played one after the other for minutes begins first, the stories in the browser before all: begun late, they go on alone while the
/// other processor has nothing to do.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public const string Assembly = "BoneMets.Rules.System.Tests", Type = Assembly + "." + nameof(LongestFirst);

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName == BrowserCollection.Name ? 0 : collection.CollectionDefinition is not null ? 1 : 2);
}
