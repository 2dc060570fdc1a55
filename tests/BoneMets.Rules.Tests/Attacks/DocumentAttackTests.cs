using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Tests.Fuzzing;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Attacks;

/// <summary>The table of <c>tests/spec/attacks/documents.json</c>.</summary>
public sealed partial class DocumentAttackTests
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(4);
    private static readonly IReadOnlyDictionary<string, JsonObject> Attacks = AttackTable.Read(SpecTable.Root(), "documents");
    private static readonly IReadOnlyList<LibraryFile> Others =
    [
        .. Directory.GetFiles(Path.Combine(SpecTable.Folder, "facts"), "*.schema.json").Select(f => new LibraryFile("facts/" + Path.GetFileName(f), File.ReadAllBytes(f))),
        new LibraryFile("spec/workflow.json", """{"WorkflowName":"Spec","Inputs":[{"Name":"p","Schema":"person"}],"Rules":[]}"""u8.ToArray()),
    ];

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory, MemberData(nameof(Names))]
    public void It_is_refused_in_no_time_with_the_codes_of_the_table(string name)
    {
        var attack = Attacks[name];
        Assert.Null(AttackTable.Lacking(attack));
        var path = AttackTable.Text(attack, "path");
        var text = Repetition().Replace(AttackTable.Text(attack, "text"), m => new StringBuilder().Insert(0, m.Groups["text"].Value, int.Parse(m.Groups["times"].Value, CultureInfo.InvariantCulture)).ToString());
        var file = new LibraryFile(path, attack["latin1"] is null ? Encoding.UTF8.GetBytes(text) : Encoding.Latin1.GetBytes(text));
        LibraryLoad load = null!;
        var time = ProcessorTime.Of(() => load = RuleLibrary.Load([.. Others.Where(o => o.Path != path), file]));
        Assert.Equal(AttackTable.Text(attack, "expected"), string.Join(" ", load.Diagnostics.Where(d => d.IsError).Select(d => d.Code.Id).Distinct().Order(StringComparer.Ordinal)));
        Assert.True(time < Quick, $"took {time} of the processor");
    }

    [GeneratedRegex(@"@(?<text>[^@]+)\*(?<times>\d+)@?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Repetition();
}
