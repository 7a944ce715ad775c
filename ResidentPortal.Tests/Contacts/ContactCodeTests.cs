using System.Text.RegularExpressions;
using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Contacts;

/// <summary>Codes to a contact that nobody's identity stands behind: bound to browser, purpose and contact (S-02), once (S-03), limited (S-05, S-06, S-08), and nowhere kept (S-09).</summary>
public sealed partial class ContactCodeTests : IAsyncLifetime
{
    private const string Phone = "9000000007";
    private const string Holder = "holder";
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_answer_comes_before_the_platform_is_asked_anything()
    {
        var asked = await TakeAsync();
        asked.Value.ExpiresAt.ShouldBe(_world.Clock.GetUtcNow().AddSeconds(180));
        asked.Value.NextAt.ShouldBe(_world.Clock.GetUtcNow().AddSeconds(30));
        _world.Platform.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_right_code_proves_the_contact_it_was_sent_to()
    {
        await SendAsync();
        (await EnterAsync(LatestCode())).Value.ShouldBe(Phone);
    }

    [Theory]
    [InlineData("eng", "{0} is your code to find a lost number. Do not tell anyone.")]
    [InlineData("fra", "{0} est votre code pour retrouver un numéro perdu. Ne le dites à personne.")]
    [InlineData("ara", "{0} رمزك للعثور على رقم مفقود. لا تخبر به أحدا.")]
    public async Task The_message_has_the_code_first_its_purpose_and_that_nobody_else_is_to_know_it(string language, string expected)
    {
        await SendAsync(language: Language.Find(language));
        var text = _world.Platform.State.Outbox.To(Phone).ShouldHaveSingleItem().Text;
        text.ShouldBe(string.Format(System.Globalization.CultureInfo.InvariantCulture, expected, LatestCode()));
    }

    [Fact]
    public void Every_message_fits_into_one_text_message()
    {
        OneTimeCode.TryParse("1234567890", out var longest).ShouldBeTrue();
        foreach (var language in Language.All)
        {
            foreach (var purpose in Enum.GetValues<ContactPurpose>())
            {
                // 160 letters of the GSM alphabet, or 70 where a letter is not in it.
                var text = ContactText.Write(purpose, longest, language).Sms;
                text.Length.ShouldBeLessThanOrEqualTo(OutsideGsm().IsMatch(text) ? 70 : 160, text);
            }
        }
    }

    [Fact]
    public async Task An_email_says_its_language_and_its_direction()
    {
        await SendAsync("someone@example.org", OtpChannel.Email, language: Language.Arabic);
        var mail = _world.Platform.State.Outbox.To("someone@example.org").ShouldHaveSingleItem();
        mail.Subject.ShouldBe("رمزك");
        mail.Text.ShouldStartWith("<div lang=\"ar\" dir=\"rtl\"><p>" + LatestCode());
    }

    [Fact]
    public async Task S_09_The_platform_keeps_a_code_under_a_keyed_hash_and_the_portal_keeps_neither_code_nor_contact()
    {
        await SendAsync();
        var key = _world.Platform.OtpKeys.ShouldHaveSingleItem();
        key.Length.ShouldBeInRange(3, 64);
        key.ShouldNotContain(Phone);
        var file = await _world.ReadDatabaseFileAsync();
        file.ShouldNotContain(Phone);
        file.ShouldNotContain(LatestCode());
    }

    [Fact]
    public async Task S_02_A_code_opens_only_for_its_holder_and_its_purpose()
    {
        await SendAsync();
        (await EnterAsync(LatestCode(), holder: "another")).Problem.ShouldBe(OtpProblems.NoneActive);
        (await _world.Get<ContactCheck>().EnterAsync(Holder, ContactPurpose.NewContact, LatestCode(), HomePhone, CancellationToken.None)).Problem.ShouldBe(OtpProblems.NoneActive);
    }

    [Fact]
    public async Task S_02_A_newer_code_of_another_browser_takes_no_code_away()
    {
        await SendAsync();
        var first = LatestCode();
        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        await SendAsync(holder: "another");
        (await EnterAsync(first)).Value.ShouldBe(Phone);
    }

    [Fact]
    public async Task S_03_A_code_opens_once_and_so_it_does_in_parallel()
    {
        await SendAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => EnterAsync(LatestCode())));
        outcomes.Count(outcome => outcome.IsSuccess).ShouldBe(1);
        (await EnterAsync(LatestCode())).Problem.ShouldBe(OtpProblems.NoneActive);
    }

    [Fact]
    public async Task S_04_A_code_is_too_old_after_three_minutes_by_the_clock_of_the_server()
    {
        await SendAsync();
        _world.Clock.Advance(TimeSpan.FromSeconds(180));
        (await EnterAsync(LatestCode())).Problem.ShouldBe(OtpProblems.Expired);
        _world.Platform.CountOf(FakeMosip.ValidateOtp).ShouldBe(0);
    }

    [Fact]
    public async Task S_05_After_the_fourth_wrong_try_a_new_code_is_needed_and_the_platform_sees_no_fifth()
    {
        await SendAsync();
        var wrong = LatestCode() is "000000" ? "000001" : "000000";
        var answers = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var problem = (await EnterAsync(wrong)).Problem!;
            answers.Add($"{problem.Key} {problem.Facts.GetValueOrDefault("tries")}");
        }

        answers.ShouldBe(["otp.wrong ", "otp.wrong 2", "otp.wrong 1", "otp.newCodeNeeded ", "otp.newCodeNeeded "]);
        _world.Platform.CountOf(FakeMosip.ValidateOtp).ShouldBe(4);
        (await EnterAsync(LatestCode())).Problem.ShouldBe(OtpProblems.NewCodeNeeded);
    }

    [Fact]
    public async Task S_05_Ten_wrong_codes_in_a_day_make_a_device_pause_for_half_an_hour()
    {
        for (var code = 0; code < 3; code++)
        {
            await SendAsync($"900000001{code}", holder: $"{code}");
            var wrong = LatestCode() is "000000" ? "000001" : "000000";
            for (var i = 0; i < 4; i++)
            {
                await EnterAsync(wrong, $"{code}");
            }
        }

        (await EnterAsync(LatestCode(), "2")).Problem!.Key.ShouldBe(OtpProblems.DevicePaused.Key);
    }

    [Fact]
    public async Task S_06_A_stranger_cannot_flood_a_phone_from_many_devices()
    {
        for (var i = 0; i < 5; i++)
        {
            (await SendAsync(visitor: new Visitor($"device {i}", $"net {i}"))).IsSuccess.ShouldBeTrue();
            _world.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        (await SendAsync(visitor: new Visitor("device 9", "net 9"))).Problem!.Key.ShouldBe(OtpProblems.TooSoon.Key);
        _world.Platform.State.Outbox.To(Phone).Count.ShouldBe(5);
    }

    [Fact]
    public async Task S_06_Codes_to_one_contact_are_half_a_minute_apart_and_twenty_orders_at_once_send_one()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => SendAsync(holder: $"{i}"))));
        _world.Platform.State.Outbox.To(Phone).ShouldHaveSingleItem();
        (await SendAsync()).Problem!.Facts["at"].ShouldBe(_world.Clock.GetUtcNow().AddSeconds(30));
    }

    [Theory]
    [InlineData("Contacts:DeviceSendsPerDay")]
    [InlineData("Contacts:NetworkSendsPerTenMinutes")]
    [InlineData("Contacts:NationalSendsPerMinute")]
    public async Task S_06_Codes_are_limited_for_a_device_a_network_and_the_nation(string limit)
    {
        await using var world = new CoreWorld((limit, "2"));
        (await TakeAsync(world, "9000000001")).IsSuccess.ShouldBeTrue();
        (await TakeAsync(world, "9000000002")).IsSuccess.ShouldBeTrue();
        (await TakeAsync(world, "9000000003")).Problem!.Key.ShouldBe(OtpProblems.TooSoon.Key);
    }

    [Fact]
    public async Task S_08_Whoever_uses_up_a_contact_at_an_open_page_takes_nothing_from_its_owner_who_is_signed_in()
    {
        for (var i = 0; i < 5; i++)
        {
            await SendAsync(visitor: Stranger);
            _world.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        var order = new ContactOrder(ContactPurpose.NewContact, "owner", Phone, OtpChannel.Phone, Language.English, HomePhone);
        (await _world.Get<ContactDesk>().TakeAsync(order, CancellationToken.None)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_contact_that_is_left_alone_gets_nothing_and_everything_else_is_alike()
    {
        var loud = await SendAsync("9000000001", holder: "loud");
        var order = new ContactOrder(ContactPurpose.LostNumber, "mute", "9000000002", OtpChannel.Phone, Language.English, HomePhone) { IsMute = true };
        var mute = await _world.Get<ContactDesk>().TakeAsync(order, CancellationToken.None);
        await _world.Get<SendContactCodes>().ExecuteAsync();
        mute.Value.ShouldBe(loud.Value);
        (await _world.Get<ContactDesk>().FindAsync("mute", ContactPurpose.LostNumber, CancellationToken.None)).ShouldBe(loud.Value);
        _world.Platform.State.Outbox.To("9000000002").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FakeMosip.GenerateOtp)]
    [InlineData(FakeMosip.SendSms)]
    public async Task An_outage_is_shown_on_the_code_page(string operation)
    {
        _world.Platform.Next(operation, CommonProblems.ServiceUnavailable);
        await SendAsync();
        (await _world.Get<ContactDesk>().FindAsync(Holder, ContactPurpose.LostNumber, CancellationToken.None))!.IsUnreachable.ShouldBeTrue();
    }

    [Fact]
    public async Task A_platform_that_cannot_be_reached_costs_no_try()
    {
        await SendAsync();
        _world.Platform.Next(FakeMosip.ValidateOtp, CommonProblems.ServiceUnavailable, times: 6);
        for (var i = 0; i < 6; i++)
        {
            (await EnterAsync(LatestCode())).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        }

        (await EnterAsync(LatestCode())).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task R_01_A_code_whose_sending_a_crash_cut_off_is_not_sent_twice()
    {
        await TakeAsync();
        await using (var db = _world.OpenDatabase())
        {
            db.ContactCodes.Single().State = CodeState.Sending;
            await db.SaveChangesAsync();
        }

        await _world.Get<SendContactCodes>().ExecuteAsync();
        _world.Platform.Calls.ShouldBeEmpty();
    }

    // What is not in the basic table of GSM 03.38, as far as the portal's languages go.
    [GeneratedRegex(@"[^ -~éèàùìòÇÉ]", RegexOptions.None, 1000)]
    private static partial Regex OutsideGsm();

    private static Task<Outcome<CodeAsked>> TakeAsync(CoreWorld world, string phone) =>
        world.Get<ContactDesk>().TakeAsync(new ContactOrder(ContactPurpose.LostNumber, phone, phone, OtpChannel.Phone, Language.English, HomePhone), CancellationToken.None);

    private string LatestCode() => _world.Platform.LatestCode();

    private Task<Outcome<CodeAsked>> TakeAsync(string contact = Phone, OtpChannel channel = OtpChannel.Phone, string holder = Holder, Language? language = null, Visitor? visitor = null) =>
        _world.Get<ContactDesk>().TakeAsync(new ContactOrder(ContactPurpose.LostNumber, holder, contact, channel, language ?? Language.English, visitor ?? HomePhone), CancellationToken.None);

    private async Task<Outcome<CodeAsked>> SendAsync(string contact = Phone, OtpChannel channel = OtpChannel.Phone, string holder = Holder, Language? language = null, Visitor? visitor = null)
    {
        var asked = await TakeAsync(contact, channel, holder, language, visitor);
        await _world.Get<SendContactCodes>().ExecuteAsync();
        return asked;
    }

    private Task<Outcome<string>> EnterAsync(string code, string holder = Holder) =>
        _world.Get<ContactCheck>().EnterAsync(holder, ContactPurpose.LostNumber, code, HomePhone, CancellationToken.None);
}
