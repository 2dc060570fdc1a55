using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Tests.Fuzzing;

namespace BoneMets.Rules.System.Tests.Fuzzing;

/// <summary>Requests made from requests: another body, path, query, method, header, content type or encoding.</summary>
internal static class RequestMutation
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "X"];

    private static readonly string[] Types =
    [
        "application/json", "application/json; charset=utf-8", "application/json; charset=utf-16", "application/json;charset=\"", "application/fhir+json", "application/fhir+xml", "application/x-ndjson", "application/zip",
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "text/xml", "*/*", "x", "application/json; charset=utf-8; charset=latin1",
    ];

    private static readonly string[] Segments =
    [
        "..", "%2e%2e", "%2e%2e%2fetc%2fpasswd", "..%5c..%5c", "%00", "%0d%0aX-Evil:%201", "%c0%ae", "%ff", "%", "x", "-1", "0", "1", "999", "2147483648", "9223372036854775807", "9223372036854775808", "1e3", "NaN", "%E2%80%AE", "%F0%9F%A6%B4",
        "Hypercalcemia", "hypercalcemia", "BoneMetastasisPathway", "hypercalcemia/workflow.json", "con", "a%3Ab", "$apply", ";x=1", "%3Cscript%3E",
    ];

    private static readonly string[] Queries =
    [
        "asOf=2026-01-31", "asOf=x", "asOf=", "release=1", "release=-1", "release=99999999999999999999", "release=1&release=2", "_format=json", "_format=xml", "_count=1", "_count=-1", "_elements=id", "url=x", "name=x", "name:contains=%27", "date=ge2020",
        "after=x", "before=-1", "limit=0", "limit=1000000000", "workflow=Hypercalcemia", "title=%00", "x=%", "=", "&&", "a[b]=c", "explain=full", "subject=Patient/p1", "filter=%3Cscript%3E", "from=9999-12-31T23:59:59Z", "kind=x", "document=x",
    ];

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Accept", "text/html"), ("Accept", "application/fhir+xml"), ("Accept", "*/*;q=x"), ("Accept-Language", "de"), ("Accept-Encoding", "x;q=y"), ("Content-Encoding", "gzip"), ("Content-Encoding", "br"), ("Content-Encoding", "identity"), ("Content-Language", "x"),
        ("If-Match", "\"x\""), ("If-Match", "*"), ("If-Match", "W/\"x\", x"), ("If-None-Match", "*"), ("If-None-Match", "\""), ("If-Modified-Since", "x"), ("Range", "bytes=0-1"), ("Idempotency-Key", "k1"), ("Idempotency-Key", ""), ("Idempotency-Key", "a\tb"),
        ("Authorization", "Bearer x"), ("Authorization", "Bearer a.b.c"), ("Authorization", "Basic Og=="), ("Authorization", "x"), ("Cookie", "=;;x="), ("Cookie", ".AspNetCore.Identity.Application=x"), ("X-CSRF-Token", "x"), ("Origin", "https://evil.example"), ("Origin", "null"),
        ("X-Forwarded-For", "1.2.3.4"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "x"), ("Forwarded", "for=x"), ("X-Http-Method-Override", "DELETE"), ("X-Request-Id", "<script>"), ("traceparent", "00-x"), ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
        ("Prefer", "return=x"), ("Prefer", "respond-async"), ("Host", "evil.example"), ("Host", "a b"), ("Expect", "x"), ("Upgrade", "h2c"), ("TE", "trailers"), ("Connection", "close"),
    ];

    public static FuzzRequest Mutated(Random random, FuzzRequest request, Func<string> texts)
    {
        if (request.Body is { } body && random.Chance(75)) request = request with { Body = Body(random, request, body, texts) };
        for (var steps = random.Next(3); steps > 0; steps--) request = Step(random, request);
        return request;
    }

    private static byte[] Body(Random random, FuzzRequest request, byte[] body, Func<string> texts)
    {
        if (request.Type == "application/zip") return Bytes(random, body);
        var text = Encoding.UTF8.GetString(body);
        if (request.Type != "application/x-ndjson") return IsJson(text) ? JsonMutation.Mutated(random, text, texts) : Bytes(random, body);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => random.Chance(60) ? JsonMutation.Mutated(random, l, texts) : Encoding.UTF8.GetBytes(l)).ToList();
        return [.. lines.SelectMany(l => l.Concat(random.Chance(95) ? "\n"u8.ToArray() : "\r\n\n"u8.ToArray()))];
    }

    private static bool IsJson(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject or JsonArray;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static byte[] Bytes(Random random, byte[] body)
    {
        if (body.Length == 0) return [(byte)random.Next(256)];
        var bytes = random.Chance(20) ? body[..random.Next(body.Length)] : [.. body];
        for (var edits = random.Next(1, 6); edits > 0 && bytes.Length > 0; edits--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static FuzzRequest Step(Random random, FuzzRequest request) => random.Next(8) switch
    {
        0 => request with { Method = random.Pick(Methods) },
        1 => request with { Path = Path(random, request.Path) },
        2 => request with { Path = $"{request.Path}{(request.Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{random.Pick(Queries)}" },
        3 when request.Body is not null => request with { Type = random.Chance(10) ? null : random.Pick(Types) },
        4 when request.Body is { } body => request with { Body = Compressed(body), Headers = [.. request.Headers, ("Content-Encoding", "gzip")] },
        5 when random.Chance(20) => request with { Headers = [.. request.Headers, (random.Pick(Headers).Name, new string('x', random.Next(20_000)))] },
        6 when random.Chance(5) => request with { Path = request.Path + "?x=" + new string('x', random.Next(9_000)) },
        _ => request with { Headers = [.. request.Headers, random.Pick(Headers)] },
    };

    private static string Path(Random random, string path)
    {
        var (address, query) = path.IndexOf('?') is >= 0 and var at ? (path[..at], path[at..]) : (path, "");
        var segments = address.Split('/');
        segments[random.Next(1, segments.Length)] = random.Pick(Segments);
        return (random.Chance(10) ? $"{address}/{random.Pick(Segments)}" : string.Join('/', segments)) + query;
    }

    private static byte[] Compressed(byte[] body)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest)) gzip.Write(body);
        return buffer.ToArray();
    }
}
