using BoneMets.Rules;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Where the container looks for such methods, so that no further <c>using</c> is needed.</summary>
public static class RulesServices
{
    /// <summary>
    /// Adds the workflows of a folder: a singleton <see cref="RuleLibrary"/> and <see cref="RuleEngine"/>. The folder is read when one of them is
    /// first asked for; one with errors is a <see cref="LibraryException"/>, never a part of its content.
    /// </summary>
    public static IServiceCollection AddBoneMetsRules(this IServiceCollection services, string directory, EngineOptions? options = null) => services
        .AddSingleton(_ => RuleLibrary.Load(directory).Required())
        .AddSingleton(provider => new RuleEngine(provider.GetRequiredService<RuleLibrary>(), options));
}
