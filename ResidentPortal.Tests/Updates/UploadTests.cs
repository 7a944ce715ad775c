using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;
using ResidentPortal.Core.Updates.Uploads;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;
using static ResidentPortal.Tests.World.SubmissionSteps;

namespace ResidentPortal.Tests.Updates;

/// <summary>Papers that are sent ahead of the update they are for.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_paper_is_kept_made_anew_and_handed_back_to_its_owner()
    {
        var upload = (await _world.UploadAsync(_session)).Value;
        (upload.Category, upload.Type, upload.Name, upload.Format).ShouldBe(("POA", "RNC", "contract.pdf", "pdf"));
        (await _world.Get<ListUploads>().ExecuteAsync(_session, Transaction)).Value.ShouldHaveSingleItem().Id.ShouldBe(upload.Id);
        var file = (await _world.Get<ShowUpload>().ExecuteAsync(_session, Transaction, upload.Id)).Value;
        file.Length.ShouldBe(upload.Size);
        file.ShouldNotBe(UpdateSteps.Paper);
    }

    [Fact]
    public async Task It_is_gone_at_once_when_its_owner_deletes_it()
    {
        var upload = (await _world.UploadAsync(_session)).Value;
        (await _world.Get<RemoveUpload>().ExecuteAsync(_session, Transaction, upload.Id)).IsSuccess.ShouldBeTrue();
        (await _world.Get<RemoveUpload>().ExecuteAsync(_session, Transaction, upload.Id)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<ListUploads>().ExecuteAsync(_session, Transaction)).Problem.ShouldBe(CommonProblems.NotFound);
    }

    [Fact]
    public async Task S_25_Nobody_else_finds_it_and_no_other_transaction()
    {
        var upload = (await _world.UploadAsync(_session)).Value;
        var other = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        var elsewhere = TransactionId.Stored("1111111111");
        foreach (var (session, transaction) in new[] { (other, Transaction), (_session, elsewhere) })
        {
            (await _world.Get<ListUploads>().ExecuteAsync(session, transaction)).Problem.ShouldBe(CommonProblems.NotFound);
            (await _world.Get<ShowUpload>().ExecuteAsync(session, transaction, upload.Id)).Problem.ShouldBe(CommonProblems.NotFound);
            (await _world.Get<RemoveUpload>().ExecuteAsync(session, transaction, upload.Id)).Problem.ShouldBe(CommonProblems.NotFound);
        }

        (await _world.Get<ShowUpload>().ExecuteAsync(_session, Transaction, upload.Id)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task After_a_day_it_is_over_and_then_deleted()
    {
        var upload = (await _world.UploadAsync(_session)).Value;
        _world.Clock.Advance(TimeSpan.FromHours(25));
        var later = (await _world.SignInAsync(browser: "later")).SessionId;
        (await _world.Get<ShowUpload>().ExecuteAsync(later, Transaction, upload.Id)).Problem.ShouldBe(CommonProblems.NotFound);
        await _world.Get<ForgetDrafts>().ExecuteAsync();
        await using var db = _world.OpenDatabase();
        db.Uploads.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_categories_that_a_field_takes_are_kept_and_only_their_types()
    {
        (await _world.UploadAsync(_session, "POR", "MRC")).Problem.ShouldBe(UpdateProblems.UnknownField);
        (await _world.UploadAsync(_session, "POA", "DOC004")).Problem.ShouldBe(UpdateProblems.NoPaperType);
        (await _world.UploadAsync(_session, "POA", type: null)).Problem.ShouldBe(UpdateProblems.NoPaperType);
    }

    [Fact]
    public async Task What_is_no_paper_is_refused_and_stands_in_the_trail()
    {
        (await _world.UploadAsync(_session, file: Contract with { File = [1, 2, 3] })).Problem!.Key.ShouldBe("documents.otherKind");
        await using var db = _world.OpenDatabase();
        db.Uploads.ShouldBeEmpty();
        (await db.AuditRows.SingleAsync(row => row.Event == AuditEvent.DocumentAdded)).Result.ShouldBe(AuditResult.Failure);
    }

    [Fact]
    public async Task A_person_has_so_many_and_no_more()
    {
        await using var world = new CoreWorld(("Updates:UploadsPerPerson", "1"));
        var session = (await world.SignInAsync()).SessionId;
        (await world.UploadAsync(session)).IsSuccess.ShouldBeTrue();
        (await world.UploadAsync(session, transaction: TransactionId.Stored("1111111111"))).Problem!.Key.ShouldBe("updates.tooManyPapers");
        var other = (await world.SignInAsync("4195891024", browser: "other")).SessionId;
        (await world.UploadAsync(other)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_of_it_can_be_read_in_the_database()
    {
        await _world.UploadAsync(_session, file: Contract with { FileName = "Meeras contract.pdf" });
        var file = await _world.ReadDatabaseFileAsync();
        file.ShouldNotContain("Meeras");
        file.ShouldNotContain("%PDF-");
        file.ShouldNotContain(Transaction.Value);
    }
}
