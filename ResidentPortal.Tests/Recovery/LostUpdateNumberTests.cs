using ResidentPortal.Core.Recovery;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Recovery.RecoverySteps;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Recovery;

/// <summary>The request number of an update that is on its way: the platform knows no identity by it yet, the portal knows who sent it.</summary>
public sealed class LostUpdateNumberTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    public async ValueTask InitializeAsync()
    {
        var session = (await _world.SignInAsync()).SessionId;
        await _world.PreparePostalCodeAsync(session);
        await _world.SendUpdateAsync(session);
        _world.Platform.State.SearchLost(Name, Phone, email: null).Count.ShouldBe(2);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task It_is_found_for_the_one_who_sent_it_and_goes_to_the_registered_contact()
    {
        await _world.TakeAsync(LostNumberKind.Rid);
        await _world.SearchAsync();
        _world.MessagesTo(Phone)[0].ShouldContain("/lost-number/link/");
    }

    [Fact]
    public async Task It_does_not_stand_in_the_way_of_a_lost_UIN()
    {
        await _world.TakeAsync();
        await _world.SearchAsync();
        _world.MessagesTo(Phone)[0].ShouldContain("/lost-number/link/");
    }

    [Fact]
    public async Task A_registration_of_somebody_else_beside_it_still_gives_nothing()
    {
        _world.Platform.State.Registrations.Put(
            Sandbox.Registration.At("10001100010020020260518081500", "PACKET_RECEIVER", "SUCCESS", "PROCESSING", "a stranger's") with { Announcement = new Sandbox.Announcement(Name, Phone, Email: null) });
        await _world.TakeAsync(LostNumberKind.Rid);
        await _world.SearchAsync();
        _world.MessagesTo(Phone)[0].ShouldContain("We could not find one");
    }
}
