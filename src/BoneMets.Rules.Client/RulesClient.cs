using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using BoneMets.Rules.Client.Answers;

namespace BoneMets.Rules.Client;

/// <summary>
/// Asks a BoneMets.Rules server for decisions. Facts are any object that serializes to the workflow's inputs (<c>new { patient = new { ageYears = 66 } }</c>,
/// a record, a <c>JsonNode</c>); null and absent members are unknown. A refusal is a <see cref="RulesProblemException"/>. Thread safe.
/// </summary>
public sealed class RulesClient
{
    /// <summary>So begin keys that nobody asked for: the server keeps them only where decisions are recorded.</summary>
    private const string AutomaticKey = "auto-";
    private readonly HttpClient http;
    private readonly RulesClientOptions options;
    private readonly Retrying retrying;

    /// <summary>The client's <see cref="HttpClient.BaseAddress"/> is the server; the caller owns it.</summary>
    public RulesClient(HttpClient http, RulesClientOptions? options = null)
    {
        (this.http, this.options) = (http, options ?? new RulesClientOptions());
        if (http.BaseAddress is null) throw new ArgumentException("the HttpClient has no BaseAddress: set it to the address of the server", nameof(http));
        retrying = new Retrying(http, this.options);
    }

    public async Task<IReadOnlyList<WorkflowSummary>> WorkflowsAsync(CancellationToken cancellation = default)
    {
        var answer = await SendAsync<WorkflowList>(() => Request(HttpMethod.Get, "api/v1/workflows", null), cancellation).ConfigureAwait(false);
        return answer.Workflows;
    }

    public Task<Decision> ExecuteAsync(string workflow, object facts, DecisionOptions? with = null, CancellationToken cancellation = default) =>
        DecideAsync(workflow, new ExecuteBody { Facts = facts }, with, cancellation);

    /// <param name="bundle">A FHIR R4 Bundle; <see cref="Decision.Bundle"/> says what was read from it.</param>
    /// <param name="patient">Whose facts, as the Bundle names the patient (<c>Patient/123</c>). Needed only where it has several.</param>
    public Task<Decision> ExecuteBundleAsync(string workflow, object bundle, string? patient = null, DecisionOptions? with = null, CancellationToken cancellation = default) =>
        DecideAsync(workflow, new ExecuteBody { Bundle = bundle, Patient = patient }, with, cancellation);

    /// <summary>What to ask next.</summary>
    public Task<Questions> QuestionsAsync(string workflow, object facts, DateOnly? asOf = null, int? release = null, CancellationToken cancellation = default) =>
        PostAsync<Questions>($"{Path(workflow)}/questions", new ExecuteBody { Facts = facts, AsOf = asOf, Release = release }, null, cancellation);

    /// <summary>Why a rule has its verdict, and what would change it.</summary>
    public Task<Contrast> ContrastAsync(string workflow, string rule, object facts, DateOnly? asOf = null, int? release = null, CancellationToken cancellation = default) =>
        PostAsync<Contrast>($"{Path(workflow)}/contrast", new ExecuteBody { Rule = rule, Facts = facts, AsOf = asOf, Release = release }, null, cancellation);

    /// <summary>
    /// Decisions for many patients, in their order, while they are read; some requests are under way at once and each is repeated by itself. A
    /// patient whose facts do not fit has a <see cref="BatchAnswer.Problem"/>, and the next one is decided.
    /// </summary>
    public IAsyncEnumerable<BatchAnswer> ExecuteBatchAsync(string workflow, IAsyncEnumerable<BatchPatient> patients, DecisionOptions? with = null, CancellationToken cancellation = default) =>
        new Batch(options, (lines, stop) => SendLinesAsync(workflow, lines, with ?? new DecisionOptions { Explain = Explain.None }, stop)).RunAsync(patients, cancellation);

    private Task<Decision> DecideAsync(string workflow, ExecuteBody body, DecisionOptions? with, CancellationToken cancellation)
    {
        with ??= new DecisionOptions();
        return PostAsync<Decision>($"{Path(workflow)}/execute", body with { AsOf = with.AsOf, Release = with.Release, Explain = with.Explain }, with.IdempotencyKey ?? $"{AutomaticKey}{Guid.NewGuid():N}", cancellation);
    }

    private async Task<string[]> SendLinesAsync(string workflow, byte[] lines, DecisionOptions with, CancellationToken cancellation)
    {
        if (with.IdempotencyKey is not null) throw new ArgumentException("a batch takes no IdempotencyKey: its decisions are the same whenever they are asked for", nameof(with));
        var query = $"?explain={JsonNamingPolicy.CamelCase.ConvertName(with.Explain.ToString())}{(with.AsOf is { } date ? $"&asOf={date:yyyy-MM-dd}" : "")}{(with.Release is { } release ? FormattableString.Invariant($"&release={release}") : "")}";
        using var answer = await retrying.SendAsync(() => Request(HttpMethod.Post, $"{Path(workflow)}/execute/batch{query}", new ByteArrayContent(lines) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-ndjson") } }), cancellation).ConfigureAwait(false);
        await ThrowIfRefusedAsync(answer, cancellation).ConfigureAwait(false);
        var text = await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private Task<T> PostAsync<T>(string path, ExecuteBody body, string? idempotencyKey, CancellationToken cancellation)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, RulesJson.Options);
        return SendAsync<T>(() =>
        {
            var request = Request(HttpMethod.Post, path, new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } });
            if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
            return request;
        }, cancellation);
    }

    private async Task<T> SendAsync<T>(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        using var answer = await retrying.SendAsync(make, cancellation).ConfigureAwait(false);
        await ThrowIfRefusedAsync(answer, cancellation).ConfigureAwait(false);
        return await answer.Content.ReadFromJsonAsync<T>(RulesJson.Options, cancellation).ConfigureAwait(false) ?? throw new JsonException("the server answered null");
    }

    private static async Task ThrowIfRefusedAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.IsSuccessStatusCode) return;
        var status = (int)answer.StatusCode;
        RulesProblem? problem = null;
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
            problem = await answer.Content.ReadFromJsonAsync<RulesProblem>(RulesJson.Options, cancellation).ConfigureAwait(false);
        throw new RulesProblemException(problem ?? new RulesProblem(status, $"The address answered with status {status}", Detail: answer.ReasonPhrase));
    }

    private HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content)
    {
        // The base address may or may not end with a slash, and may have a path of its own.
        var request = new HttpRequestMessage(method, new Uri($"{http.BaseAddress!.AbsoluteUri.TrimEnd('/')}/{path}")) { Content = content };
        if (options.ApiKey is { } key) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return request;
    }

    private static string Path(string workflow) => $"api/v1/workflows/{Uri.EscapeDataString(workflow)}";

    private sealed record ExecuteBody
    {
        public object? Facts { get; init; }
        public object? Bundle { get; init; }
        public string? Patient { get; init; }
        public string? Rule { get; init; }
        public DateOnly? AsOf { get; init; }
        public int? Release { get; init; }
        public Explain? Explain { get; init; }
    }

    private sealed record WorkflowList(IReadOnlyList<WorkflowSummary> Workflows);
}
