using System.Net;
using ResidentPortal.Core.Audit;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Operators;

/// <summary>Operators who come from the platform's account service: two factors there, the roles and facts from there, and no accounts here.</summary>
public sealed class OperatorIamTests : IAsyncLifetime
{
    private TestIam _iam = default!;
    private PortalHost _portal = default!;
    private PortalClient _client = default!;
    private TestDevice _device = default!;

    public async ValueTask InitializeAsync()
    {
        _iam = await TestIam.StartAsync();
        _portal = await PortalHost.StartAsync(change: null, _iam.Settings);
        _client = new PortalClient(_portal);
        _device = await _client.ProveDeviceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _device.Dispose();
        _client.Dispose();
        await _portal.DisposeAsync();
        await _iam.DisposeAsync();
    }

    [Fact]
    public async Task An_operator_with_two_factors_and_the_role_begins_a_duty()
    {
        (await SignInAsync(TestIam.Operator())).Location.ShouldBe(Links.Desk);
        _client.Cookies.Keys.ShouldContain("__Host-operator");
        var duty = await _portal.InDatabaseAsync(db => db.Duties.SingleAsync(row => row.OperatorNumber == "K204"));
        (duty.OperatorName, duty.CentreCode, duty.IsSupervisor).ShouldBe(("Ada Tessema", OperatorSteps.Centre, false));
        duty.PersonKey.ShouldNotBeNull();
        string.Join('\n', _portal.Log.Lines).ShouldNotContain(OperatorSteps.OwnUin);
    }

    [Fact]
    public async Task A_supervisor_needs_no_device()
    {
        _client.Cookies.Remove("__Host-kiosk");
        (await SignInAsync(TestIam.Operator("KIOSK_SUPERVISOR"))).Location.ShouldBe(Links.KioskSupervisor);
        (await _client.GetAsync(Links.KioskSupervisor)).Text.ShouldContain("You are on duty with number K204.");
    }

    [Theory]
    [InlineData("acr", "pwd")]
    [InlineData("acr", null)]
    [InlineData("auth_time", "1000000000")]
    [InlineData("uin", null)]
    [InlineData("uin", "4952408650")]
    [InlineData("working_hours", null)]
    [InlineData("operator_number", null)]
    [InlineData("centre_code", null)]
    [InlineData("realm_access", null)]
    public async Task S_72_What_is_missing_there_opens_nothing_here(string claim, string? value)
    {
        var claims = TestIam.Operator();
        claims.Remove(claim);
        if (value is not null)
        {
            claims[claim] = value;
        }

        (await SignInAsync(claims)).Location.ShouldBe(Links.KioskSignInAfter("operators.iamRefused"));
        _client.Cookies.Keys.ShouldNotContain("__Host-operator");
        (await _client.GetAsync(Links.KioskSignInAfter("operators.iamRefused"))).Text.ShouldContain(new PortalWords("en").Problem("operators.iamRefused"));
        (await _portal.InDatabaseAsync(db => db.AuditRows.CountAsync(row => row.Event == AuditEvent.Refused && row.Note == "IamRefused, nobody"))).ShouldBe(1);
    }

    [Fact]
    public async Task S_72_Another_centre_is_refused_with_its_sentence()
    {
        var claims = TestIam.Operator();
        claims["centre_code"] = "10002";
        var back = await SignInAsync(claims);
        back.Location.ShouldBe(Links.KioskSignInAfter("kiosks.otherCentre"));
        (await _client.GetAsync(back.Location!)).Text.ShouldContain(new PortalWords("en").Problem("kiosks.otherCentre"));
    }

    [Fact]
    public async Task Accounts_of_here_open_nothing()
    {
        var page = await _client.GetAsync(Links.KioskSignIn);
        page.Text.ShouldContain("Sign in with your staff account");
        page.Body.ShouldNotContain("name=\"Password\"");
        var link = await _portal.AddOperatorAsync("S001", isSupervisor: true);
        (await _client.GetAsync(link)).Text.ShouldContain("This link was used already, or is older than a day.");
    }

    [Fact]
    public async Task The_screen_comes_back_by_signing_in_there_again()
    {
        await SignInAsync(TestIam.Operator());
        var before = _client.Cookies["__Host-operator"];
        (await _client.GetAsync(Links.KioskBack)).Body.ShouldContain(Links.KioskIamBack);
        (await SignInAsync(TestIam.Operator(), Links.KioskIamBack)).Location.ShouldBe(Links.DeskVisit);
        _client.Cookies["__Host-operator"].ShouldNotBe(before);
        var other = TestIam.Operator();
        (other["sub"], other["operator_number"]) = ("another", "K205");
        (await SignInAsync(other, Links.KioskIamBack)).Location.ShouldBe(Links.KioskSignInAfter("kiosks.handedOver"));
    }

    private async Task<Answer> SignInAsync(Dictionary<string, object> claims, string path = Links.KioskIam)
    {
        var asked = await _client.GetAsync(path);
        asked.Status.ShouldBe(HttpStatusCode.Redirect, asked.Text);
        asked.Location.ShouldNotBeNull().ShouldContain("code_challenge_method=S256");
        asked.Location.ShouldContain("prompt=login");
        return await _client.GetAsync(_iam.Prove(asked.Location, claims));
    }
}
