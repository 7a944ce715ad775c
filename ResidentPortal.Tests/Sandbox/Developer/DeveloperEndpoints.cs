using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>What the sandbox offers to people and tests beside the platform: home page, outbox, faults, clock, calls, population.</summary>
internal sealed class DeveloperEndpoints(SandboxApp sandbox)
{
    private const int MaximumPopulation = 200_000;

    private PlatformState State => sandbox.State;

    internal void Map(IEndpointRouteBuilder routes)
    {
        var home = new HomePage(sandbox, () => Operations(routes));
        routes.MapGet("/", context => WriteHtmlAsync(context, home.Render()));
        routes.MapGet("/sandbox/residents", context => Json.WriteAsync(context, new JsonArray([.. State.Population.Residents.Select(Resident)])));
        routes.MapGet("/sandbox/registrations", context => Json.WriteAsync(context, new JsonArray([.. State.Registrations.All.Select(Registration)])));
        routes.MapGet("/sandbox/credentials", context => Json.WriteAsync(context, new JsonArray([.. State.Credentials.All.Select(Credential)])));
        routes.MapGet("/sandbox/shares", context => Json.WriteAsync(context, new JsonArray([.. State.Shares().Select(share => share.DeepClone())])));
        routes.MapGet("/sandbox/packets", context => Json.WriteAsync(context, new JsonArray([.. State.Packets.All.Select(Packet)])));
        routes.MapPost("/sandbox/registrations/{rid}/reject", RejectAsync);
        routes.MapPost("/sandbox/authentications", AuthenticateAsync);
        routes.MapGet("/sandbox/outbox", OutboxAsync);
        routes.MapDelete("/sandbox/outbox", context => DoneAsync(context, State.Outbox.Clear));
        routes.MapGet("/sandbox/audits", context => Json.WriteAsync(context, new JsonArray([.. State.Audits.Records.Select(record => record.DeepClone())])));
        routes.MapGet("/sandbox/calls", CallsAsync);
        routes.MapDelete("/sandbox/calls", context => DoneAsync(context, sandbox.Calls.Clear));
        routes.MapGet("/sandbox/faults", FaultsAsync);
        routes.MapPut("/sandbox/faults", context => SetFaultsAsync(context, routes));
        routes.MapDelete("/sandbox/faults", context => DoneAsync(context, sandbox.Faults.Clear));
        routes.MapPost("/sandbox/reset", context => DoneAsync(context, sandbox.Reset));
        routes.MapPost("/sandbox/clock", AgeAsync);
        routes.MapPut("/sandbox/population", PopulateAsync);
        routes.MapPost("/sandbox/certificate/rotate", context => DoneAsync(context, sandbox.Certificate.Rotate));
    }

    /// <summary>The names of all operations that can have a fault.</summary>
    private static IReadOnlyList<string> Operations(IEndpointRouteBuilder routes) =>
    [
        .. routes.DataSources.SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<PlatformOperation>()?.Name)
            .OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private JsonObject Resident(Resident resident) => new()
    {
        ["name"] = resident.Name,
        ["names"] = new JsonObject(resident.Names.Select(name => KeyValuePair.Create<string, JsonNode?>(name.Key, name.Value))),
        ["uin"] = resident.Uin,
        ["vid"] = resident.Vid,
        ["rid"] = resident.Rid,
        ["status"] = resident.Status,
        ["phone"] = resident.Phone,
        ["email"] = resident.Email,
        ["preferredLang"] = resident.PreferredLanguage,
        ["note"] = resident.Note,
    };

    private JsonObject Registration(Registration registration) => new()
    {
        ["rid"] = registration.Rid,
        ["status"] = State.Status(registration.Rid),
        ["uin"] = registration.Uin,
        ["note"] = registration.Note,
    };

    private JsonObject Credential(CredentialOrder order) => new()
    {
        ["requestId"] = order.RequestId.ToString(),
        ["id"] = order.Id,
        ["issuer"] = order.Issuer,
        ["credentialType"] = order.CredentialType,
        ["cardType"] = order.CardType,
        ["statusCode"] = State.Credentials.StatusOf(order.RequestId),
        ["fault"] = order.Fault,
    };

    private static JsonObject Packet(ReceivedPacket packet) => new()
    {
        ["rid"] = packet.Rid,
        ["process"] = packet.Process,
        ["uin"] = packet.Uin,
        ["attributes"] = new JsonObject(packet.Attributes.Select(attribute => KeyValuePair.Create<string, JsonNode?>(attribute.Key, attribute.Value.DeepClone()))),
        ["documents"] = new JsonArray([.. packet.Documents.Select(document => new JsonObject
        {
            ["field"] = document.Field, ["type"] = document.Type, ["format"] = document.Format, ["size"] = document.Size,
        })]),
        ["cardType"] = packet.CardType,
    };

    // With a body from a program, without one from the button on the home page, which is led back there.
    private async Task RejectAsync(HttpContext context)
    {
        var json = context.Request.HasFormContentType ? null : await Json.ReadAsync(context);
        if (!State.RejectPacket((string)context.Request.RouteValues["rid"]!, Json.Text(json, "stage"), Json.Text(json, "status")))
        {
            await RefuseAsync(context, "There is no packet on its way by this number.");
        }
        else if (context.Request.HasFormContentType)
        {
            context.Response.Redirect("/#registrations");
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    private async Task AuthenticateAsync(HttpContext context)
    {
        var json = await Json.ReadAsync(context);
        try
        {
            await DoneAsync(context, () => State.AuthenticateForPartner(
                Json.Text(json, "id") ?? "", Json.Text(json, "by") ?? "Acme Bank", Json.Text(json, "type") ?? "OTP-AUTH", Json.Flag(json, "succeeds") ?? true, MomentOf(Json.Text(json, "at"))));
        }
        catch (PlatformException fault)
        {
            await RefuseAsync(context, $"{fault.Code}: {fault.Text}");
        }
    }

    private static DateTimeOffset? MomentOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private Task OutboxAsync(HttpContext context)
    {
        var to = context.Request.Query["to"].ToString();
        var messages = to.Length == 0 ? State.Outbox.Messages : State.Outbox.To(to);
        return Json.WriteAsync(context, new JsonArray([.. messages.Select(message => new JsonObject
        {
            ["channel"] = message.Channel,
            ["to"] = message.To,
            ["subject"] = message.Subject,
            ["text"] = message.Text,
            ["at"] = Envelope.Moment(message.At),
            ["code"] = message.Code,
        })]));
    }

    private Task CallsAsync(HttpContext context) => Json.WriteAsync(context, new JsonObject
    {
        ["counts"] = new JsonObject(sandbox.Calls.Counts.OrderBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => KeyValuePair.Create<string, JsonNode?>(count.Key, count.Value))),
        ["last"] = new JsonArray([.. sandbox.Calls.Last.Select(call => new JsonObject
        {
            ["operation"] = call.Operation, ["at"] = Envelope.Moment(call.At), ["status"] = call.Status,
        })]),
    });

    private Task FaultsAsync(HttpContext context) => Json.WriteAsync(context, new JsonArray([.. sandbox.Faults.Active.Select(order => new JsonObject
    {
        ["operation"] = order.Operation,
        ["fault"] = order.Fault,
        ["times"] = order.Times,
        ["code"] = order.Code,
        ["seconds"] = order.Seconds,
        ["field"] = order.Field,
    })]));

    private async Task SetFaultsAsync(HttpContext context, IEndpointRouteBuilder routes)
    {
        var json = await Json.ReadAsync(context);
        var order = new FaultOrder(Json.Text(json, "operation") ?? "", Json.Text(json, "fault") ?? "")
        {
            Times = (int?)Json.Number(json, "times"),
            Code = Json.Text(json, "code"),
            Seconds = json?["seconds"] is JsonValue value && value.TryGetValue<double>(out var seconds) ? seconds : null,
            Field = Json.Text(json, "field"),
        };
        var operations = Operations(routes);
        if (!operations.Any(order.Concerns))
        {
            await RefuseAsync(context, $"\"operation\" must be one of {string.Join(", ", operations)}, a service's name with .* or *.");
            return;
        }

        if (!FaultNames.All.ContainsKey(order.Fault))
        {
            await RefuseAsync(context, $"\"fault\" must be one of {string.Join(", ", FaultNames.All.Keys)}.");
            return;
        }

        sandbox.Faults.Set(order);
        await FaultsAsync(context);
    }

    private async Task AgeAsync(HttpContext context)
    {
        if (Json.Number(await Json.ReadAsync(context), "seconds") is not { } seconds || seconds is < 0 or > 315_360_000)
        {
            await RefuseAsync(context, "\"seconds\" must be a number from 0 to ten years of seconds.");
            return;
        }

        await DoneAsync(context, () => State.Age(TimeSpan.FromSeconds(seconds)));
    }

    private async Task PopulateAsync(HttpContext context)
    {
        if (!int.TryParse(context.Request.Query["count"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > MaximumPopulation)
        {
            await RefuseAsync(context, "\"count\" must be a number up to " + MaximumPopulation.ToString(CultureInfo.InvariantCulture) + ".");
            return;
        }

        await Json.WriteAsync(context, new JsonArray([.. State.Populate(count).Select(Resident)]));
    }

    private static Task DoneAsync(HttpContext context, Action act)
    {
        act();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext context, string text) =>
        Json.WriteAsync(context, new JsonObject { ["problem"] = text }, StatusCodes.Status400BadRequest);

    private static async Task WriteHtmlAsync(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(html), context.RequestAborted);
    }
}
