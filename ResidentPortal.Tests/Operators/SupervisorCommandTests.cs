using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ResidentPortal.Commands;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Operators;

/// <summary>The first supervisor is made by a command, without a password that somebody else knows.</summary>
public sealed class SupervisorCommandTests : IAsyncLifetime
{
    private static readonly string[] Words = ["--number", "S001", "--name", "Selam Abebe", "--centre", "10001"];

    private PortalHost _portal = default!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync(change: null, ("Kiosks:Enabled", "true"));

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_command_writes_a_link_and_nobody_can_sign_in_before_it_was_used()
    {
        using var output = new StringWriter();
        (await AddAsync(Words, Residents.Priya, output)).ShouldBe(0);
        var row = await _portal.InAccountsAsync(db => db.Users.SingleAsync());
        (row.UserName, row.IsSupervisor, row.PasswordHash, row.SealedCodeKey).ShouldBe(("S001", true, null, null));
        var link = new Uri(output.ToString().Trim()).AbsolutePath;
        using var client = new PortalClient(_portal);
        (await client.GetAsync(link)).Text.ShouldContain("You are Selam Abebe, number S001.");
    }

    [Fact]
    public void The_program_knows_the_command() => PortalCommands.AreIn(["supervisor", "add"]).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("4952408650")]
    public async Task Without_the_own_UIN_nobody_is_added(string uin) => await NotAddedAsync(Words, uin);

    [Fact]
    public async Task A_word_that_is_missing_adds_nobody() => await NotAddedAsync(["--number", "S001", "--name"], Residents.Priya);

    private async Task NotAddedAsync(string[] words, string uin)
    {
        using var output = new StringWriter();
        (await AddAsync(words, uin, output)).ShouldBe(1);
        output.ToString().ShouldBeEmpty();
        (await _portal.InAccountsAsync(db => db.Users.CountAsync())).ShouldBe(0);
    }

    private async Task<int> AddAsync(string[] words, string uin, StringWriter output)
    {
        using var input = new StringReader(uin);
        return await SupervisorCommands.AddAsync(_portal.Services, NullLogger.Instance, words, input, output);
    }
}
