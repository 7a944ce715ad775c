using System.Text.Json.Serialization;
using Refit;

namespace ResidentPortal.Core.Mosip.Notifier;

/// <summary>MOSIP notifier.</summary>
internal interface INotifierApi
{
    /// <summary><c>POST /sms/send</c>.</summary>
    [Post("/sms/send")]
    Task<HttpResponseMessage> SendSmsAsync([Header("Cookie")] string cookie, [Body] KernelRequest<SmsBody> body, CancellationToken cancellationToken);

    /// <summary><c>POST /email/send</c>: parts <c>mailTo</c>, <c>mailSubject</c>, <c>mailContent</c>, with a boundary that nobody can foresee.</summary>
    [Post("/email/send")]
    Task<HttpResponseMessage> SendEmailAsync([Header("Cookie")] string cookie, [Body] MultipartFormDataContent body, CancellationToken cancellationToken);
}

/// <summary>A text message.</summary>
/// <param name="Number">To whom.</param>
/// <param name="Message">The words.</param>
internal sealed record SmsBody([property: JsonPropertyName("number")] string Number, [property: JsonPropertyName("message")] string Message)
{
    /// <summary>Without number and words.</summary>
    public override string ToString() => nameof(SmsBody);
}
