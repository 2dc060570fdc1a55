namespace BoneMets.Rules.Tests.Fuzzing;

/// <summary>What is fed with made-up inputs. Each thread has one of its own.</summary>
internal interface IFuzzTarget<T>
    where T : class
{
    /// <summary>An input that depends on nothing but these numbers.</summary>
    T Make(Random random);

    /// <summary>What is wrong with what became of it; null when all is well. An exception is wrong too.</summary>
    string? Fails(T input);

    /// <summary>Inputs with something left out, large parts first.</summary>
    IEnumerable<T> Smaller(T input);

    string Show(T input);
}
