using System.Diagnostics;
using System.Globalization;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Verification.Analysis.Solving;

namespace BoneMets.Rules.Verification.Analysis;

/// <summary>One workflow, the engine that decides with it, and the questions about all of its patients. Not thread safe.</summary>
/// <param name="limit">For one question.</param>
/// <param name="whole">For all of them: what is asked later stays open.</param>
internal sealed class WorkflowUnderAnalysis(RuleEngine engine, LibraryWorkflow workflow, TimeSpan limit, TimeSpan whole) : IDisposable
{
    /// <summary>"No patient" is said of lists up to a length only; what one patient shows is true of lists of any length.</summary>
    private static readonly DiagnosticCode[] RestsOnProof =
        [DiagnosticCode.RuleNeverMet, DiagnosticCode.RuleAlwaysMet, DiagnosticCode.RowNeverDecides, DiagnosticCode.AdviceAlwaysWithheld, DiagnosticCode.RulesAgree, DiagnosticCode.RuleImplied];

    private readonly List<OpenQuestion> open = [];
    private readonly long started = Stopwatch.GetTimestamp();
    private bool isOver;
    private readonly HashSet<RuleDefinition> neverMet = [];
    private PatientSearch? search;
    private SymbolicDecision? decisions;
    private FactReader? reader;

    public string Name => workflow.Name;

    public BoundWorkflow Bound => workflow.Bound!;

    public IReadOnlyList<OpenQuestion> Open => open;

    public int Questions { get; private set; }

    /// <summary>Rules of which it was proved that nobody meets them: further findings about them would only repeat that.</summary>
    public ISet<RuleDefinition> NeverMet => neverMet;

    /// <summary>The workflow for all patients at once.</summary>
    public SymbolicWorkflow All => Search.Versions[0];

    /// <summary>Its decisions for all patients at once, with the advice of the workflows that it includes.</summary>
    public SymbolicDecision Decisions => decisions ??= new SymbolicDecision(All);

    private PatientSearch Search => search ??= new PatientSearch(limit, Bound);

    /// <summary>Which rows of a table count for a patient, as the engine decides it, and whether this one applies as if it were alone; null when the facts do not fit the schema.</summary>
    public (TableResult Result, bool Applies)? RowOf(TableDefinition table, int row, Patient patient)
    {
        reader ??= new FactReader([.. Bound.Inputs.Select(i => (i.Name, i.Schema))]);
        var facts = reader.Rent();
        if (!reader.Read(patient.Bytes(), facts, [], "")) return null;
        var evaluator = new Evaluator(Bound, facts.Inputs, patient.AsOf);
        return (evaluator.ResultOf(table), evaluator.Applies(table, row) is KnownValue { Content: true });
    }

    /// <summary>True when it is proved that there is no patient for whom the condition holds; a patient when there is one; otherwise an open question is noted.</summary>
    public (bool IsNone, Patient? Patient) Find(string subject, Func<Term> condition, Func<Judgement, bool> shows, CancellationToken cancellation) =>
        FindPatient(subject, condition, patient => engine.Judge(Name, patient.Bytes(), patient.AsOf).Judgement is { } judgement && shows(judgement), cancellation);

    /// <summary>The same of a whole decision, which has notices and what is withheld besides the verdicts.</summary>
    public (bool IsNone, Patient? Patient) FindDecision(string subject, Func<Term> condition, Func<Decision, bool> shows, CancellationToken cancellation) =>
        FindPatient(subject, condition, patient => engine.Decide(Name, patient.Bytes(), patient.AsOf, Explain.None).Decision is { } decision && shows(decision), cancellation);

    /// <summary>The same, shown by anything that the engine says about a patient. Facts that do not fit the schema show nothing.</summary>
    public (bool IsNone, Patient? Patient) FindPatient(string subject, Func<Term> condition, Func<Patient, bool> shows, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (IsOver()) return (false, null);
        Questions++;
        var found = Search.Find(condition, shows, cancellation);
        if (found.Status == SolverStatus.Undecided) open.Add(new OpenQuestion(Name, subject, found.Why!));
        return (found.Status == SolverStatus.Impossible, found.Patient);
    }

    /// <summary>A question that stayed open was answered by others.</summary>
    public void Close(string subject) => open.RemoveAll(o => o.Subject == subject);

    /// <summary>The longest lists that were looked at; null when no list was read.</summary>
    public int? LongestList => search is { IsBounded: true } ? search.LongestList : null;

    public Finding Finding(Documents.JsonTextNode place, DiagnosticCode code, string message, string? help, Patient? example = null) =>
        new(Name, place.At(code, message + (Search.IsBounded && RestsOnProof.Contains(code) ? $" (lists of up to {Search.LongestList} elements were looked at)" : ""), help) with { Example = example?.AsExample() }, example);

    /// <summary>For findings that no solver was needed for.</summary>
    public Finding Plain(Documents.JsonTextNode place, DiagnosticCode code, string message, string? help) => new(Name, place.At(code, message, help), null);

    public void Dispose() => search?.Dispose();

    /// <summary>Told once: a workflow of a thousand rules has a million pairs of them.</summary>
    private bool IsOver()
    {
        if (isOver || Stopwatch.GetElapsedTime(started) < whole) return isOver;
        open.Add(new OpenQuestion(Name, "everything that was not asked yet", string.Create(CultureInfo.InvariantCulture, $"the {whole.TotalSeconds:0} seconds for one workflow were used up after {Questions} questions")));
        return isOver = true;
    }
}
