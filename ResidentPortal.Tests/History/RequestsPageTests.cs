using System.Net;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.Cards;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.History;

/// <summary>The list of requests over HTTP: what is looked for stands in the address, pins come by forms, files go to their owner alone.</summary>
public sealed class RequestsPageTests : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private PortalClient _owner = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        _owner = new PortalClient(_portal);
        await _owner.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _owner.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_request_is_listed_with_its_state_its_moment_and_its_number()
    {
        (await _owner.GetAsync(Links.Requests)).Text.ShouldContain("You have made no request yet.");
        var id = await MakeVidAsync();
        var page = await _owner.GetAsync(Links.Requests);
        page.Text.ShouldContain("Make a stand-in number Done · ");
        page.Text.ShouldContain(EventId.Stored(id).Grouped);
        page.Body.ShouldContain($"href=\"{Links.RequestOf(id)}\"");
        page.Title.ShouldBe("My requests – Resident Portal");
    }

    [Fact]
    public async Task What_is_looked_for_is_found_and_counted_and_stays_in_the_form()
    {
        var id = await MakeVidAsync();
        var found = await _owner.GetAsync($"{Links.Requests}?what=StandInNumbers&state=Done&from=2020-01-01&until=2040-12-31&number={Uri.EscapeDataString(EventId.Stored(id).Grouped)}");
        found.Text.ShouldContain("1 request found");
        found.Body.ShouldContain("<option value=\"StandInNumbers\" selected");
        found.Body.ShouldContain("value=\"2020-01-01\"");
        (await _owner.GetAsync($"{Links.Requests}?what=Locks")).Text.ShouldContain("0 requests found No request fits what you chose.");
        (await _owner.GetAsync($"{Links.Requests}?until=2020-01-01")).Text.ShouldContain("No request fits what you chose.");
        (await _owner.GetAsync($"{Links.Requests}?what=nothing&state=7&page=-3")).Text.ShouldContain("1 request found");
    }

    [Theory]
    [InlineData("number=1234", "A request reference has 16 digits. Please look at what you typed.")]
    [InlineData("from=31.3.2026", "This is not a day. Write it like 2026-03-31.")]
    [InlineData("until=9999-12-31", "This is not a day. Write it like 2026-03-31.")]
    [InlineData("from=2026-04-01&until=2026-03-31", "The first day comes after the last one.")]
    public async Task What_cannot_be_read_is_said_at_its_field_and_brings_no_list(string query, string sentence)
    {
        await MakeVidAsync();
        var page = await _owner.GetAsync($"{Links.Requests}?{query}");
        page.Text.ShouldContain(sentence);
        page.Body.ShouldContain("error-summary");
        page.Text.ShouldNotContain("Make a stand-in number Done");
        (await _owner.GetAsync($"{Links.RequestsCsv}?{query}")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Days_are_those_of_the_country()
    {
        // Nine in the evening in London is the next day in Addis Ababa.
        await AddAsync(1, new DateTimeOffset(2026, 3, 30, 21, 0, 0, TimeSpan.Zero));
        (await _owner.GetAsync($"{Links.Requests}?from=2026-03-31&until=2026-03-31")).Text.ShouldContain("1 request found");
        (await _owner.GetAsync($"{Links.Requests}?until=2026-03-30")).Text.ShouldContain("0 requests found");
    }

    [Fact]
    public async Task A_pin_is_set_by_a_form_keeps_the_page_and_is_taken_away_again()
    {
        var ids = await AddAsync(25);
        var second = await _owner.GetAsync($"{Links.Requests}?what=Card&page=2");
        second.Text.ShouldContain("Page 2 of 2");
        var pinned = await _owner.PostFormAsync(second, "pin", ("Pin", ids[0]));
        pinned.Location.ShouldBe($"{Links.Requests}?what=Card&page=2");
        var first = await _owner.GetAsync(Links.Requests);
        first.Text.ShouldContain($"{EventId.Stored(ids[0]).Grouped} Pinned Take the pin away");
        first.Body.IndexOf(ids[0], StringComparison.Ordinal).ShouldBeLessThan(first.Body.IndexOf(ids[^1], StringComparison.Ordinal));
        await _owner.PostFormAsync(first, "pin", ("Unpin", ids[0]));
        (await _owner.GetAsync(Links.Requests)).Text.ShouldNotContain("Take the pin away");
        var request = await _owner.GetAsync(Links.RequestOf(ids[0]));
        (await _owner.PostFormAsync(request, "pin", ("IsPinned", "true"))).Location.ShouldBe(Links.RequestOf(ids[0]));
        (await _owner.GetAsync(Links.RequestOf(ids[0]))).Text.ShouldContain("Take the pin away");
    }

    [Fact]
    public async Task The_twenty_first_pin_is_refused_in_words()
    {
        var ids = await AddAsync(21);
        foreach (var id in ids.Take(20))
        {
            await _owner.PostFormAsync(await _owner.GetAsync(Links.Requests), "pin", ("Pin", id));
        }

        var refused = await _owner.PostFormAsync(await _owner.GetAsync(Links.Requests), "pin", ("Pin", ids[20]));
        refused.Status.ShouldBe(HttpStatusCode.OK);
        refused.Text.ShouldContain("You have pinned 20 requests, which is the most. Take a pin away first.");
    }

    [Fact]
    public async Task S_35_S_36_A_pin_wants_the_token_of_its_form_and_no_GET_sets_it()
    {
        var id = (await AddAsync(1))[0];
        (await _owner.PostAsync(Links.Requests, ("_handler", "pin"), ("Pin", id))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await _owner.GetAsync($"{Links.Requests}?Pin={id}&_handler=pin");
        await _owner.GetAsync($"{Links.RequestOf(id)}?IsPinned=true&_handler=pin");
        (await _owner.GetAsync(Links.Requests)).Text.ShouldNotContain("Take the pin away");
    }

    [Fact]
    public async Task S_25_Another_resident_neither_sees_nor_pins_nor_saves_it()
    {
        var id = await MakeVidAsync();
        using var other = new PortalClient(_portal);
        await other.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        var page = await other.GetAsync(Links.Requests);
        page.Body.ShouldNotContain(id);
        (await other.PostForgedAsync(Links.Requests, page, ("_handler", "pin"), ("Pin", id))).Text.ShouldNotContain(EventId.Stored(id).Grouped);
        (await other.GetAsync(Links.RequestsCsv)).Body.ShouldNotContain(EventId.Stored(id).Grouped);
        (await _owner.GetAsync(Links.Requests)).Text.ShouldNotContain("Take the pin away");
        using var nobody = new PortalClient(_portal);
        foreach (var path in new[] { Links.Requests, Links.RequestsCsv, Links.RequestsPdf, Links.ProblemOf(id), Links.Messages })
        {
            (await nobody.GetAsync(path)).Location.ShouldNotBeNull().ShouldStartWith(Links.SignIn);
        }
    }

    [Fact]
    public async Task The_list_is_saved_as_a_table_and_on_paper_that_nobody_keeps()
    {
        var id = await MakeVidAsync();
        await AddAsync(3);
        var table = await _owner.GetAsync($"{Links.RequestsCsv}?what=StandInNumbers");
        table.Headers["Content-Type"].ShouldBe("text/csv; charset=utf-8");
        table.Headers["Content-Disposition"].ShouldStartWith("attachment; filename=requests.csv");
        table.Headers["Cache-Control"].ShouldContain("no-store");
        var lines = table.Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("\"Request\",\"Where it stands\",\"When\",\"Request reference\",\"Pinned\"");
        lines.Length.ShouldBe(2);
        lines[1].ShouldStartWith("\"Make a stand-in number\",\"Done\",");
        lines[1].ShouldEndWith($",\"{EventId.Stored(id).Grouped}\",\"\"");

        var paper = await _owner.GetAsync(Links.RequestsPdf);
        paper.Headers["Content-Type"].ShouldBe("application/pdf");
        paper.Headers["Cache-Control"].ShouldContain("no-store");
        using var file = new CardFile(paper.Bytes);
        var text = await CardSpecimens.ReadAsync(file.Path);
        text.ShouldStartWith("Resident Portal My requests");
        text.ShouldContain(EventId.Stored(id).Grouped);
    }

    private async Task<string> MakeVidAsync() => (await _owner.MakeVidAsync()).Path.Split('/')[^1];

    // Cards that were made long ago, an hour apart, the last one now.
    private Task<List<string>> AddAsync(int count, DateTimeOffset? at = null) => _portal.InDatabaseAsync(async database =>
    {
        var session = database.Sessions.First();
        var last = at ?? TimeProvider.System.GetUtcNow();
        var rows = Enumerable.Range(1, count).Select(i => new ServiceRequestRow
        {
            EventId = EventId.New().Value,
            IntentId = Guid.NewGuid(),
            PersonKey = session.PersonKey,
            Kind = ActKind.MakeCard,
            State = ActState.Failed,
            Wish = new Core.Cards.MakeCardOrder(Guid.NewGuid(), Core.Cards.CardChoice.MaskedUin, null, "eng").ToWish(),
            SealedUin = session.SealedUin,
            Language = "eng",
            CreatedAt = last.AddHours(i - count),
        }).ToList();
        database.ServiceRequests.AddRange(rows);
        await database.SaveChangesAsync();
        return rows.ConvertAll(row => row.EventId);
    });
}
