using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.CdsHooks.Requests;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Problems;
using Microsoft.Extensions.Primitives;

namespace BoneMets.Rules.Server.Fhir.Searching;

/// <summary>
/// A search as its address asks for it. A parameter that is not known would give more than was asked for, so it is refused, unless the caller
/// takes that (<c>Prefer: handling=lenient</c>); then the answer says what it left out.
/// </summary>
internal sealed class FhirSearch
{
    private const int MostOnPage = 200, PageWithoutCount = 50, MostValues = 100;
    private const string Count = "_count", Offset = "_offset";
    private readonly List<(SearchParameter Parameter, string? Modifier, IReadOnlyList<string> Values)> criteria = [];
    private readonly List<KeyValuePair<string, string>> asked = [];

    private FhirSearch()
    {
    }

    public int PageSize { get; private set; } = PageWithoutCount;

    public int Start { get; private set; }

    /// <summary>Parameters that were left out.</summary>
    public List<string> Ignored { get; } = [];

    public static FhirSearch Of(HttpRequest request)
    {
        var isLenient = request.Headers["Prefer"].SelectMany(p => (p ?? "").Split([',', ';'])).Any(p => p.Trim().Equals("handling=lenient", StringComparison.OrdinalIgnoreCase));
        var search = new FhirSearch();
        var errors = new List<Diagnostic>();
        foreach (var (key, values) in request.Query)
            foreach (var value in values) search.Add(key, value ?? "", isLenient, errors);
        return errors.Count == 0 ? search : throw new ProblemException(ProblemKind.BadRequest, ExecutionAnswer.DetailOf(errors), errors);
    }

    public bool Matches(JsonObject resource) => criteria.TrueForAll(c => c.Values.Any(v => c.Parameter.Matches(resource, v, c.Modifier)));

    /// <summary>The address of a page of this search, as it was understood.</summary>
    public string Address(string path, int start)
    {
        var query = new QueryString();
        foreach (var (key, value) in asked) query = query.Add(key, value);
        query = query.Add(Count, PageSize.ToString(CultureInfo.InvariantCulture));
        if (start > 0) query = query.Add(Offset, start.ToString(CultureInfo.InvariantCulture));
        return path + query;
    }

    private void Add(string key, string value, bool isLenient, List<Diagnostic> errors)
    {
        if (key is SpeaksFhirAttribute.Format) return;
        if (key is Count or Offset)
        {
            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) Wrong(errors, $"`{key}` is no number", "a whole number from 0");
            else if (key is Count) PageSize = Math.Min(number, MostOnPage);
            else Start = number;
            return;
        }
        var parts = key.Split(':');
        var (name, modifier) = (parts[0], parts.Length > 1 ? parts[1] : null);
        if (SearchParameter.All.FirstOrDefault(p => p.Name == name) is not { } parameter || parts.Length > 2)
        {
            if (isLenient) Ignored.Add(ClientText.Quoted(key));
            else Wrong(errors, $"`{ClientText.Quoted(key)}` is no search parameter here", $"there are {string.Join(", ", SearchParameter.All.Select(p => p.Name))}, {Count}; with `Prefer: handling=lenient` others are left out");
            return;
        }
        // A modifier changes what is meant, so that it is never left out.
        if (modifier is not null && !parameter.Modifiers.Contains(modifier, StringComparer.Ordinal))
        {
            Wrong(errors, $"`{name}` takes no modifier `{ClientText.Quoted(modifier)}`", parameter.Modifiers.Count == 0 ? "leave it out" : $"it takes {string.Join(", ", parameter.Modifiers)}");
            return;
        }
        var wanted = Alternatives(value);
        if (wanted.Count is 0 or > MostValues)
        {
            Wrong(errors, wanted.Count == 0 ? $"`{name}` has no value" : $"`{name}` has more than {MostValues} values", null);
            return;
        }
        criteria.Add((parameter, modifier, wanted));
        asked.Add(KeyValuePair.Create(key, value));
    }

    /// <summary>Separated by commas; a backslash takes the meaning from a comma, a bar, a dollar sign and itself.</summary>
    private static List<string> Alternatives(string value)
    {
        var result = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length && value[i + 1] is ',' or '|' or '$' or '\\') part.Append(value[++i]);
            else if (value[i] == ',') Take();
            else part.Append(value[i]);
        }
        Take();
        return result;

        void Take()
        {
            if (part.Length > 0) result.Add(part.ToString());
            part.Clear();
        }
    }

    private static void Wrong(List<Diagnostic> errors, string message, string? help) => errors.Add(new Diagnostic(DiagnosticCode.NotOneOf, message, help));
}
