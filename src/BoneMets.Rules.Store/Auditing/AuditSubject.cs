using System.Globalization;

namespace BoneMets.Rules.Store.Auditing;

/// <summary>How the log names what an action was about.</summary>
internal static class AuditSubject
{
    public static string Change(long id) => $"change {Text(id)}";

    public static string Release(long number) => $"release {Text(number)}";

    public static string Cohort(string id) => $"cohort {id}";

    public static string User(string name) => $"user {name}";

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
