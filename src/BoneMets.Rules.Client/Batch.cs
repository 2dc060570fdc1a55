using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Client.Answers;

namespace BoneMets.Rules.Client;

/// <param name="Id">Carried through to the answer: a text that is yours alone.</param>
/// <param name="Facts">The inputs by name, as for <see cref="RulesClient.ExecuteAsync"/>.</param>
public sealed record BatchPatient(string Id, object Facts);

/// <summary>Either a decision or what was wrong with this patient's facts.</summary>
public sealed record BatchAnswer(string Id, Decision? Decision, RulesProblem? Problem);

/// <summary>
/// Patients in pieces of some lines, several pieces under way, answers in order. A piece is small enough to be sent whole before its answer is
/// read, which is how HTTP/1.1 clients work.
/// </summary>
internal sealed class Batch(RulesClientOptions options, Func<byte[], CancellationToken, Task<string[]>> send)
{
    public async IAsyncEnumerable<BatchAnswer> RunAsync(IAsyncEnumerable<BatchPatient> patients, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // What is still under way when somebody stops reading is given up.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var underWay = new Queue<Task<IReadOnlyList<BatchAnswer>>>();
        try
        {
            await foreach (var piece in PiecesAsync(patients, stop.Token).ConfigureAwait(false))
            {
                underWay.Enqueue(AskAsync(piece, stop.Token));
                if (underWay.Count < options.BatchRequests) continue;
                foreach (var answer in await underWay.Dequeue().ConfigureAwait(false)) yield return answer;
            }
            while (underWay.TryDequeue(out var next))
                foreach (var answer in await next.ConfigureAwait(false)) yield return answer;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            foreach (var left in underWay) await left.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<List<BatchPatient>> PiecesAsync(IAsyncEnumerable<BatchPatient> patients, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var piece = new List<BatchPatient>(options.BatchSize);
        await foreach (var patient in patients.WithCancellation(cancellation).ConfigureAwait(false))
        {
            piece.Add(patient);
            if (piece.Count < options.BatchSize) continue;
            yield return piece;
            piece = new List<BatchPatient>(options.BatchSize);
        }
        if (piece.Count > 0) yield return piece;
    }

    private async Task<IReadOnlyList<BatchAnswer>> AskAsync(List<BatchPatient> piece, CancellationToken cancellation)
    {
        using var lines = new MemoryStream();
        for (var i = 0; i < piece.Count; i++)
        {
            if (JsonSerializer.SerializeToNode(piece[i].Facts, RulesJson.Options) is not JsonObject facts) throw new ArgumentException($"the facts of patient {piece[i].Id} are no object", nameof(piece));
            var line = new JsonObject { ["id"] = piece[i].Id };
            foreach (var (name, value) in facts)
            {
                // They would replace what tells whose answer is whose.
                if (name is "id" or "line") throw new ArgumentException($"the facts of patient {piece[i].Id} have a member `{name}`, which in a batch names the line", nameof(piece));
                line[name] = value?.DeepClone();
            }
            await JsonSerializer.SerializeAsync(lines, line, RulesJson.Options, cancellation).ConfigureAwait(false);
            lines.WriteByte((byte)'\n');
        }
        var answers = await send(lines.ToArray(), cancellation).ConfigureAwait(false);
        var read = new List<BatchAnswer>(piece.Count);
        foreach (var text in answers)
        {
            var answer = JsonSerializer.Deserialize<Line>(text, RulesJson.Options)!;
            // A line without a number says that the server had to stop.
            if (answer.Number is null) throw new RulesProblemException(answer.Error ?? new RulesProblem(0, "The batch was not decided to its end"));
            if (read.Count == piece.Count || answer.Number != read.Count + 1 || answer.Id != piece[read.Count].Id)
                throw new RulesProblemException(new RulesProblem(0, "The answers of the batch are not those to its lines", Detail: string.Create(CultureInfo.InvariantCulture, $"line {answer.Number} with id {answer.Id} stands in place {read.Count + 1}")));
            read.Add(new BatchAnswer(answer.Id, answer.Decision, answer.Error));
        }
        if (read.Count != piece.Count)
            throw new RulesProblemException(new RulesProblem(0, "The batch was not decided to its end", Detail: string.Create(CultureInfo.InvariantCulture, $"{read.Count} of {piece.Count} lines were answered")));
        return read;
    }

    private sealed record Line([property: System.Text.Json.Serialization.JsonPropertyName("line")] long? Number = null, string? Id = null, Decision? Decision = null, RulesProblem? Error = null);
}
