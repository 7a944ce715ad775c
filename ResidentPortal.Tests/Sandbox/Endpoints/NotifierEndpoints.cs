using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The notifier: SMS as JSON, e-mail as a multipart form; what it takes appears in the outbox.</summary>
internal sealed class NotifierEndpoints(PlatformState state)
{
    private static readonly PlatformOperation Sms = new("notifier.sms", Dialect.Kernel);
    private static readonly PlatformOperation Email = new("notifier.email", Dialect.Kernel);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("POST", "/v1/notifier/sms/send", Sms, SmsAsync);
        routes.Map("POST", "/v1/notifier/email/send", Email, EmailAsync);
    }

    private async Task SmsAsync(HttpContext context)
    {
        var json = await Json.ReadAsync(context);
        await new KernelReply(state.Clock).WriteAsync(context, () =>
        {
            var request = json?["request"] as JsonObject;
            var number = Json.Text(request, "number");
            var message = Json.Text(request, "message");
            if (string.IsNullOrWhiteSpace(number) || string.IsNullOrWhiteSpace(message))
            {
                throw new PlatformException("KER-NOS-001", "Number and message can't be empty, null");
            }

            if (number.Length is < 8 or > 10 || !number.All(char.IsAsciiDigit))
            {
                throw new PlatformException("KER-NOS-002", "Contact number cannot contains alphabet, special character or less than or more than 10 digits");
            }

            state.NotifyBySms(number, message);
            return Success("Sms Request Sent");
        });
    }

    private async Task EmailAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        await new KernelReply(state.Clock).WriteAsync(context, () =>
        {
            var recipients = form["mailTo"].Where(address => !string.IsNullOrWhiteSpace(address)).ToList();
            if (recipients.Count == 0 || recipients.Exists(address => !address!.Contains('@', StringComparison.Ordinal)))
            {
                throw new PlatformException("KER-NOE-001", "To must be valid. It can't be empty or null.");
            }

            var subject = Required(form, "mailSubject", "KER-NOE-002", "Subject must be valid. It can't be empty or null.");
            var content = Required(form, "mailContent", "KER-NOE-003", "Content must be valid. It can't be empty or null.");
            foreach (var address in recipients.Concat(form["mailCc"].Where(address => !string.IsNullOrWhiteSpace(address))))
            {
                state.NotifyByEmail(address!, subject, content);
            }

            return Success("Email Request submitted");
        });
    }

    private static string Required(IFormCollection form, string part, string code, string text) =>
        form[part].ToString() is { } value && !string.IsNullOrWhiteSpace(value) ? value : throw new PlatformException(code, text);

    private static JsonObject Success(string message) => new() { ["status"] = "success", ["message"] = message };
}
