namespace BoneMets.Rules.Tests.Properties;

public sealed class GeneratorTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Everything_generated_binds(bool isPure)
    {
        for (var seed = 1ul; seed <= 20; seed++) RandomWorkflows.Library(10, isPure).Make(seed).LoadSound(seed);
    }
}
