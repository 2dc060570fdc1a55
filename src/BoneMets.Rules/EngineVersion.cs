using System.Reflection;

namespace BoneMets.Rules;

/// <summary>The version of the engine's meaning, as decisions carry it: the same version decides the same facts the same.</summary>
public static class EngineVersion
{
    public static readonly string Current = typeof(EngineVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
