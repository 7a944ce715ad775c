using ResidentPortal.Core.Otp;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Otp;

public sealed class NationTallyTests : IAsyncDisposable
{
    private readonly CoreWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task S_06_A_minute_that_is_full_lets_the_next_in_when_its_first_second_has_left_it()
    {
        var tally = _world.Get<NationTally>();
        await using var db = _world.OpenDatabase();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var begin = _world.Clock.GetUtcNow();
        foreach (var pause in new[] { 0, 0, 20, 25 })
        {
            _world.Clock.Advance(TimeSpan.FromSeconds(pause));
            (await tally.FullUntilAsync(db, AttemptAction.CodeSent, perMinute: 4)).ShouldBeNull();
            await tally.NoteAsync(db, AttemptAction.CodeSent);
        }

        var until = (await tally.FullUntilAsync(db, AttemptAction.CodeSent, perMinute: 4)).ShouldNotBeNull();
        (until - begin).ShouldBeInRange(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(61));
        (await tally.FullUntilAsync(db, AttemptAction.CodeSent, perMinute: 5)).ShouldBeNull();
        (await tally.FullUntilAsync(db, AttemptAction.ContactCodeSent, perMinute: 1)).ShouldBeNull("each kind is counted for itself");

        _world.Clock.Advance(until - _world.Clock.GetUtcNow());
        (await tally.FullUntilAsync(db, AttemptAction.CodeSent, perMinute: 4)).ShouldBeNull();
        (await tally.FullUntilAsync(db, AttemptAction.CodeSent, perMinute: 2)).ShouldNotBeNull("two of the four are younger");
    }
}
