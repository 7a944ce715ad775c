using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Storage;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Notifications;

/// <summary>Which messages carry "This was not me".</summary>
public sealed class AlarmLinkTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task What_goes_to_the_registered_contacts_carries_a_link_of_its_own()
    {
        var (first, second) = (await AddAsync(_world, NoticeKind.SignInsEnded), await AddAsync(_world, NoticeKind.SignInsEnded));
        first.AlarmKey.ShouldNotBeNull();
        second.AlarmKey.ShouldNotBe(first.AlarmKey);
        await _world.Get<SendNotices>().ExecuteAsync();
        var texts = _world.Platform.SmsTo(Meera).ToList();
        texts.Count.ShouldBe(2);
        texts.ShouldAllBe(text => text.StartsWith("Sign-ins with your ID number were ended at 2026-11-24 10:00 UTC. Was this not you? Open https://resident.example.org/not-me/", StringComparison.Ordinal));
        texts.Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_goes_to_one_contact_alone_carries_none_since_anybody_may_read_it()
    {
        var contact = _world.Platform.State.Population.Find(Meera)!.Phone!;
        (await AddAsync(_world, NoticeKind.LostNumberNotFound, contact, isRegistered: false)).AlarmKey.ShouldBeNull();
        (await AddAsync(_world, NoticeKind.ContactChangeAsked, contact)).AlarmKey.ShouldBeNull();
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldAllBe(text => text.EndsWith("Was this not you? Sign in at resident.example.org and lock everything.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_tells_of_an_alarm_carries_none_since_nothing_is_left_to_lock()
    {
        (await AddAsync(_world, NoticeKind.AlarmRaised)).AlarmKey.ShouldBeNull();
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldHaveSingleItem().ShouldEndWith("Was this not you? Contact the ID office.");
    }

    [Fact]
    public async Task Without_an_address_of_the_portal_messages_carry_no_link()
    {
        await using var world = new CoreWorld(("Portal:PublicAddress", null!), ("CardKeys:Issuer", "https://resident.example.org"));
        await AddAsync(world, NoticeKind.SignInsEnded);
        await world.Get<SendNotices>().ExecuteAsync();
        world.Platform.SmsTo(Meera).ShouldHaveSingleItem().ShouldBe("Sign-ins with your ID number were ended at 2026-11-24 10:00 UTC. Was this not you? Contact the ID office.");
    }

    private static async Task<NoticeRow> AddAsync(CoreWorld world, NoticeKind kind, string? contact = null, bool isRegistered = true)
    {
        var (uin, vault) = (Number(Meera), world.Get<Vault>());
        var occasion = Guid.NewGuid().ToString("N");
        await using var db = world.OpenDatabase();
        world.Get<Notices>().Add(db, new Notice(kind, isRegistered ? vault.Seal(uin) : null, "eng", occasion) { SealedTo = contact is null ? null : vault.Seal(Notice.ContactPurpose, contact) });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return await db.Notices.SingleAsync(row => row.Occasion == occasion, TestContext.Current.CancellationToken);
    }
}
