using ResidentPortal.Core.Storage;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Storage;

public sealed class TogetherTests
{
    [Fact]
    public async Task R_16_Of_many_who_bring_at_once_nobody_is_forgotten_and_only_one_is_at_work()
    {
        var (atWork, most, largest) = (0, 0, 0);
        var together = new Together<TaskCompletionSource>(7, async pieces =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atWork));
            largest = Math.Max(largest, pieces.Count);
            await Task.Yield();
            Interlocked.Decrement(ref atWork);
            pieces.ForEach(piece => piece.SetResult());
        });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var turn = 0; turn < 4_000; turn++)
            {
                var piece = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await together.BringAsync(piece);
                await piece.Task;
            }
        }))).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        most.ShouldBe(1);
        largest.ShouldBeInRange(2, 7);
    }
}
