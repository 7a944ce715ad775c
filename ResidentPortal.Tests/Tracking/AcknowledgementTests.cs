using System.Net;
using ResidentPortal.Tests.Cards;
using ResidentPortal.Tests.Privacy;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Tracking;

/// <summary>Requests as PDF files: the whole to their owner and to whoever entered the code, the open facts to anybody else.</summary>
public sealed class AcknowledgementTests : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private PortalClient _owner = default!;
    private string _reference = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        _owner = new PortalClient(_portal);
        await _owner.SignInAsync();
        _reference = (await _owner.OrderCardAsync()).Path.Split('/')[^1];
    }

    public async ValueTask DisposeAsync()
    {
        _owner.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task S_45_The_owner_gets_the_whole_as_a_file_that_nobody_keeps()
    {
        var file = await _owner.PostFormAsync(await _owner.GetAsync(Links.RequestOf(_reference)), Links.Acknowledgement);
        file.Headers["Content-Type"].ShouldBe("application/pdf");
        file.Headers["Content-Disposition"].ShouldStartWith($"attachment; filename=request-{_reference[^4..]}.pdf");
        file.Headers["Cache-Control"].ShouldContain("no-store");
        var text = await ReadAsync(file);
        text.ShouldStartWith("Resident Portal Acknowledgement of a request Request reference");
        foreach (var words in new[] { Grouped(_reference), "Printed card, with the ID number masked", "The ID office has taken it. We still check that it is done.", "Stages", "Order taken", "Not yet", $"{Links.Track} to see where it stands now." })
        {
            text.ShouldContain(words);
        }

        Markers.FoundIn(text, Markers.Of(_portal.Sandbox.State.Population.Find(Residents.Meera)!)).ShouldBeEmpty();
    }

    [Fact]
    public async Task In_Arabic_it_is_written_in_Arabic_and_its_number_still_runs_to_the_right()
    {
        var words = new PortalWords("ar");
        _owner.Headers["Accept-Language"] = "ar";
        var text = await ReadAsync(await _owner.PostFormAsync(await _owner.GetAsync(Links.RequestOf(_reference)), Links.Acknowledgement));
        foreach (var said in new[] { words["Paper.Title"], words["Receipt.Number"], words["Paper.Stages"], words["Order.Stage.Recorded"], Grouped(_reference) })
        {
            text.ShouldContain(said);
        }
    }

    [Fact]
    public async Task Without_a_code_it_holds_the_open_facts_and_no_more()
    {
        using var visitor = new PortalClient(_portal);
        var file = await visitor.PostFormAsync(await TrackAsync(visitor, _reference), Links.Acknowledgement);
        file.Headers["Content-Disposition"].ShouldStartWith($"attachment; filename=request-{_reference[^4..]}.pdf");
        var text = await ReadAsync(file);
        text.ShouldContain("What you asked for Printed card Where it stands");
        text.ShouldContain("Order taken");
        text.ShouldNotContain("masked");
    }

    [Fact]
    public async Task After_the_code_it_holds_the_whole()
    {
        using var visitor = new PortalClient(_portal);
        await _portal.ForgetAttemptsAsync();
        var asked = await visitor.PostFormAsync(await TrackAsync(visitor, _reference), "send", ("Channel", "email"));
        var whole = await visitor.PostFormAsync(asked, "code", ("Code", await _portal.ReadCodeAsync(Residents.MeerasEmail)));
        (await ReadAsync(await visitor.PostFormAsync(whole, Links.Acknowledgement))).ShouldContain("Printed card, with the ID number masked");
    }

    [Fact]
    public async Task Of_a_registration_it_names_the_number_that_was_typed_its_state_and_its_stages()
    {
        using var visitor = new PortalClient(_portal);
        var file = await visitor.PostFormAsync(await TrackAsync(visitor, Residents.MeerasRid), Links.Acknowledgement);
        file.Headers["Content-Disposition"].ShouldStartWith("attachment; filename=request-0000.pdf");
        var text = await ReadAsync(file);
        text.ShouldContain(Residents.MeerasRid);
        text.ShouldContain("Finished");
        text.ShouldContain("Compared with other records");
    }

    [Fact]
    public async Task S_25_S_35_Another_persons_reference_and_a_form_without_its_token_give_no_file()
    {
        using var other = new PortalClient(_portal);
        var home = await other.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        (await other.PostForgedAsync(Links.Acknowledgement, await other.GetAsync(Links.Track), ("EventId", _reference))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.PostAsync(Links.Acknowledgement, ("EventId", _reference))).Status.ShouldBe(HttpStatusCode.BadRequest);
        home.Status.ShouldBe(HttpStatusCode.OK);
        (await other.PostForgedAsync(Links.Acknowledgement, await other.GetAsync(Links.Track), ("Number", "7777888899990001"))).Location.ShouldBe(Links.Track);
    }

    private static string Grouped(string reference) => string.Join(' ', reference.Chunk(4).Select(group => new string(group)));

    private static async Task<Answer> TrackAsync(PortalClient client, string number) => await client.PostFormAsync(await client.GetAsync(Links.Track), "track", ("Number", number));

    private static async Task<string> ReadAsync(Answer answer)
    {
        using var file = new CardFile(answer.Bytes);
        return string.Join(' ', (await CardSpecimens.ReadAsync(file.Path)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
