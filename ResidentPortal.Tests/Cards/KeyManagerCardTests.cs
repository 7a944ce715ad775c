using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Tests.World;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace ResidentPortal.Tests.Cards;

/// <summary>Where the authority has the key manager protect the files, the portal does not, and still sees for itself that they open.</summary>
public sealed class KeyManagerCardTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new(("Cards:Protection", "KeyManager"));
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_key_manager_protects_the_file_once()
    {
        var eventId = (await _world.MakeCardAsync(_session)).Value;
        _world.Platform.CountOf(FakeMosip.SignCard).ShouldBe(1);
        using var document = PdfDocument.Open(await _world.FetchCardAsync(_session, eventId), new ParsingOptions { Password = "MEER1990" });
        document.NumberOfPages.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_manager_that_is_down_makes_no_card_and_the_portal_does_not_stand_in_for_it()
    {
        _world.Platform.Next(FakeMosip.SignCard, CommonProblems.ServiceUnavailable);
        var eventId = (await _world.MakeCardAsync(_session)).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Failed);
        (await _world.Get<ShowCardFile>().ExecuteAsync(CardTicket.Of(_session, eventId.Value))).Problem.ShouldBe(CommonProblems.NotFound);
    }

    [Fact]
    public async Task A_file_that_comes_back_without_a_password_is_not_offered()
    {
        _world.Platform.ForgetsPassword = true;
        var eventId = (await _world.MakeCardAsync(_session)).Value;
        var receipt = await _world.ReceiptAsync(_session, eventId);
        (receipt.State, receipt.Problem).ShouldBe((ActState.Failed, CardProblems.DoesNotOpen.Key));
    }
}
