using System.Globalization;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>Calendar arithmetic. A month or a year is complete on the same day of the month; who is born on 29 February completes a year on 1 March.</summary>
internal static class DateFunctions
{
    public static Value Apply(ScalarFunction function, object[] arguments) => function switch
    {
        ScalarFunction.YearsBetween => new KnownValue((decimal)(MonthsBetween(arguments) / 12)),
        ScalarFunction.MonthsBetween => new KnownValue((decimal)MonthsBetween(arguments)),
        ScalarFunction.DaysBetween => new KnownValue((decimal)(((DateOnly)arguments[1]).DayNumber - ((DateOnly)arguments[0]).DayNumber)),
        ScalarFunction.AddDays => Add("AddDays", (DateOnly)arguments[0], (decimal)arguments[1], (date, days) => date.AddDays(days)),
        ScalarFunction.AddMonths => Add("AddMonths", (DateOnly)arguments[0], (decimal)arguments[1], (date, months) => date.AddMonths(months)),
        ScalarFunction.Year => new KnownValue((decimal)((DateOnly)arguments[0]).Year),
        ScalarFunction.Month => new KnownValue((decimal)((DateOnly)arguments[0]).Month),
        ScalarFunction.Day => new KnownValue((decimal)((DateOnly)arguments[0]).Day),
        _ => Parse(arguments[0]),
    };

    private static Value Parse(object content) =>
        content is DateOnly known ? new KnownValue(known)
        : DateOnly.TryParseExact((string)content, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new KnownValue(date)
        : Faults.Conversion((string)content, "a date (year-month-day)");

    /// <summary>Completed months from the first to the second date; the other way round it is the same number below zero.</summary>
    private static int MonthsBetween(object[] arguments)
    {
        var (from, to) = ((DateOnly)arguments[0], (DateOnly)arguments[1]);
        return to >= from ? Completed(from, to) : -Completed(to, from);
    }

    internal static int Completed(DateOnly from, DateOnly to) =>
        (to.Year - from.Year) * 12 + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);

    private static Value Add(string function, DateOnly date, decimal amount, Func<DateOnly, int, DateOnly> add)
    {
        if (decimal.Truncate(amount) != amount) return Faults.OutsideDomain($"`{function}` takes a whole number, not {TextFunctions.ToText(amount)}");
        try
        {
            return new KnownValue(add(date, (int)amount));
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return Faults.OutsideDomain($"`{function}` leaves the calendar ({TextFunctions.ToText(date)}, {TextFunctions.ToText(amount)})");
        }
    }
}
