using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Cards;

/// <summary>One's own photo, for a program of one's own.</summary>
public sealed class OwnPhotoTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(ResidentSteps.Meera, PhotoState.Ready)]
    [InlineData("3805391087", PhotoState.NoneEnrolled)]
    [InlineData("6874698067", PhotoState.Unreadable)]
    public async Task The_enrolled_photo_comes_as_a_JPEG_where_there_is_one_that_can_be_read(string uin, PhotoState state)
    {
        var session = (await _world.SignInAsync(uin)).SessionId;
        var photo = (await _world.Get<ShowOwnPhoto>().ExecuteAsync(session, TestContext.Current.CancellationToken)).Value;
        photo.State.ShouldBe(state);
        (photo.Jpeg is [0xFF, 0xD8, ..]).ShouldBe(state is PhotoState.Ready);
    }

    [Fact]
    public async Task S_25_Without_a_sign_in_there_is_no_photo() =>
        (await _world.Get<ShowOwnPhoto>().ExecuteAsync(Guid.NewGuid(), TestContext.Current.CancellationToken)).Problem.ShouldBe(CommonProblems.SignInNeeded);
}
