using System.Collections.Frozen;

namespace BoneMets.Rules.Diagnostics;

/// <summary>
/// Every code that the product can report, in one place. A code never changes its meaning and is never reused;
/// each has a page under <c>docs/diagnostics/</c>.
/// 1xxx documents · 2xxx expressions · 3xxx facts · 4xxx a running decision · 5xxx the meaning of a library · 6xxx cases, imports and commands · 7xxx analysis.
/// </summary>
public sealed record DiagnosticCode(string Id, string Title, Severity Severity = Severity.Error)
{
    public static readonly DiagnosticCode
        MalformedJson = new("BMR1001", "the document is not well-formed JSON"),
        DuplicateKey = new("BMR1002", "a key stands twice in one object"),
        UnknownKey = new("BMR1003", "a key that the format does not know"),
        MissingKey = new("BMR1004", "a required key is missing"),
        WrongJsonType = new("BMR1005", "a value has the wrong JSON type"),
        NotOneOf = new("BMR1006", "a value is not one of the allowed words"),
        DuplicateName = new("BMR1007", "two things have the same name"),
        InvalidName = new("BMR1008", "a name is not usable in expressions"),
        DocumentTooLarge = new("BMR1009", "a document exceeds a size limit"),
        UnreadableFile = new("BMR1010", "a file cannot be read"),
        UnsupportedSchemaKeyword = new("BMR1011", "a fact schema uses a keyword that the engine does not support"),
        InvalidUnit = new("BMR1012", "a unit conversion is not usable"),
        UnknownSchema = new("BMR1013", "a fact schema does not exist"),
        InvalidDate = new("BMR1014", "a date is not a calendar date"),
        UnknownKeyTolerated = new("BMR1015", "a key that this engine ignores", Severity.Warning),
        InvalidFhirMapping = new("BMR1016", "a FHIR mapping is not usable"),
        DatesOutOfOrder = new("BMR1017", "two dates stand in the wrong order"),
        InvalidValueSet = new("BMR1018", "a value set is not usable"),
        UnknownValueSet = new("BMR1019", "a value set that is not in the library", Severity.Warning),

        Syntax = new("BMR2001", "the expression cannot be read"),
        RefusedToken = new("BMR2002", "a construct outside the language"),
        UnknownName = new("BMR2003", "an unknown name"),
        UnknownMember = new("BMR2004", "an unknown member"),
        UnknownFunction = new("BMR2005", "an unknown function"),
        WrongArguments = new("BMR2006", "a function called with the wrong arguments"),
        TypeMismatch = new("BMR2007", "types that do not go together"),
        UnitMismatch = new("BMR2008", "units that do not go together"),
        NotInEnumeration = new("BMR2009", "a value outside the enumeration"),
        PatternNotConstant = new("BMR2010", "a pattern operand is not a constant"),
        NotBoolean = new("BMR2011", "a condition is not true or false"),
        MisplacedNull = new("BMR2012", "null stands where no value can be compared"),
        ClockRefused = new("BMR2013", "the clock is not available to rules"),
        DotNetRefused = new("BMR2014", "a .NET type or method is not available to rules"),
        ExpressionTooLong = new("BMR2015", "an expression is too long"),
        ExpressionTooDeep = new("BMR2016", "an expression is nested too deeply"),
        ExpressionTooLarge = new("BMR2017", "an expression has too many parts"),
        LambdaTooDeep = new("BMR2018", "lambdas are nested too deeply"),
        CircularDefinition = new("BMR2019", "a definition refers to itself"),
        DisabledRule = new("BMR2020", "a reference to a disabled rule"),
        NumberOutOfRange = new("BMR2021", "a number that exact decimals cannot hold"),
        InvalidDateLiteral = new("BMR2022", "a date literal is not a calendar date"),
        AmbiguousName = new("BMR2023", "a name has two meanings"),
        ConstantDivisionByZero = new("BMR2024", "a division by the constant zero"),
        UnknownUnit = new("BMR2025", "a unit that the fact does not accept"),
        EmptyPattern = new("BMR2026", "a pattern that nothing can match"),

        FactsMalformed = new("BMR3001", "the facts are not well-formed JSON"),
        UnknownFact = new("BMR3002", "a fact that the schema does not know"),
        WrongFactType = new("BMR3003", "a fact has the wrong type"),
        FactOutOfRange = new("BMR3004", "a fact outside its plausible range"),
        FactNotInEnumeration = new("BMR3005", "a fact is not one of the allowed values"),
        FactUnitUnknown = new("BMR3006", "a unit that the fact does not accept"),
        FactNumberUnusable = new("BMR3007", "a number that exact decimals cannot hold"),
        FactListTooLong = new("BMR3008", "a list is too long"),
        FactDuplicate = new("BMR3009", "a fact is given twice"),
        FactDateInvalid = new("BMR3010", "a fact is not a calendar date"),
        FactsTooDeep = new("BMR3011", "the facts are nested too deeply"),
        UnknownInput = new("BMR3012", "an input that the workflow does not have"),
        AsOfInvalid = new("BMR3013", "the evaluation date is not a calendar date"),
        FactsTooLarge = new("BMR3015", "the facts exceed a size limit"),
        FactTextTooLong = new("BMR3016", "a text is too long"),
        FhirBundleUnusable = new("BMR3017", "a FHIR Bundle cannot be read as the facts of one patient"),
        NotTogether = new("BMR3018", "parts of a request exclude each other"),

        DivisionByZero = new("BMR4001", "division by zero"),
        Overflow = new("BMR4002", "a number grew beyond exact decimals"),
        BudgetExhausted = new("BMR4003", "the decision took too many steps"),
        RowsOverlap = new("BMR4004", "rows that must not overlap apply together"),
        NoRowApplies = new("BMR4005", "no row of a table applies", Severity.Info),
        OutsideDomain = new("BMR4006", "a function is not defined for this number"),
        ConversionFailed = new("BMR4007", "a text cannot be converted"),
        ExplanationCut = new("BMR4008", "an explanation is too long to be given whole", Severity.Info),

        UnknownWorkflow = new("BMR5001", "a workflow that does not exist"),
        CircularUse = new("BMR5002", "workflows use each other in a circle"),
        UnknownSource = new("BMR5003", "an evidence source that does not exist"),
        TableShape = new("BMR5004", "a table row does not fit its columns"),
        TableRowsOverlap = new("BMR5005", "rows of a unique table overlap"),
        MisplacedOtherwise = new("BMR5006", "otherwise stands where it cannot"),
        UnknownRule = new("BMR5007", "a rule that does not exist"),
        RuleWithoutCondition = new("BMR5008", "a rule has neither expression nor nested rules"),
        HitPolicyMisuse = new("BMR5009", "a hit policy does not fit its outputs"),
        UncitedRecommendation = new("BMR5010", "a recommendation cites no source", Severity.Warning),
        TableIncomplete = new("BMR5011", "a table may have no row that applies", Severity.Info),
        UseArguments = new("BMR5012", "a used workflow is given the wrong inputs"),
        UnsupportedAction = new("BMR5013", "an action that the engine does not support"),
        ReviewOverdue = new("BMR5014", "a review is overdue", Severity.Warning),
        UnknownStatement = new("BMR5015", "a statement that cannot be cited like this"),
        PublicationGap = new("BMR5016", "a statement that a publication needs is missing", Severity.Info),
        UseDenied = new("BMR5017", "a fact is read although the metadata denies its use", Severity.Warning),
        ContradictionCannotArise = new("BMR5018", "a contradiction of advice that is never given"),

        UnknownCaseTarget = new("BMR6001", "a golden case names something that does not exist"),
        CaseFactsInvalid = new("BMR6002", "the facts of a golden case do not fit the schema"),
        CaseExpectationInvalid = new("BMR6003", "an expectation of a golden case is not usable"),
        MeaningChanged = new("BMR6004", "an imported rule means something else here", Severity.Warning),
        StatementNotEncoded = new("BMR6005", "no rule encodes a statement of a source"),
        RuleNotShown = new("BMR6006", "no golden case shows a rule speaking"),

        RuleNeverMet = new("BMR7001", "a rule that no patient meets", Severity.Warning),
        RuleAlwaysMet = new("BMR7002", "a rule that every patient meets", Severity.Warning),
        RowNeverDecides = new("BMR7003", "a row that decides for no patient", Severity.Warning),
        AdviceAlwaysWithheld = new("BMR7004", "advice that is always withheld", Severity.Warning),
        AdviceWithheldMutually = new("BMR7005", "two rules withhold each other's advice for one patient", Severity.Warning),
        RuleCanFail = new("BMR7006", "a rule that cannot be computed for some patient", Severity.Warning),
        RulesAgree = new("BMR7007", "two rules that are always met together", Severity.Warning),
        RuleImplied = new("BMR7008", "a rule is met only when another one is", Severity.Info),
        NoRowForSome = new("BMR7009", "a table has no row for some patient", Severity.Info),
        NeverRead = new("BMR7010", "something that nothing reads", Severity.Warning),
        AdviceContradicts = new("BMR7011", "advice that contradicts other advice to one patient", Severity.Warning);

    /// <summary>All codes by id.</summary>
    public static readonly FrozenDictionary<string, DiagnosticCode> All = typeof(DiagnosticCode)
        .GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
        .Where(f => f.FieldType == typeof(DiagnosticCode)).Select(f => (DiagnosticCode)f.GetValue(null)!)
        .ToFrozenDictionary(c => c.Id, StringComparer.Ordinal);

    public override string ToString() => Id;
}
