using System.Text.Json.Serialization;
using Refit;

namespace ResidentPortal.Core.Mosip.OtpManager;

/// <summary>MOSIP kernel OTP manager. It keeps codes under keys; sending them is the caller's.</summary>
internal interface IOtpManagerApi
{
    /// <summary><c>POST /otp/generate</c>: a new code under a key.</summary>
    [Post("/otp/generate")]
    Task<HttpResponseMessage> GenerateAsync([Header("Cookie")] string cookie, [Body] KernelRequest<OtpKey> body, CancellationToken cancellationToken);

    /// <summary><c>GET /otp/validate</c>: judges a code, and spends a right one though it reads like a question.</summary>
    [Get("/otp/validate")]
    Task<HttpResponseMessage> ValidateAsync([Header("Cookie")] string cookie, string key, string otp, CancellationToken cancellationToken);
}

/// <summary>What a code is kept under.</summary>
/// <param name="Key">3 to 64 characters.</param>
internal sealed record OtpKey([property: JsonPropertyName("key")] string Key);
