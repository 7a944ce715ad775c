using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Updates;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Updates;

/// <summary>A change of phone or e-mail (S-12): proved by a code to the new one, told to the old one.</summary>
public sealed class ContactChangeTests : IAsyncLifetime
{
    private const string NewEmail = "meera.new@example.org";

    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync()
    {
        _session = (await _world.SignInAsync()).SessionId;
        await _world.ChooseAsync(_session, "email");
        await _world.AnswerAsync(_session, "email", NewEmail);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_code_goes_to_the_new_address_and_nowhere_else_and_proves_it()
    {
        (await _world.UpdateAsync(_session)).Draft!.Tasks.Select(task => $"{task.Kind} {task.State}").ShouldBe(["Answer Done", "Proof ToDo"]);
        await _world.Get<AskForNewContactCode>().ExecuteAsync(_session, HomePhone, "email", Language.English);
        await _world.Get<SendContactCodes>().ExecuteAsync();
        _world.Platform.State.Outbox.Messages[0].To.ShouldBe(NewEmail);
        (await _world.Get<EnterNewContactCode>().ExecuteAsync(_session, HomePhone, "email", _world.Platform.LatestCode())).Value.Task.ShouldBeNull();
        (await _world.UpdateAsync(_session)).Draft!.IsReady.ShouldBeTrue();
    }

    [Fact]
    public async Task A_wrong_code_proves_nothing_and_nothing_is_sent_without_the_right_one()
    {
        await _world.Get<AskForNewContactCode>().ExecuteAsync(_session, HomePhone, "email", Language.English);
        await _world.Get<SendContactCodes>().ExecuteAsync();
        (await _world.Get<EnterNewContactCode>().ExecuteAsync(_session, HomePhone, "email", _world.WrongCode())).Problem!.Key.ShouldBe(OtpProblems.Wrong.Key);
        (await _world.Get<CheckUpdate>().ExecuteAsync(_session, HomePhone, Language.English)).Problem.ShouldBe(UpdateProblems.NotReady);
    }

    [Fact]
    public async Task An_address_changed_after_its_code_is_to_be_proved_again()
    {
        (await _world.ProveAsync(_session, "email")).IsSuccess.ShouldBeTrue();
        await _world.AnswerAsync(_session, "email", "meera.other@example.org");
        (await _world.UpdateAsync(_session)).Draft!.IsReady.ShouldBeFalse();
    }

    [Fact]
    public async Task The_old_contacts_and_the_new_one_are_told_without_a_word_of_either()
    {
        await _world.ProveAsync(_session, "email");
        (await _world.SendUpdateAsync(_session)).IsSuccess.ShouldBeTrue();
        await _world.Get<SendNotices>().ExecuteAsync();
        var told = _world.Platform.State.Outbox.Messages.Where(message => message.Text.Contains("asked to change the registered phone or e-mail address", StringComparison.Ordinal)).ToList();
        told.Select(message => message.To).ShouldBe(["9876500001", "meera.k@example.org", NewEmail], ignoreOrder: true);
        told.ShouldAllBe(message => !message.Text.Contains("meera.", StringComparison.Ordinal) && !message.Text.Contains("98765", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_it_is_done_codes_go_to_the_new_address()
    {
        await _world.ProveAsync(_session, "email");
        await _world.LetPassAsync(_session, (await _world.SendUpdateAsync(_session)).Value);
        await _world.AskForCodeAsync(browser: "next", channel: OtpChannel.Email);
        _world.Platform.State.Outbox.Messages[0].To.ShouldBe(NewEmail);
    }
}
