using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Api;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary>What callers do who mean no good: nothing breaks, nothing of theirs is kept. Runs when nothing else does, since the memory of the whole process is looked at.</summary>
[Collection(AloneTests.Name)]
public sealed class AbuseTests
{
    private const int Bodies = 10_000;
    private const long Growth = 48 * 1024 * 1024;

    [Fact]
    public async Task Ten_thousand_malformed_bodies_break_nothing_are_in_no_log_and_leave_memory_flat()
    {
        await using var portal = await PortalHost.StartAsync(change: null, ("Api:Address", PortalHost.ApiListener), ("Api:OpenToAll", "true"), ("Api:NetworkCallsPerMinute", "1000000"), ("Api:ProgramCallsPerMinute", "1000000"));
        var client = new ApiClient(portal);
        var operations = Operations(portal).Where(operation => operation is { Access: Access.Program, Asks.Length: > 0 }).ToList();
        operations.Count.ShouldBeGreaterThan(12);
        var bodies = new MalformedBodies(seed: 20261128);
        await SendAsync(operations.Count * 20); // What is made once is made before it is measured.
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await SendAsync(Bodies);

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(Growth);
        portal.Log.Lines.ShouldNotContain(line => line.Contains(MalformedBodies.Mark, StringComparison.Ordinal));
        portal.Log.Lines.Where(line => line.Contains("A call of the face ended", StringComparison.Ordinal)).ShouldBeEmpty();

        async Task SendAsync(int count)
        {
            for (var sent = 0; sent < count; sent++)
            {
                var operation = operations[sent % operations.Count];
                var content = new ByteArrayContent(bodies.Next(ApiExamples.Request(operation).AsObject())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                var reply = await client.SendAsync(new HttpMethod(operation.Method), operation.Pattern.Replace("{vid}", "4913089685701546", StringComparison.Ordinal), content);
                reply.Status.ShouldBeLessThan(500, $"{operation.Pattern} {reply.Text}");
                reply.Text.ShouldNotContain("   at ", Case.Sensitive, operation.Pattern);
            }
        }
    }

    [Fact]
    public async Task A_body_that_is_too_large_or_no_JSON_is_refused_before_it_is_read()
    {
        await using var portal = await PortalHost.StartAsync(change: null, ("Api:Address", PortalHost.ApiListener), ("Api:OpenToAll", "true"));
        var client = new ApiClient(portal);

        var large = await client.PostAsync("/rid/check-status", new JsonObject { ["id"] = new string('x', 70 * 1024) });
        var text = await client.SendAsync(HttpMethod.Post, "/rid/check-status", new StringContent("id=x", Encoding.UTF8, "application/x-www-form-urlencoded"));
        var wrongMethod = await client.GetAsync("/rid/check-status");
        var nowhere = await client.GetAsync("/nowhere");

        (large.Status, large.Error).ShouldBe((413, ("RES-SER-418", "Bad Request")));
        (text.Status, text.Error).ShouldBe((200, ("RES-SER-418", "Content type not supported")));
        (wrongMethod.Status, wrongMethod.Error).ShouldBe((200, ("RES-SER-418", "Request method 'GET' not supported")));
        (nowhere.Status, nowhere.Error).ShouldBe((404, ("RES-SER-418", "No handler found for GET /resident/v1/nowhere")));
    }

    [Fact]
    public async Task Too_many_calls_of_a_network_and_about_a_person_are_told_when_to_come_back()
    {
        await using var portal = await PortalHost.StartAsync(change: null, ("Api:Address", PortalHost.ApiListener), ("Api:OpenToAll", "true"), ("Api:PersonCallsPerMinute", "2"), ("Api:NetworkCallsPerMinute", "6"));
        var client = new ApiClient(portal);

        var aboutOne = await AskAsync(3);
        var aboutAny = await AskAsync(4);

        aboutOne.Select(reply => reply.Status).ShouldBe([200, 200, 429]);
        aboutOne[2].Error.ShouldBe(("RES-SER-418", "Too many requests"));
        int.Parse(aboutOne[2].Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        aboutAny[^1].Status.ShouldBe(429);
        (await client.GetAsync("/vid/policy")).Status.ShouldBe(429);

        async Task<List<ApiReply>> AskAsync(int times)
        {
            List<ApiReply> replies = [];
            for (var asked = 0; asked < times; asked++)
            {
                replies.Add(await client.GetAsync($"/channel/verification-status?channel=EMAIL&individualId={Residents.Meera}"));
            }

            return replies;
        }
    }

    [Fact]
    public async Task Pages_are_not_served_where_programs_call_nor_the_face_where_people_read()
    {
        await using var portal = await PortalHost.StartAsync(change: null, ("Api:Address", PortalHost.ApiListener), ("Api:OpenToAll", "true"));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });

        foreach (var page in new[] { "/", "/sign-in", "/home", "/brand.css", "/_framework/blazor.web.js", "/.well-known/card-keys.json" })
        {
            (await http.GetAsync(new Uri(portal.ApiAddress!, page), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound, page);
        }

        using var pretending = new HttpRequestMessage(HttpMethod.Get, new Uri(portal.Address, "/resident/v1/vid/policy")) { Headers = { Host = portal.ApiAddress!.Authority } };
        (await http.SendAsync(pretending, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_an_address_there_is_no_face()
    {
        await using var portal = await PortalHost.StartAsync();

        portal.ApiAddress.ShouldBeNull();
        Operations(portal).ShouldBeEmpty();
    }

    private static IEnumerable<Operation> Operations(PortalHost portal) =>
        portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<Operation>()).OfType<Operation>();
}

/// <summary>What runs beside nothing.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneTests
{
    public const string Name = "the face alone";
}
