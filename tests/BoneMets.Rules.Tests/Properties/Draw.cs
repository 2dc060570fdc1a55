using FsCheck;
using FsCheck.Fluent;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>Choices that only build the generator they take, so that grammars may be recursive.</summary>
internal static class Draw
{
    /// <summary>One of several generators by weight; a weight of 0 is never taken.</summary>
    public static Gen<T> From<T>(params (int Weight, Func<Gen<T>> Make)[] options) =>
        Gen.Choose(1, options.Sum(o => o.Weight)).SelectMany(n =>
        {
            foreach (var (weight, make) in options)
                if ((n -= weight) <= 0) return make();
            throw new InvalidOperationException("no option");
        });

    public static Gen<T> Of<T>(params T[] values) => Gen.Elements(values);

    public static Gen<bool> Chance(int percent) => Gen.Choose(1, 100).Select(n => n <= percent);

    /// <summary>Step by step, each on what the one before made.</summary>
    public static Gen<T> Fold<T>(T seed, int steps, Func<T, int, Gen<T>> step)
    {
        var result = Gen.Constant(seed);
        for (var i = 0; i < steps; i++)
        {
            var index = i;
            result = result.SelectMany(state => step(state, index));
        }
        return result;
    }

    /// <summary>The value that this seed gives, always the same.</summary>
    public static T Make<T>(this Gen<T> generator, ulong seed) => generator.Sample(1, new Rnd(seed), 1).First();
}
