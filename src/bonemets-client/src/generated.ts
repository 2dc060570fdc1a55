// Generated from schemas/openapi.json by `npm run api-types`. Not edited by hand.

export interface paths {
    readonly "/api/v1/audit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Entries of the audit log, the newest first */
        readonly get: operations["readAudit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/audit/verification": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether anything was edited, removed or moved behind the log's back */
        readonly get: operations["verifyAudit"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All changes, the newest first */
        readonly get: operations["listChanges"];
        readonly put?: never;
        /** Begins a change on top of the newest release */
        readonly post: operations["createChange"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One change with its reviews and evidence */
        readonly get: operations["getChange"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}/comments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The discussion of a change, the oldest first */
        readonly get: operations["listComments"];
        readonly put?: never;
        /** Remarks on a rule or another place of a document */
        readonly post: operations["addComment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}/comments/{comment}/resolve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Marks a remark as dealt with */
        readonly post: operations["resolveComment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}/differences": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the change means, rule by rule, row by row, case by case, against the release that it is based on */
        readonly get: operations["compareChange"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}/documents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All documents as they would be published */
        readonly get: operations["listChangeDocuments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}/documents/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One document as text, with its ETag */
        readonly get: operations["getChangeDocument"];
        /** Saves a document; 412 with both versions when somebody else saved it meanwhile */
        readonly put: operations["putChangeDocument"];
        readonly post?: never;
        /** Takes a document out of the library */
        readonly delete: operations["removeChangeDocument"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}/examination": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What submitting would find now: diagnostics, golden cases, impact */
        readonly get: operations["examineChange"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}/publish": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Makes the approved content the next release */
        readonly post: operations["publishChange"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}/rebase": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Puts a change on top of the newest release; conflicts come back to be resolved */
        readonly post: operations["rebaseChange"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}/reviews": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Approves exactly the content that was looked at, or sends the change back */
        readonly post: operations["reviewChange"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}/submit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Hands a draft to the reviewers, with the evidence about its content */
        readonly post: operations["submitChange"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}/verification": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the analysis finds in a change, each finding with a patient who shows it, and what its golden cases cover */
        readonly get: operations["verifyChange"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}/verification/coverage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the golden cases show of a workflow of a change, verdict by verdict, row by row, condition by condition */
        readonly get: operations["coverChange"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}/verification/mutation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Which small mistakes in a workflow of a change no golden case would notice, each with a case that would */
        readonly get: operations["mutateChange"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}/verification/proofs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Rule by rule whether a change decides the same as its base for all patients, or a patient for whom it does not */
        readonly get: operations["proveChange"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/changes/{id}/withdraw": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Gives a change up */
        readonly post: operations["withdrawChange"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cohort-files": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Files that a run may read where they lie; none unless the administrator allows a folder */
        readonly get: operations["listCohortFiles"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cohorts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Cohort runs, the newest first: all for reviewers and administrators, their own for everybody else */
        readonly get: operations["listCohorts"];
        readonly put?: never;
        /** A run of a workflow, which then takes its input */
        readonly post: operations["createCohort"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cohorts/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One run with its progress, and its ETag */
        readonly get: operations["getCohort"];
        readonly put?: never;
        readonly post?: never;
        /** Deletes a run that is not running, with its input and its results */
        readonly delete: operations["deleteCohort"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cohorts/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Stops a run; what has a result keeps it, and it can be resumed */
        readonly post: operations["cancelCohort"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cohorts/{id}/input": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Sends the input of a run, of any length */
        readonly put: operations["putCohortInput"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cohorts/{id}/input/reference": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Takes a file of the folder that the administrator allows as the input of a run */
        readonly post: operations["referToCohortInput"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cohorts/{id}/mapping": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Says which column of a CSV input is which fact */
        readonly put: operations["putCohortMapping"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cohorts/{id}/preview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Proposes a mapping, and decides for the first patients as the run would */
        readonly post: operations["previewCohort"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cohorts/{id}/results": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All answers of a run, in the order of its input */
        readonly get: operations["downloadCohortResults"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cohorts/{id}/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Goes on with a run that was cancelled or has failed, where there is no result yet */
        readonly post: operations["resumeCohort"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cohorts/{id}/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Starts a run that has its input, and for CSV its mapping */
        readonly post: operations["startCohort"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cohorts/{id}/summary": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Verdicts, outputs and recommendations counted, refused lines by kind, missing facts; while it runs, of those that are done */
        readonly get: operations["summarizeCohort"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cohorts/{id}/terms": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The facts that columns can hold, and what rules and outputs are called, in the release of the run */
        readonly get: operations["getCohortTerms"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/cohorts/{id}/undetermined": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Patients for whom something is undetermined, with what is missing, in the order of the input */
        readonly get: operations["listUndetermined"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/decisions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A recorded decision */
        readonly get: operations["getDecision"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/decisions/{id}/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Decides it once more: identical to the byte, or what differs */
        readonly post: operations["replayDecision"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/facts/{schema}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The JSON Schema (2020-12) of a fact object */
        readonly get: operations["getFactSchema"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/feedback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How often the cards of each rule and release were accepted or overridden, and why */
        readonly get: operations["countFeedback"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All keys, without their secrets */
        readonly get: operations["listKeys"];
        readonly put?: never;
        /** A new key; its secret is shown once */
        readonly post: operations["makeKey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/keys/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Ends a key at once */
        readonly delete: operations["revokeKey"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/language/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What is wrong with documents that are being written */
        readonly post: operations["checkDocuments"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/language/complete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What can be written at a place of an expression, a table cell or a score band */
        readonly post: operations["complete"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/language/contrast": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Why a rule of documents that are being written has its verdict, and the nearest other facts with which it would have the other one */
        readonly post: operations["contrastDraftRule"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/language/decide": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Decides for one patient with documents that are being written */
        readonly post: operations["decideDraft"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/language/explain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** An expression as a sentence, or what is wrong with it */
        readonly post: operations["explainExpression"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/language/hover": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What the name at a place stands for, and the signature of the call around it */
        readonly post: operations["hover"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/language/outline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** What is understood of a workflow that is being written */
        readonly post: operations["outlineWorkflow"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/language/questions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The missing facts of a decision with documents that are being written, in the order of what knowing them would decide */
        readonly post: operations["askDraftQuestions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/language/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Replays golden cases with documents that are being written */
        readonly post: operations["replayDraft"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/library": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All documents of a release as a zip file; the header X-Release has its number */
        readonly get: operations["pullLibrary"];
        /** Drafts a change that makes the library what is in this zip file */
        readonly put: operations["pushLibrary"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/releases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All releases, the newest first; that one is live */
        readonly get: operations["listReleases"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/releases/{number}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One release */
        readonly get: operations["getRelease"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/releases/{number}/approval": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The first review of imported content: it was read and found good as it is */
        readonly post: operations["approveRelease"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/releases/{number}/documents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The documents of a release */
        readonly get: operations["listReleaseDocuments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/releases/{number}/documents/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One document of a release as text */
        readonly get: operations["getReleaseDocument"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/releases/{number}/rollback": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Publishes the documents of an older release again, as a new one */
        readonly post: operations["rollBack"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/retirements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is out of use, and why */
        readonly get: operations["listRetirements"];
        readonly put?: never;
        /** Takes a workflow or a rule out of use at once */
        readonly post: operations["retire"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/retirements/{id}/lift": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Brings it back into use */
        readonly post: operations["liftRetirement"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who is signed in */
        readonly get: operations["getSession"];
        readonly put?: never;
        /** Signs a person in */
        readonly post: operations["signIn"];
        /** Signs the person out, on every device */
        readonly delete: operations["signOut"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session/invitation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Chooses a password by a one-time link, and signs in */
        readonly post: operations["acceptInvitation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/session/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Changes one's own password; other sessions end */
        readonly put: operations["changePassword"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/users": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Everybody with an account */
        readonly get: operations["listUsers"];
        readonly put?: never;
        /** Adds somebody; the answer has the one-time link to send to them */
        readonly post: operations["inviteUser"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/users/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Gives other roles, or takes access away; sessions end */
        readonly put: operations["changeUser"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/users/{name}/invitation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** A new one-time link for somebody who lost the first or forgot the password */
        readonly post: operations["inviteUserAgain"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/verification": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the analysis finds in the newest release, each finding with a patient who shows it, and what its golden cases cover */
        readonly get: operations["verifyLive"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/verification/coverage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the golden cases show of a workflow of the newest release, verdict by verdict, row by row, condition by condition */
        readonly get: operations["coverLive"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/verification/mutation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Which small mistakes in a workflow of the newest release no golden case would notice, each with a case that would */
        readonly get: operations["mutateLive"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All workflows, and the state of the library */
        readonly get: operations["listWorkflows"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/{name}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One workflow: as authored, and as understood */
        readonly get: operations["getWorkflow"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/{name}/contrast": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Why a rule has its verdict, and the nearest other facts with which it would have the other one */
        readonly post: operations["contrastRule"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/{name}/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Decides for one patient */
        readonly post: operations["execute"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/{name}/execute/batch": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Decides for many patients: a line in, a line out */
        readonly post: operations["executeBatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/{name}/facts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Reads a FHIR R4 Bundle as the facts of a workflow */
        readonly post: operations["readBundle"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/{name}/questions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The missing facts of a decision, in the order of what knowing them would decide */
        readonly post: operations["askQuestions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/BiopsyIndication/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Biopsy: whether, where and when
         * @description Collects the reasons for a biopsy of a suspected bone metastasis, says where to sample, and what has to be in order before the needle.
         */
        readonly post: operations["executeBiopsyIndication"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/BoneMetastasisPathway/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Bone metastasis: from suspicion to follow-up
         * @description Puts the other workflows together for one patient into one ordered list: suspicion, imaging, how far lesions may be presumed metastases, search for the primary, biopsy, classification, emergencies, stability, surgery, radiotherapy, bone-targeted agents and prognosis. Workflows about one lesion run once for each lesion of the list.
         */
        readonly post: operations["executeBoneMetastasisPathway"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/BoneTargetedAgent/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Bone-targeted agent: start, dose, hold and accompany
         * @description Says whether the published indication for zoledronic acid or denosumab is met, which label dose belongs to the creatinine clearance, what has to be solved first and what accompanies the treatment.
         */
        readonly post: operations["executeBoneTargetedAgent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/Hypercalcemia/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Hypercalcaemia of malignancy
         * @description Corrects calcium for albumin, grades it and lists the treatment options with their sources.
         */
        readonly post: operations["executeHypercalcemia"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/ImagingSelection/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Next imaging study
         * @description Names the imaging studies that come next when bone metastasis is suspected: plain film of the painful site, whole-body PET-CT or bone scan, CT or MRI of a given site, and what pregnancy changes.
         */
        readonly post: operations["executeImagingSelection"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/LesionPresumption/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * How far bone lesions may be presumed to be metastases
         * @description Reads the number of suspicious bone lesions together with the cancer history, the whole-body scan and any biopsy, and says whether metastases may be presumed, are only suspected, or need tissue first.
         */
        readonly post: operations["executeLesionPresumption"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/MirelsFractureRisk/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Impending pathological fracture of a long bone (Mirels score)
         * @description Scores one lesion of a long bone by site, pain, radiographic type and share of the cortex, and adds the single findings that mark a high risk whatever the score.
         */
        readonly post: operations["executeMirelsFractureRisk"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/PrimaryTumorWorkup/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Search for an unknown primary tumour
         * @description Says whether a primary tumour has to be searched for, which steps of the search are still open, and what follows when the search has found nothing.
         */
        readonly post: operations["executePrimaryTumorWorkup"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/RadiographicClassification/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Radiographic class of a bone lesion
         * @description Classifies one lesion by new bone and bone loss, compares the class with what is usual for the primary, and checks the record for contradictions.
         */
        readonly post: operations["executeRadiographicClassification"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/Radiotherapy/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Palliative radiotherapy of one index site
         * @description Lists the published options of radiotherapy for one site that hurts, was operated on or presses on the cord, with what has to be settled first (emergency, fracture, dose already given, pregnancy).
         */
        readonly post: operations["executeRadiotherapy"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/SpinalCordCompression/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Metastatic compression of the spinal cord or cauda equina
         * @description Recognizes suspected or shown compression of the cord or cauda equina, gives the time limits for imaging and treatment, and says what speaks for and against dexamethasone, decompression and radiotherapy alone.
         */
        readonly post: operations["executeSpinalCordCompression"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/SpinalInstability/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Instability of a spinal metastasis (SINS)
         * @description Scores one spinal level with the Spinal Instability Neoplastic Score and says when a surgical opinion is worth having.
         */
        readonly post: operations["executeSpinalInstability"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/SurgeryAndCementation/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Fixation, resection, cement and en bloc excision
         * @description Names the surgical options for one long bone lesion and for one painful vertebral fracture, and what has to be known or solved before them.
         */
        readonly post: operations["executeSurgeryAndCementation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/SurvivalEstimate/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Survival estimate in bone metastasis (revised Katagiri score)
         * @description Adds up the revised Katagiri score of 2014 and gives the survival of its three bands in the derivation cohort.
         */
        readonly post: operations["executeSurvivalEstimate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/workflows/SuspectedBoneMetastasis/execute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Suspicion of bone metastasis
         * @description Says whether pain, cancer history and imaging give ground to suspect bone metastasis, and adds what the primary tumour, the position of a lesion and age contribute. Bone metastases spread mostly through the blood, rarely by direct growth (breast cancer into ribs), as AMBOSS puts it.
         */
        readonly post: operations["executeSuspectedBoneMetastasis"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The process answers */
        readonly get: operations["live"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A valid library is loaded */
        readonly get: operations["ready"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly AcceptInvitation: {
            readonly displayName?: null | string;
            readonly name?: null | string;
            readonly password: string;
            readonly secret: string;
        };
        readonly AddComment: {
            readonly document: string;
            readonly place: string;
            readonly text: string;
        };
        readonly AdviceAnswer: {
            readonly rule: string;
            readonly title: null | string;
            readonly urgency: string;
        };
        readonly AlternativeAnswer: {
            readonly changes: readonly components["schemas"]["FactChangeAnswer"][];
            readonly given: readonly components["schemas"]["AdviceAnswer"][];
            readonly noLongerGiven: readonly components["schemas"]["AdviceAnswer"][];
            readonly verdict: string;
            readonly withheldBy: readonly string[];
        };
        readonly ApproveRelease: {
            readonly comment?: null | string;
            readonly manifestHash: string;
        };
        readonly AskContrast: {
            readonly asOf?: null | string;
            readonly bundle?: unknown;
            readonly facts?: unknown;
            readonly patient?: null | string;
            /** Format: int32 */
            readonly release?: null | number;
            readonly rule: string;
        };
        readonly AskDraftQuestions: {
            readonly asOf?: null | string;
            /** Format: int64 */
            readonly change?: null | number;
            readonly documents?: null | {
                readonly [key: string]: null | string;
            };
            readonly facts: components["schemas"]["JsonElement"];
            readonly workflow: string;
        };
        readonly AskQuestions: {
            readonly asOf?: null | string;
            readonly bundle?: unknown;
            readonly facts?: unknown;
            readonly patient?: null | string;
            /** Format: int32 */
            readonly release?: null | number;
        };
        /**
         * Format: date
         * @description The date that the decision is made for; today in UTC when left out.
         */
        readonly AsOf: null | string;
        readonly AuditEntryAnswer: {
            readonly action: string;
            readonly actor: string;
            /** Format: date-time */
            readonly at: string;
            readonly details: components["schemas"]["JsonElement"];
            readonly hash: string;
            /** Format: int64 */
            readonly sequence: number;
            readonly subject: string;
        };
        readonly AuditFindingAnswer: {
            readonly message: string;
            readonly place: string;
        };
        readonly AuditVerificationAnswer: {
            /** Format: int64 */
            readonly entries: number;
            readonly findings: readonly components["schemas"]["AuditFindingAnswer"][];
            readonly head: string;
            readonly intact: boolean;
        };
        readonly BandAnswer: {
            readonly condition: null | string;
            readonly otherwise: boolean;
            /** Format: double */
            readonly points: number;
            readonly when: null | string;
        };
        /** @description The answer to a line: a decision without `decisionId` and `evaluatedAt`, or what is wrong with the line. A last line without `line` says why the batch ended before its end. */
        readonly BatchLine: {
            /** @description As `execute` gives it. */
            readonly decision?: Record<string, never>;
            /** @description A problem with `type`, `title`, `status`, `detail` and `errors`. */
            readonly error?: Record<string, never>;
            /** @description The `id` that the line came with. */
            readonly id?: null | number | string;
            /** @description The number of the line, from 1, or the `line` that it came with. */
            readonly line?: number | string;
        };
        /** @description What BiopsyIndication reads. An absent fact is unknown. */
        readonly "BiopsyIndication.Request": {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            readonly facts?: {
                readonly patient?: components["schemas"]["Facts.patient"];
            };
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        /** @description What BoneMetastasisPathway reads. An absent fact is unknown. */
        readonly "BoneMetastasisPathway.Request": {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            readonly facts?: {
                readonly patient?: components["schemas"]["Facts.patient"];
                readonly spine?: components["schemas"]["Facts.spine"];
            };
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        /** @description What BoneTargetedAgent reads. An absent fact is unknown. */
        readonly "BoneTargetedAgent.Request": {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            readonly facts?: {
                readonly patient?: components["schemas"]["Facts.patient"];
            };
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        /** @description A FHIR R4 Bundle, of any type, that says the facts of one patient. */
        readonly Bundle: {
            /** @constant */
            readonly resourceType: "Bundle";
        };
        readonly BundleAnswer: {
            readonly asOf: string;
            readonly facts: components["schemas"]["JsonElement"];
            readonly notes: readonly string[];
            readonly rejected: readonly components["schemas"]["RejectedAnswer"][];
            readonly taken: readonly components["schemas"]["TakenAnswer"][];
        };
        /** @description Whose facts, as the Bundle names the patient (`Patient/123`). Needed only where it has several. */
        readonly BundlePatient: null | string;
        readonly BundleReport: {
            readonly facts: components["schemas"]["JsonElement"];
            readonly notes: readonly string[];
            readonly rejected: readonly components["schemas"]["RejectedAnswer"][];
            readonly taken: readonly components["schemas"]["TakenAnswer"][];
        };
        readonly CallAnswer: {
            /** Format: int32 */
            readonly argument: number;
            readonly description: string;
            readonly name: string;
            readonly signature: string;
        };
        readonly CaseChangeAnswer: {
            readonly id: string;
            readonly kind: string;
            readonly workflow: string;
        };
        readonly ChangeAnswer: {
            /** Format: int32 */
            readonly against: null | number;
            readonly authors: readonly string[];
            /** Format: int32 */
            readonly base: number;
            readonly contentHash: string;
            /** Format: date-time */
            readonly createdAt: string;
            readonly createdBy: string;
            readonly description: string;
            readonly documents: readonly components["schemas"]["ChangedDocumentAnswer"][];
            readonly evidence: null | components["schemas"]["JsonElement"];
            /** Format: int64 */
            readonly id: number;
            /** Format: int32 */
            readonly publishedAs: null | number;
            readonly reviews: readonly components["schemas"]["ReviewAnswer"][];
            readonly state: string;
            readonly title: string;
            /** Format: date-time */
            readonly updatedAt: string;
        };
        readonly ChangedDocumentAnswer: {
            readonly baseHash: null | string;
            /** Format: date-time */
            readonly editedAt: string;
            readonly editedBy: string;
            readonly hash: null | string;
            readonly kind: string;
            readonly name: string;
        };
        readonly ChangeDifferencesAnswer: {
            /** Format: int32 */
            readonly base: number;
            readonly contentHash: string;
            readonly documents: readonly components["schemas"]["DocumentDifferenceAnswer"][];
        };
        readonly ChangePassword: {
            readonly current: string;
            readonly new: string;
        };
        readonly ChangeSummary: {
            /** Format: int32 */
            readonly base: number;
            readonly createdBy: string;
            /** Format: int64 */
            readonly id: number;
            readonly state: string;
            readonly title: string;
            /** Format: date-time */
            readonly updatedAt: string;
        };
        readonly ChangeUser: {
            /** @default false */
            readonly disabled: boolean;
            readonly roles: readonly string[];
        };
        readonly CheckAnswer: {
            readonly diagnostics: readonly components["schemas"]["DiagnosticAnswer"][];
        };
        readonly CheckDocuments: {
            /** Format: int64 */
            readonly change?: null | number;
            readonly documents?: null | {
                readonly [key: string]: null | string;
            };
        };
        readonly CohortAnswer: {
            readonly asOf: string;
            /** Format: date-time */
            readonly createdAt: string;
            readonly createdBy: string;
            /** Format: date-time */
            readonly endedAt: null | string;
            /** Format: date-time */
            readonly expires: string;
            readonly explain: string;
            readonly id: string;
            readonly input: null | components["schemas"]["CohortInputAnswer"];
            readonly mapping: null | components["schemas"]["CohortMapping"];
            readonly name: string;
            readonly progress: null | components["schemas"]["CohortProgressAnswer"];
            readonly reason: null | string;
            /** Format: int32 */
            readonly release: number;
            readonly retired: null | string;
            /** Format: date-time */
            readonly startedAt: null | string;
            readonly state: string;
            readonly workflow: string;
        };
        readonly CohortCounts: {
            readonly errors: readonly components["schemas"]["ErrorCount"][];
            readonly isWhole: boolean;
            readonly missing: readonly components["schemas"]["MissingCount"][];
            readonly outputs: readonly components["schemas"]["OutputCounts"][];
            /** Format: int64 */
            readonly patients: number;
            /** Format: int64 */
            readonly refused: number;
            readonly rules: readonly components["schemas"]["RuleCounts"][];
            readonly statuses: components["schemas"]["StatusCounts"];
            /** Format: int64 */
            readonly undetermined: number;
        };
        readonly CohortFileAnswer: {
            /** Format: int64 */
            readonly bytes: number;
            readonly name: string;
        };
        readonly CohortInputAnswer: {
            /** Format: int64 */
            readonly bytes: number;
            readonly columns: readonly string[];
            readonly file: null | string;
            readonly format: string;
            readonly hash: string;
            /** Format: int32 */
            readonly partitions: number;
            /** Format: int64 */
            readonly patients: number;
            readonly separator: null | string;
        };
        readonly CohortMapping: {
            readonly columns: readonly components["schemas"]["MappedColumn"][];
            readonly decimal?: null | string;
            readonly id?: null | string;
            readonly ignored?: null | readonly string[];
        };
        readonly CohortNodeAnswer: {
            /** Format: double */
            readonly busySeconds: number;
            /** Format: date-time */
            readonly lastResultAt: null | string;
            readonly node: string;
            /** Format: int32 */
            readonly partitions: number;
            /** Format: int64 */
            readonly patients: number;
            /** Format: int32 */
            readonly working: number;
        };
        readonly CohortPreview: {
            readonly columns: readonly components["schemas"]["ColumnSample"][];
            readonly format: string;
            readonly lines: readonly unknown[];
            readonly problems: readonly components["schemas"]["MappingProblem"][];
            readonly proposal: null | components["schemas"]["CohortMapping"];
            readonly separator: null | string;
        };
        readonly CohortProgressAnswer: {
            /** Format: date-time */
            readonly estimatedEnd: null | string;
            readonly nodes: readonly components["schemas"]["CohortNodeAnswer"][];
            /** Format: int32 */
            readonly partitionsDone: number;
            /** Format: int64 */
            readonly patientsDone: number;
            /** Format: double */
            readonly patientsPerSecond: null | number;
            /** Format: int32 */
            readonly recovered: number;
            /** Format: int64 */
            readonly refused: number;
            /** Format: int64 */
            readonly resultBytes: number;
        };
        readonly CohortSummary: {
            readonly asOf: string;
            /** Format: date-time */
            readonly createdAt: string;
            readonly createdBy: string;
            /** Format: date-time */
            readonly endedAt: null | string;
            /** Format: date-time */
            readonly expires: string;
            readonly id: string;
            readonly name: string;
            /** Format: int64 */
            readonly patients: null | number;
            readonly reason: null | string;
            /** Format: int32 */
            readonly release: number;
            /** Format: date-time */
            readonly startedAt: null | string;
            readonly state: string;
            readonly workflow: string;
        };
        readonly CohortTerms: {
            readonly facts: readonly components["schemas"]["FactTerm"][];
            readonly workflows: readonly components["schemas"]["WorkflowTerms"][];
        };
        readonly ColumnSample: {
            readonly name: string;
            readonly values: readonly string[];
        };
        readonly CommentAnswer: {
            /** Format: date-time */
            readonly at: string;
            readonly by: string;
            readonly document: string;
            /** Format: int64 */
            readonly id: number;
            readonly place: string;
            /** Format: date-time */
            readonly resolvedAt: null | string;
            readonly resolvedBy: null | string;
            readonly text: string;
        };
        readonly ComparedDefinitionAnswer: {
            readonly after: null | string;
            readonly before: null | string;
            readonly example: null | components["schemas"]["ExampleAnswer"];
            readonly isRule: boolean;
            readonly name: string;
            readonly relation: string;
            readonly why: null | string;
        };
        readonly ComparedWorkflowAnswer: {
            readonly definitions: readonly components["schemas"]["ComparedDefinitionAnswer"][];
            /** Format: int32 */
            readonly longestList: null | number;
            readonly obstacle: null | string;
            readonly workflow: string;
        };
        readonly CompletionAnswer: {
            readonly items: readonly components["schemas"]["CompletionItemAnswer"][];
            /** Format: int32 */
            readonly length: number;
            /** Format: int32 */
            readonly start: number;
        };
        readonly CompletionItemAnswer: {
            readonly description: null | string;
            readonly detail: null | string;
            readonly insert: string;
            readonly kind: string;
            readonly label: string;
            readonly typeInfo: null | components["schemas"]["TypeInfo"];
        };
        readonly ConditionList: {
            readonly label: string;
            /** Format: int32 */
            readonly length: number;
            /** Format: int32 */
            readonly start: number;
            readonly text: string;
        };
        readonly ConditionNode: {
            readonly kind: string;
            /** Format: int32 */
            readonly length: number;
            readonly list: null | components["schemas"]["ConditionList"];
            readonly operands: readonly components["schemas"]["ConditionNode"][];
            readonly operator: null | string;
            /** Format: int32 */
            readonly outerLength: number;
            /** Format: int32 */
            readonly outerStart: number;
            readonly sentence: string;
            /** Format: int32 */
            readonly start: number;
            readonly subject: null | components["schemas"]["ConditionSubject"];
            readonly text: string;
            readonly values: readonly components["schemas"]["ConditionValue"][];
            readonly variable: null | string;
        };
        readonly ConditionSubject: {
            readonly isFact: boolean;
            readonly label: string;
            /** Format: int32 */
            readonly length: number;
            /** Format: int32 */
            readonly start: number;
            readonly text: string;
            readonly type: components["schemas"]["TypeInfo"];
        };
        readonly ConditionValue: {
            readonly isLiteral: boolean;
            readonly label: string;
            /** Format: int32 */
            readonly length: number;
            readonly literal: null | string;
            /** Format: int32 */
            readonly start: number;
            readonly text: string;
        };
        readonly ContrastAnswer: {
            readonly alternatives: readonly components["schemas"]["AlternativeAnswer"][];
            readonly asOf: null | string;
            readonly conditions: readonly components["schemas"]["ReasonAnswer"][];
            readonly error: null | string;
            readonly expression: null | string;
            readonly hash: string;
            readonly missing: readonly string[];
            readonly reading: null | components["schemas"]["BundleReport"];
            /** Format: int32 */
            readonly release: null | number;
            readonly rule: string;
            readonly title: null | string;
            readonly verdict: string;
            readonly withheldBy: readonly string[];
            readonly workflow: string;
        };
        readonly ContrastDraft: {
            readonly asOf?: null | string;
            /** Format: int64 */
            readonly change?: null | number;
            readonly documents?: null | {
                readonly [key: string]: null | string;
            };
            readonly facts: components["schemas"]["JsonElement"];
            readonly rule: string;
            readonly workflow: string;
        };
        readonly CoverageAnswer: {
            /** Format: int32 */
            readonly cases: number;
            readonly elements: readonly components["schemas"]["CoverageElementAnswer"][];
            readonly totals: components["schemas"]["CoverageTotalsAnswer"];
            readonly workflow: string;
        };
        readonly CoverageCountAnswer: {
            /** Format: int32 */
            readonly covered: number;
            /** Format: double */
            readonly percent: number;
            /** Format: int32 */
            readonly total: number;
        };
        readonly CoverageElementAnswer: {
            readonly isCovered: boolean;
            readonly kind: string;
            readonly notRequired: null | string;
            readonly part: components["schemas"]["PartAnswer"];
            readonly place: components["schemas"]["PlaceAnswer"];
            readonly sides: readonly components["schemas"]["CoverageSideAnswer"][];
            readonly text: string;
        };
        readonly CoverageSideAnswer: {
            readonly cases: readonly string[];
            /** Format: int32 */
            readonly count: number;
            readonly name: string;
            readonly wanted: string;
        };
        readonly CoverageTotalsAnswer: {
            readonly bands: components["schemas"]["CoverageCountAnswer"];
            readonly conditions: components["schemas"]["CoverageCountAnswer"];
            readonly rows: components["schemas"]["CoverageCountAnswer"];
            readonly rules: components["schemas"]["CoverageCountAnswer"];
        };
        readonly CreateChange: {
            readonly description?: null | string;
            readonly title: string;
        };
        readonly CreateCohort: {
            readonly asOf?: null | string;
            readonly explain?: null | string;
            readonly name: string;
            /** Format: int32 */
            readonly release?: null | number;
            readonly workflow: string;
        };
        readonly DecideDraft: {
            readonly asOf?: null | string;
            /** Format: int64 */
            readonly change?: null | number;
            readonly documents?: null | {
                readonly [key: string]: null | string;
            };
            readonly explain?: null | string;
            readonly facts: components["schemas"]["JsonElement"];
            readonly workflow: string;
        };
        /** @description What, why, on whose evidence, and what is still missing. `rules` is there for `explain` `rules` and `full`, `explanations` for `full`. */
        readonly Decision: {
            /** Format: date */
            readonly asOf: null | string;
            readonly bundle?: components["schemas"]["BundleReport"];
            /** Format: uuid */
            readonly decisionId: string;
            readonly engineVersion: string;
            /** Format: date-time */
            readonly evaluatedAt: string;
            readonly explanations?: {
                readonly [key: string]: components["schemas"]["Explanation"];
            };
            readonly hash: string;
            readonly missing: readonly {
                readonly fact: string;
                readonly label?: string;
                readonly rules: readonly string[];
                readonly unit?: string;
            }[];
            readonly notices: readonly {
                readonly code: string;
                readonly message: string;
                readonly output?: string;
            }[];
            readonly outputs: {
                readonly [key: string]: unknown;
            };
            readonly pending: readonly {
                readonly missing: readonly string[];
                readonly rule: string;
                readonly text: string;
                readonly title?: string;
                readonly urgency: components["schemas"]["Urgency"];
            }[];
            /** @description What an undecided output may still be. */
            readonly ranges: {
                readonly [key: string]: components["schemas"]["PossibleValues"];
            };
            readonly recommendations: readonly {
                readonly rule: string;
                readonly strength?: components["schemas"]["Strength"];
                readonly text: string;
                readonly title?: string;
                readonly urgency: components["schemas"]["Urgency"];
            }[];
            readonly release: null | number;
            readonly releaseStatus: string;
            readonly rules?: readonly components["schemas"]["RuleResult"][];
            /** @description What the workflow states about its origin, to be shown with its advice; absent when it states nothing. */
            readonly source?: {
                readonly developer?: string;
                readonly intendedUse?: string;
                /** Format: date */
                readonly reviewDue?: string;
                /**
                 * @description There when `asOf` lies after `reviewDue`.
                 * @constant
                 */
                readonly reviewOverdue?: "True";
                readonly title?: string;
            };
            /**
             * @description `complete`: no rule is undetermined. `failed`: a rule could not be calculated.
             * @enum {string}
             */
            readonly status: "complete" | "incomplete" | "failed";
            readonly verdicts: {
                readonly [key: string]: components["schemas"]["Verdict"];
            };
            readonly withheld: readonly {
                readonly by: readonly string[];
                readonly reason: string;
                readonly rule: string;
                readonly text: string;
                readonly title?: string;
                readonly urgency: components["schemas"]["Urgency"];
            }[];
            readonly workflow: string;
        };
        readonly DiagnosticAnswer: {
            readonly code: string;
            /** Format: int32 */
            readonly column: number;
            readonly document: string;
            readonly fix: null | components["schemas"]["FixAnswer"];
            readonly help: null | string;
            /** Format: int32 */
            readonly length: null | number;
            /** Format: int32 */
            readonly line: number;
            readonly message: string;
            readonly pointer: string;
            readonly severity: string;
            /** Format: int32 */
            readonly start: null | number;
        };
        readonly DifferenceAnswer: {
            readonly actual: string;
            readonly expected: string;
            readonly subject: string;
        };
        readonly DocumentAnswer: {
            readonly hash: string;
            readonly name: string;
        };
        readonly DocumentDifferenceAnswer: {
            readonly kind: string;
            readonly name: string;
            readonly of: string;
            readonly parts: readonly components["schemas"]["PartDifferenceAnswer"][];
            readonly title: null | string;
            readonly unreadable: boolean;
            readonly workflow: null | string;
        };
        readonly DraftReplayAnswer: {
            /** Format: int32 */
            readonly failed: number;
            /** Format: int64 */
            readonly milliseconds: number;
            /** Format: int32 */
            readonly passed: number;
            readonly results: readonly components["schemas"]["ReplayedCaseAnswer"][];
            readonly workflows: readonly components["schemas"]["ReplayedWorkflowAnswer"][];
        };
        readonly EquivalentAnswer: {
            readonly after: string;
            readonly before: string;
            readonly operator: string;
            readonly part: components["schemas"]["PartAnswer"];
            readonly place: components["schemas"]["PlaceAnswer"];
            readonly reason: string;
        };
        readonly ErrorCount: {
            readonly code: string;
            /** Format: int64 */
            readonly patients: number;
            readonly title: string;
        };
        readonly Evidence: {
            readonly authors?: string;
            readonly doi?: string;
            readonly locator?: string;
            readonly note?: string;
            readonly publisher?: string;
            readonly source: string;
            /** @description Ids of the statements of the source that the rule encodes; left out when there are none. */
            readonly statements?: readonly string[];
            readonly title?: string;
            readonly url?: string;
            /** @description Somebody compared the content with this source; `note` says how. */
            readonly verified?: boolean;
            readonly year?: number;
        };
        readonly EvidenceAnswer: {
            readonly authors: null | string;
            readonly doi: null | string;
            readonly locator: null | string;
            readonly publisher: null | string;
            readonly source: string;
            readonly statements: readonly string[];
            readonly title: null | string;
            readonly url: null | string;
            readonly verified: null | boolean;
            /** Format: int32 */
            readonly year: null | number;
        };
        readonly ExaminationAnswer: {
            /** Format: int32 */
            readonly against: number;
            /** Format: int32 */
            readonly base: number;
            readonly caseChanges: readonly components["schemas"]["CaseChangeAnswer"][];
            readonly cases: null | components["schemas"]["ReplayAnswer"];
            readonly contentHash: string;
            readonly diagnostics: readonly components["schemas"]["DiagnosticAnswer"][];
            readonly impact: null | components["schemas"]["ImpactAnswer"];
            readonly missingMetadata: readonly components["schemas"]["DiagnosticAnswer"][];
        };
        readonly ExampleAnswer: {
            readonly asOf: null | string;
            readonly facts: components["schemas"]["JsonElement"];
        };
        /** @description The facts, or a FHIR Bundle that says them. */
        readonly ExecuteRequest: {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            /** @description The workflow's inputs by name. Absent and `null` are unknown. */
            readonly facts?: Record<string, never>;
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        /**
         * @description How much of its reasons the decision carries.
         * @default rules
         * @enum {null|string}
         */
        readonly Explain: "none" | "rules" | "full" | null;
        readonly ExplainAnswer: {
            readonly diagnostics: readonly components["schemas"]["ExpressionFindingAnswer"][];
            readonly sentence: null | string;
            readonly structure: null | components["schemas"]["ConditionNode"];
            readonly type: null | string;
            readonly typeInfo: null | components["schemas"]["TypeInfo"];
        };
        /** @description A sub-expression with its place in the text (UTF-16 units), its value, and the facts that it read. */
        readonly Explanation: {
            readonly children: readonly components["schemas"]["Explanation"][];
            readonly error?: string;
            readonly facts: readonly string[];
            /** @enum {string} */
            readonly kind: "literal" | "fact" | "reference" | "not" | "and" | "or" | "comparison" | "pattern" | "arithmetic" | "conditional" | "coalesce" | "call" | "list" | "lambda" | "score" | "band" | "table" | "row" | "cell" | "rule";
            readonly length: number;
            /** @description A boolean, number, text, date as `yyyy-MM-dd`, or list; `null` when undecided. */
            readonly max?: unknown;
            /** @description A boolean, number, text, date as `yyyy-MM-dd`, or list; `null` when undecided. */
            readonly min?: unknown;
            readonly missing: readonly string[];
            readonly start: number;
            /** @enum {string} */
            readonly state: "known" | "unknown" | "range" | "oneOf" | "failed" | "notEvaluated";
            readonly target?: string;
            readonly text: string;
            /** @description A boolean, number, text, date as `yyyy-MM-dd`, or list; `null` when undecided. */
            readonly value?: unknown;
            readonly values?: readonly unknown[];
        };
        readonly ExpressionFindingAnswer: {
            readonly code: string;
            readonly fix: null | components["schemas"]["FixAnswer"];
            readonly help: null | string;
            /** Format: int32 */
            readonly length: number;
            readonly message: string;
            readonly severity: string;
            /** Format: int32 */
            readonly start: number;
        };
        readonly FactChangeAnswer: {
            readonly fact: string;
            readonly from: null | components["schemas"]["JsonNode"];
            readonly kind: string;
            readonly label: null | string;
            readonly others: readonly unknown[];
            readonly through: null | components["schemas"]["JsonNode"];
            readonly to: null | components["schemas"]["JsonNode"];
            readonly unit: null | string;
        };
        /**
         * Long-bone lesion
         * @description Facts about one lesion of a long bone; also the element type of the list of lesions of a patient.
         */
        readonly "Facts.lesion": {
            /** @description Distal to the mid forearm or the mid calf. */
            readonly acral?: boolean | null;
            /** @description Appearance as reported. */
            readonly appearance?: ("blastic" | "mixed" | "lytic") | null;
            /** @description Length of the cortical defect along the axis of the bone. */
            readonly axialCorticalInvolvement?: number | {
                /** @enum {string} */
                readonly unit: "mm";
                readonly value: number;
            } | null;
            /** @description Bone that holds the lesion. */
            readonly bone?: ("humerus" | "radius" | "ulna" | "femur" | "tibia" | "fibula") | null;
            /** @description Imaging shows bone loss in the lesion. */
            readonly boneDestruction?: boolean | null;
            /** @description Imaging shows new bone in the lesion. */
            readonly boneFormation?: boolean | null;
            /** @description Cortex perforated. */
            readonly corticalBreach?: boolean | null;
            /** @description Share of the cortical thickness (diameter) that is involved. */
            readonly corticalPercent?: number | {
                /** @enum {string} */
                readonly unit: "%";
                readonly value: number;
            } | null;
            /** @description Too little bone left to hold an implant. */
            readonly extensiveDestruction?: boolean | null;
            /** @description The bone is broken through the lesion. */
            readonly fractured?: boolean | null;
            /** @description 'functional': pain made worse by use of the limb. */
            readonly pain?: ("none" | "mild" | "moderate" | "functional") | null;
            /** @description Reaches the joint end of the bone. */
            readonly periarticular?: boolean | null;
            /** @description Mirels site class. */
            readonly site?: ("upperLimb" | "lowerLimb" | "peritrochanteric") | null;
        };
        /**
         * Patient
         * @description Facts about the patient as a whole. A fact that is absent or null is unknown; there is no default.
         */
        readonly "Facts.patient": {
            /** @description Uncontrolled systemic or local spinal infection. */
            readonly activeSystemicInfection?: boolean | null;
            /** @description Completed years of age. */
            readonly ageYears?: number | {
                /** @enum {string} */
                readonly unit: "a";
                readonly value: number;
            } | null;
            /** @description Serum albumin. */
            readonly albumin?: number | {
                /** @enum {string} */
                readonly unit: "g/dL" | "g/L";
                readonly value: number;
            } | null;
            /** @description New confusion, stupor or coma. */
            readonly alteredMentalStatus?: boolean | null;
            /** @description Serum creatinine before the first bisphosphonate dose. */
            readonly baselineCreatinine?: number | {
                /** @enum {string} */
                readonly unit: "mg/dL" | "umol/L";
                readonly value: number;
            } | null;
            /** @description Total bilirubin. Check the unit: the plausible range cannot tell mg/dL from umol/L. */
            readonly bilirubinTotal?: number | {
                /** @enum {string} */
                readonly unit: "mg/dL" | "umol/L";
                readonly value: number;
            } | null;
            /** @description Latest tissue result from a suspicious lesion. */
            readonly biopsyResult?: ("notDone" | "metastasis" | "primaryBoneTumor" | "hematologic" | "benign" | "nondiagnostic") | null;
            /** @description Hypercalcaemia persists or recurred in spite of a recent intravenous bisphosphonate. */
            readonly bisphosphonateRefractory?: boolean | null;
            /** @description New retention, incontinence or saddle anaesthesia. */
            readonly bladderBowelDysfunction?: boolean | null;
            /** @description Suspicious bone lesions on all imaging together. */
            readonly boneLesionCount?: number | null;
            /** @description Bone metastasis accepted by histology or unequivocal imaging. */
            readonly boneMetastasisConfirmed?: boolean | null;
            /** @description The index site was operated on for metastasis. */
            readonly boneSurgeryDone?: boolean | null;
            /** @description Takes calcium and vitamin D daily. */
            readonly calciumVitaminDSupplemented?: boolean | null;
            /** @description Prostate cancer that progressed despite at least one hormonal treatment. */
            readonly castrationResistant?: boolean | null;
            /** @description Chest radiograph or chest CT done. */
            readonly chestImagingDone?: boolean | null;
            /** @description Compression of cord or cauda equina accepted at the index site. */
            readonly cordOrCaudaCompression?: boolean | null;
            /** @description Serum creatinine now. */
            readonly creatinine?: number | {
                /** @enum {string} */
                readonly unit: "mg/dL" | "umol/L";
                readonly value: number;
            } | null;
            /** @description Creatinine clearance by Cockcroft-Gault. */
            readonly creatinineClearance?: number | {
                /** @enum {string} */
                readonly unit: "mL/min";
                readonly value: number;
            } | null;
            /** @description CT or MRI of the suspicious site has been done. */
            readonly crossSectionalDone?: boolean | null;
            /** @description C-reactive protein (1 mg/dL = 10 mg/L). Check the unit: the plausible range cannot tell mg/L from mg/dL. */
            readonly crp?: number | {
                /** @enum {string} */
                readonly unit: "mg/L" | "mg/dL";
                readonly value: number;
            } | null;
            /** @description CT of chest, abdomen and pelvis done. */
            readonly ctChestAbdomenPelvisDone?: boolean | null;
            /** @description Bone-targeted agent in use, or last one given for hypercalcaemia. */
            readonly currentBoneAgent?: ("none" | "zoledronicAcid" | "pamidronate" | "denosumab") | null;
            /** @description Days since the last zoledronic acid infusion. */
            readonly daysSinceLastZoledronicDose?: number | {
                /** @enum {string} */
                readonly unit: "d";
                readonly value: number;
            } | null;
            /** @description Clinically significant hypersensitivity to denosumab. */
            readonly denosumabHypersensitivity?: boolean | null;
            /** @description Oral examination with preventive dentistry finished. */
            readonly dentalAssessmentDone?: boolean | null;
            /** @description ECOG performance status. */
            readonly ecog?: number | {
                /** @enum {string} */
                readonly unit: "{score}";
                readonly value: number;
            } | null;
            /** @description Survival estimate accepted by the team. */
            readonly estimatedSurvivalMonths?: number | {
                /** @enum {string} */
                readonly unit: "mo";
                readonly value: number;
            } | null;
            /** @description A lesion outside bone can be sampled instead. */
            readonly extraskeletalBiopsySite?: boolean | null;
            /** @description Fit for the operation and anaesthesia in question. */
            readonly fitForSurgery?: boolean | null;
            /** @description Pathological fracture, or imminent fracture, at the index site. */
            readonly fractureOrImpendingAtSite?: boolean | null;
            /** @description New difficulty walking. */
            readonly gaitDisturbance?: boolean | null;
            /** @description Known heart failure. */
            readonly heartFailure?: boolean | null;
            /** @description Breast or prostate cancer that still responds to hormonal treatment. */
            readonly hormoneDependent?: boolean | null;
            /** @description Thirst, polyuria, vomiting, constipation, weakness or similar, ascribed to calcium. */
            readonly hypercalcemiaSymptoms?: boolean | null;
            /** @description Appearance is not typical of metastasis. */
            readonly imagingAtypical?: boolean | null;
            /** @description Imaging as a whole allows a confident diagnosis. */
            readonly imagingConclusive?: boolean | null;
            /** @description Any imaging study raised the question of bone metastasis. */
            readonly imagingSuggestsMetastasis?: boolean | null;
            /** @description International normalized ratio. */
            readonly inr?: number | {
                /** @enum {string} */
                readonly unit: "{INR}" | "1";
                readonly value: number;
            } | null;
            /** @description Extraction, implant or jaw surgery pending or unhealed. */
            readonly invasiveDentalWorkPlanned?: boolean | null;
            /** @description Ionized calcium. */
            readonly ionizedCalcium?: number | {
                /** @enum {string} */
                readonly unit: "mmol/L" | "mg/dL" | "meq/L";
                readonly value: number;
            } | null;
            /** @description A malignancy has been diagnosed, now or earlier. */
            readonly knownCancer?: boolean | null;
            /** @description Lactate dehydrogenase. */
            readonly ldh?: number | {
                /** @enum {string} */
                readonly unit: "U/L";
                readonly value: number;
            } | null;
            /** @description All long-bone lesions, each with the facts of 'lesion'; when given the list counts as complete. */
            readonly lesions?: readonly components["schemas"]["Facts.lesion"][] | null;
            /** @description New weakness of arms or legs. */
            readonly limbWeakness?: boolean | null;
            /** @description Mammography done in this work-up. */
            readonly mammographyDone?: boolean | null;
            /** @description Spinal pain on standing, sitting up or moving. */
            readonly mechanicalSpinalPain?: boolean | null;
            /** @description Lung cancer that is being treated with a molecularly targeted drug. */
            readonly molecularTargetedTherapy?: boolean | null;
            /** @description Time from removal of the primary tumour to the first bone metastasis. */
            readonly monthsFromPrimaryToMetastasis?: number | {
                /** @enum {string} */
                readonly unit: "mo";
                readonly value: number;
            } | null;
            /** @description MRI is not possible or not safe. */
            readonly mriContraindicated?: boolean | null;
            /** @description Report states two or more osteolytic lesions. */
            readonly multipleLyticLesions?: boolean | null;
            /** @description Serum protein electrophoresis/immunofixation and free light chains done. */
            readonly myelomaScreenDone?: boolean | null;
            /** @description Pain with neuropathic features from the index site. */
            readonly neuropathicPain?: boolean | null;
            /** @description The primary cancer was diagnosed during the present episode (staging not finished). */
            readonly newlyDiagnosedCancer?: boolean | null;
            /** @description Spinal pain at night that prevents sleep. */
            readonly nocturnalSpinalPain?: boolean | null;
            /** @description High-dose dexamethasone already started. */
            readonly onDexamethasone?: boolean | null;
            /** @description Osteonecrosis of the jaw, suspected or proven. */
            readonly osteonecrosisOfJaw?: boolean | null;
            /** @description The index site hurts and the pain is ascribed to the metastasis. */
            readonly painfulBoneMetastasis?: boolean | null;
            /** @description Number of separate skeletal sites that hurt. */
            readonly painfulSites?: number | null;
            /** @description Spinal pain on coughing, sneezing or straining. */
            readonly painOnStraining?: boolean | null;
            /** @description Worst bone pain in the last 24 h, 0-10. */
            readonly painScore?: number | {
                /** @enum {string} */
                readonly unit: "{score}";
                readonly value: number;
            } | null;
            /** @description Hours since leg movement was lost. */
            readonly paraplegiaHours?: number | {
                /** @enum {string} */
                readonly unit: "h";
                readonly value: number;
            } | null;
            /** @description No useful leg movement. */
            readonly paraplegic?: boolean | null;
            /** @description Whole-body PET-CT can be had in useful time. */
            readonly petCtAvailable?: boolean | null;
            /** @description Platelet count. */
            readonly platelets?: number | {
                /** @enum {string} */
                readonly unit: "10*3/uL" | "10*9/L" | "/uL";
                readonly value: number;
            } | null;
            /** @description Pregnancy confirmed now. */
            readonly pregnant?: boolean | null;
            /** @description Cytotoxic chemotherapy given before this assessment. */
            readonly previousChemotherapy?: boolean | null;
            /** @description History and examination aimed at breast, prostate and thyroid. */
            readonly primaryClinicalExamDone?: boolean | null;
            /** @description The site of the primary tumour is identified. */
            readonly primaryKnown?: boolean | null;
            /** @description The primary tumour was removed completely. */
            readonly primaryResected?: boolean | null;
            /** @description Site or type of the primary tumour. 'unknownPrimary' = carcinoma whose source stayed unknown after a complete work-up; leave the fact missing while the search is still open. */
            readonly primaryTumor?: ("breast" | "prostate" | "lung" | "kidney" | "thyroid" | "myeloma" | "lymphoma" | "leukemia" | "colorectal" | "gastric" | "esophageal" | "pancreatic" | "hepatocellular" | "gallbladder" | "headAndNeck" | "urothelial" | "melanoma" | "cervical" | "endometrial" | "ovarian" | "sarcoma" | "germCell" | "neuroendocrine" | "unknownPrimary" | "other") | null;
            /** @description Clinical and radiographic search for the primary tumour is finished. */
            readonly primaryWorkupComplete?: boolean | null;
            /** @description The index site was irradiated before. */
            readonly priorRadiotherapySameSite?: boolean | null;
            /** @description Severe, unremitting or steadily worsening spinal pain. */
            readonly progressiveSpinalPain?: boolean | null;
            /** @description Serum prostate-specific antigen. */
            readonly psa?: number | {
                /** @enum {string} */
                readonly unit: "ng/mL" | "ug/L";
                readonly value: number;
            } | null;
            /** @description PSA measured in this work-up. */
            readonly psaMeasured?: boolean | null;
            /** @description Band-like or nerve-root pain. */
            readonly radicularPain?: boolean | null;
            /** @description Plain film of the painful site. */
            readonly radiographResult?: ("notDone" | "normal" | "suspicious" | "indeterminate") | null;
            /** @description Site proposed for radiotherapy. */
            readonly radiotherapySite?: ("spine" | "nonSpine") | null;
            /** @description New numbness, paraesthesia or sensory level. */
            readonly sensoryLoss?: boolean | null;
            /** @description Sex used for anatomy-related tests (breast, prostate). */
            readonly sex?: ("female" | "male" | "other") | null;
            /** @description At least one accepted metastasis in a vertebra. */
            readonly spinalMetastasisConfirmed?: boolean | null;
            /** @description Localized spinal tenderness. */
            readonly spinalTenderness?: boolean | null;
            /** @description Serious objection to high-dose dexamethasone (e.g. perforation, uncontrolled infection, lymphoma suspected and tissue still awaited). */
            readonly steroidContraindicated?: boolean | null;
            /** @description Total serum calcium, uncorrected. */
            readonly totalCalcium?: number | {
                /** @enum {string} */
                readonly unit: "mg/dL" | "mmol/L" | "meq/L";
                readonly value: number;
            } | null;
            /** @description Bone pain without another sufficient explanation. */
            readonly unexplainedBonePain?: boolean | null;
            /** @description 'nodular': solid-organ or brain deposit; 'disseminated': pleural, peritoneal or leptomeningeal spread. */
            readonly visceralMetastasis?: ("none" | "nodular" | "disseminated") | null;
            /** @description Serum 25-hydroxyvitamin D. Check the unit: the plausible range cannot tell ng/mL from nmol/L. */
            readonly vitaminD25?: number | {
                /** @enum {string} */
                readonly unit: "ng/mL" | "nmol/L" | "ug/L";
                readonly value: number;
            } | null;
            /** @description Weeks since the end of radiotherapy at the index site. */
            readonly weeksSinceRadiotherapy?: number | {
                /** @enum {string} */
                readonly unit: "wk";
                readonly value: number;
            } | null;
            /** @description Whole-body bone scintigraphy or PET-CT. */
            readonly wholeBodyScanResult?: ("notDone" | "negative" | "positive") | null;
            /** @description MRI of the whole spine done for this episode. */
            readonly wholeSpineMriDone?: boolean | null;
            /** @description Hypersensitivity to zoledronic acid or its excipients. */
            readonly zoledronicHypersensitivity?: boolean | null;
        };
        /**
         * Spinal level
         * @description Facts about one level of the spine.
         */
        readonly "Facts.spine": {
            /** @description Radiographic alignment; 'deNovoDeformity' = new kyphosis or scoliosis. */
            readonly alignment?: ("normal" | "deNovoDeformity" | "subluxation") | null;
            /** @description Bone lesion quality. */
            readonly appearance?: ("blastic" | "mixed" | "lytic") | null;
            /** @description Share of the vertebral body replaced by tumour. */
            readonly bodyInvolvedPercent?: number | {
                /** @enum {string} */
                readonly unit: "%";
                readonly value: number;
            } | null;
            /** @description Loss of vertebral body height; 0 = no collapse. */
            readonly collapsePercent?: number | {
                /** @enum {string} */
                readonly unit: "%";
                readonly value: number;
            } | null;
            /** @description Soft-tissue tumour in the epidural space. */
            readonly epiduralExtension?: boolean | null;
            /** @description Epidural spinal cord compression grade (Bilsky), axial T2 MRI. */
            readonly esccGrade?: ("grade0" | "grade1a" | "grade1b" | "grade1c" | "grade2" | "grade3") | null;
            /** @description Vertebral level ('occiput' = occipitocervical junction). */
            readonly level?: ("occiput" | "c1" | "c2" | "c3" | "c4" | "c5" | "c6" | "c7" | "t1" | "t2" | "t3" | "t4" | "t5" | "t6" | "t7" | "t8" | "t9" | "t10" | "t11" | "t12" | "l1" | "l2" | "l3" | "l4" | "l5" | "s1" | "s2" | "s3" | "s4" | "s5") | null;
            /** @description 'mechanical': better lying down and/or provoked by movement or loading. */
            readonly pain?: ("none" | "nonMechanical" | "mechanical") | null;
            /** @description Painful compression fracture of this vertebra. */
            readonly painfulCompressionFracture?: boolean | null;
            /** @description Posterior vertebral wall perforated. */
            readonly posteriorWallBreach?: boolean | null;
            /** @description Involvement of facet, pedicle or costovertebral joint. */
            readonly posterolateral?: ("none" | "unilateral" | "bilateral") | null;
            /** @description Radiotherapy of this level is planned. */
            readonly radiotherapyPlanned?: boolean | null;
            /** @description One compressed area: one level or adjoining levels. */
            readonly singleArea?: boolean | null;
        };
        readonly FactTerm: {
            readonly description: null | string;
            readonly group: null | string;
            readonly isList: boolean;
            readonly isRead: boolean;
            readonly label: null | string;
            readonly path: string;
            readonly type: string;
            readonly units: readonly string[];
            readonly words: readonly string[];
        };
        readonly FailedCaseAnswer: {
            readonly differences: readonly components["schemas"]["DifferenceAnswer"][];
            readonly id: string;
            readonly title: null | string;
            readonly workflow: string;
        };
        readonly FeedbackAnswer: {
            /** Format: int32 */
            readonly accepted: number;
            readonly comments: readonly components["schemas"]["FeedbackCommentAnswer"][];
            readonly counts: readonly components["schemas"]["FeedbackCountAnswer"][];
            /** Format: int32 */
            readonly overridden: number;
            /** Format: int32 */
            readonly unknown: number;
        };
        readonly FeedbackCommentAnswer: {
            /** Format: date-time */
            readonly at: string;
            readonly outcome: string;
            readonly reason: null | components["schemas"]["OverrideReasonAnswer"];
            /** Format: int32 */
            readonly release: null | number;
            readonly rule: null | string;
            readonly service: string;
            readonly text: string;
        };
        readonly FeedbackCountAnswer: {
            /** Format: int32 */
            readonly comments: number;
            /** Format: int32 */
            readonly count: number;
            readonly kind: null | string;
            readonly known: boolean;
            readonly outcome: string;
            readonly reason: null | components["schemas"]["OverrideReasonAnswer"];
            /** Format: int32 */
            readonly release: null | number;
            readonly rule: null | string;
            readonly service: string;
        };
        readonly FieldDifferenceAnswer: {
            readonly after: null | string;
            readonly afterSentence: null | string;
            readonly before: null | string;
            readonly beforeSentence: null | string;
            readonly isExpression: boolean;
            readonly label: string;
            readonly name: string;
        };
        readonly FindingAnswer: {
            readonly diagnostic: components["schemas"]["DiagnosticAnswer"];
            readonly example: null | components["schemas"]["ExampleAnswer"];
            readonly workflow: string;
        };
        readonly FixAnswer: {
            readonly insert: string;
            /** Format: int32 */
            readonly length: number;
            /** Format: int32 */
            readonly start: number;
            readonly title: string;
        };
        readonly HealthAnswer: {
            readonly hash: null | string;
            /** Format: int32 */
            readonly release: null | number;
            readonly status: string;
        };
        readonly HoverAnswer: {
            readonly call: null | components["schemas"]["CallAnswer"];
            readonly name: null | components["schemas"]["NameAnswer"];
        };
        /** @description What Hypercalcemia reads. An absent fact is unknown. */
        readonly "Hypercalcemia.Request": {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            readonly facts?: {
                readonly patient?: components["schemas"]["Facts.patient"];
            };
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        /** @description What ImagingSelection reads. An absent fact is unknown. */
        readonly "ImagingSelection.Request": {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            readonly facts?: {
                readonly patient?: components["schemas"]["Facts.patient"];
            };
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        readonly ImpactAnswer: {
            /** Format: int32 */
            readonly affected: number;
            readonly groups: readonly components["schemas"]["ImpactGroupAnswer"][];
            /** Format: int32 */
            readonly tried: number;
        };
        readonly ImpactGroupAnswer: {
            /** Format: int32 */
            readonly count: number;
            readonly kind: string;
            readonly patients: readonly components["schemas"]["ImpactPatientAnswer"][];
            readonly subject: string;
            readonly workflow: string;
        };
        readonly ImpactPatientAnswer: {
            readonly after: null | string;
            readonly before: null | string;
            readonly origin: string;
        };
        readonly InputAnswer: {
            readonly name: string;
            readonly schema: string;
        };
        readonly InvitationAnswer: {
            /** Format: date-time */
            readonly expires: string;
            readonly name: null | string;
            readonly path: string;
            readonly secret: string;
        };
        readonly InviteUser: {
            readonly displayName?: null | string;
            readonly name: string;
            readonly roles: readonly string[];
        };
        readonly JsonElement: unknown;
        readonly JsonNode: unknown;
        readonly KeyAnswer: {
            /** Format: date-time */
            readonly createdAt: string;
            readonly createdBy: string;
            /** Format: date-time */
            readonly expires: string;
            readonly id: string;
            /** Format: date-time */
            readonly lastUsed: null | string;
            readonly name: string;
            readonly revokedBy: null | string;
            readonly scopes: readonly string[];
            readonly workflows: readonly string[];
        };
        /** @description What LesionPresumption reads. An absent fact is unknown. */
        readonly "LesionPresumption.Request": {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            readonly facts?: {
                readonly patient?: components["schemas"]["Facts.patient"];
            };
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        readonly LibraryAnswer: {
            readonly diagnostics: readonly components["schemas"]["DiagnosticAnswer"][];
            readonly library: components["schemas"]["LibrarySummary"];
            readonly workflows: readonly components["schemas"]["WorkflowSummary"][];
        };
        readonly LibrarySummary: {
            readonly hash: string;
            /** Format: date-time */
            readonly loadedAt: string;
            /** Format: int32 */
            readonly release: null | number;
            readonly releaseStatus: string;
            readonly status: string;
        };
        readonly MakeKey: {
            /** Format: int32 */
            readonly days: number;
            readonly name: string;
            readonly scopes: readonly string[];
            readonly workflows?: null | readonly string[];
        };
        readonly MappedColumn: {
            readonly column: string;
            readonly date?: null | string;
            readonly fact: string;
            readonly none?: null | string;
            readonly separator?: null | string;
            readonly unit?: null | string;
            readonly values?: null | {
                readonly [key: string]: null | string;
            };
        };
        readonly MappingProblem: {
            readonly code: string;
            readonly help: null | string;
            readonly message: string;
            readonly pointer: string;
        };
        /** @description What MirelsFractureRisk reads. An absent fact is unknown. */
        readonly "MirelsFractureRisk.Request": {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            readonly facts?: {
                readonly lesion?: components["schemas"]["Facts.lesion"];
            };
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        readonly MissingCount: {
            readonly fact: string;
            readonly label: null | string;
            /** Format: int64 */
            readonly patients: number;
            readonly unit: null | string;
        };
        readonly MutatedPartAnswer: {
            readonly part: components["schemas"]["PartAnswer"];
            readonly score: components["schemas"]["MutationScoreAnswer"];
        };
        readonly MutationAnswer: {
            readonly equivalents: readonly components["schemas"]["EquivalentAnswer"][];
            readonly parts: readonly components["schemas"]["MutatedPartAnswer"][];
            readonly score: components["schemas"]["MutationScoreAnswer"];
            readonly survivors: readonly components["schemas"]["SurvivorAnswer"][];
            readonly workflow: string;
        };
        readonly MutationScoreAnswer: {
            /** Format: int32 */
            readonly equivalent: number;
            /** Format: int32 */
            readonly invalid: number;
            /** Format: int32 */
            readonly killed: number;
            /** Format: double */
            readonly percent: number;
            /** Format: int32 */
            readonly survived: number;
        };
        readonly NameAnswer: {
            readonly description: null | string;
            readonly detail: null | string;
            readonly expression: null | string;
            readonly kind: string;
            /** Format: int32 */
            readonly length: number;
            /** Format: int32 */
            readonly start: number;
            readonly title: string;
        };
        readonly NewKeyAnswer: {
            readonly key: components["schemas"]["KeyAnswer"];
            readonly secret: string;
        };
        readonly NumberClass: {
            /** Format: int64 */
            readonly count: number;
            /** Format: double */
            readonly from: number;
            /** Format: double */
            readonly to: number;
        };
        readonly NumberCounts: {
            readonly classes: readonly components["schemas"]["NumberClass"][];
            readonly isRounded: boolean;
            /** Format: double */
            readonly least: number;
            /** Format: double */
            readonly mean: number;
            /** Format: double */
            readonly median: number;
            /** Format: double */
            readonly most: number;
        };
        readonly OpenQuestionAnswer: {
            readonly subject: string;
            readonly why: string;
            readonly workflow: string;
        };
        readonly OutlineAnswer: {
            readonly diagnostics: readonly components["schemas"]["DiagnosticAnswer"][];
            readonly facts: readonly string[];
            readonly folder: string;
            readonly inputs: readonly components["schemas"]["InputAnswer"][];
            readonly params: readonly components["schemas"]["OutlineParamAnswer"][];
            readonly rules: readonly components["schemas"]["OutlineRuleAnswer"][];
            readonly scores: readonly components["schemas"]["OutlineScoreAnswer"][];
            readonly tables: readonly components["schemas"]["OutlineTableAnswer"][];
            readonly title: null | string;
            readonly usedBy: readonly string[];
            readonly uses: readonly components["schemas"]["OutlineUseAnswer"][];
            readonly workflow: string;
        };
        readonly OutlineBandAnswer: {
            readonly pointer: string;
            readonly sentence: null | string;
        };
        readonly OutlineColumnAnswer: {
            readonly label: null | string;
            readonly typeInfo: null | components["schemas"]["TypeInfo"];
        };
        readonly OutlineOverlapAnswer: {
            readonly example: string;
            /** Format: int32 */
            readonly first: number;
            /** Format: int32 */
            readonly second: number;
        };
        readonly OutlineParamAnswer: {
            readonly name: string;
            readonly pointer: string;
            readonly sentence: null | string;
            readonly type: null | string;
            readonly typeInfo: null | components["schemas"]["TypeInfo"];
        };
        readonly OutlineRowAnswer: {
            readonly cells: readonly (null | string)[];
            readonly condition: null | string;
            readonly pointer: string;
        };
        readonly OutlineRuleAnswer: {
            readonly facts: readonly string[];
            readonly hasErrors: boolean;
            readonly name: string;
            readonly pointer: string;
            readonly sentence: null | string;
            readonly title: null | string;
            readonly usedBy: readonly string[];
            readonly uses: readonly string[];
        };
        readonly OutlineScoreAnswer: {
            readonly items: readonly components["schemas"]["OutlineScoreItemAnswer"][];
            /** Format: double */
            readonly max: number;
            /** Format: double */
            readonly min: number;
            readonly name: string;
            readonly pointer: string;
            readonly title: null | string;
        };
        readonly OutlineScoreItemAnswer: {
            readonly bands: readonly components["schemas"]["OutlineBandAnswer"][];
            readonly complete: null | boolean;
            readonly gap: null | string;
            readonly label: null | string;
            readonly name: string;
            readonly overlaps: readonly components["schemas"]["OutlineOverlapAnswer"][];
            readonly pointer: string;
            readonly typeInfo: null | components["schemas"]["TypeInfo"];
        };
        readonly OutlineTableAnswer: {
            readonly columns: readonly components["schemas"]["OutlineColumnAnswer"][];
            readonly complete: null | boolean;
            readonly disjoint: null | boolean;
            readonly gap: null | string;
            readonly gapCells: null | readonly (null | string)[];
            readonly hitPolicy: string;
            readonly name: string;
            readonly overlaps: readonly components["schemas"]["OutlineOverlapAnswer"][];
            readonly pointer: string;
            readonly rows: readonly components["schemas"]["OutlineRowAnswer"][];
        };
        readonly OutlineUseAnswer: {
            readonly include: boolean;
            readonly title: null | string;
            readonly workflow: string;
        };
        readonly OutlineWorkflow: {
            /** Format: int64 */
            readonly change?: null | number;
            readonly documents?: null | {
                readonly [key: string]: null | string;
            };
            readonly workflow: string;
        };
        readonly OutputCounts: {
            /** Format: int64 */
            readonly known: number;
            readonly name: string;
            readonly numbers: null | components["schemas"]["NumberCounts"];
            /** Format: int64 */
            readonly otherValues: number;
            /** Format: int64 */
            readonly unknown: number;
            readonly values: readonly components["schemas"]["ValueCount"][];
        };
        readonly OutputTerm: {
            readonly name: string;
            readonly unit: null | string;
        };
        readonly OverrideReasonAnswer: {
            readonly code: string;
            readonly display: null | string;
            readonly system: string;
        };
        readonly ParamAnswer: {
            readonly expression: string;
            readonly name: string;
            readonly type: null | string;
            readonly unit: null | string;
        };
        readonly PartAnswer: {
            readonly kind: string;
            readonly name: string;
        };
        readonly PartDifferenceAnswer: {
            readonly fields: readonly components["schemas"]["FieldDifferenceAnswer"][];
            readonly kind: string;
            readonly name: string;
            readonly of: string;
            readonly pointer: string;
            readonly title: null | string;
        };
        readonly PlaceAnswer: {
            /** Format: int32 */
            readonly column: number;
            readonly document: string;
            /** Format: int32 */
            readonly length: null | number;
            /** Format: int32 */
            readonly line: number;
            readonly pointer: string;
            /** Format: int32 */
            readonly start: null | number;
        };
        /** @description From `min` to `max`, or one of `values`. */
        readonly PossibleValues: {
            /** @description A boolean, number, text, date as `yyyy-MM-dd`, or list; `null` when undecided. */
            readonly max?: unknown;
            /** @description A boolean, number, text, date as `yyyy-MM-dd`, or list; `null` when undecided. */
            readonly min?: unknown;
            readonly values?: readonly unknown[];
        };
        readonly PreviewCohort: {
            /** Format: int32 */
            readonly lines?: null | number;
            readonly mapping?: null | components["schemas"]["CohortMapping"];
        };
        /** @description What PrimaryTumorWorkup reads. An absent fact is unknown. */
        readonly "PrimaryTumorWorkup.Request": {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            readonly facts?: {
                readonly patient?: components["schemas"]["Facts.patient"];
            };
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        /** @description A refusal (RFC 9457). */
        readonly Problem: {
            readonly detail?: string;
            readonly errors?: readonly components["schemas"]["ProblemError"][];
            /** @description The same as the header `X-Request-Id`. */
            readonly requestId: string;
            readonly status: number;
            readonly title: string;
            readonly traceId: string;
            /** Format: uri-reference */
            readonly type: string;
        };
        readonly ProblemError: {
            readonly code: string;
            readonly column?: number;
            readonly document?: string;
            readonly help?: string;
            readonly line?: number;
            readonly message: string;
            /**
             * Format: json-pointer
             * @description The place in the body, or in `document`.
             */
            readonly pointer: string;
        };
        readonly ProofsAnswer: {
            /** Format: int32 */
            readonly base: number;
            readonly contentHash: string;
            readonly impact: null | components["schemas"]["ImpactAnswer"];
            readonly solver: null | string;
            readonly workflows: readonly components["schemas"]["ComparedWorkflowAnswer"][];
        };
        readonly QuestionAnswer: {
            readonly always: readonly string[];
            readonly answers: readonly components["schemas"]["TriedAnswer"][];
            /** Format: double */
            readonly decides: number;
            readonly fact: string;
            readonly kind: null | string;
            readonly label: null | string;
            readonly unit: null | string;
            readonly urgency: null | string;
            readonly waiting: readonly string[];
        };
        readonly QuestionsAnswer: {
            readonly asOf: null | string;
            readonly hash: string;
            readonly questions: readonly components["schemas"]["QuestionAnswer"][];
            readonly reading: null | components["schemas"]["BundleReport"];
            /** Format: int32 */
            readonly release: null | number;
            readonly workflow: string;
        };
        /** @description What RadiographicClassification reads. An absent fact is unknown. */
        readonly "RadiographicClassification.Request": {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            readonly facts?: {
                readonly lesion?: components["schemas"]["Facts.lesion"];
                readonly patient?: components["schemas"]["Facts.patient"];
            };
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        /** @description What Radiotherapy reads. An absent fact is unknown. */
        readonly "Radiotherapy.Request": {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            readonly facts?: {
                readonly patient?: components["schemas"]["Facts.patient"];
            };
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        readonly ReadBundle: {
            readonly asOf?: null | string;
            readonly bundle: components["schemas"]["JsonElement"];
            readonly patient?: null | string;
        };
        readonly Reason: {
            readonly text: string;
        };
        readonly ReasonAnswer: {
            readonly parts: readonly components["schemas"]["ReasonAnswer"][];
            readonly readings: string;
            readonly state: string;
            readonly text: string;
            readonly word: string;
        };
        readonly RebaseChange: {
            readonly resolutions?: null | {
                readonly [key: string]: null | string;
            };
        };
        readonly RecommendationAnswer: {
            readonly strength: null | string;
            readonly text: string;
            readonly urgency: string;
        };
        readonly RecordedDecisionAnswer: {
            readonly asOf: string;
            /** Format: date-time */
            readonly at: string;
            readonly bundle: null | components["schemas"]["JsonElement"];
            readonly decision: components["schemas"]["JsonElement"];
            readonly decisionHash: string;
            readonly engineVersion: string;
            /** Format: date-time */
            readonly expires: string;
            readonly explain: string;
            readonly facts: null | components["schemas"]["JsonElement"];
            readonly factsHash: string;
            readonly hash: string;
            readonly id: string;
            readonly key: null | string;
            /** Format: int32 */
            readonly release: number;
            readonly workflow: string;
        };
        readonly ReferToFile: {
            readonly file: string;
            readonly separator?: null | string;
        };
        readonly RejectedAnswer: {
            readonly date: null | string;
            readonly fact: null | string;
            readonly kind: string;
            /** Format: int32 */
            readonly more: number;
            readonly reason: string;
            readonly resource: string;
            readonly value: null | string;
        };
        /** @description Which release decides: its number, or `latest`. A served folder has only the latest content. */
        readonly Release: null | number | string;
        readonly ReleaseAnswer: {
            /** Format: date-time */
            readonly approvedAt: null | string;
            readonly approvedBy: null | string;
            /** Format: int64 */
            readonly change: null | number;
            readonly kind: string;
            readonly live: boolean;
            readonly manifestHash: string;
            readonly note: string;
            /** Format: int32 */
            readonly number: number;
            /** Format: date-time */
            readonly publishedAt: string;
            readonly publishedBy: string;
            /** Format: int32 */
            readonly restores: null | number;
            readonly status: string;
        };
        readonly ReplayAnswer: {
            readonly failed: readonly components["schemas"]["FailedCaseAnswer"][];
            /** Format: int32 */
            readonly passed: number;
        };
        readonly ReplayDecision: {
            readonly bundle?: unknown;
            readonly facts?: unknown;
            readonly patient?: null | string;
        };
        readonly ReplayDifferenceAnswer: {
            readonly now: null | string;
            readonly pointer: string;
            readonly recorded: null | string;
        };
        readonly ReplayDraft: {
            /** Format: int64 */
            readonly change?: null | number;
            readonly documents?: null | {
                readonly [key: string]: null | string;
            };
            readonly workflows?: null | readonly string[];
        };
        readonly ReplayedCaseAnswer: {
            readonly differences: readonly components["schemas"]["DifferenceAnswer"][];
            readonly expect: null | components["schemas"]["JsonElement"];
            readonly id: string;
            readonly passed: boolean;
            readonly status: null | string;
            readonly workflow: string;
        };
        readonly ReplayedDecisionAnswer: {
            readonly decision: null | components["schemas"]["JsonElement"];
            readonly decisionHash: null | string;
            readonly differences: readonly components["schemas"]["ReplayDifferenceAnswer"][];
            readonly identical: boolean;
            readonly reasons: readonly string[];
            readonly recordedHash: string;
        };
        readonly ReplayedWorkflowAnswer: {
            /** Format: int32 */
            readonly failed: number;
            readonly hasErrors: boolean;
            /** Format: int32 */
            readonly passed: number;
            readonly workflow: string;
        };
        readonly Retire: {
            /** @default false */
            readonly evenIfUnknown: boolean;
            readonly reason: string;
            readonly rule?: null | string;
            readonly workflow: string;
        };
        readonly RetirementAnswer: {
            /** Format: date-time */
            readonly at: string;
            readonly by: string;
            /** Format: int64 */
            readonly id: number;
            readonly reason: string;
            readonly rule: null | string;
            readonly workflow: string;
        };
        readonly ReviewAnswer: {
            /** Format: date-time */
            readonly at: string;
            readonly comment: string;
            readonly contentHash: string;
            /** Format: int64 */
            readonly id: number;
            readonly reviewer: string;
            readonly verdict: string;
        };
        readonly ReviewChange: {
            readonly comment?: null | string;
            readonly contentHash: string;
            readonly verdict: string;
        };
        readonly RowAnswer: {
            readonly condition: null | string;
            readonly otherwise: boolean;
            readonly then: readonly string[];
            readonly when: readonly string[];
        };
        readonly RuleAnswer: {
            readonly evidence: readonly components["schemas"]["EvidenceAnswer"][];
            readonly expression: string;
            readonly name: string;
            readonly recommendation: null | components["schemas"]["RecommendationAnswer"];
            readonly strength: null | string;
            readonly title: null | string;
            readonly urgency: null | string;
            readonly whenUndetermined: null | string;
        };
        readonly RuleCounts: {
            /** Format: int64 */
            readonly failed: number;
            /** Format: int64 */
            readonly met: number;
            readonly name: string;
            /** Format: int64 */
            readonly notMet: number;
            /** Format: int64 */
            readonly pending: number;
            /** Format: int64 */
            readonly recommended: number;
            /** Format: int64 */
            readonly undetermined: number;
            /** Format: int64 */
            readonly withheld: number;
        };
        readonly RuleResult: {
            readonly error?: {
                readonly code: string;
                readonly message: string;
            };
            readonly event?: string;
            readonly evidence: readonly components["schemas"]["Evidence"][];
            readonly explanation?: components["schemas"]["Explanation"];
            readonly message?: string;
            readonly missing: readonly string[];
            readonly name: string;
            /** @description A boolean, number, text, date as `yyyy-MM-dd`, or list; `null` when undecided. */
            readonly output?: unknown;
            readonly recommendation?: {
                readonly strength?: components["schemas"]["Strength"];
                readonly text: string;
                readonly urgency: components["schemas"]["Urgency"];
            };
            readonly title?: string;
            readonly verdict: components["schemas"]["Verdict"];
        };
        readonly RuleTerm: {
            readonly name: string;
            readonly title: null | string;
        };
        readonly ScoreAnswer: {
            readonly items: readonly components["schemas"]["ScoreItemAnswer"][];
            /** Format: double */
            readonly max: number;
            /** Format: double */
            readonly min: number;
            readonly name: string;
        };
        readonly ScoreItemAnswer: {
            readonly bands: readonly components["schemas"]["BandAnswer"][];
            readonly input: null | string;
            readonly name: string;
        };
        readonly SessionAnswer: {
            readonly antiforgery: null | string;
            readonly displayName: null | string;
            readonly hasStore: boolean;
            readonly name: null | string;
            readonly needsAdministrator: boolean;
            readonly roles: readonly string[];
        };
        readonly SignIn: {
            readonly name: string;
            readonly password: string;
        };
        /** @description What SpinalCordCompression reads. An absent fact is unknown. */
        readonly "SpinalCordCompression.Request": {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            readonly facts?: {
                readonly patient?: components["schemas"]["Facts.patient"];
                readonly spine?: components["schemas"]["Facts.spine"];
            };
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        /** @description What SpinalInstability reads. An absent fact is unknown. */
        readonly "SpinalInstability.Request": {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            readonly facts?: {
                readonly spine?: components["schemas"]["Facts.spine"];
            };
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        readonly StatusCounts: {
            /** Format: int64 */
            readonly complete: number;
            /** Format: int64 */
            readonly failed: number;
            /** Format: int64 */
            readonly incomplete: number;
        };
        /** @enum {string} */
        readonly Strength: "strong" | "conditional" | "consensus";
        readonly SuggestedCaseAnswer: {
            readonly id: string;
            readonly text: string;
            readonly title: string;
            readonly workflow: string;
        };
        /** @description What SurgeryAndCementation reads. An absent fact is unknown. */
        readonly "SurgeryAndCementation.Request": {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            readonly facts?: {
                readonly lesion?: components["schemas"]["Facts.lesion"];
                readonly patient?: components["schemas"]["Facts.patient"];
                readonly spine?: components["schemas"]["Facts.spine"];
            };
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        /** @description What SurvivalEstimate reads. An absent fact is unknown. */
        readonly "SurvivalEstimate.Request": {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            readonly facts?: {
                readonly patient?: components["schemas"]["Facts.patient"];
            };
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        readonly SurvivorAnswer: {
            readonly after: string;
            readonly before: string;
            readonly operator: string;
            readonly part: components["schemas"]["PartAnswer"];
            readonly place: components["schemas"]["PlaceAnswer"];
            readonly suggestion: null | components["schemas"]["SuggestedCaseAnswer"];
        };
        /** @description What SuspectedBoneMetastasis reads. An absent fact is unknown. */
        readonly "SuspectedBoneMetastasis.Request": {
            readonly asOf?: components["schemas"]["AsOf"];
            readonly bundle?: components["schemas"]["Bundle"];
            readonly explain?: components["schemas"]["Explain"];
            readonly facts?: {
                readonly patient?: components["schemas"]["Facts.patient"];
            };
            readonly patient?: components["schemas"]["BundlePatient"];
            readonly release?: components["schemas"]["Release"];
        } & (unknown | unknown);
        readonly TableAnswer: {
            readonly complete: null | boolean;
            readonly hitPolicy: string;
            readonly inputs: readonly components["schemas"]["TableInputAnswer"][];
            readonly name: string;
            readonly outputs: readonly components["schemas"]["TableOutputAnswer"][];
            readonly rows: readonly components["schemas"]["RowAnswer"][];
        };
        readonly TableInputAnswer: {
            readonly expression: string;
            readonly name: string;
        };
        readonly TableOutputAnswer: {
            readonly name: string;
            readonly type: string;
            readonly unit: null | string;
            readonly values: null | readonly string[];
        };
        readonly TakenAnswer: {
            readonly date: null | string;
            readonly fact: string;
            readonly note: null | string;
            readonly path: null | string;
            readonly resource: string;
            readonly value: string;
        };
        readonly TriedAnswer: {
            readonly decides: readonly components["schemas"]["VerdictAnswer"][];
            readonly isRange: boolean;
            readonly values: readonly unknown[];
        };
        readonly TypeInfo: {
            readonly items: null | components["schemas"]["TypeInfo"];
            readonly kind: string;
            /** Format: double */
            readonly maximum: null | number;
            /** Format: double */
            readonly minimum: null | number;
            readonly schema: null | string;
            readonly unit: null | string;
            readonly units: readonly string[];
            readonly values: readonly components["schemas"]["TypeValue"][];
        };
        readonly TypeValue: {
            readonly label: string;
            readonly value: string;
        };
        readonly UndeterminedPage: {
            readonly next: null | string;
            readonly patients: readonly components["schemas"]["UndeterminedPatient"][];
            /** Format: int64 */
            readonly total: number;
        };
        readonly UndeterminedPatient: {
            readonly id: null | components["schemas"]["JsonElement"];
            readonly line: components["schemas"]["JsonElement"];
            readonly missing: readonly string[];
        };
        /** @enum {string} */
        readonly Urgency: "emergency" | "urgent" | "routine" | "info";
        readonly UseAnswer: {
            readonly include: boolean;
            readonly workflow: string;
        };
        readonly UserAnswer: {
            /** Format: date-time */
            readonly createdAt: string;
            readonly createdBy: string;
            readonly disabled: boolean;
            readonly displayName: string;
            readonly hasPassword: boolean;
            /** Format: date-time */
            readonly lastSignIn: null | string;
            /** Format: date-time */
            readonly lockedUntil: null | string;
            readonly name: string;
            readonly roles: readonly string[];
        };
        readonly ValueCount: {
            /** Format: int64 */
            readonly count: number;
            readonly value: components["schemas"]["JsonElement"];
        };
        /** @enum {string} */
        readonly Verdict: "met" | "notMet" | "undetermined" | "failed";
        readonly VerdictAnswer: {
            readonly rule: string;
            readonly verdict: string;
        };
        readonly VerificationAnswer: {
            readonly coverage: components["schemas"]["CoverageTotalsAnswer"];
            readonly findings: readonly components["schemas"]["FindingAnswer"][];
            /** Format: int32 */
            readonly longestList: null | number;
            readonly notVerified: readonly string[];
            readonly open: readonly components["schemas"]["OpenQuestionAnswer"][];
            /** Format: int32 */
            readonly questions: number;
            readonly solver: null | string;
            readonly workflows: readonly components["schemas"]["VerifiedWorkflowAnswer"][];
        };
        readonly VerifiedWorkflowAnswer: {
            readonly coverage: components["schemas"]["CoverageTotalsAnswer"];
            /** Format: int32 */
            readonly findings: number;
            /** Format: int32 */
            readonly open: number;
            readonly workflow: string;
        };
        readonly WorkflowAnswer: {
            /** Format: int32 */
            readonly cases: number;
            readonly description: null | string;
            readonly diagnostics: readonly components["schemas"]["DiagnosticAnswer"][];
            readonly document: components["schemas"]["JsonElement"];
            readonly facts: readonly string[];
            readonly folder: string;
            readonly hash: string;
            readonly inputs: readonly components["schemas"]["InputAnswer"][];
            readonly metadata: null | components["schemas"]["JsonElement"];
            readonly name: string;
            readonly params: readonly components["schemas"]["ParamAnswer"][];
            readonly rules: readonly components["schemas"]["RuleAnswer"][];
            readonly scores: readonly components["schemas"]["ScoreAnswer"][];
            readonly status: string;
            readonly tables: readonly components["schemas"]["TableAnswer"][];
            readonly tags: readonly string[];
            readonly title: null | string;
            readonly uses: readonly components["schemas"]["UseAnswer"][];
        };
        readonly WorkflowSummary: {
            readonly blocked: boolean;
            /** Format: int32 */
            readonly cases: number;
            readonly description: null | string;
            readonly folder: string;
            readonly hash: string;
            readonly inputs: readonly string[];
            readonly name: string;
            /** Format: date */
            readonly reviewDue: null | string;
            /** Format: int32 */
            readonly rules: number;
            readonly status: string;
            readonly tags: readonly string[];
            readonly title: null | string;
            readonly uses: readonly components["schemas"]["UseAnswer"][];
        };
        readonly WorkflowTerms: {
            readonly name: string;
            readonly outputs: readonly components["schemas"]["OutputTerm"][];
            readonly rules: readonly components["schemas"]["RuleTerm"][];
            readonly title: null | string;
        };
        readonly WritingPlace: {
            /** Format: int64 */
            readonly change?: null | number;
            readonly column?: null | string;
            readonly documents?: null | {
                readonly [key: string]: null | string;
            };
            /** @default false */
            readonly isCondition: boolean;
            /**
             * Format: int32
             * @default 0
             */
            readonly offset: number;
            readonly rule?: null | string;
            readonly text: string;
            readonly workflow: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AcceptInvitation = components['schemas']['AcceptInvitation'];
export type AddComment = components['schemas']['AddComment'];
export type AdviceAnswer = components['schemas']['AdviceAnswer'];
export type AlternativeAnswer = components['schemas']['AlternativeAnswer'];
export type ApproveRelease = components['schemas']['ApproveRelease'];
export type AskContrast = components['schemas']['AskContrast'];
export type AskDraftQuestions = components['schemas']['AskDraftQuestions'];
export type AskQuestions = components['schemas']['AskQuestions'];
export type AsOf = components['schemas']['AsOf'];
export type AuditEntryAnswer = components['schemas']['AuditEntryAnswer'];
export type AuditFindingAnswer = components['schemas']['AuditFindingAnswer'];
export type AuditVerificationAnswer = components['schemas']['AuditVerificationAnswer'];
export type BandAnswer = components['schemas']['BandAnswer'];
export type BatchLine = components['schemas']['BatchLine'];
export type BiopsyIndicationRequest = components['schemas']['BiopsyIndication.Request'];
export type BoneMetastasisPathwayRequest = components['schemas']['BoneMetastasisPathway.Request'];
export type BoneTargetedAgentRequest = components['schemas']['BoneTargetedAgent.Request'];
export type Bundle = components['schemas']['Bundle'];
export type BundleAnswer = components['schemas']['BundleAnswer'];
export type BundlePatient = components['schemas']['BundlePatient'];
export type BundleReport = components['schemas']['BundleReport'];
export type CallAnswer = components['schemas']['CallAnswer'];
export type CaseChangeAnswer = components['schemas']['CaseChangeAnswer'];
export type ChangeAnswer = components['schemas']['ChangeAnswer'];
export type ChangedDocumentAnswer = components['schemas']['ChangedDocumentAnswer'];
export type ChangeDifferencesAnswer = components['schemas']['ChangeDifferencesAnswer'];
export type ChangePassword = components['schemas']['ChangePassword'];
export type ChangeSummary = components['schemas']['ChangeSummary'];
export type ChangeUser = components['schemas']['ChangeUser'];
export type CheckAnswer = components['schemas']['CheckAnswer'];
export type CheckDocuments = components['schemas']['CheckDocuments'];
export type CohortAnswer = components['schemas']['CohortAnswer'];
export type CohortCounts = components['schemas']['CohortCounts'];
export type CohortFileAnswer = components['schemas']['CohortFileAnswer'];
export type CohortInputAnswer = components['schemas']['CohortInputAnswer'];
export type CohortMapping = components['schemas']['CohortMapping'];
export type CohortNodeAnswer = components['schemas']['CohortNodeAnswer'];
export type CohortPreview = components['schemas']['CohortPreview'];
export type CohortProgressAnswer = components['schemas']['CohortProgressAnswer'];
export type CohortSummary = components['schemas']['CohortSummary'];
export type CohortTerms = components['schemas']['CohortTerms'];
export type ColumnSample = components['schemas']['ColumnSample'];
export type CommentAnswer = components['schemas']['CommentAnswer'];
export type ComparedDefinitionAnswer = components['schemas']['ComparedDefinitionAnswer'];
export type ComparedWorkflowAnswer = components['schemas']['ComparedWorkflowAnswer'];
export type CompletionAnswer = components['schemas']['CompletionAnswer'];
export type CompletionItemAnswer = components['schemas']['CompletionItemAnswer'];
export type ConditionList = components['schemas']['ConditionList'];
export type ConditionNode = components['schemas']['ConditionNode'];
export type ConditionSubject = components['schemas']['ConditionSubject'];
export type ConditionValue = components['schemas']['ConditionValue'];
export type ContrastAnswer = components['schemas']['ContrastAnswer'];
export type ContrastDraft = components['schemas']['ContrastDraft'];
export type CoverageAnswer = components['schemas']['CoverageAnswer'];
export type CoverageCountAnswer = components['schemas']['CoverageCountAnswer'];
export type CoverageElementAnswer = components['schemas']['CoverageElementAnswer'];
export type CoverageSideAnswer = components['schemas']['CoverageSideAnswer'];
export type CoverageTotalsAnswer = components['schemas']['CoverageTotalsAnswer'];
export type CreateChange = components['schemas']['CreateChange'];
export type CreateCohort = components['schemas']['CreateCohort'];
export type DecideDraft = components['schemas']['DecideDraft'];
export type Decision = components['schemas']['Decision'];
export type DiagnosticAnswer = components['schemas']['DiagnosticAnswer'];
export type DifferenceAnswer = components['schemas']['DifferenceAnswer'];
export type DocumentAnswer = components['schemas']['DocumentAnswer'];
export type DocumentDifferenceAnswer = components['schemas']['DocumentDifferenceAnswer'];
export type DraftReplayAnswer = components['schemas']['DraftReplayAnswer'];
export type EquivalentAnswer = components['schemas']['EquivalentAnswer'];
export type ErrorCount = components['schemas']['ErrorCount'];
export type Evidence = components['schemas']['Evidence'];
export type EvidenceAnswer = components['schemas']['EvidenceAnswer'];
export type ExaminationAnswer = components['schemas']['ExaminationAnswer'];
export type ExampleAnswer = components['schemas']['ExampleAnswer'];
export type ExecuteRequest = components['schemas']['ExecuteRequest'];
export type Explain = components['schemas']['Explain'];
export type ExplainAnswer = components['schemas']['ExplainAnswer'];
export type Explanation = components['schemas']['Explanation'];
export type ExpressionFindingAnswer = components['schemas']['ExpressionFindingAnswer'];
export type FactChangeAnswer = components['schemas']['FactChangeAnswer'];
export type FactsLesion = components['schemas']['Facts.lesion'];
export type FactsPatient = components['schemas']['Facts.patient'];
export type FactsSpine = components['schemas']['Facts.spine'];
export type FactTerm = components['schemas']['FactTerm'];
export type FailedCaseAnswer = components['schemas']['FailedCaseAnswer'];
export type FeedbackAnswer = components['schemas']['FeedbackAnswer'];
export type FeedbackCommentAnswer = components['schemas']['FeedbackCommentAnswer'];
export type FeedbackCountAnswer = components['schemas']['FeedbackCountAnswer'];
export type FieldDifferenceAnswer = components['schemas']['FieldDifferenceAnswer'];
export type FindingAnswer = components['schemas']['FindingAnswer'];
export type FixAnswer = components['schemas']['FixAnswer'];
export type HealthAnswer = components['schemas']['HealthAnswer'];
export type HoverAnswer = components['schemas']['HoverAnswer'];
export type HypercalcemiaRequest = components['schemas']['Hypercalcemia.Request'];
export type ImagingSelectionRequest = components['schemas']['ImagingSelection.Request'];
export type ImpactAnswer = components['schemas']['ImpactAnswer'];
export type ImpactGroupAnswer = components['schemas']['ImpactGroupAnswer'];
export type ImpactPatientAnswer = components['schemas']['ImpactPatientAnswer'];
export type InputAnswer = components['schemas']['InputAnswer'];
export type InvitationAnswer = components['schemas']['InvitationAnswer'];
export type InviteUser = components['schemas']['InviteUser'];
export type JsonElement = components['schemas']['JsonElement'];
export type JsonNode = components['schemas']['JsonNode'];
export type KeyAnswer = components['schemas']['KeyAnswer'];
export type LesionPresumptionRequest = components['schemas']['LesionPresumption.Request'];
export type LibraryAnswer = components['schemas']['LibraryAnswer'];
export type LibrarySummary = components['schemas']['LibrarySummary'];
export type MakeKey = components['schemas']['MakeKey'];
export type MappedColumn = components['schemas']['MappedColumn'];
export type MappingProblem = components['schemas']['MappingProblem'];
export type MirelsFractureRiskRequest = components['schemas']['MirelsFractureRisk.Request'];
export type MissingCount = components['schemas']['MissingCount'];
export type MutatedPartAnswer = components['schemas']['MutatedPartAnswer'];
export type MutationAnswer = components['schemas']['MutationAnswer'];
export type MutationScoreAnswer = components['schemas']['MutationScoreAnswer'];
export type NameAnswer = components['schemas']['NameAnswer'];
export type NewKeyAnswer = components['schemas']['NewKeyAnswer'];
export type NumberClass = components['schemas']['NumberClass'];
export type NumberCounts = components['schemas']['NumberCounts'];
export type OpenQuestionAnswer = components['schemas']['OpenQuestionAnswer'];
export type OutlineAnswer = components['schemas']['OutlineAnswer'];
export type OutlineBandAnswer = components['schemas']['OutlineBandAnswer'];
export type OutlineColumnAnswer = components['schemas']['OutlineColumnAnswer'];
export type OutlineOverlapAnswer = components['schemas']['OutlineOverlapAnswer'];
export type OutlineParamAnswer = components['schemas']['OutlineParamAnswer'];
export type OutlineRowAnswer = components['schemas']['OutlineRowAnswer'];
export type OutlineRuleAnswer = components['schemas']['OutlineRuleAnswer'];
export type OutlineScoreAnswer = components['schemas']['OutlineScoreAnswer'];
export type OutlineScoreItemAnswer = components['schemas']['OutlineScoreItemAnswer'];
export type OutlineTableAnswer = components['schemas']['OutlineTableAnswer'];
export type OutlineUseAnswer = components['schemas']['OutlineUseAnswer'];
export type OutlineWorkflow = components['schemas']['OutlineWorkflow'];
export type OutputCounts = components['schemas']['OutputCounts'];
export type OutputTerm = components['schemas']['OutputTerm'];
export type OverrideReasonAnswer = components['schemas']['OverrideReasonAnswer'];
export type ParamAnswer = components['schemas']['ParamAnswer'];
export type PartAnswer = components['schemas']['PartAnswer'];
export type PartDifferenceAnswer = components['schemas']['PartDifferenceAnswer'];
export type PlaceAnswer = components['schemas']['PlaceAnswer'];
export type PossibleValues = components['schemas']['PossibleValues'];
export type PreviewCohort = components['schemas']['PreviewCohort'];
export type PrimaryTumorWorkupRequest = components['schemas']['PrimaryTumorWorkup.Request'];
export type Problem = components['schemas']['Problem'];
export type ProblemError = components['schemas']['ProblemError'];
export type ProofsAnswer = components['schemas']['ProofsAnswer'];
export type QuestionAnswer = components['schemas']['QuestionAnswer'];
export type QuestionsAnswer = components['schemas']['QuestionsAnswer'];
export type RadiographicClassificationRequest = components['schemas']['RadiographicClassification.Request'];
export type RadiotherapyRequest = components['schemas']['Radiotherapy.Request'];
export type ReadBundle = components['schemas']['ReadBundle'];
export type Reason = components['schemas']['Reason'];
export type ReasonAnswer = components['schemas']['ReasonAnswer'];
export type RebaseChange = components['schemas']['RebaseChange'];
export type RecommendationAnswer = components['schemas']['RecommendationAnswer'];
export type RecordedDecisionAnswer = components['schemas']['RecordedDecisionAnswer'];
export type ReferToFile = components['schemas']['ReferToFile'];
export type RejectedAnswer = components['schemas']['RejectedAnswer'];
export type Release = components['schemas']['Release'];
export type ReleaseAnswer = components['schemas']['ReleaseAnswer'];
export type ReplayAnswer = components['schemas']['ReplayAnswer'];
export type ReplayDecision = components['schemas']['ReplayDecision'];
export type ReplayDifferenceAnswer = components['schemas']['ReplayDifferenceAnswer'];
export type ReplayDraft = components['schemas']['ReplayDraft'];
export type ReplayedCaseAnswer = components['schemas']['ReplayedCaseAnswer'];
export type ReplayedDecisionAnswer = components['schemas']['ReplayedDecisionAnswer'];
export type ReplayedWorkflowAnswer = components['schemas']['ReplayedWorkflowAnswer'];
export type Retire = components['schemas']['Retire'];
export type RetirementAnswer = components['schemas']['RetirementAnswer'];
export type ReviewAnswer = components['schemas']['ReviewAnswer'];
export type ReviewChange = components['schemas']['ReviewChange'];
export type RowAnswer = components['schemas']['RowAnswer'];
export type RuleAnswer = components['schemas']['RuleAnswer'];
export type RuleCounts = components['schemas']['RuleCounts'];
export type RuleResult = components['schemas']['RuleResult'];
export type RuleTerm = components['schemas']['RuleTerm'];
export type ScoreAnswer = components['schemas']['ScoreAnswer'];
export type ScoreItemAnswer = components['schemas']['ScoreItemAnswer'];
export type SessionAnswer = components['schemas']['SessionAnswer'];
export type SignIn = components['schemas']['SignIn'];
export type SpinalCordCompressionRequest = components['schemas']['SpinalCordCompression.Request'];
export type SpinalInstabilityRequest = components['schemas']['SpinalInstability.Request'];
export type StatusCounts = components['schemas']['StatusCounts'];
export type Strength = components['schemas']['Strength'];
export type SuggestedCaseAnswer = components['schemas']['SuggestedCaseAnswer'];
export type SurgeryAndCementationRequest = components['schemas']['SurgeryAndCementation.Request'];
export type SurvivalEstimateRequest = components['schemas']['SurvivalEstimate.Request'];
export type SurvivorAnswer = components['schemas']['SurvivorAnswer'];
export type SuspectedBoneMetastasisRequest = components['schemas']['SuspectedBoneMetastasis.Request'];
export type TableAnswer = components['schemas']['TableAnswer'];
export type TableInputAnswer = components['schemas']['TableInputAnswer'];
export type TableOutputAnswer = components['schemas']['TableOutputAnswer'];
export type TakenAnswer = components['schemas']['TakenAnswer'];
export type TriedAnswer = components['schemas']['TriedAnswer'];
export type TypeInfo = components['schemas']['TypeInfo'];
export type TypeValue = components['schemas']['TypeValue'];
export type UndeterminedPage = components['schemas']['UndeterminedPage'];
export type UndeterminedPatient = components['schemas']['UndeterminedPatient'];
export type Urgency = components['schemas']['Urgency'];
export type UseAnswer = components['schemas']['UseAnswer'];
export type UserAnswer = components['schemas']['UserAnswer'];
export type ValueCount = components['schemas']['ValueCount'];
export type Verdict = components['schemas']['Verdict'];
export type VerdictAnswer = components['schemas']['VerdictAnswer'];
export type VerificationAnswer = components['schemas']['VerificationAnswer'];
export type VerifiedWorkflowAnswer = components['schemas']['VerifiedWorkflowAnswer'];
export type WorkflowAnswer = components['schemas']['WorkflowAnswer'];
export type WorkflowSummary = components['schemas']['WorkflowSummary'];
export type WorkflowTerms = components['schemas']['WorkflowTerms'];
export type WritingPlace = components['schemas']['WritingPlace'];
export type $defs = Record<string, never>;
export interface operations {
    readonly readAudit: {
        readonly parameters: {
            readonly query?: {
                readonly before?: number;
                readonly count?: number;
                readonly subject?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["AuditEntryAnswer"][];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly verifyAudit: {
        readonly parameters: {
            readonly query?: {
                readonly head?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuditVerificationAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listChanges: {
        readonly parameters: {
            readonly query?: {
                readonly state?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["ChangeSummary"][];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly createChange: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateChange"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangeAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getChange: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangeAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listComments: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["CommentAnswer"][];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly addComment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AddComment"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommentAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly resolveComment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly comment: number;
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CommentAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly compareChange: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangeDifferencesAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listChangeDocuments: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["DocumentAnswer"][];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getChangeDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: number;
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": string;
                    readonly "text/markdown": string;
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly putChangeDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of the document that was read. */
                readonly "If-Match"?: string;
                /** @description `*`: the document is new. */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly id: number;
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": unknown;
                readonly "text/markdown": string;
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly removeChangeDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of the document that was read. */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: number;
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly examineChange: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExaminationAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly publishChange: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangeAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly rebaseChange: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RebaseChange"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangeAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly reviewChange: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReviewChange"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangeAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly submitChange: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangeAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly verifyChange: {
        readonly parameters: {
            readonly query?: {
                readonly workflow?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VerificationAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly coverChange: {
        readonly parameters: {
            readonly query?: {
                readonly workflow?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CoverageAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly mutateChange: {
        readonly parameters: {
            readonly query?: {
                readonly workflow?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MutationAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly proveChange: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ProofsAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly withdrawChange: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Reason"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangeAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listCohortFiles: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["CohortFileAnswer"][];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listCohorts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["CohortSummary"][];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly createCohort: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CreateCohort"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CohortAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getCohort: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CohortAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly deleteCohort: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly cancelCohort: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CohortAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly putCohortInput: {
        readonly parameters: {
            readonly query?: {
                readonly separator?: string;
            };
            readonly header?: {
                /** @description `gzip`, when the body is compressed. */
                readonly "Content-Encoding"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-ndjson": string;
                readonly "text/csv": string;
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CohortAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly referToCohortInput: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReferToFile"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CohortAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly putCohortMapping: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of the run that was read. */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CohortMapping"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CohortAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly previewCohort: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PreviewCohort"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CohortPreview"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly downloadCohortResults: {
        readonly parameters: {
            readonly query?: {
                readonly format?: string;
                readonly partial?: boolean;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": string;
                    readonly "text/csv": string;
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly resumeCohort: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CohortAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly startCohort: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of the run that was read. */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CohortAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly summarizeCohort: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CohortCounts"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getCohortTerms: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CohortTerms"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listUndetermined: {
        readonly parameters: {
            readonly query?: {
                readonly after?: string;
                readonly fact?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UndeterminedPage"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getDecision: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecordedDecisionAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly replayDecision: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": null | components["schemas"]["ReplayDecision"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReplayedDecisionAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getFactSchema: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly schema: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": unknown;
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly countFeedback: {
        readonly parameters: {
            readonly query?: {
                readonly service?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FeedbackAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listKeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["KeyAnswer"][];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly makeKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MakeKey"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NewKeyAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly revokeKey: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly checkDocuments: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CheckDocuments"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CheckAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly complete: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WritingPlace"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CompletionAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly contrastDraftRule: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ContrastDraft"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContrastAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly decideDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DecideDraft"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly explainExpression: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WritingPlace"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExplainAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly hover: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WritingPlace"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HoverAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly outlineWorkflow: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OutlineWorkflow"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OutlineAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly askDraftQuestions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AskDraftQuestions"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["QuestionsAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly replayDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReplayDraft"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DraftReplayAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly pullLibrary: {
        readonly parameters: {
            readonly query?: {
                readonly release?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/zip": string;
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly pushLibrary: {
        readonly parameters: {
            readonly query?: {
                readonly base?: number;
                readonly description?: string;
                readonly title?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/zip": string;
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangeAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listReleases: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["ReleaseAnswer"][];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getRelease: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReleaseAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly approveRelease: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ApproveRelease"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReleaseAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listReleaseDocuments: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["DocumentAnswer"][];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getReleaseDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly name: string;
                readonly number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": string;
                    readonly "text/markdown": string;
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly rollBack: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly number: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Reason"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReleaseAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listRetirements: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["RetirementAnswer"][];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly retire: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Retire"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RetirementAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly liftRetirement: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Reason"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly signIn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SignIn"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly signOut: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly acceptInvitation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AcceptInvitation"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changePassword: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ChangePassword"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listUsers: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["UserAnswer"][];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly inviteUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["InviteUser"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InvitationAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changeUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ChangeUser"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UserAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly inviteUserAgain: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InvitationAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly verifyLive: {
        readonly parameters: {
            readonly query?: {
                readonly workflow?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VerificationAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly coverLive: {
        readonly parameters: {
            readonly query?: {
                readonly workflow?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CoverageAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly mutateLive: {
        readonly parameters: {
            readonly query?: {
                readonly workflow?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MutationAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listWorkflows: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LibraryAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getWorkflow: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["WorkflowAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly contrastRule: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AskContrast"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ContrastAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly execute: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description A workflow's name, compared with case. */
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ExecuteRequest"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executeBatch: {
        readonly parameters: {
            readonly query?: {
                readonly asOf?: string;
                readonly explain?: string;
                readonly release?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        /** @description A line for each patient: the facts as `execute` takes them, with `id` and `line` beside the inputs when wanted. */
        readonly requestBody: {
            readonly content: {
                readonly "application/x-ndjson": {
                    readonly id?: null | number | string;
                    readonly line?: null | number | string;
                };
            };
        };
        readonly responses: {
            /** @description A line for each line, in their order */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": components["schemas"]["BatchLine"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly readBundle: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ReadBundle"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BundleAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly askQuestions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AskQuestions"];
            };
        };
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["QuestionsAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executeBiopsyIndication: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "patient": {
                 *           "biopsyResult": "notDone",
                 *           "imagingConclusive": false,
                 *           "extraskeletalBiopsySite": true
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["BiopsyIndication.Request"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executeBoneMetastasisPathway: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "patient": {
                 *           "knownCancer": true,
                 *           "boneMetastasisConfirmed": true,
                 *           "limbWeakness": true,
                 *           "painScore": 8
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["BoneMetastasisPathway.Request"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executeBoneTargetedAgent: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "patient": {
                 *           "boneMetastasisConfirmed": true,
                 *           "primaryTumor": "breast",
                 *           "sex": "female",
                 *           "ageYears": 60,
                 *           "totalCalcium": 9.5,
                 *           "albumin": 4,
                 *           "osteonecrosisOfJaw": false,
                 *           "zoledronicHypersensitivity": false,
                 *           "denosumabHypersensitivity": false,
                 *           "creatinineClearance": 29.9
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["BoneTargetedAgent.Request"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executeHypercalcemia: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "patient": {
                 *           "totalCalcium": 9.7,
                 *           "albumin": 3
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["Hypercalcemia.Request"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executeImagingSelection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "patient": {
                 *           "unexplainedBonePain": true,
                 *           "painfulSites": 1,
                 *           "sex": "male",
                 *           "petCtAvailable": false,
                 *           "wholeBodyScanResult": "notDone",
                 *           "radiographResult": "notDone"
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["ImagingSelection.Request"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executeLesionPresumption: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "patient": {
                 *           "knownCancer": true,
                 *           "wholeBodyScanResult": "positive",
                 *           "boneLesionCount": 2,
                 *           "biopsyResult": "notDone"
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["LesionPresumption.Request"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executeMirelsFractureRisk: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "lesion": {
                 *           "site": "lowerLimb",
                 *           "bone": "femur",
                 *           "pain": "mild",
                 *           "appearance": "mixed",
                 *           "corticalPercent": 50,
                 *           "fractured": false
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["MirelsFractureRisk.Request"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executePrimaryTumorWorkup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "patient": {
                 *           "primaryKnown": false,
                 *           "sex": "male",
                 *           "primaryClinicalExamDone": false,
                 *           "psaMeasured": false,
                 *           "myelomaScreenDone": false,
                 *           "multipleLyticLesions": false,
                 *           "lesions": [
                 *             {
                 *               "appearance": "lytic"
                 *             },
                 *             {},
                 *             {
                 *               "appearance": "lytic"
                 *             }
                 *           ]
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["PrimaryTumorWorkup.Request"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executeRadiographicClassification: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "patient": {
                 *           "primaryTumor": "prostate"
                 *         },
                 *         "lesion": {
                 *           "boneFormation": false,
                 *           "boneDestruction": true
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["RadiographicClassification.Request"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executeRadiotherapy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "patient": {
                 *           "painfulBoneMetastasis": true,
                 *           "priorRadiotherapySameSite": false,
                 *           "cordOrCaudaCompression": false,
                 *           "fractureOrImpendingAtSite": false,
                 *           "boneSurgeryDone": false,
                 *           "neuropathicPain": false,
                 *           "ecog": 1,
                 *           "estimatedSurvivalMonths": 12
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["Radiotherapy.Request"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executeSpinalCordCompression: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "patient": {
                 *           "knownCancer": true,
                 *           "limbWeakness": true,
                 *           "wholeSpineMriDone": false,
                 *           "mriContraindicated": false,
                 *           "steroidContraindicated": false,
                 *           "onDexamethasone": false
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["SpinalCordCompression.Request"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executeSpinalInstability: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "spine": {
                 *           "level": "t5",
                 *           "pain": "nonMechanical",
                 *           "appearance": "lytic",
                 *           "alignment": "normal",
                 *           "collapsePercent": 20,
                 *           "bodyInvolvedPercent": 60,
                 *           "posterolateral": "none"
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["SpinalInstability.Request"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executeSurgeryAndCementation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "patient": {
                 *           "activeSystemicInfection": false,
                 *           "platelets": 180,
                 *           "inr": 1.1
                 *         },
                 *         "spine": {
                 *           "painfulCompressionFracture": true,
                 *           "epiduralExtension": false,
                 *           "esccGrade": "grade0",
                 *           "posteriorWallBreach": false
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["SurgeryAndCementation.Request"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executeSurvivalEstimate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "patient": {
                 *           "primaryTumor": "breast",
                 *           "hormoneDependent": true,
                 *           "visceralMetastasis": "none",
                 *           "platelets": 200,
                 *           "totalCalcium": 9.5,
                 *           "bilirubinTotal": 0.6,
                 *           "crp": 1,
                 *           "ldh": 180,
                 *           "albumin": 4,
                 *           "ecog": 1,
                 *           "previousChemotherapy": false,
                 *           "boneLesionCount": 1
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["SurvivalEstimate.Request"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly executeSuspectedBoneMetastasis: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Sent again with the same body within 24 hours, the request gets the same decision. Not kept by a server of a folder, nor, when it begins with `auto-`, for callers whose decisions are not recorded; the answer then has `Idempotency-Kept: false`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "patient": {
                 *           "unexplainedBonePain": true,
                 *           "painfulSites": 2
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["SuspectedBoneMetastasis.Request"];
            };
        };
        readonly responses: {
            /** @description A decision */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Decision"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly live: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HealthAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly ready: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description OK */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["HealthAnswer"];
                };
            };
            /** @description A refusal */
            readonly default: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
