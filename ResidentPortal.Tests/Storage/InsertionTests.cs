using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Storage;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Storage;

public sealed class InsertionTests : IAsyncDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 28, 9, 30, 15, 250, TimeSpan.Zero);

    private readonly CoreWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_row_that_is_inserted_at_once_is_read_as_one_that_was_tracked()
    {
        var (inserted, tracked) = (Code(), Code());
        await using (var db = _world.OpenDatabase())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await db.InsertAsync(inserted);
            db.Codes.Add(tracked);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        await using var reader = _world.OpenDatabase();
        var rows = await reader.Codes.AsNoTracking().ToDictionaryAsync(row => row.Id, TestContext.Current.CancellationToken);
        foreach (var property in typeof(CodeRow).GetProperties().Where(property => property.Name is not nameof(CodeRow.Id)))
        {
            property.GetValue(rows[inserted.Id]).ShouldBe(property.GetValue(inserted), property.Name);
            property.GetValue(rows[tracked.Id]).ShouldBe(property.GetValue(inserted), property.Name);
        }
    }

    [Fact]
    public async Task A_row_that_the_database_numbers_is_numbered()
    {
        await using var db = _world.OpenDatabase();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await db.InsertAsync(Attempt("one"));
        await db.InsertAsync(Attempt("two"));
        (await db.Attempts.OrderBy(row => row.Id).Select(row => row.Subject).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["one", "two"]);
        (await db.Attempts.Select(row => row.Id).Distinct().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_inserted_is_taken_back_with_its_transaction()
    {
        await using var db = _world.OpenDatabase();
        await using (await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await db.InsertAsync(Attempt("one"));
        }

        (await db.Attempts.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    private static AttemptRow Attempt(string subject) => new() { Action = AttemptAction.Tracked, Subject = subject, At = At };

    private static CodeRow Code() => new()
    {
        Id = Guid.NewGuid(),
        HolderKey = "holder",
        Purpose = CodePurpose.ProgramBothWays,
        TransactionId = "1234567890",
        SealedIndividualId = "sealed",
        IdentifierKey = "identifier",
        DeviceKey = "device",
        Channel = OtpChannel.Email,
        Language = "ara",
        IsSharedDevice = true,
        State = CodeState.Answered,
        AskedAt = At,
        ExpiresAt = At.AddMinutes(3),
        Tries = 2,
        PersonKey = "person",
    };
}
