using ResidentPortal.Sandbox;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace ResidentPortal.Tests.Api;

public sealed class DownloadListsContractTests(ApiPortal portal)
{
    private const string InPlace = "/download/registration-centers-list";
    private const string Near = "/download/nearestRegistrationcenters";
    private const string Taken = "/download/supporting-documents";

    [Theory]
    [InlineData(InPlace + "?langcode=eng&hierarchylevel=1&name=Rabat%20Sale%20Kenitra", "Registration_centers_", "Kenitra Centre")]
    [InlineData(InPlace + "?langcode=fra&hierarchylevel=3&name=Sal%C3%A9", "Registration_centers_", "Centre mobile")]
    [InlineData(Near + "?langcode=eng&longitude=-6.8468&latitude=33.9975&proximitydistance=2000", "Registration_centers_", "Rabat Agdal Centre")]
    [InlineData(Taken + "?langcode=fra", "Supporting_documents_", "Contrat de location")]
    public async Task A_list_is_a_PDF_in_the_language_that_was_asked_for(string path, string name, string words)
    {
        var reply = await (await portal.ClientAsync()).GetAsync(path);

        (reply.Status, reply.Type).ShouldBe((200, "application/pdf"), reply.Type is "application/json" ? reply.Text : null);
        reply.Headers["Content-Disposition"].ShouldMatch($"^attachment; filename=\"{name}[A-Z][a-z]{{2}}_\\d+_\\d{{4}}_\\d+\\.\\d\\d\\.\\d\\d_[AP]M\\.pdf\"$");
        using var pdf = PdfDocument.Open(reply.Bytes);
        string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text)).ShouldContain(words);
    }

    [Theory]
    [InlineData(InPlace + "?hierarchylevel=1&name=Rabat", "RES-SER-418", "Bad Request")]
    [InlineData(InPlace + "?langcode=eng&name=Rabat", "RES-SER-418", "Bad Request")]
    [InlineData(InPlace + "?langcode=eng&hierarchylevel=one&name=", "RES-SER-418", "Bad Request")]
    [InlineData(InPlace + "?langcode=eng&hierarchylevel=1", "RES-SER-418", "Bad Request")]
    [InlineData(InPlace + "?langcode=xyz&hierarchylevel=1&name=", "RES-SER-410", "Invalid Input Parameter- languageCode")]
    [InlineData(InPlace + "?langcode=eng&hierarchylevel=1&name=%20", "RES-SER-518", "Name cannot be empty as it is a mandatory field.")]
    [InlineData(InPlace + "?langcode=eng&hierarchylevel=1&name=Atlantis", "RES-SER-418", "KER-MSD-215 --> Bad Request")]
    [InlineData(InPlace + "?langcode=eng&hierarchylevel=1&name=..%2Fx", "RES-SER-418", "KER-MSD-215 --> Bad Request")]
    [InlineData(Near + "?langcode=xyz&longitude=x&latitude=1&proximitydistance=1", "RES-SER-418", "Bad Request")]
    [InlineData(Near + "?langcode=xyz&longitude=1&latitude=1&proximitydistance=1", "RES-SER-410", "Invalid Input Parameter- languageCode")]
    [InlineData(Near + "?langcode=eng&longitude=181&latitude=1&proximitydistance=1", "RES-SER-418", "Bad Request")]
    [InlineData(Near + "?langcode=eng&longitude=1&latitude=1&proximitydistance=1", "RES-SER-418", "KER-MSD-215 --> Bad Request")]
    [InlineData(Taken, "RES-SER-418", "Bad Request")]
    [InlineData(Taken + "?langcode=xyz", "RES-SER-410", "Invalid Input Parameter- languageCode")]
    [InlineData(Taken + "?langcode=", "RES-SER-410", "Invalid Input Parameter- languageCode")]
    public async Task Each_check_answers_in_its_turn(string path, string code, string message) => (await (await portal.ClientAsync()).GetAsync(path)).Error.ShouldBe((code, message));
}
