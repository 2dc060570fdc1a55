namespace BoneMets.Rules.Server.Cohorts.Mapping;

/// <summary>
/// Which column of a CSV input is which fact. Every column is mapped, is the id, or is ignored by its name: one that nobody mentions is an error,
/// so that no value is lost by a slip.
/// </summary>
/// <param name="Id">The column whose text is the <c>id</c> of the answer; left out, the lines have only numbers.</param>
/// <param name="Ignored">Columns that nothing is made of.</param>
/// <param name="Decimal">What stands before the decimals of a number: <c>.</c> (when left out) or <c>,</c>.</param>
public sealed record CohortMapping(IReadOnlyList<MappedColumn> Columns, string? Id = null, IReadOnlyList<string>? Ignored = null, string? Decimal = null);

/// <param name="Fact">The path of the fact, such as <c>patient.totalCalcium</c>.</param>
/// <param name="Unit">The unit that the numbers are in; needed where the fact takes several.</param>
/// <param name="Date">How dates are written: <c>yyyy-MM-dd</c> (when left out), <c>dd.MM.yyyy</c>, <c>dd/MM/yyyy</c>, <c>MM/dd/yyyy</c> or <c>yyyyMMdd</c>.</param>
/// <param name="Separator">What stands between the elements of a list, such as <c>|</c>.</param>
/// <param name="None">The text that says that a list is empty; an empty field says that it is not known.</param>
/// <param name="Values">What texts of the column mean: <c>{"ja": "true", "k. A.": null}</c>; null is not known.</param>
public sealed record MappedColumn(
    string Column, string Fact, string? Unit = null, string? Date = null, string? Separator = null, string? None = null, IReadOnlyDictionary<string, string?>? Values = null);
