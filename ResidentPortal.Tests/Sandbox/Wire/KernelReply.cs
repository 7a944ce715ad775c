using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Runs a kernel-style call and writes its envelope: the response, or the refusal, which has status 200 too but for a few.</summary>
internal sealed record KernelReply(SandboxClock Clock, string? Id = null, string? Version = null, bool NullErrors = false, int RefusalStatus = StatusCodes.Status200OK)
{
    internal Task WriteAsync(HttpContext context, Func<JsonNode?> run)
    {
        try
        {
            var response = run();
            return Json.WriteAsync(context, Envelope.Kernel(Clock.WallNow, Id, Version, response, NullErrors ? null : Envelope.NoErrors()));
        }
        catch (PlatformException fault)
        {
            return Json.WriteAsync(context, Envelope.Kernel(Clock.WallNow, Id, Version, response: null, Envelope.KernelErrors(fault)), RefusalStatus);
        }
    }
}
