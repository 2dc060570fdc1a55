using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>The documents of a generated library, as text and as trees that can be made smaller.</summary>
internal sealed class Documents
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Documents(World world, IReadOnlyList<JsonObject> workflows) => (World, Workflows) = (world, workflows);

    public World World { get; }

    /// <summary>Not to be changed.</summary>
    public IReadOnlyList<JsonObject> Workflows { get; }

    public static Documents Of(World world, IEnumerable<JsonObject> workflows) => new(world, [.. workflows]);

    public Documents With(IEnumerable<JsonObject> workflows) => new(World, [.. workflows]);

    /// <summary>Through the real readers and the binder.</summary>
    public LibraryLoad Load() => RuleLibrary.Load(
    [
        .. World.Schemas().Select(s => new LibraryFile(s.Path, Encoding.UTF8.GetBytes(s.Root.ToJsonString()))),
        .. Workflows.Select(w => new LibraryFile($"{w["WorkflowName"]}/workflow.json", Encoding.UTF8.GetBytes(w.ToJsonString()))),
    ]);

    /// <summary>A generated document that does not bind is a mistake of the generator.</summary>
    public RuleLibrary LoadSound(ulong seed)
    {
        var load = Load();
        var errors = load.Diagnostics.Where(d => d.IsError).ToList();
        Assert.True(errors.Count == 0, $"seed {seed} does not bind: {string.Join("\n", errors)}\n{string.Join("\n", Workflows.Select(w => w.ToJsonString(Readable)))}");
        return load.Library;
    }

    public string Show() => string.Join("\n", World.Schemas().Select(s => $"{s.Path}: {s.Root.ToJsonString()}").Concat(Workflows.Select(w => w.ToJsonString(Readable))));
}
