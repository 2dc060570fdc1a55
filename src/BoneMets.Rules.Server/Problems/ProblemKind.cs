namespace BoneMets.Rules.Server.Problems;

/// <summary>The kinds of refusal. <see cref="Slug"/> names the page <c>/problems/{slug}</c> that a problem's <c>type</c> points to.</summary>
internal sealed record ProblemKind(int Status, string Slug, string Title, string Description)
{
    public static readonly ProblemKind
        MalformedBody = new(400, "malformed-body", "The request body cannot be used", "The body is not well-formed JSON, or not the object that this request takes. `errors` says where."),
        WrongFacts = new(400, "wrong-facts", "The facts do not fit", "A fact is unknown to the schema, has the wrong type or unit, or lies outside its plausible range. Nothing is ignored or corrected; `errors` points to each."),
        BadRequest = new(400, "bad-request", "The request cannot be read", "The request breaks the rules of HTTP, or names a host that this server is not."),
        NotFound = new(404, "not-found", "Nothing is here", "The address does not exist."),
        UnknownWorkflow = new(404, "unknown-workflow", "There is no such workflow", "The library has no workflow with this name. `GET /api/v1/workflows` lists them; names are compared with case."),
        UnknownSchema = new(404, "unknown-schema", "There is no such fact schema", "The library has no fact schema with this name. A workflow's `inputs` name its schemas."),
        MethodNotAllowed = new(405, "method-not-allowed", "The method is not allowed here", "The address exists, but not for this method. The `Allow` header lists those that it takes."),
        BodyTimeout = new(408, "body-timeout", "The body arrived too slowly", "The request's body did not arrive in time."),
        BodyTooLarge = new(413, "body-too-large", "The body is too large", "A request's body may have at most 2 MiB."),
        WrongContentType = new(415, "wrong-content-type", "The content type is not JSON", "Send the body as `application/json` in UTF-8."),
        TooManyRequests = new(429, "too-many-requests", "The server is busy", "Too many requests are being served. `Retry-After` says in how many seconds to send the request again."),
        Unexpected = new(500, "unexpected", "Something went wrong in the server", "A defect of this software. The log has the details under the problem's `traceId`."),
        NoLibrary = new(503, "no-library", "No valid library is loaded", "The library folder has held errors since the server was started. It is read again as soon as it changes."),
        Timeout = new(504, "timeout", "The request took too long", "The request was given up.");

    public static readonly IReadOnlyList<ProblemKind> All =
    [
        MalformedBody, WrongFacts, BadRequest, NotFound, UnknownWorkflow, UnknownSchema, MethodNotAllowed, BodyTimeout,
        BodyTooLarge, WrongContentType, TooManyRequests, Unexpected, NoLibrary, Timeout,
    ];

    /// <summary>The general kind for a status that something else than our own code chose.</summary>
    public static ProblemKind ForStatus(int status) => status switch
    {
        404 => NotFound,
        405 => MethodNotAllowed,
        408 => BodyTimeout,
        413 => BodyTooLarge,
        415 => WrongContentType,
        429 => TooManyRequests,
        503 => NoLibrary,
        504 => Timeout,
        >= 500 => Unexpected,
        _ => BadRequest with { Status = status },
    };
}
