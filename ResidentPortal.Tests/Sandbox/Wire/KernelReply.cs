using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Runs a kernel-style call and writes its envelope: the response, or the refusal with status 200.</summary>
internal sealed record KernelReply(SandboxClock Clock, string? Id = null, string? Version = null, bool NullErrors = false)
{
    internal Task WriteAsync(HttpContext context, Func<JsonNode?> run)
    {
        JsonObject envelope;
        try
        {
            var response = run();
            envelope = Envelope.Kernel(Clock.WallNow, Id, Version, response, NullErrors ? null : Envelope.NoErrors());
        }
        catch (PlatformException fault)
        {
            envelope = Envelope.Kernel(Clock.WallNow, Id, Version, response: null, Envelope.KernelErrors(fault));
        }

        return Json.WriteAsync(context, envelope);
    }
}
