using BoneMets.Rules.Facts.Fhir;

namespace BoneMets.Rules.Tests.Facts.Fhir;

public sealed class FhirPathTests
{
    [Theory]
    [InlineData("birthDate", "birthDate")]
    [InlineData("code.coding.code", "code coding code")]
    [InlineData("extension.where(url='http://a.b/c-d').valueCode", "extension [url=http://a.b/c-d] valueCode")]
    [InlineData("code.coding.where(system.value='x').first().code", "code coding [system.value=x] first code")]
    [InlineData("bodySite.exists()", "bodySite exists")]
    [InlineData("a.where(b='')", "a [b=]")]
    public void A_path_is_parsed_into_steps(string text, string steps)
    {
        var path = FhirPath.Parse(text)!;
        Assert.Equal(steps, string.Join(' ', path.Steps.Select(s => s switch
        {
            FhirElementStep element => element.Name,
            FhirWhereStep where => $"[{string.Join('.', where.Names)}={where.Text}]",
            FhirFirstStep => "first",
            _ => "exists",
        })));
        Assert.Equal(path, FhirPath.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".a")]
    [InlineData("a.")]
    [InlineData("a..b")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a[0]")]
    [InlineData("value[x]")]
    [InlineData("first()")]
    [InlineData("where(a='b')")]
    [InlineData("a.exists().b")]
    [InlineData("a.last()")]
    [InlineData("a.first(1)")]
    [InlineData("a.where(b)")]
    [InlineData("a.where(b=c)")]
    [InlineData("a.where(b='c'")]
    [InlineData("a.where(b='it\\'s')")]
    [InlineData("a.where(='c')")]
    [InlineData("a.where(b.='c')")]
    [InlineData("a.where(b='c')d")]
    [InlineData("a | b")]
    [InlineData("a = 'b'")]
    public void What_lies_outside_is_no_path(string text) => Assert.Null(FhirPath.Parse(text));
}
