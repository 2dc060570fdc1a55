namespace BoneMets.Rules.Server.Problems;

/// <summary>The kinds of refusal. <see cref="Slug"/> names the page <c>/problems/{slug}</c> that a problem's <c>type</c> points to.</summary>
internal sealed record ProblemKind(int Status, string Slug, string Title, string Description)
{
    public static readonly ProblemKind
        MalformedBody = new(400, "malformed-body", "The request body cannot be used", "The body is not well-formed JSON, or not the object that this request takes. `errors` says where."),
        WrongFacts = new(400, "wrong-facts", "The facts do not fit", "A fact is unknown to the schema, has the wrong type or unit, or lies outside its plausible range. Nothing is ignored or corrected; `errors` points to each."),
        WrongBundle = new(400, "wrong-bundle", "The Bundle cannot be read as one patient's facts", "What was sent is no FHIR R4 Bundle that can be read, or it is about several patients and the request does not name one. `errors` says which."),
        BadRequest = new(400, "bad-request", "The request cannot be read", "The request breaks the rules of HTTP, or names a host that this server is not."),
        InvalidAction = new(400, "invalid-action", "The action cannot be done as asked", "A name, text, role or time is not usable. `detail` says which and what to write instead."),
        ForgeryToken = new(400, "forgery-token", "The request lacks proof that it comes from a page of this server", "Requests with cookies that change something carry the token of `GET /api/v1/session` in the header `X-CSRF-Token`, so that no other site can make a browser send them. It is another one after signing in or out."),
        SignInNeeded = new(401, "sign-in-needed", "Nobody is signed in", "The address needs an account or an API key, and the request has none that is valid."),
        WrongPassword = new(401, "wrong-password", "The name or the password is wrong", "Which of them is not said. After five failures the account is locked for fifteen minutes; an administrator can send a new link."),
        RoleNeeded = new(403, "role-needed", "The role for this is missing", "Whoever is signed in may not do this. `detail` names the roles that may."),
        OwnChange = new(403, "own-change", "Nobody approves their own change", "Whoever created, edited or submitted a change, or imported a release, has to leave the approval to somebody else."),
        KeyScope = new(403, "key-scope", "The key is not for this workflow", "An API key may be bound to some workflows. An administrator makes another key."),
        NotFound = new(404, "not-found", "Nothing is here", "The address does not exist."),
        UnknownWorkflow = new(404, "unknown-workflow", "There is no such workflow", "The library has no workflow with this name. `GET /api/v1/workflows` lists them; names are compared with case."),
        UnknownRule = new(404, "unknown-rule", "The decision has no such rule", "Rules are named as the decision on these facts names them: those of an included workflow as `Workflow.Rule`, those about an element of a list as `Workflow[patient.lesions[0]].Rule`."),
        UnknownSchema = new(404, "unknown-schema", "There is no such fact schema", "The library has no fact schema with this name. A workflow's `inputs` name its schemas."),
        UnknownRelease = new(404, "unknown-release", "There is no such release", "`GET /api/v1/releases` lists those that there are."),
        UnknownHookService = new(404, "unknown-service", "There is no such CDS service", "`GET /cds-services` lists those that there are. A workflow is one when its metadata declare the hooks that it answers."),
        UnknownDecision = new(404, "unknown-decision", "There is no such recorded decision", "Only decisions that were asked for with a key that records are kept, and only for a time."),
        NotInStore = new(404, "not-in-store", "The store has no such thing", "`detail` names what is not there."),
        NoStore = new(404, "no-store", "This server has no store", "It serves a folder read-only. Changes, releases, accounts and recorded decisions need a server that is started without `--library`."),
        MethodNotAllowed = new(405, "method-not-allowed", "The method is not allowed here", "The address exists, but not for this method. The `Allow` header lists those that it takes."),
        NotAcceptable = new(406, "not-acceptable", "The answer cannot be given in that format", "The routes below `/fhir` answer in JSON of FHIR R4: `Accept: application/fhir+json`, or `_format=json`."),
        BodyTimeout = new(408, "body-timeout", "The body arrived too slowly", "The request's body did not arrive in time."),
        WrongState = new(409, "wrong-state", "The state does not allow this", "A change goes from draft to review, to approved, to published; a cohort run from upload to ready, to running, to its end. `detail` says where it is now."),
        AlreadySubmitted = new(409, "already-submitted", "The change was submitted already", "It is with its reviewers. Somebody may have been faster, or the request was sent twice."),
        AlreadyPublished = new(409, "already-published", "The change was published already", "`detail` names the release. Somebody may have been faster, or the request was sent twice."),
        ContentChanged = new(409, "content-changed", "The content is not the one that was looked at", "Evidence, approval and publication are about exactly one content, and this one moved on. Look at it again."),
        NothingChanged = new(409, "nothing-changed", "There is nothing to do", "What was asked for is so already."),
        EvidenceAgainst = new(409, "evidence-against", "Findings speak against it", "Documents have errors, or golden cases fail. The evidence of the change lists them; mend them in the change, or change the case in it."),
        MetadataMissing = new(409, "metadata-missing", "The workflow does not say what it must say to be published", "Purpose, intended use, users, population, what is out of scope, developer, funding, dates of review, and the use of sex and date of birth. `errors` lists what is missing in the workflows that the change touches."),
        BaseMoved = new(409, "base-moved", "A newer release was published meanwhile", "Put the change on top of it (`rebase`), then submit it again."),
        Conflicts = new(409, "conflicts", "The newer release changed the same documents", "Nothing is merged silently. `conflicts` has each document as it was, as the newer release has it and as the change has it; send `rebase` again with what shall stand."),
        Retired = new(409, "retired", "This was taken out of use", "An administrator has retired the workflow, one of its rules, or one that it builds on. No decision is given, because one without that part could mislead."),
        DataNeeded = new(412, "data-needed", "Data that the service needs are not to be had", "They stand in the `prefetch` of the request under the keys of `GET /cds-services`, or can be fetched from `fhirServer` with the token of `fhirAuthorization`, if the server may ask it."),
        DocumentChanged = new(412, "document-changed", "The document was edited meanwhile", "Nothing was written. `current` is the document as it is now, `sent` what was to be saved: compare them, then save again with the ETag of `current`."),
        RunChanged = new(412, "run-changed", "The cohort run was changed meanwhile", "Nothing was written. Read the run again; its ETag is that of its state now."),
        BodyTooLarge = new(413, "body-too-large", "The body is too large", "`detail` or the documentation says how much the address takes: 2 MiB for facts, 8 MiB for a document or a FHIR Bundle, 16 MiB for a library, 1 GiB for a batch, what the administrator allows for the input of a cohort run, 64 KiB for other requests."),
        WrongContentType = new(415, "wrong-content-type", "The content type is another one", "Send JSON as `application/json` in UTF-8, the lines of a batch as `application/x-ndjson`, a library as `application/zip`; the input of a cohort run as one of these or `text/csv`. Only that input may be compressed (`Content-Encoding: gzip`)."),
        DraftBroken = new(422, "draft-broken", "The draft has errors", "The workflow, or one that it uses, cannot be understood or cannot decide as it stands. `errors` lists what to mend, with document, line and column."),
        WrongInput = new(422, "wrong-input", "The input cannot be taken", "The input of a cohort run is NDJSON or CSV in UTF-8, whole. `detail` says what is in the way, and where."),
        WrongMapping = new(422, "wrong-mapping", "The mapping of the columns does not fit", "Every column of a CSV input is mapped to a fact that it can hold, is the id, or is ignored by name. `errors` lists what to mend."),
        ReleaseBroken = new(422, "release-broken", "That release cannot decide", "Its documents have errors for this version of the engine."),
        FactsNotKept = new(422, "facts-not-kept", "The facts of this decision were not kept", "Send them in the body, `{\"facts\": {…}}`, as they were sent then; a hash tells whether they are the same."),
        NotMapped = new(422, "not-mapped", "Nothing of a FHIR record can decide this workflow", "It declares no inputs, so that no fact of it has a place in FHIR. `execute` takes its facts as JSON."),
        UnknownPatient = new(422, "unknown-patient", "The record of the patient is not there", "Nothing is proposed for somebody of whom there is no Patient resource: whose data these are, and whether they live, is not known. Send it in the Bundle."),
        PatientDied = new(422, "patient-died", "The record says that the patient has died", "Nothing is proposed to somebody who had died on the day of the decision; without a date of death, never. If that is wrong, the record of the patient has to be corrected first. Where the request takes `asOf`, a date before the death asks about the time before."),
        KeyReused = new(422, "key-reused", "The Idempotency-Key was used for another request", "Whoever repeats a request sends the same body to the same address, to the byte. Another request needs another key."),
        RepeatDiffers = new(409, "repeat-differs", "The decision cannot be given again as it was", "The request was answered before, by another version of the engine, and comes out differently now. Nothing was decided anew; send it with another `Idempotency-Key` for a decision of today."),
        ETagNeeded = new(428, "etag-needed", "The request has to say which version it edits", "Send `If-Match` with the ETag of the document that was read, or `If-None-Match: *` for a new document."),
        TooManyRequests = new(429, "too-many-requests", "The server is busy", "Too many requests are being served. `Retry-After` says in how many seconds to send the request again."),
        KeyRate = new(429, "key-rate", "The key asks too often", "Each API key has a number of requests per second. `Retry-After` says in how many seconds to go on; many patients at once go into one batch."),
        DecisionFailed = new(500, "decision-failed", "The decision failed", "A rule could not be evaluated for this patient. No cards are given, because those that are left could mislead. `execute` shows the whole decision."),
        Unexpected = new(500, "unexpected", "Something went wrong in the server", "A defect of this software. The log has the details under the problem's `traceId`."),
        StoreUnavailable = new(503, "store-unavailable", "The store does not answer", "The database is busy, full or not reachable. `mayBeDone` says whether the action may have been done all the same. Decisions go on with what was live."),
        HooksBusy = new(503, "hooks-busy", "Too many CDS Hooks requests are being served", "They may wait for FHIR servers, so they have places of their own (`--hooks-at-once`); decisions go on. `Retry-After` says in how many seconds to send the request again."),
        NoLibrary = new(503, "no-library", "No valid library is loaded", "The content has held errors since the server was started. A folder is read again as soon as it changes; a store when a new release is published."),
        Timeout = new(504, "timeout", "The request took too long", "The request was given up.");

    public static readonly IReadOnlyList<ProblemKind> All =
    [
        MalformedBody, WrongFacts, WrongBundle, BadRequest, InvalidAction, ForgeryToken, SignInNeeded, WrongPassword, RoleNeeded, OwnChange, KeyScope, NotFound,
        UnknownWorkflow, UnknownRule, UnknownSchema, UnknownRelease, UnknownHookService, UnknownDecision, NotInStore, NoStore, MethodNotAllowed, NotAcceptable, BodyTimeout, WrongState,
        AlreadySubmitted, AlreadyPublished, ContentChanged, NothingChanged, EvidenceAgainst, MetadataMissing, BaseMoved, Conflicts, Retired,
        DataNeeded, DocumentChanged, RunChanged, BodyTooLarge, WrongContentType, DraftBroken, WrongInput, WrongMapping, ReleaseBroken, FactsNotKept, NotMapped, UnknownPatient, PatientDied, KeyReused, RepeatDiffers, ETagNeeded, TooManyRequests, KeyRate, DecisionFailed, Unexpected, StoreUnavailable,
        HooksBusy, NoLibrary, Timeout,
    ];

    /// <summary>The general kind for a status that something else than our own code chose.</summary>
    public static ProblemKind ForStatus(int status) => status switch
    {
        404 => NotFound,
        405 => MethodNotAllowed,
        406 => NotAcceptable,
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
