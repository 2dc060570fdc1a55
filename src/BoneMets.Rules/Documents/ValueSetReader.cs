using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts.Fhir;

namespace BoneMets.Rules.Documents;

/// <summary>Reads a value set: the part of FHIR R4's ValueSet that lists codes. What would need a terminology server is refused.</summary>
internal static class ValueSetReader
{
    private static readonly string[] Statuses = ["draft", "active"];

    /// <summary>Null when it cannot be used, after a finding.</summary>
    public static FhirValueSet? Read(string name, JsonTextNode root, DiagnosticBag findings)
    {
        var document = new ObjectReader(root, "value set", findings, strict: true);
        if (!document.IsObject) return null;
        document.Ignore("$schema", "id", "name", "experimental", "date", "publisher", "description", "purpose", "copyright");
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            document.Report(DiagnosticCode.InvalidName, $"`{name}` is not the name of a value set", "lower-case letters, digits and `-`, directly in `valuesets/`");
        if (document.Text("resourceType", required: true) is { } type && type != "ValueSet")
            document.Report("resourceType", DiagnosticCode.NotOneOf, $"`{type}` is not a value set", "write `\"resourceType\": \"ValueSet\"`");
        var url = document.Text("url", required: true);
        if (url is not null && !IsAddress(url)) document.Report("url", DiagnosticCode.InvalidValueSet, $"`{url}` is no address", "an address of your own that stays the same through all versions");
        var version = document.Text("version", required: true);
        var title = document.Text("title", required: true);
        if (document.Text("status", required: true) is { } status && !Statuses.Contains(status))
            document.Report("status", DiagnosticCode.NotOneOf, $"`{status}` is not allowed here", "`draft` or `active`; one that is out of use is taken out of the library");
        var codes = Codes(document, findings);
        document.Finish();
        return url is null || version is null || title is null ? null : new FhirValueSet(name, url, version, title, codes, root);
    }

    private static List<FhirCode> Codes(ObjectReader document, DiagnosticBag findings)
    {
        var codes = new List<FhirCode>();
        if (document.Value("compose", required: true) is not { } node) return codes;
        var compose = new ObjectReader(node, "composition", findings, strict: true);
        Refuse(compose, "exclude", "leave out what is not meant");
        foreach (var include in compose.Objects("include", "inclusion", required: true)) Include(include, findings, codes);
        compose.Finish();
        if (codes.Count == 0 && compose.IsObject) document.Report("compose", DiagnosticCode.InvalidValueSet, "the value set has no code", "list the codes under `include`, `concept`");
        return codes;
    }

    private static void Include(ObjectReader include, DiagnosticBag findings, List<FhirCode> codes)
    {
        Refuse(include, "filter", "write the codes out, one by one");
        Refuse(include, "valueSet", "write the codes out, one by one");
        include.Ignore("version");
        var system = include.Text("system", required: true);
        if (system is not null && !IsAddress(system))
            include.Report("system", DiagnosticCode.InvalidValueSet, $"`{system}` is no address of a code system", "FHIR names code systems by an address such as `http://snomed.info/sct`");
        foreach (var concept in include.Objects("concept", "concept", required: true))
        {
            // What a code is called is for readers and never compared.
            concept.Ignore("display");
            var code = concept.Text("code", required: true);
            concept.Finish();
            if (system is null || code is null) continue;
            if (codes.Exists(c => c.Matches(system, code))) concept.Report("code", DiagnosticCode.DuplicateName, $"the code `{code}` stands twice in the value set", "leave it out");
            else codes.Add(new FhirCode(system, code, IsPrefix: false, Is: null));
        }
        include.Finish();
    }

    private static void Refuse(ObjectReader reader, string key, string help)
    {
        if (reader.Value(key) is { } value) reader.Findings.Add(value.At(DiagnosticCode.InvalidValueSet, $"`{key}` is not supported: it needs a terminology server", help));
    }

    private static bool IsAddress(string text) => text.Contains(':', StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out _);
}
