using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace BoneMets.Rules.Tests.Fuzzing;

[Collection(FuzzCollection.Name)]
public sealed class DocumentFuzzTests(ITestOutputHelper output)
{
    [Fact]
    public void No_document_of_a_library_crashes_hangs_or_throws()
    {
        var targets = new ConcurrentBag<DocumentTarget>();
        var inputs = Nightly.Times(800, 30_000);
        new FuzzRun<DocumentInput>("documents", inputs, () => Known(targets, new DocumentTarget())).Try(output);
        var decided = targets.Sum(t => t.Decided);
        output.WriteLine($"{decided} decisions by what still could decide");
        Assert.True(decided > inputs / 5, $"only {decided} decisions were made");
    }

    [Fact]
    public void No_facts_crash_hang_or_throw()
    {
        var targets = new ConcurrentBag<FactTarget>();
        var inputs = Nightly.Times(12_000, 300_000);
        new FuzzRun<FactInput>("facts", inputs, () => Known(targets, new FactTarget())).Try(output);
        var (decided, refused) = (targets.Sum(t => t.Decided), targets.Sum(t => t.Refused));
        output.WriteLine($"{decided} decided, {refused} refused");
        Assert.True(decided > inputs / 8 && refused > inputs / 8, $"{decided} decided, {refused} refused");
    }

    private static T Known<T>(ConcurrentBag<T> targets, T target)
    {
        targets.Add(target);
        return target;
    }
}
