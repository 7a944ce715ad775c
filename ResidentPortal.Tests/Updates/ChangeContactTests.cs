using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Updates;
using ResidentPortal.Core.Updates.Whole;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;
using static ResidentPortal.Tests.World.SubmissionSteps;

namespace ResidentPortal.Tests.Updates;

/// <summary>A new phone number or e-mail address at once, proved by a code that it was sent.</summary>
public sealed class ChangeContactTests : IAsyncLifetime
{
    private const string NewEmail = "meera.new@example.org";

    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(NewEmail, "email")]
    [InlineData("9876511111", "phone")]
    public async Task A_code_goes_to_the_new_contact_alone_and_the_change_is_sent_with_it(string contact, string field)
    {
        await AskAsync(contact);
        _world.Platform.State.Outbox.Messages[0].To.ShouldBe(contact);
        (await ChangeAsync(contact, _world.Platform.LatestCode())).IsSuccess.ShouldBeTrue();
        _world.Platform.Packets.ShouldHaveSingleItem().Fields.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(field, FieldValue.Of(contact)));
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.State.Outbox.Messages.Where(message => message.Text.Contains("asked to change the registered phone or e-mail address", StringComparison.Ordinal))
            .Select(message => message.To).ShouldBe(["9876500001", "meera.k@example.org", contact], ignoreOrder: true);
    }

    [Fact]
    public async Task S_12_A_wrong_code_changes_nothing()
    {
        await AskAsync(NewEmail);
        (await ChangeAsync(NewEmail, _world.WrongCode())).Problem!.Key.ShouldBe(OtpProblems.Wrong.Key);
        _world.Platform.Packets.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_code_proves_the_contact_it_was_sent_to_in_its_transaction_and_no_other()
    {
        await AskAsync(NewEmail);
        var code = _world.Platform.LatestCode();
        (await ChangeAsync(NewEmail, code, TransactionId.Stored("1111111111"))).Problem.ShouldBe(OtpProblems.NoneActive);
        (await ChangeAsync("meera.other@example.org", code)).Problem.ShouldBe(OtpProblems.NoneActive);
        _world.Platform.Packets.ShouldBeEmpty();
    }

    [Fact]
    public async Task S_25_Nobody_else_enters_it()
    {
        await AskAsync(NewEmail);
        var other = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        var code = _world.Platform.State.Outbox.Messages.First(message => message.To is NewEmail).Text;
        (await _world.Get<ChangeContact>().ExecuteAsync(other, HomePhone, new ContactChangeWish(NewEmail, Transaction), string.Concat(code.Where(char.IsAsciiDigit))[..6])).Problem.ShouldBe(OtpProblems.NoneActive);
    }

    [Theory]
    [InlineData("nobody", "contact.notAPhone")]
    [InlineData("", "contact.notAPhone")]
    [InlineData("meera.K@example.org", "updates.sameValue")]
    [InlineData("9876500001", "updates.sameValue")]
    public async Task What_is_no_new_contact_gets_no_code(string contact, string problem)
    {
        (await AskAsync(contact)).Problem!.Key.ShouldBe(problem);
        _world.Platform.OtpKeys.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_an_update_is_on_its_way_there_is_no_code()
    {
        await _world.SubmitAsync(_session, Of(("postalCode", "20100")).WithPaper());
        (await AskAsync(NewEmail)).Problem!.Key.ShouldBe("updates.pending");
        (await AskAsync("meera.k@example.org")).Problem!.Key.ShouldBe("updates.sameValue");
    }

    [Fact]
    public async Task Codes_to_one_contact_are_as_rare_as_on_the_pages()
    {
        await AskAsync(NewEmail);
        (await AskAsync(NewEmail)).Problem!.Key.ShouldBe(OtpProblems.TooSoon.Key);
    }

    [Fact]
    public async Task S_11_Without_a_fresh_sign_in_the_code_is_not_used_up()
    {
        await using var world = new CoreWorld(("Sessions:FreshMinutes", "1"));
        var session = (await world.SignInAsync()).SessionId;
        await world.Get<AskForContactChangeCode>().ExecuteAsync(session, HomePhone, new ContactChangeWish(NewEmail, Transaction));
        await world.Get<SendContactCodes>().ExecuteAsync();
        var code = world.Platform.LatestCode();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await world.Get<ChangeContact>().ExecuteAsync(session, HomePhone, new ContactChangeWish(NewEmail, Transaction), code)).Problem.ShouldBe(CommonProblems.FreshCodeNeeded);
        world.Platform.CountOf(FakeMosip.ValidateOtp).ShouldBe(0);
    }

    private async Task<Outcome<CodeAsked>> AskAsync(string contact)
    {
        var asked = await _world.Get<AskForContactChangeCode>().ExecuteAsync(_session, HomePhone, new ContactChangeWish(contact, Transaction));
        await _world.Get<SendContactCodes>().ExecuteAsync();
        return asked;
    }

    private Task<Outcome<EventId>> ChangeAsync(string contact, string code, TransactionId? transaction = null) =>
        _world.Get<ChangeContact>().ExecuteAsync(_session, HomePhone, new ContactChangeWish(contact, transaction ?? Transaction), code);
}
