using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace ResidentPortal.Sandbox;

/// <summary>The sandbox's home page: demo residents, outbox with its codes, registrations, and how to set faults.</summary>
internal sealed class HomePage(SandboxApp sandbox, Func<IReadOnlyList<string>> operations)
{
    private const int ShownResidents = 40;
    private const int ShownMessages = 50;

    private const string Style = """
        :root { color-scheme: light dark }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 68rem; margin: 0 auto; padding: 1rem }
        h1 { font-size: 1.6rem; margin: .5rem 0 } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem }
        table { border-collapse: collapse; width: 100% } th, td { text-align: start; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid #8886; overflow-wrap: anywhere }
        .n { font-family: ui-monospace, monospace; white-space: nowrap } .code { font: 600 1.15rem ui-monospace, monospace }
        pre { overflow: auto; padding: .6rem; border: 1px solid #8886 }
        @media (max-width: 40rem) { thead { position: absolute; clip-path: inset(50%) } tr, td { display: block; border: 0; padding: .05rem 0 } tr { border-bottom: 1px solid #8886; padding: .5rem 0 } }
        """;

    internal string Render()
    {
        var page = new StringBuilder(64_000);
        page.Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append("<title>MOSIP sandbox</title><link rel=\"icon\" href=\"data:,\"><style>").Append(Style).Append("</style></head><body><main>")
            .Append("<h1>MOSIP sandbox</h1><p>A simulated national-ID platform, release ").Append(sandbox.State.Rules.Profile.Name())
            .Append(". Everyone here is invented. Reload the page to see new messages.</p>");
        Outbox(page);
        Residents(page);
        Registrations(page);
        Faults(page);
        page.Append("<h2>As JSON</h2><p>");
        foreach (var path in (string[])["residents", "registrations", "outbox", "faults", "calls", "audits"])
        {
            page.Append(CultureInfo.InvariantCulture, $"<a href=\"/sandbox/{path}\">/sandbox/{path}</a> ");
        }

        return page.Append("</p></main></body></html>").ToString();
    }

    private void Outbox(StringBuilder page)
    {
        page.Append("<h2 id=\"outbox\">Messages sent</h2>");
        var messages = sandbox.State.Outbox.Messages;
        if (messages.Count == 0)
        {
            page.Append("<p>None yet. Ask for a code in the portal, and it appears here.</p>");
            return;
        }

        Table(page, "Messages sent, newest first", "Sent (UTC)", "To", "Code", "Message");
        foreach (var message in messages.Take(ShownMessages))
        {
            page.Append("<tr><td class=\"n\">").Append(message.At.ToString("HH:mm:ss", CultureInfo.InvariantCulture))
                .Append("</td><td>").Append(Safe(message.Channel + " " + message.To))
                .Append("</td><td class=\"code\">").Append(Safe(message.Code ?? ""))
                .Append("</td><td dir=\"auto\">").Append(Safe(message.Subject is null ? message.Text : message.Subject + ": " + message.Text))
                .Append("</td></tr>");
        }

        page.Append("</tbody></table>");
    }

    private void Residents(StringBuilder page)
    {
        var residents = sandbox.State.Population.Residents;
        page.Append("<h2>Demo residents</h2>");
        Table(page, "Demo residents", "Name", "UIN", "VID", "RID", "Special");
        foreach (var resident in residents.Take(ShownResidents))
        {
            page.Append("<tr><td dir=\"auto\">").Append(Safe(resident.Name))
                .Append("</td><td class=\"n\">").Append(Number(resident.Uin))
                .Append("</td><td class=\"n\">").Append(Number(resident.Vid))
                .Append("</td><td>").Append(resident.Rid)
                .Append("</td><td>").Append(Safe(resident.Note)).Append("</td></tr>");
        }

        page.Append("</tbody></table>");
        if (residents.Count > ShownResidents)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>and {residents.Count - ShownResidents} more, <a href=\"/sandbox/residents\">as JSON</a>.</p>");
        }
    }

    private void Registrations(StringBuilder page)
    {
        page.Append("<h2>Registrations to track</h2>");
        Table(page, "Registrations to track", "RID", "Status", "Special");
        foreach (var registration in sandbox.State.Registrations.All.Where(entry => entry.Note is not "processed"))
        {
            page.Append("<tr><td>").Append(registration.Rid)
                .Append("</td><td>").Append(sandbox.State.Status(registration.Rid))
                .Append("</td><td>").Append(Safe(registration.Note)).Append("</td></tr>");
        }

        page.Append("</tbody></table>");
    }

    private void Faults(StringBuilder page)
    {
        page.Append("<h2>Faults</h2><p>In force: ");
        var active = sandbox.Faults.Active;
        page.Append(active.Count == 0 ? "none" : Safe(string.Join("; ", active.Select(order => $"{order.Operation} {order.Fault}"))))
            .Append(".</p><pre>").Append(Safe($$"""
                curl -X PUT {{sandbox.Url}}/sandbox/faults -d '{"operation":"idrepository.authtypes.update","fault":"http-500","times":1}'
                curl -X DELETE {{sandbox.Url}}/sandbox/faults
                curl -X POST {{sandbox.Url}}/sandbox/clock -d '{"seconds":200}'
                curl -X POST {{sandbox.Url}}/sandbox/reset
                """)).Append("</pre>");
        Table(page, "Faults", "Fault", "What it does");
        foreach (var (name, text) in FaultNames.All)
        {
            page.Append("<tr><td class=\"n\">").Append(name).Append("</td><td>").Append(Safe(text)).Append("</td></tr>");
        }

        page.Append("</tbody></table><p>Operations: ").Append(Safe(string.Join(", ", operations())))
            .Append("; a service with <code>.*</code>, or <code>*</code> for all.</p>");
    }

    private static void Table(StringBuilder page, string label, params string[] heads)
    {
        page.Append("<table aria-label=\"").Append(Safe(label)).Append("\"><thead><tr>");
        foreach (var head in heads)
        {
            page.Append("<th scope=\"col\">").Append(Safe(head)).Append("</th>");
        }

        page.Append("</tr></thead><tbody>");
    }

    /// <summary>Groups of four, as people read numbers.</summary>
    internal static string Number(string digits) => string.Join(' ', digits.Chunk(4).Select(group => new string(group)));

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
