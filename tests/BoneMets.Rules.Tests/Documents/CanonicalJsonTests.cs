using System.Text;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Tests.Documents;

public class CanonicalJsonTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.00", "0")]
    [InlineData("0e99999999999999999999", "0")]
    [InlineData("2.50", "2.5")]
    [InlineData("25e-1", "2.5")]
    [InlineData("-250E-2", "-2.5")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5e+1", "15")]
    [InlineData("100", "100")]
    [InlineData("0.0010", "0.001")]
    [InlineData("123e-5", "0.00123")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("10e1000000000000", "1e1000000000001")]
    [InlineData("-0.1e-5000", "-1e-5001")]
    public void A_number_has_one_spelling(string raw, string expected) => Assert.Equal(expected, CanonicalJson.Number(raw));

    [Theory]
    [InlineData("{ \"b\": 1, \"a\": [ true, null ] /* c */ }", """{"a":[true,null],"b":1}""")]
    [InlineData("{\"$schema\": \"x\", \"a\": {\"$schema\": 1}}", """{"a":{"$schema":1}}""")]
    [InlineData("{\"a\": \"\\u00e4\\/\\u0026\\u0001\\t\\\"\\\\\\ud83d\\ude00\"}", "{\"a\":\"ä/&\\u0001\\t\\\"\\\\😀\"}")]
    [InlineData("{\"b\": 1, \"B\\u0061\": 2, \"_\": 3}", """{"Ba":2,"_":3,"b":1}""")]
    [InlineData("[]", "[]")]
    public void A_document_has_one_spelling(string text, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(CanonicalJson.Of(JsonText.Parse("d", text).Root!)));

    [Fact]
    public void The_hash_is_of_the_content_and_not_of_the_layout()
    {
        const string Expected = "sha256:43258cff783fe7036d8a43033f830adfc60ec037382473548ac742b888292777";
        foreach (var text in (string[])["{\"b\":2,\"a\":1}", "{ \"$schema\": \"s\", \"a\": 1.0, // c\r\n \"b\": 20e-1 }"])
            Assert.Equal(Expected, ContentHash.Of(JsonText.Parse("d", text).Root!));
    }
}
