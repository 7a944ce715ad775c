using Microsoft.Extensions.Logging;
using ResidentPortal.Commands;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Sessions;

/// <summary>S-21: staff end the sign-ins of a person by a command that takes the number from standard input.</summary>
public sealed class SignInCommandTests : IAsyncLifetime
{
    private readonly KeptLog _log = new();
    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        _client = new PortalClient(_portal);
        await _client.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _log.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task S_21_Every_sign_in_of_the_person_on_the_first_line_is_ended_and_no_line_names_the_person()
    {
        (await EndAsync("4952 408 651\n")).ShouldBe(0);
        (await _client.GetAsync(Links.Home)).Location.ShouldBe(Links.SignedOutElsewhere);
        _log.Lines.ShouldHaveSingleItem().ShouldContain("1 sign-ins were ended.");
        _log.Lines.ShouldAllBe(line => !line.Contains(Residents.Meera, StringComparison.Ordinal));
        (await _portal.InDatabaseAsync(db => Task.FromResult(db.Sessions.Single().End))).ShouldBe(SessionEnd.EndedByStaff);
    }

    [Theory]
    [InlineData("")]
    [InlineData("4952408652")]
    [InlineData("hello")]
    public async Task What_is_no_number_ends_nothing(string input)
    {
        (await EndAsync(input)).ShouldBe(1);
        (await _client.GetAsync(Links.Home)).Location.ShouldBeNull();
    }

    [Fact]
    public void The_commands_are_known_by_their_two_words()
    {
        PortalCommands.AreIn(["sign-ins", "end"]).ShouldBeTrue();
        PortalCommands.AreIn(["sign-ins", "list"]).ShouldBeTrue();
        PortalCommands.AreIn(["audit", "verify"]).ShouldBeTrue();
        PortalCommands.AreIn(["sign-ins"]).ShouldBeFalse();
        PortalCommands.AreIn(["--urls", "http://+:80"]).ShouldBeFalse();
    }

    private async Task<int> EndAsync(string input)
    {
        using var reader = new StringReader(input);
        return await SignInCommands.EndAsync(_portal.Services, _log, reader);
    }
}
