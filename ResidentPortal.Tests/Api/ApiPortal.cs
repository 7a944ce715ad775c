using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.Api;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

[assembly: AssemblyFixture(typeof(ApiPortal))]

namespace ResidentPortal.Tests.Api;

/// <summary>One portal with its REST face open to all, for every test of a contract; it starts with the first of them.</summary>
public sealed class ApiPortal : IAsyncDisposable
{
    private readonly Lazy<Task<PortalHost>> _portal = new(() => StartAsync());
    private readonly Lazy<Task<PortalHost>> _slow = new(() => StartAsync(("Otp:SendGapSeconds", "600")));

    /// <summary>A client of the face.</summary>
    internal async Task<ApiClient> ClientAsync() => new(await _portal.Value);

    /// <summary>A client of a face where ten minutes lie between two codes.</summary>
    internal async Task<ApiClient> ClientOfSlowCodesAsync() => new(await _slow.Value);

    public async ValueTask DisposeAsync()
    {
        foreach (var started in new[] { _portal, _slow }.Where(one => one.IsValueCreated))
        {
            await (await started.Value).DisposeAsync();
        }
    }

    private static Task<PortalHost> StartAsync(params (string Key, string Value)[] settings) => PortalHost.StartAsync(
        change: null,
        [("Api:Address", PortalHost.ApiListener), ("Api:OpenToAll", "true"), ("Api:PersonCallsPerMinute", "100000"), ("Api:NetworkCallsPerMinute", "1000000"), ("Api:ProgramCallsPerMinute", "1000000"), .. settings]);
}

/// <summary>A program that calls the face.</summary>
internal sealed class ApiClient(PortalHost portal)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>The portal behind the face.</summary>
    public PortalHost Portal => portal;

    /// <summary>The token of a resident or a program, sent along where there is one.</summary>
    public string? Token { get; set; }

    /// <summary>The time as the wire writes it.</summary>
    public static string Now => DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A body in the ordinary envelope.</summary>
    public static JsonObject Envelope(string id, string version, JsonObject request) => new() { ["id"] = id, ["version"] = version, ["requesttime"] = Now, ["request"] = request };

    public Task<ApiReply> PostAsync(string path, JsonNode? body) => SendAsync(HttpMethod.Post, path, Json(body));

    public Task<ApiReply> PatchAsync(string path, JsonNode? body) => SendAsync(HttpMethod.Patch, path, Json(body));

    public Task<ApiReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, content: null);

    public async Task<ApiReply> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(portal.ApiAddress!, path.TrimStart('/'))) { Content = content };
        if (Token is not null)
        {
            request.Headers.Add("Authorization", $"Bearer {Token}");
        }

        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return new ApiReply(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A resident of a test's own, with phone and e-mail: codes of one person take each other's place, and tests run side by side.</summary>
    public Resident NewResident() => portal.Sandbox.State.Populate(1)[0];

    /// <summary>Has a code sent for a number of a resident (the UIN where none is said) and reads it; the answer is the transaction it holds for, and the code.</summary>
    public async Task<(string TransactionId, string Otp)> AskOtpAsync(Resident resident, string? individualId = null, params string[] channels)
    {
        var transaction = RandomNumberGenerator.GetString("0123456789", 10);
        var reply = await PostAsync("/req/otp", new JsonObject
        {
            ["transactionID"] = transaction,
            ["requestTime"] = Now,
            ["individualId"] = individualId ?? resident.Uin,
            ["otpChannel"] = new JsonArray([.. (channels is [] ? ["PHONE"] : channels).Select(channel => (JsonNode)channel)]),
        });
        reply.Json["errors"].ShouldBeNull(reply.Text);
        return (transaction, portal.Sandbox.State.Outbox.LatestCode(channels is ["EMAIL"] ? resident.Email : resident.Phone)!);
    }

    /// <summary>Signs a resident in by a code, as a page would, and sends the token along from now on.</summary>
    public async Task SignInAsync(Resident resident, string? individualId = null)
    {
        var contact = resident.Phone!;
        var browser = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var visitor = new Visitor(browser, "7F0000");
        IndividualId.TryParse(individualId ?? resident.Uin, out var number).ShouldBeTrue();
        var wish = new SignInCodeWish(number, OtpChannel.Phone, browser, IsSharedDevice: false, Language.English, visitor);
        (await portal.Services.GetRequiredService<AskForSignInCode>().ExecuteAsync(wish, TestContext.Current.CancellationToken)).Problem.ShouldBeNull();
        var signedIn = await portal.Services.GetRequiredService<SignIn>().ExecuteAsync(browser, await portal.ReadCodeAsync(contact), visitor, TestContext.Current.CancellationToken);
        Token = signedIn.Value.Token;
    }

    private static StringContent Json(JsonNode? body) => new StringContent(body?.ToJsonString() ?? string.Empty, Encoding.UTF8, "application/json");
}

/// <summary>An answer of the face.</summary>
internal sealed record ApiReply(int Status, string? Type, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonNode Json => JsonNode.Parse(Bytes) ?? throw new JsonException("No JSON.");

    /// <summary>The first error, or null for a success.</summary>
    public (string Code, string Message)? Error => Type is "application/json" && Json is JsonObject json && json["errors"] is JsonArray { Count: > 0 } errors
        ? ((string)errors[0]!["errorCode"]!, (string?)errors[0]!["message"] ?? (string)errors[0]!["errorMessage"]!)
        : null;

    /// <summary>What stands in <c>response</c>.</summary>
    public JsonNode? Response => Json["response"];
}
