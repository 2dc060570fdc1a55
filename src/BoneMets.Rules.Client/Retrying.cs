using System.Net;
using System.Security.Cryptography;

namespace BoneMets.Rules.Client;

/// <summary>Sends requests again while the server is busy or away. Requests of this client change no content, and what is recorded has an Idempotency-Key, the same in every attempt.</summary>
internal sealed class Retrying(HttpClient http, RulesClientOptions options)
{
    /// <summary>The last answer, whatever it is; the caller disposes of it.</summary>
    public async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            HttpResponseMessage? answer = null;
            Exception? lost = null;
            try
            {
                using var request = make();
                answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
                if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout)) return answer;
            }
            catch (HttpRequestException e)
            {
                lost = e;
            }
            var pause = PauseAfter(attempt, answer);
            if (attempt >= options.Attempts || pause > options.LongestPause)
                return answer ?? throw new RulesProblemException(new RulesProblem(0, "The server does not answer", Detail: lost?.Message), lost);
            answer?.Dispose();
            await Task.Delay(pause, options.Clock, cancellation).ConfigureAwait(false);
        }
    }

    private TimeSpan PauseAfter(int attempt, HttpResponseMessage? answer)
    {
        if (answer?.Headers.RetryAfter is { } asked)
            return asked.Delta ?? (asked.Date is { } date ? TimeSpan.FromTicks(Math.Max(0, (date - options.Clock.GetUtcNow()).Ticks)) : options.FirstPause);
        // Clients that were refused together shall not come back together.
        var chance = 0.5 + (RandomNumberGenerator.GetInt32(1000) / 1000.0);
        return options.FirstPause * Math.Pow(2, attempt - 1) * chance;
    }
}
