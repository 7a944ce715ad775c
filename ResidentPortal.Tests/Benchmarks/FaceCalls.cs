using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ResidentPortal.Benchmarks;

/// <summary>The calls that are measured, for the residents of the sandbox by turns.</summary>
internal sealed class FaceCalls(HttpClient http, Uri sandbox, Uri face)
{
    public const string Status = "/resident/v1/rid/check-status";
    public const string Otp = "/resident/v1/req/otp";

    private (string Uin, string Rid)[] _residents = [];

    /// <summary>Answers other than expected.</summary>
    public ConcurrentQueue<string> Wrong { get; } = new();

    /// <summary>Has the sandbox make so many residents more.</summary>
    public async Task PopulateAsync(int count)
    {
        using var added = await http.PutAsync(new Uri(sandbox, $"/sandbox/population?count={count}"), content: null);
        _residents = [.. (await added.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray()
            .Where(resident => resident.GetProperty("phone").GetString() is not null && resident.GetProperty("status").GetString() is "ACTIVATED")
            .Select(resident => (resident.GetProperty("uin").GetString()!, resident.GetProperty("rid").GetString()!))];
    }

    /// <summary>Has the sandbox answer an operation later from now on.</summary>
    public async Task SlowDownAsync(string operation, TimeSpan by)
    {
        using var set = await http.PutAsync(new Uri(sandbox, "/sandbox/faults"), JsonContent.Create(new { operation, fault = "apply-then-hang", seconds = by.TotalSeconds }));
        set.EnsureSuccessStatusCode();
    }

    /// <summary>The resident whose turn it is.</summary>
    public (string Uin, string Rid) ResidentOf(int turn) => _residents[turn % _residents.Length];

    /// <summary>One call of the face for the resident whose turn it is.</summary>
    public Task FaceAsync(string path, int turn)
    {
        var resident = ResidentOf(turn);
        return PostAsync(new Uri(face, path), path is Otp ? OtpBody(resident) : $$"""
            {"id":"mosip.resident.checkstatus","version":"v1","requesttime":"{{Now()}}","request":{"individualId":"{{resident.Rid}}","individualIdType":"RID"} }
            """);
    }

    /// <summary>The body that asks for a code, in the words of both.</summary>
    public static string OtpBody((string Uin, string Rid) resident) => $$"""
        {"id":"mosip.identity.otp.internal","version":"1.0","transactionID":"{{Random.Shared.NextInt64(1_000_000_000, 9_999_999_999)}}","requestTime":"{{Now()}}","individualId":"{{resident.Uin}}","otpChannel":["PHONE"]}
        """;

    /// <summary>Sends a body, and keeps what is answered otherwise than it should be.</summary>
    public async Task PostAsync(Uri address, string body)
    {
        using var answer = await http.PostAsync(address, new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        if (!text.Contains("ridStatus", StringComparison.Ordinal) && !text.Contains("maskedMobile\":\"", StringComparison.Ordinal) && !text.Contains("statusCode", StringComparison.Ordinal))
        {
            Wrong.Enqueue(text);
        }
    }

    /// <summary>The cookie of the portal at the platform.</summary>
    public async Task<string> TokenAsync()
    {
        using var answer = await http.PostAsync(new Uri(sandbox, "/v1/authmanager/authenticate/clientidsecretkey"), JsonContent.Create(new
        {
            id = "io.mosip.resident", version = "1.0", requesttime = Now(), request = new { appId = "resident", clientId = "mosip-resident-client", secretKey = "benchmarks-only" },
        }));
        return $"Authorization={answer.Headers.GetValues("Authorization").First().Replace("Authorization=", string.Empty, StringComparison.Ordinal).Split(';')[0]}";
    }

    /// <summary>The time as envelopes have it.</summary>
    public static string Now() => DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
