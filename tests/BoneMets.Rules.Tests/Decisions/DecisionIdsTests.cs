using BoneMets.Rules.Decisions;

namespace BoneMets.Rules.Tests.Decisions;

public sealed class DecisionIdsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 8, 30, 0, 123, TimeSpan.Zero);

    [Theory]
    [InlineData("1970-01-01T00:00:00Z", "00000000-0000-7")]
    [InlineData("1970-01-01T00:00:00.001Z", "00000000-0001-7")]
    [InlineData("2022-02-22T14:22:22-05:00", "017f22e2-79b0-7")] // the example of RFC 9562, appendix A.6
    [InlineData("9999-12-31T23:59:59.999Z", "e677d21f-dbff-7")]
    public void An_id_begins_with_the_millisecond_and_its_version(string now, string start)
    {
        var id = DecisionIds.New(DateTimeOffset.Parse(now));

        Assert.StartsWith(start, id.ToString("D"), StringComparison.Ordinal);
        Assert.Equal(7, id.Version);
        Assert.InRange(id.Variant, 0x8, 0xB);
    }

    [Fact]
    public void Ids_of_one_millisecond_on_several_threads_are_all_different()
    {
        var ids = new Guid[4, 5_000];

        Parallel.For(0, 4, thread =>
        {
            for (var i = 0; i < 5_000; i++) ids[thread, i] = DecisionIds.New(Now);
        });

        Assert.Equal(ids.Length, ids.Cast<Guid>().Distinct().Count());
    }

    [Fact]
    public void Every_bit_that_is_left_to_chance_is_set_now_and_then()
    {
        var (ever, always) = (UInt128.Zero, UInt128.MaxValue);
        for (var i = 0; i < 1_000; i++)
        {
            var bits = UInt128.Parse(DecisionIds.New(Now).ToString("N"), System.Globalization.NumberStyles.HexNumber);
            (ever, always) = (ever | bits, always & bits);
        }

        // The version's 4 bits and the variant's 2 are fixed, the 74 others are not.
        Assert.Equal("0fff3fffffffffffffff", (ever & ~always).ToString("x32")[12..]);
    }

    [Fact]
    public void A_time_before_1970_has_no_id() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DecisionIds.New(DateTimeOffset.UnixEpoch.AddMilliseconds(-1)));
}
