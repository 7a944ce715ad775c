using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The kernel OTP manager: a refusal comes within the response, and a frozen key has the text "null" for its code.</summary>
internal sealed class OtpManagerEndpoints(PlatformState state)
{
    private static readonly PlatformOperation Generate = new("otpmanager.generate", Dialect.Kernel);
    private static readonly PlatformOperation Validate = new("otpmanager.validate", Dialect.Kernel);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("POST", "/v1/otpmanager/otp/generate", Generate, GenerateAsync);
        routes.Map("GET", "/v1/otpmanager/otp/validate", Validate, ValidateAsync);
    }

    private async Task GenerateAsync(HttpContext context)
    {
        var json = await Json.ReadAsync(context);
        await new KernelReply(state.Clock, Json.Text(json, "id"), Json.Text(json, "version"), NullErrors: true).WriteAsync(context, () =>
        {
            var code = state.KeyedOtps.Issue(Json.Text(json?["request"] as JsonObject, "key"));
            return new JsonObject { ["otp"] = code ?? "null", ["status"] = code is null ? "USER_BLOCKED" : "GENERATION_SUCCESSFUL" };
        });
    }

    private Task ValidateAsync(HttpContext context) => new KernelReply(state.Clock, NullErrors: true).WriteAsync(context, () =>
    {
        var message = state.KeyedOtps.Judge(context.Request.Query["key"], context.Request.Query["otp"]);
        return new JsonObject { ["status"] = message is "VALIDATION_SUCCESSFUL" ? "success" : "failure", ["message"] = message };
    });
}
