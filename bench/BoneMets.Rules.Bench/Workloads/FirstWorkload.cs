using BoneMets.Rules.Bench.Engine;
using BoneMets.Rules.Bench.Measuring;
using BoneMets.Rules.Bench.Opponents;

namespace BoneMets.Rules.Bench.Workloads;

/// <summary>The Mirels and dosing rules.</summary>
internal sealed class FirstWorkload(EngineUnderTest engine, Line[] patients, Order order)
    : Workload(engine, [.. patients.Select(PatientGenerator.Json)], order)
{
    private const ulong All = (1UL << HandDecision.RuleCount) - 1;

    public Contestant Nullable() => Order.Contestant(Names.Nullable, who =>
    {
        var sum = 0UL;
        foreach (var i in who)
        {
            var verdicts = NullableRules.Decide(patients[i].Patient, patients[i].Lesion);
            sum = Sum(sum, [verdicts.Met], [verdicts.NotMet]);
        }
        return sum;
    });

    public Contestant Plain() => Plain(Names.Plain, Order);

    public Contestant PlainAgain() => Plain(Names.PlainAgain, Order.Repeated(patients.Length));

    private Contestant Plain(string name, Order order)
    {
        var people = patients.Select(l => new PlainPatient(l.Patient)).ToArray();
        var lesions = patients.Select(l => new PlainLesion(l.Lesion)).ToArray();
        return order.Contestant(name, who =>
        {
            var sum = 0UL;
            foreach (var i in who)
            {
                var met = PlainRules.Decide(people[i], lesions[i]);
                sum = Sum(sum, [met], [~met & All]);
            }
            return sum;
        });
    }
}
