namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>
/// A date or time of FHIR as the interval that it stands for: a year, a month and a day have a beginning and an end, an instant has none.
/// Days are those of the writer (in the time zone that is written); order is by the instant, and a date without a zone counts as UTC.
/// </summary>
internal sealed record FhirTime(string Text, DateOnly From, DateOnly To, long Start, long End)
{
    private const int DateLength = 10, MonthLength = 7, YearLength = 4;

    /// <summary>A year or a month: which day is not known.</summary>
    public bool IsImprecise => From != To;

    /// <summary>Null when it is no date of FHIR. A time without a zone, which FHIR does not allow, counts as its day.</summary>
    public static FhirTime? Parse(string text)
    {
        if (text.Length < YearLength || Number(text, 0, YearLength) is not (> 0 and var year)) return null;
        if (text.Length == YearLength) return Days(text, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        if (text.Length < MonthLength || text[YearLength] != '-' || Number(text, 5, 2) is not (>= 1 and <= 12 and var month)) return null;
        if (text.Length == MonthLength) return Days(text, new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));
        if (text.Length < DateLength || text[MonthLength] != '-' || Number(text, 8, 2) is not (>= 1 and var day) || day > DateTime.DaysInMonth(year, month)) return null;
        var date = new DateOnly(year, month, day);
        if (text.Length == DateLength) return Days(text, date, date);
        if (text[DateLength] != 'T' || Time(text.AsSpan(DateLength + 1), out var zone) is not { } time) return null;
        if (zone is not { } offset) return Days(text, date, date);
        var instant = date.DayNumber * TimeSpan.TicksPerDay + time - offset;
        return new FhirTime(text, date, date, instant, instant);
    }

    private static FhirTime Days(string text, DateOnly from, DateOnly to) =>
        new(text, from, to, from.DayNumber * TimeSpan.TicksPerDay, (to.DayNumber + 1) * TimeSpan.TicksPerDay - 1);

    /// <summary><c>hh:mm[:ss[.f…]]</c> and then a zone or nothing.</summary>
    private static long? Time(ReadOnlySpan<char> text, out long? zone)
    {
        zone = null;
        const int minutesLength = 5, secondsLength = 8, longestSecond = 60;
        if (text.Length < minutesLength || text[2] != ':' || Number(text, 0, 2) is not (>= 0 and <= 23 and var hour) || Number(text, 3, 2) is not (>= 0 and <= 59 and var minute)) return null;
        var ticks = hour * TimeSpan.TicksPerHour + minute * TimeSpan.TicksPerMinute;
        var rest = text[minutesLength..];
        if (rest.Length > 0 && rest[0] == ':')
        {
            if (text.Length < secondsLength || Number(text, 6, 2) is not (>= 0 and <= longestSecond and var second)) return null;
            ticks += second * TimeSpan.TicksPerSecond;
            rest = text[secondsLength..];
            if (rest.Length > 0 && rest[0] == '.' && Fraction(ref rest, ref ticks) == 0) return null;
        }
        if (rest.IsEmpty) return ticks;
        if (rest is "Z")
        {
            zone = 0;
            return ticks;
        }
        if (rest.Length != 6 || rest[0] is not ('+' or '-') || rest[3] != ':' || Number(rest, 1, 2) is not (>= 0 and <= 14 and var hours) || Number(rest, 4, 2) is not (>= 0 and <= 59 and var minutes)) return null;
        zone = (rest[0] == '-' ? -1 : 1) * (hours * TimeSpan.TicksPerHour + minutes * TimeSpan.TicksPerMinute);
        return ticks;
    }

    /// <summary>How many digits there are after the point; those beyond a tick do not count.</summary>
    private static int Fraction(ref ReadOnlySpan<char> rest, ref long ticks)
    {
        var digits = 0;
        for (var unit = TimeSpan.TicksPerSecond / 10; digits + 1 < rest.Length && char.IsAsciiDigit(rest[digits + 1]); unit /= 10) ticks += unit * (rest[++digits] - '0');
        rest = rest[(digits + 1)..];
        return digits;
    }

    private static int? Number(ReadOnlySpan<char> text, int from, int length)
    {
        if (text.Length < from + length) return null;
        var number = 0;
        foreach (var c in text.Slice(from, length))
        {
            if (!char.IsAsciiDigit(c)) return null;
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
